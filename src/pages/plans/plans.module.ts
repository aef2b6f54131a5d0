import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DutiesPage } from './duties.page.js';
import { DutyPage } from './duty.page.js';
import { PlanItemPage } from './plan-item.page.js';
import { PlanPage } from './plan.page.js';
import { PlansPage } from './plans.page.js';
import { PlanLists } from './plan-lists.js';
import { PlanReading } from './plan-reading.js';

@Module({
  imports: [CqrsModule],
  controllers: [DutiesPage, DutyPage, PlanItemPage, PlanPage, PlansPage],
  providers: [PlanLists, PlanReading],
})
export class PlansPages {}
