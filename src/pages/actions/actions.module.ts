import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ActionPage } from './action.page.js';
import { DeadlinePage } from './deadline.page.js';
import { OverduePage } from './overdue.page.js';
import { TrackerPage } from './tracker.page.js';

@Module({ imports: [CqrsModule], controllers: [ActionPage, DeadlinePage, OverduePage, TrackerPage] })
export class ActionsPages {}
