import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { calendarDecider } from './calendar.decider.js';
import { clocksCommands } from './calendars.commands.js';
import { HolidaysForHandler, TodayInHandler } from './calendars.queries.js';
import { GatherCalendar } from './gather-calendar.js';
import { CalendarsController } from './http/calendars.controller.js';
import { DueController } from '../../across/due/http/due.controller.js';
import { DuePage } from '../../pages/due/due.page.js';
import { DeadlinesSpanningHandler } from '../../across/due/views/due-calendar/deadlines-spanning.query.js';
import { DueFiles } from '../../across/due/views/due-calendar/due-files.js';
import { ListDuesHandler, OneDueHandler } from '../../across/due/views/due-calendar/due-list.query.js';
import { DueSoonHandler } from '../../across/due/views/due-calendar/due-soon.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [commandController(clocksCommands), CalendarsController, DueController, DuePage],
  providers: [
    GatherCalendar,
    ...decidedBy(calendarDecider, clocksCommands, GatherCalendar),
    HolidaysForHandler,
    TodayInHandler,
    DeadlinesSpanningHandler,
    DueFiles,
    ListDuesHandler,
    OneDueHandler,
    DueSoonHandler,
  ],
})
export class ClocksModule {}
