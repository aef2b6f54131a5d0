import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { recordAt } from '../../eventstore/record-at.js';
import { type Moments } from '../../kernel/moments.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { SeatOfBody } from './bodies.port.js';
import { EVERYWHERE } from './calendar.events.js';
import { type Calendar, calendarHistory, type HolidayKept } from './calendar.state.js';

/**
 * The holidays recorded for where a body sits: those kept everywhere, and then its own, so that its own stand where both name a day.
 * Without a body, those kept everywhere. With `moments`, as they were and as they were known. Reads the record itself, so it is never
 * behind.
 */
export class HolidaysFor extends Query<readonly HolidayKept[]> {
  constructor(
    readonly bodyId?: string,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(HolidaysFor)
export class HolidaysForHandler implements IQueryHandler<HolidaysFor> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ bodyId, moments }: HolidaysFor): Promise<readonly HolidayKept[]> {
    const names = bodyId === undefined || bodyId === EVERYWHERE ? [EVERYWHERE] : [EVERYWHERE, bodyId];
    const now = moments.happenedBy === undefined && moments.recordedBy === undefined;
    const calendars = await Promise.all(
      names.map((name) =>
        now ? this.runner.load<Calendar>(calendarHistory, name) : recordAt<Calendar>(this.store, calendarHistory, name, moments),
      ),
    );
    return calendars.flatMap((calendar) => calendar?.state.holidays ?? []);
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
