import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { comparePositions, type Position, type RecordedEvent } from '../../kernel/event.js';
import { type Refusal } from '../../kernel/refusal.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { type ReadModel } from '../../projections/read-model.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { LinksFrom } from '../../slices/reports/links.port.js';
import { DuesThen, MovesOf } from '../due/due.queries.js';
import { type DueThen } from '../due/due.words.js';
import { refuseAudit } from './audit.refusals.js';
import { chainBack, type ChainStep } from './chain.js';
import { entryNamed, namesEntry, stateOfEntry } from './entries.js';
import { entryApart } from './entries-apart.js';
import { eventsBy, findRecord, HISTORIES } from './finding.query.js';
import { type Histories } from '../../kernel/room.js';
import { byThen, momentOf, type Moments } from '../../kernel/moments.js';
import { narration } from './narrate.js';
import { type Link } from '../../kernel/links.js';
import { bodyIdOf, targetOf } from '../../kernel/record-id.js';
import { parseRef } from './refs.js';
import { kindOfName } from './describing.js';
import { type RecordLink, recordLinks } from './views/record-links/record-links.projection.js';

export interface HistoryEntry {
  readonly what: string;
  /** What else was said, a label and its words on each line. */
  readonly lines: readonly string[];
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly by: RecordedEvent['by'];
  readonly eventId: string;
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
  readonly data: object;
  /** The deadline of the record that was moved by the event, which stands in the calendar's stream or a meeting's. */
  readonly moved?: { readonly dueId: string; readonly from: string | null; readonly to: string | null };
}

/** Everything about one record: what happened to it, what it was, where it came from and what came of it. */
export interface RecordHistory {
  readonly ref: string;
  readonly kind: string;
  readonly asAt: string | null;
  readonly asKnownAt: string | null;
  readonly events: readonly HistoryEntry[];
  readonly state: unknown;
  /** Its deadlines, dated as at that moment and as known then. */
  readonly dates: readonly DueThen[];
  readonly back: readonly ChainStep[];
  readonly forward: readonly ChainStep[];
}

/** A record's history in order, and its state as it was and as it was known. Answers a refusal where there is no such record. */
export class HistoryOf extends Query<RecordHistory | Refusal> {
  constructor(
    readonly ref: string,
    readonly asAt?: string,
    readonly asKnownAt?: string,
  ) {
    super();
  }
}

