import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { SeatOfBody } from './bodies.port.js';
import { EVERYWHERE } from './calendar.events.js';
import { type Calendar, calendarHistory, type HolidayKept } from './calendar.state.js';

/**
 * The holidays recorded for where a body sits: those kept everywhere, and then its own, so that its own stand where both name a day.
 * Without a body, those kept everywhere. Reads the record itself, so it is never behind.
 */
export class HolidaysFor extends Query<readonly HolidayKept[]> {
  constructor(readonly bodyId?: string) {
    super();
  }
}

@QueryHandler(HolidaysFor)
export class HolidaysForHandler implements IQueryHandler<HolidaysFor> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId }: HolidaysFor): Promise<readonly HolidayKept[]> {
    const names = bodyId === undefined || bodyId === EVERYWHERE ? [EVERYWHERE] : [EVERYWHERE, bodyId];
    const calendars = await Promise.all(names.map((name) => this.runner.load<Calendar>(calendarHistory, name)));
    return calendars.flatMap(({ state }) => state.holidays);
  }
}

/** Today's date where a body sits; in the usual zone without a body, or where there is no such body. */
export class TodayIn extends Query<string> {
  constructor(readonly bodyId?: string) {
    super();
  }
}

@QueryHandler(TodayIn)
export class TodayInHandler implements IQueryHandler<TodayIn> {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ bodyId }: TodayIn): Promise<string> {
    const body = bodyId === undefined ? null : await this.queries.execute(new SeatOfBody(bodyId));
    return dateInZone(this.clock.now(), body?.timeZone ?? USUAL_TIME_ZONE);
  }
}
