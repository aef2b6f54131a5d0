import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AttendancePage } from './attendance.page.js';
import { BodiesPage } from './bodies.page.js';
import { StandingItemsPage } from './standing-items.page.js';
import { StandingPage } from './over-time/standing.page.js';
import { StylePage } from './style.page.js';
import { TreePage } from './over-time/tree.page.js';

@Module({ imports: [CqrsModule], controllers: [AttendancePage, BodiesPage, StandingItemsPage, StandingPage, StylePage, TreePage] })
export class BodiesPages {}
