import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { isRefusal, type Refusal } from '../../../../kernel/refusal.js';
import { USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { type HistoryEntry, HistoryOf, type RecordHistory } from '../../history-of.query.js';
import { type Change, differenceBetween } from './difference.js';

/** The clock of two moments: `happened`, what had happened by then; `known`, what had been written down by then. */
export const CLOCKS = ['happened', 'known'] as const;
export type Clock = (typeof CLOCKS)[number];

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
    const known = new Set(none ? [] : before.events.map(({ eventId }) => eventId));
    return {
      ref: after.ref,
      kind: after.kind,
      clock,
      from: before[moment],
      to: after[moment],
      timeZone: (after.state as { readonly timeZone?: string } | null)?.timeZone ?? USUAL_TIME_ZONE,
      changes: differenceBetween(none ? null : before.state, after.state),
      events: after.events.filter(({ eventId }) => !known.has(eventId)),
    };
  }

  private at(ref: string, clock: Clock, moment: string | undefined): Promise<RecordHistory | Refusal> {
    return this.queries.execute(clock === 'happened' ? new HistoryOf(ref, moment) : new HistoryOf(ref, undefined, moment));
  }
}
