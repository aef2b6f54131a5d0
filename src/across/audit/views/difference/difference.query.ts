import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '../../../../kernel/refusal.js';
import { USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { type HistoryEntry, HistoryOf, type RecordHistory } from '../../history-of.query.js';
import { type Change, differenceBetween } from './difference.js';

/** The clock of two moments: `happened`, what had happened by then; `known`, what had been written down by then. */
export const CLOCKS = ['happened', 'known'] as const;
export type Clock = (typeof CLOCKS)[number];

/** A deadline that had one last day at the earlier moment and another at the later. */
export interface DateMoved {
  readonly dueId: string;
  /** What has to be done by then. */
  readonly what: string;
  /** Its last day at each moment; `null` where no day was known. */
  readonly before: string | null;
  readonly after: string | null;
  /** What moved it between them: holidays recorded or withdrawn; meetings called, opened, cancelled, or not held. */
  readonly by: readonly HistoryEntry[];
}

/** The changes of a record from one moment to another. */
export interface Difference {
  readonly ref: string;
  readonly kind: string;
  readonly clock: Clock;
  /** `null` for the time before the record began: the whole record is then new. */
  readonly from: string | null;
  /** `null` for now. */
  readonly to: string | null;
  readonly timeZone: string;
  readonly changes: readonly Change[];
  /** The deadlines whose last day moved, with what moved them. */
  readonly dates: readonly DateMoved[];
  /** The events that the later state has and the earlier has not. */
  readonly events: readonly HistoryEntry[];
}

/**
 * The difference between two moments of any record, each a date (its end, where the body sits) or an instant; the earlier is `from`,
 * whichever is named first. Answers a refusal if there is no such record, or if a moment is no date and no instant.
 */
export class DifferenceOf extends Query<Difference | Refusal> {
  constructor(
    readonly ref: string,
    readonly clock: Clock,
    readonly from?: string,
    readonly to?: string,
  ) {
    super();
  }
}

@QueryHandler(DifferenceOf)
export class DifferenceOfHandler implements IQueryHandler<DifferenceOf> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ ref, clock, from, to }: DifferenceOf): Promise<Difference | Refusal> {
    const one = await this.at(ref, clock, from);
    if (isRefusal(one)) return one;
    const other = await this.at(ref, clock, to);
    if (isRefusal(other)) return other;
    const moment = clock === 'happened' ? 'asAt' : 'asKnownAt';
    const turned = one[moment] !== null && other[moment] !== null && one[moment] > other[moment];
    const [before, after] = turned ? [other, one] : [one, other];
    const none = from === undefined;
    const known = new Set(none ? [] : before.events.map(placeOf));
    const events = after.events.filter((entry) => !known.has(placeOf(entry)));
    return {
      ref: after.ref,
      kind: after.kind,
      clock,
      from: before[moment],
      to: after[moment],
      timeZone: (after.state as { readonly timeZone?: string } | null)?.timeZone ?? USUAL_TIME_ZONE,
      changes: differenceBetween(none ? null : before.state, after.state),
      dates: none ? [] : datesMoved(before, after, events),
      events,
    };
  }

  private at(ref: string, clock: Clock, moment: string | undefined): Promise<RecordHistory | Refusal> {
    return this.queries.execute(clock === 'happened' ? new HistoryOf(ref, moment) : new HistoryOf(ref, undefined, moment));
  }
}

/** An event may stand in a history more than once: a meeting called moves a deadline, and moves it again when it was not held on its day. */
const placeOf = ({ eventId, happenedAt, moved }: HistoryEntry): string => [eventId, happenedAt, moved?.dueId].join(' ');

/**
 * The deadlines that stand in both states and have another last day in the later. Where the record itself says another day, that is told by
 * its change.
 */
const datesMoved = (before: RecordHistory, after: RecordHistory, between: readonly HistoryEntry[]): readonly DateMoved[] => {
  const was = new Map(before.dates.map((one) => [one.dueId, one]));
  return after.dates.flatMap(({ dueId, what, deadline, said }) => {
    const old = was.get(dueId);
    const by = between.filter(({ moved }) => moved?.dueId === dueId);
    if (!old || old.deadline.latest === deadline.latest || (by.length === 0 && old.said !== said)) return [];
    return [{ dueId, what, before: old.deadline.latest ?? null, after: deadline.latest ?? null, by }];
  });
};
