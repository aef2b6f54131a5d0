import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { SeatOfBody } from './bodies.port.js';
import { EVERYWHERE } from './calendar.events.js';
import { type CalendarFacts } from './calendars.commands.js';
import { HolidaysFor } from './holidays-for.query.js';

/** Gathers whether the body the calendar is named after exists, and the holidays kept everywhere. */
@Injectable()
export class GatherCalendar implements FactGatherer<CalendarFacts> {
  constructor(private readonly queries: QueryBus) {}

  async gather({ target }: BusCommand): Promise<CalendarFacts> {
    if (target === EVERYWHERE) return { known: true, everywhere: [] };
    return {
      known: (await this.queries.execute(new SeatOfBody(target))) !== null,
      everywhere: await this.queries.execute(new HolidaysFor()),
    };
  }
}