@QueryHandler(HistoryOf)
export class HistoryOfHandler implements IQueryHandler<HistoryOf> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(HISTORIES) private readonly histories: Histories,
    @InjectReadModel(recordLinks) private readonly links: ReadModel<RecordLink>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ ref, asAt, asKnownAt }: HistoryOf): Promise<RecordHistory | Refusal> {
    const parsed = parseRef(ref);
    if (!parsed) return refuseAudit('audit.ref-malformed', { field: 'ref' });
    const found = await findRecord(this.store, this.histories, parsed);
    const missing = refuseAudit('audit.not-found', { field: 'ref', detail: { ref } });
    if (!found) return missing;

    const { category, name, events: all, fold } = found;
    const present = fold(all);
    const timeZone = (present as { timeZone?: string } | null)?.timeZone ?? 'Europe/London';
    const moments: { -readonly [K in keyof Moments]: Moments[K] } = {};
    for (const [field, key, text] of [
      ['as-at', 'happenedBy', asAt],
      ['as-known-at', 'recordedBy', asKnownAt],
    ] as const) {
      if (text === undefined) continue;
      const moment = momentOf(text, timeZone);
      if (moment === null) return refuseAudit('audit.moment-malformed', { field });
      moments[key] = moment;
    }
    const then = eventsBy(found, moments);
    const state = fold(then);
    const common = { asAt: moments.happenedBy ?? null, asKnownAt: moments.recordedBy ?? null };
    const linked = async (of: string) => ({ back: await this.linked('to', of, moments), forward: await this.linked('from', of, moments) });

    const bodyId = 'bodyId' in parsed ? parsed.bodyId : undefined;
    const moves = await this.moves(bodyId, all, moments);
    const dates = bodyId === undefined ? [] : await this.queries.execute(new DuesThen(bodyId, then, moments));

    const named = 'entry' in parsed ? parsed.entry : undefined;
    if (named === undefined) {
      const events = inOrder([...then.map(entryOf), ...moves]);
      return { ref, kind: category, ...common, events, state, dates, ...(await linked(name)) };
    }
    if (category !== 'meeting') {
      if (!entryApart(present, named)) return missing;
      const itsOwn = ({ dueId }: Pick<DueThen, 'dueId'>): boolean => dueId.endsWith(`#item-${named}`);
      const events = inOrder([
        ...then.filter((event) => namesEntry(event.data, named)).map(entryOf),
        ...moves.filter(({ moved }) => moved && itsOwn(moved)),
      ]);
      const ofEntry = { events, state: entryApart(state, named), dates: dates.filter(itsOwn) };
      return { ref, kind: category, ...common, ...ofEntry, ...(await linked(`${name}#${named}`)) };
    }
    const entry = entryNamed(present as Meeting, named);
    if (!entry) return missing;
    const entryRef = `${parsed.target}#${entry.id}`;
    const { back, forward } = await linked(entryRef);
    return {
      ref: entryRef,
      kind: entry.kind,
      ...common,
      events: then.filter((event) => namesEntry(event.data, entry.id)).map(entryOf),
      state: stateOfEntry(state as Meeting, entry),
      dates: [],
      back: [...chainBack(state as Meeting, entry.id), ...back],
      forward,
    };
  }

  /** What moved the record's deadlines: events of the calendar and of the diary, which stand in other streams. */
  private async moves(bodyId: string | undefined, events: readonly RecordedEvent[], moments: Moments): Promise<readonly HistoryEntry[]> {
    const moves = bodyId === undefined ? [] : await this.queries.execute(new MovesOf(bodyId, events));
    return moves
      .filter(({ by }) => byThen(moments, by))
      .map(({ by, sentence, dueId, from, to }) => ({
        ...entryOf(by),
        what: sentence,
        lines: [],
        moved: { dueId, from, to },
        // Of a meeting of another body no more is told than that it was called, opened or cancelled.
        ...(by.stream.startsWith('meeting-') && bodyIdOf(targetOf(by.stream, 'meeting')) !== bodyId ? { data: {} } : {}),
      }));
  }

  private async linked(side: 'from' | 'to', ref: string, moments: Moments): Promise<ChainStep[]> {
    const links = await this.links.findMany({ where: { [side]: ref }, orderBy: { happenedAt: 'asc' }, limit: 200 });
    return links
      .filter((link) => byThen(moments, link))
      .map(({ how, ...link }) => {
        const other = side === 'from' ? link.to : link.from;
        return { ref: other, kind: how === 'action raised' && side === 'from' ? 'action' : kindOfName(other), what: other, how };
      });
  }
}

@QueryHandler(LinksFrom)
export class LinksFromHandler implements IQueryHandler<LinksFrom> {
  constructor(@InjectReadModel(recordLinks) private readonly links: ReadModel<RecordLink>) {}

  async execute({ refs }: LinksFrom): Promise<readonly Link[]> {
    const found = await this.links.findMany({ where: { from: { in: refs } }, orderBy: { happenedAt: 'asc' } });
    return found.map(({ from, to, how }) => ({ from, to, how }));
  }
}

const inOrder = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] =>
  [...entries].sort((a, b) => comparePositions(a.position as Position, b.position as Position));

function told(event: RecordedEvent): Pick<HistoryEntry, 'what' | 'lines'> {
  const { sentence, lines } = narration(event);
  return { what: sentence, lines };
}

const entryOf = (event: RecordedEvent): HistoryEntry => ({
  ...told(event),
  type: event.type,
  stream: event.stream,
  revision: event.revision,
  position: event.position,
  happenedAt: event.happenedAt,
  recordedAt: event.recordedAt,
  by: event.by,
  eventId: event.id,
  commandId: event.commandId,
  causationId: event.causationId,
  correlationId: event.correlationId,
  data: event.data,
});
