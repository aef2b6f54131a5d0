import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { calendarDecider } from './calendar.decider.js';
import { calendarsCommands } from './calendars.commands.js';
import { HolidaysForHandler, TodayInHandler } from './holidays-for.query.js';
import { GatherCalendar } from './gather-calendar.js';
import { CalendarsController } from './http/calendars.controller.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(calendarsCommands), CalendarsController],
  providers: [GatherCalendar, ...decidedBy(calendarDecider, calendarsCommands, GatherCalendar), HolidaysForHandler, TodayInHandler],
})
export class CalendarsModule {}
