import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Principal } from '../../../kernel/principal.js';
import { type Outcome } from '../../../eventstore/command-runner.js';
import { type BusCommand } from '../../../kernel/command.js';
import { EVENT_STORE, type EventStore } from '../../../eventstore/event-store.port.js';
import { goingOnFrom } from '../../../eventstore/position-reached.js';
import { dateInZone } from '../../../kernel/dates.js';
import { comparePositions, type Position } from '../../../kernel/event.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DueFilter, ListDues } from '../../due/due.queries.js';
import { spelledIn } from '../../../slices/directory/directory.queries.js';
import { type DueShown } from '../../due/due.words.js';
import { type Following, type Reminder } from '../reminder.events.js';
import { RemindersOf } from '../reminders-of.query.js';
import { RaiseReminders } from '../reminding.commands.js';
import { reminderOf, sortOf } from '../sorts.js';
import { ownCommand, readerOf } from './reminded.js';
import { type SweepMark, type SweepMarks } from './sweep-marks.js';
import { type Sweep, sweepFor } from './sweeping.js';

const PAGE = 1_000;
/** The most reminders that one command raises: a long list becomes durable bit by bit. */
const AT_ONCE = 500;
const OWN_STREAMS = 'reminders-';

/** Goes through the calendar for each follower, and raises the reminders that were not raised for them yet. */
@Injectable()
export class Raising {
  /**
   * The stretch of the record last looked through, and the last event in it that could be about a deadline. One look serves every follower
   * of a round.
   */
  private looked: { readonly from: Position; readonly until: Position; readonly last: Position | null } | null = null;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly queries: QueryBus,
    private readonly bus: CommandBus,
  ) {}

  /** Raises reminders for one follower; answers how many. `head`: where the record, and the calendar made of it, stand now. */
  async raiseFor(principal: Principal, now: string, head: Position, marks: SweepMarks): Promise<number> {
    const login = principal.id;
    const { state } = await this.queries.execute(new RemindersOf(login));
    if (!state.following || state.optedOut) return 0;
    const { leadDays, timeZone } = state.following;
    const today = dateInZone(now, timeZone);
    const mark = await this.standing(marks.of(login));
    const changed = mark === null || mark.following !== state.followingSince || (await this.recordedSince(mark.position));
    const sweep = sweepFor(mark, today, leadDays, changed);
    const fresh = new Map<string, Omit<Reminder, 'login'>>();
    for await (const due of this.dues(state.following, sweep, today, principal)) {
      const sort = sortOf(due, today, leadDays);
      const reminder = sort && reminderOf(login, due, sort);
      if (reminder && !state.raised.has(reminder.reminderId)) fresh.set(reminder.reminderId, reminder);
    }
    const all = [...fresh.values()];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const command = ownCommand(RaiseReminders, login, { reminders: all.slice(at, at + AT_ONCE) });
      await this.bus.execute<BusCommand, Outcome | Refusal>(command);
    }
    if (mark?.sweptOn !== today || mark.position !== head || mark.following !== state.followingSince)
      marks.save(login, { sweptOn: today, position: head, following: state.followingSince });
    return all.length;
  }

  /** The mark, or `null` where its position is none of this record's. */
  private async standing(mark: SweepMark | null): Promise<SweepMark | null> {
    return (await goingOnFrom(this.store, mark?.position ?? null)) === null ? null : mark;
  }

  /** Whether an event that could be about a deadline was recorded after a position. */
  private async recordedSince(after: Position): Promise<boolean> {
    const known = this.looked && comparePositions(this.looked.from, after) <= 0 ? this.looked : null;
    let { until, last } = known ?? { until: after, last: null };
    for await (const { stream, position } of this.store.readAll({ after: until })) {
      until = position;
      if (!stream.startsWith(OWN_STREAMS)) last = position;
    }
    this.looked = { from: known?.from ?? after, until, last };
    return last !== null && comparePositions(last, after) > 0;
  }

  private async *dues({ bodies, names, kinds }: Following, { ranges, undated }: Sweep, today: string, principal: Principal) {
    const whose: readonly Pick<DueFilter, 'bodyId' | 'officer'>[] = [
      ...bodies.map((bodyId) => ({ bodyId })),
      ...names.map((officer) => ({ officer })),
    ];
    const meant = await Promise.all(whose.map((one) => spelledIn(this.queries, one)));
    const filters: DueFilter[] = meant.flatMap((one) => [
      ...ranges.map((range) => ({ ...one, ...range, standing: 'live' as const })),
      ...(undated ? [{ ...one, standing: 'live' as const, undated: true }] : []),
    ]);
    for (const filter of filters) {
      if (filter.from !== undefined && filter.until !== undefined && filter.from > filter.until) continue;
      for await (const due of this.all(filter, today, principal)) {
        if (kinds.length === 0 || kinds.includes(due.kind)) yield due;
      }
    }
  }

  private async *all(filter: DueFilter, today: string, principal: Principal): AsyncGenerator<DueShown> {
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const { rows, next } = await this.queries.execute(new ListDues(filter, today, readerOf(principal), page));
      yield* rows;
      cursor = next ?? undefined;
    }
  }
}
