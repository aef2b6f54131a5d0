import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { WhoAsks } from '../../http/who-asks.port.js';
import { AccessGuard } from './sign-in/access.guard.js';
import { Credentials } from './sign-in/credentials.js';
import { DeclaredRoutes } from './sign-in/declared-routes.js';
import { PrincipalsController } from './http/principals.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { Identity } from './sign-in/identity.js';
import { principalCommands } from './principal.commands.js';
import { principalDecider } from './principal.decider.js';
import { KeyFile } from './subjects/key-file.js';
import { SubjectKeys } from './subjects/subject-keys.js';
import { SubjectsModule } from './subjects/subjects.module.js';
import { Vault } from './vault/vault.js';
import { ListPrincipalsHandler } from './views/principals.query.js';

/** Principals, their credentials and rights. Guards every route of the application. */
@Module({})
export class PeopleModule {
  static forRoot(vault: Vault, keys: KeyFile): DynamicModule {
    return {
      module: PeopleModule,
      global: true,
      imports: [CqrsModule, DiscoveryModule, SubjectsModule],
      controllers: [SignInController, PrincipalsController, commandController(principalCommands)],
      providers: [
        { provide: Vault, useValue: vault },
        { provide: KeyFile, useValue: keys },
        { provide: SubjectKeys, useValue: keys },
        Identity,
        { provide: WhoAsks, useExisting: Identity },
        Credentials,
        DeclaredRoutes,
        { provide: APP_GUARD, useClass: AccessGuard },
        ListPrincipalsHandler,
        ...decidedBy(principalDecider, principalCommands),
      ],
      exports: [Identity, WhoAsks, Credentials, KeyFile, SubjectKeys],
    };
  }
}
