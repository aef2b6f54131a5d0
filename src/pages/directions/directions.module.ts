import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DirectionPage } from './direction.page.js';
import { DirectionLogPage } from './log.page.js';
import { DirectionPerformancePage } from './performance.page.js';

@Module({ imports: [CqrsModule], controllers: [DirectionPage, DirectionLogPage, DirectionPerformancePage] })
export class DirectionsPages {}
