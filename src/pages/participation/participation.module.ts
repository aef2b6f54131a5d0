import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnnualParticipationPage } from './annual.page.js';
import { ParticipationRegisterPage } from './register.page.js';
import { ParticipationRequestPage } from './request.page.js';

@Module({ imports: [CqrsModule], controllers: [AnnualParticipationPage, ParticipationRegisterPage, ParticipationRequestPage] })
export class ParticipationPages {}
