import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReportPage } from './report.page.js';
import { ReportsPage } from './reports.page.js';
import { ReportChoices } from './report-choices.js';

@Module({ imports: [CqrsModule], controllers: [ReportPage, ReportsPage], providers: [ReportChoices] })
export class ReportsPages {}
