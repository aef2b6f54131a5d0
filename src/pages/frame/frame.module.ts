import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { PAGE_PROBLEMS } from '../../http/problem.filter.js';
import { PublicAddress } from './feeds/public-address.js';
import { FormDoor } from './form-door.js';
import { FormGuard } from './form.guard.js';
import { FormTokens } from './form-token.js';
import { AccountController } from './http/account.controller.js';
import { HomeController } from './http/home.controller.js';
import { PeopleController } from './http/people.controller.js';
import { PageProblems } from './page-problems.js';
import { Pages } from './pages.js';
import { StepForms } from './steps/step-forms.js';

/** The frame of every page, and the pages that belong to no slice. */
@Global()
@Module({
  imports: [CqrsModule],
  controllers: [AccountController, HomeController, PeopleController],
  providers: [
    FormDoor,
    StepForms,
    PublicAddress,
    Pages,
    FormTokens,
    PageProblems,
    { provide: PAGE_PROBLEMS, useExisting: PageProblems },
    { provide: APP_GUARD, useClass: FormGuard },
  ],
  exports: [FormDoor, StepForms, PublicAddress, Pages, FormTokens, PAGE_PROBLEMS],
})
export class FrameModule {}
