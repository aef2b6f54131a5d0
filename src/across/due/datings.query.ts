import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { streamOf } from '../../kernel/decider.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { addDays, dateInZone, instantInZone, longDate, USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { type Diary, otherBodiesIn } from '../../kernel/deadline.js';
import { type Moments } from '../../kernel/moments.js';
import { comparePositions, type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { type CalendarEvent, EVERYWHERE } from '../../slices/calendars/calendar.events.js';
import { calendarHistory, dated, diaryOn } from '../../slices/calendars/calendars.words.js';
import { type DiaryChange, DiaryChanges } from '../../slices/meetings/meetings.queries.js';
import { BodyHead, factsAt } from '../../slices/bodies/bodies.queries.js';
import { changesBy } from './views/due-calendar/due-changes.js';
import { type DueThen, duesSaid, holidayTold, mayMove, type Moved, movesOf, type PremiseChange } from './datings.js';

/** A deadline moved, with the event that moved it: in the calendar's stream, or in a meeting's. */
export interface MovedBy extends Omit<Moved, 'by'> {
  readonly by: RecordedEvent;
}

type ChangeOfDiary = DiaryChange & { readonly bodyId: string };
type Step = Recorded<CalendarEvent> | ChangeOfDiary;
type Called = ChangeOfDiary & { readonly opened: boolean };

/** What moved the deadlines of a record of a body, given the record's events: nothing of it stands in the record's own stream. */
export class MovesOf extends Query<readonly MovedBy[]> {
  constructor(
    readonly bodyId: string,
    readonly events: readonly RecordedEvent[],
  ) {
    super();
  }
}

@QueryHandler(MovesOf)
export class MovesOfHandler implements IQueryHandler<MovesOf> {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ bodyId, events }: MovesOf): Promise<readonly MovedBy[]> {
    if (!mayMove(events)) return [];
    const others = otherBodiesIn(events.flatMap(changesBy));
    const names = new Map(await Promise.all(others.map(async (id) => [id, await this.nameOf(id)] as const)));
    const [holidays, ...diaries] = await Promise.all([this.holidays(bodyId), ...[bodyId, ...others].map((id) => this.diary(id))]);
    const steps: Step[] = [...holidays, ...diaries.flat()].sort((a, b) => comparePositions(a.position, b.position));
    const standing = new Map<string, Called>();
    /** `The meeting of 5 November 2026`, with the body's name where it is another body's. */
    const meetingTold = ({ bodyId: of, date }: ChangeOfDiary): string =>
      of === bodyId ? `The meeting of ${longDate(date)}` : `The meeting of ${names.get(of) ?? of} on ${longDate(date)}`;
    let everywhere = calendarHistory.initial;
    let own = calendarHistory.initial;
    const premises = new Map<PremiseChange, Step>();
    const because = (step: Step, at: string, change: Omit<PremiseChange, 'facts'>): void => {
      const called = [...standing.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
      const diaryOf = (id: string): Diary =>
        diaryOn(
          called.filter((one) => one.bodyId === id),
          dateInZone(at, USUAL_TIME_ZONE),
        );
      const facts = {
        ...diaryOf(bodyId),
        holidays: [...everywhere.holidays, ...own.holidays],
        others: Object.fromEntries(others.map((id) => [id, diaryOf(id)])),
      };
      premises.set({ ...change, facts }, step);
    };
    /** The days of meetings that are over, and that were not held, by an instant. */
    const passed = new Set<string>();
    const pass = (until: string): void => {
      const over = [...standing.values()]
        .map((one) => ({ ...one, at: instantInZone(addDays(one.date, 1), '00:00', USUAL_TIME_ZONE) }))
        .filter(({ opened, at, recordedAt, meetingId }) => !opened && recordedAt < at && at <= until && !passed.has(meetingId))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      for (const { at, ...one } of over) {
        passed.add(one.meetingId);
        const position = [...events, ...steps].reduce(
          (last, step) => (step.recordedAt < at && last < step.position ? step.position : last),
          one.position,
        );
        because(one, at, {
          position,
          passedAt: at,
          what: `${meetingTold(one)} is not recorded as held, and its day was over`,
        });
      }
    };
    for (const step of steps) {
      const { position, recordedAt } = step;
      pass(recordedAt);
      let what: string;
      if ('stream' in step) {
        const { data, type } = step;
        const before = data.calendar === EVERYWHERE ? everywhere : own;
        const recorded = type === 'HolidayRecorded' ? data : before.holidays.find(({ date }) => date === data.date);
        what = holidayTold(type, recorded ?? { date: data.date, title: '', kept: true });
        if (data.calendar === EVERYWHERE) everywhere = calendarHistory.evolve(everywhere, step);
        else own = calendarHistory.evolve(own, step);
      } else {
        const { meetingId, change } = step;
        if (change === 'cancelled' || change === 'abandoned') standing.delete(meetingId);
        else standing.set(meetingId, { ...step, opened: change === 'opened' });
        what = `${meetingTold(step)} was ${change}`;
      }
      because(step, recordedAt, { position, what });
    }
    pass(this.clock.now());
    const moves = movesOf(events, [...premises.keys()]);
    return Promise.all(
      moves.map(async (moved) => {
        const { position, passedAt: at } = moved.by;
        const by = await this.eventOf(premises.get(moved.by)!);
        return { ...moved, by: at === undefined ? by : { ...by, position, happenedAt: at, recordedAt: at } };
      }),
    );
  }

  private async nameOf(bodyId: string): Promise<string> {
    return (await this.queries.execute(new BodyHead(bodyId)))?.name ?? bodyId;
  }

  private async diary(bodyId: string): Promise<readonly ChangeOfDiary[]> {
    return (await this.queries.execute(new DiaryChanges(bodyId))).map((change) => ({ ...change, bodyId }));
  }

  private async holidays(bodyId: string): Promise<readonly Recorded<CalendarEvent>[]> {
    const found: Recorded<CalendarEvent>[] = [];
    for (const name of [EVERYWHERE, bodyId])
      for await (const event of this.store.readStream(streamOf(calendarHistory.category, name)))
        found.push(event as Recorded<CalendarEvent>);
    return found;
  }

  private async eventOf(step: Step): Promise<RecordedEvent> {
    if ('stream' in step) return step;
    const { meetingId, position } = step;
    for await (const event of this.store.readStream(streamOf('meeting', meetingId))) if (event.position === position) return event;
    throw new Error(`The meeting ${meetingId} has no event at ${position}.`);
  }
}

/**
 * The deadlines of a record of a body at a moment, given the record's events by then, dated as at that moment and as known at it. One that had
 * ended has the dates it ended with.
 */
export class DuesThen extends Query<readonly DueThen[]> {
  constructor(
    readonly bodyId: string,
    readonly events: readonly RecordedEvent[],
    readonly moments: Moments,
  ) {
    super();
  }
}

@QueryHandler(DuesThen)
export class DuesThenHandler implements IQueryHandler<DuesThen> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ bodyId, events, moments }: DuesThen): Promise<readonly DueThen[]> {
    const said = duesSaid(events);
    const ends = said.map(({ endedBy }) => endedBy?.recordedAt);
    const facts = mayMove(events) ? await factsAt(this.queries, bodyId, { deadlines: said.map(({ row }) => row), moments, ends }) : null;
    return said.map(({ row: { dueId, what, standing, deadline, saidOn }, endedBy }) => ({
      dueId,
      what,
      standing,
      deadline: facts ? dated(deadline, saidOn, facts(endedBy?.recordedAt)) : deadline,
      said: deadline.latest ?? null,
    }));
  }
}
