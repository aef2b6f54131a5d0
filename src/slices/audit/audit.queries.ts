import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { type History, streamOf } from '../../kernel/decider.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { type Refusal } from '../../kernel/refusal.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { type ReadModel } from '../../projections/read-model.js';
import { type Meeting } from '../meetings/meeting.state.js';
import { refuseAudit } from './audit.refusals.js';
import { chainBack, type ChainStep } from './chain.js';
import { entryNamed, namesEntry, stateOfEntry } from './entries.js';
import { byThen, eventsBy, momentOf, type Moments } from './moments.js';
import { narrate } from './narrate.js';
import { parseRef, type RecordRef } from './refs.js';
import { type RecordLink, recordLinks } from './views/record-links/record-links.projection.js';

/** The fold of each kind of record, by its stream's category. */
export const HISTORIES = Symbol('Histories');
export type Histories = Readonly<Record<string, History<unknown>>>;

export interface HistoryEntry {
  readonly what: string;
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
}

/** Everything about one record: what happened to it, what it was, where it came from and what came of it. */
export interface RecordHistory {
  readonly ref: string;
  readonly kind: string;
  readonly asAt: string | null;
  readonly asKnownAt: string | null;
  readonly events: readonly HistoryEntry[];
  readonly state: unknown;
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
  ) {}

  async execute({ ref, asAt, asKnownAt }: HistoryOf): Promise<RecordHistory | Refusal> {
    const parsed = parseRef(ref);
    if (!parsed) return refuseAudit('audit.ref-malformed', { field: 'ref' });
    const found = await this.find(parsed);
    if (!found) return refuseAudit('audit.not-found', { field: 'ref', detail: { ref } });

    const { category, history, events: all } = found;
    const present = this.fold(history, all);
    const timeZone = (present as { timeZone?: string } | null)?.timeZone ?? 'Europe/London';
    const moments: { -readonly [K in keyof Moments]: Moments[K] } = {};
    for (const [name, key, text] of [
      ['as-at', 'happenedBy', asAt],
      ['as-known-at', 'recordedBy', asKnownAt],
    ] as const) {
      if (text === undefined) continue;
      const moment = momentOf(text, timeZone);
      if (moment === null) return refuseAudit('audit.moment-malformed', { field: name });
      moments[key] = moment;
    }
    const then = eventsBy(all, moments);
    const state = this.fold(history, then);
    const common = { ref, kind: category, asAt: moments.happenedBy ?? null, asKnownAt: moments.recordedBy ?? null };

    if (parsed.kind !== 'of-body' || parsed.entry === undefined || category !== 'meeting') {
      return {
        ...common,
        events: then.map(entryOf),
        state,
        back: await this.linked('to', parsed.target, moments),
        forward: await this.linked('from', parsed.target, moments),
      };
    }
    const entry = entryNamed(present as Meeting, parsed.entry);
    if (!entry) return refuseAudit('audit.not-found', { field: 'ref', detail: { ref } });
    const entryRef = `${parsed.target}#${entry.id}`;
    return {
      ...common,
      ref: entryRef,
      kind: entry.kind,
      events: then.filter((event) => namesEntry(event.data, entry.id)).map(entryOf),
      state: stateOfEntry(state as Meeting, entry),
      back: [...chainBack(state as Meeting, entry.id), ...(await this.linked('to', entryRef, moments))],
      forward: await this.linked('from', entryRef, moments),
    };
  }

  private async find(ref: RecordRef): Promise<{ category: string; history: History<unknown> | undefined; events: RecordedEvent[] } | null> {
    for (const category of ref.kind === 'of-body' ? ['meeting', 'action'] : [ref.kind]) {
      const events: RecordedEvent[] = [];
      for await (const event of this.store.readStream(streamOf(category, ref.target))) events.push(event);
      if (events.length > 0) return { category, history: this.histories[category], events };
    }
    return null;
  }

  private fold(history: History<unknown> | undefined, events: readonly RecordedEvent[]): unknown {
    return history ? events.reduce((state, event) => history.evolve(state, event as never), history.initial) : null;
  }

  private async linked(side: 'from' | 'to', ref: string, moments: Moments): Promise<ChainStep[]> {
    const links = await this.links.findMany({ where: { [side]: ref }, orderBy: { happenedAt: 'asc' }, limit: 200 });
    return links
      .filter((link) => byThen(moments, link))
      .map(({ how, ...link }) => {
        const other = side === 'from' ? link.to : link.from;
        return {
          ref: other,
          kind: how === 'action raised' && side === 'from' ? 'action' : other.includes('#') ? 'decision' : 'action',
          what: other,
          how,
        };
      });
  }
}

const entryOf = (event: RecordedEvent): HistoryEntry => ({
  what: narrate(event),
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
