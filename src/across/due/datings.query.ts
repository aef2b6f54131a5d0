import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { streamOf } from '../../kernel/decider.js';
import { longDate } from '../../kernel/dates.js';
import { comparePositions, type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { type CalendarEvent, EVERYWHERE } from '../../slices/calendars/calendar.events.js';
import { calendarHistory } from '../../slices/calendars/calendars.words.js';
import { DiaryChanges } from '../../slices/meetings/meetings.queries.js';
import { holidayTold, mayMove, type Moved, movesOf, type PremiseChange } from './datings.js';

/** A deadline moved, with the event that moved it: in the calendar's stream, or in a meeting's. */
export interface MovedBy extends Moved {
  readonly by: RecordedEvent;
}

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
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ bodyId, events }: MovesOf): Promise<readonly MovedBy[]> {
    if (!mayMove(events)) return [];
    const [holidays, diary] = await Promise.all([this.holidays(bodyId), this.queries.execute(new DiaryChanges(bodyId))]);
    const byPosition = new Map<string, RecordedEvent | string>();
    let everywhere = calendarHistory.initial;
    let own = calendarHistory.initial;
    let meetings: readonly { readonly meetingId: string; readonly date: string }[] = [];
    const premises: PremiseChange[] = [];
    const steps = [...holidays, ...diary].sort((a, b) => comparePositions(a.position, b.position));
    for (const step of steps) {
      let what: string;
      if ('stream' in step) {
        const { data, type } = step;
        const before = data.calendar === EVERYWHERE ? everywhere : own;
        const recorded = type === 'HolidayRecorded' ? data : before.holidays.find(({ date }) => date === data.date);
        what = holidayTold(type, recorded ?? { date: data.date, title: '', kept: true });
        if (data.calendar === EVERYWHERE) everywhere = calendarHistory.evolve(everywhere, step);
        else own = calendarHistory.evolve(own, step);
        byPosition.set(step.position, step);
      } else {
        meetings = meetings.filter(({ meetingId }) => meetingId !== step.meetingId);
        if (step.change === 'called') meetings = [...meetings, step].sort((a, b) => (a.date < b.date ? -1 : 1));
        what = `The meeting of ${longDate(step.date)} was ${step.change}`;
        byPosition.set(step.position, step.meetingId);
      }
      const facts = { meetings: meetings.map(({ date }) => date), holidays: [...everywhere.holidays, ...own.holidays] };
      premises.push({ position: step.position, facts, what });
    }
    const moves = movesOf(events, premises);
    return Promise.all(moves.map(async (moved) => ({ ...moved, by: await this.eventAt(byPosition.get(moved.position)!, moved.position) })));
  }

  private async holidays(bodyId: string): Promise<readonly Recorded<CalendarEvent>[]> {
    const found: Recorded<CalendarEvent>[] = [];
    for (const name of [EVERYWHERE, bodyId])
      for await (const event of this.store.readStream(streamOf(calendarHistory.category, name)))
        found.push(event as Recorded<CalendarEvent>);
    return found;
  }

  private async eventAt(where: RecordedEvent | string, position: string): Promise<RecordedEvent> {
    if (typeof where !== 'string') return where;
    for await (const event of this.store.readStream(streamOf('meeting', where))) if (event.position === position) return event;
    throw new Error(`The meeting ${where} has no event at ${position}.`);
  }
}
