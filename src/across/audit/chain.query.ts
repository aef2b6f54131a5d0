import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { type Refusal } from '../../kernel/refusal.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { type ReadModel } from '../../projections/read-model.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { refuseAudit } from './audit.refusals.js';
import { type ChainNode, describe, kindOfName } from './describing.js';
import { entryApart } from './entries-apart.js';
import { entryNamed } from './entries.js';
import { findRecord, type FoundRecord, HISTORIES } from './finding.query.js';
import { type Histories } from '../../kernel/room.js';
import { parseRef } from './refs.js';
import { type RecordLink, recordLinks } from './views/record-links/record-links.projection.js';
import { type ChainEdge, type Side, withinMeeting, withinRecord } from './walking.js';
import { recordOf } from '../../kernel/record-id.js';

/**
 * A record with everything that led to it and everything that came of it: report, recommendation, motion, decision, action or direction,
 * progress.
 */
export interface Chain {
  /** The full name of the record from which the chain starts. */
  readonly ref: string;
  readonly nodes: readonly ChainNode[];
  /** Each edge leads from the earlier record to the later. */
  readonly edges: readonly ChainEdge[];
  /** Why the chain was cut off; `null` if it is complete. */
  readonly cutOff: string | null;
}

/**
 * Walks both ways from a record: back only to what led to it, forward only to what came of it. Answers a refusal if there is no such
 * record. A record of a body that is not in `readIn` is named as withheld, and the walk goes no further there.
 */
export class ChainOf extends Query<Chain | Refusal> {
  constructor(
    readonly ref: string,
    readonly readIn: '*' | readonly string[],
    /** The most steps in either direction. */
    readonly depth: number,
  ) {
    super();
  }
}

/** The most records in one chain. */
const MOST_NODES = 200;

@QueryHandler(ChainOf)
export class ChainOfHandler implements IQueryHandler<ChainOf> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(HISTORIES) private readonly histories: Histories,
    @InjectReadModel(recordLinks) private readonly links: ReadModel<RecordLink>,
  ) {}

  async execute({ ref, readIn, depth }: ChainOf): Promise<Chain | Refusal> {
    if (!parseRef(ref)) return refuseAudit('audit.ref-malformed', { field: 'ref' });
    const records = new Records(this.store, this.histories, readIn);
    const start = await records.named(ref);
    if (!start) return refuseAudit('audit.not-found', { field: 'ref', detail: { ref } });
    const nodes = new Map<string, ChainNode>([[start.ref, start.node]]);
    const edges = new Map<string, ChainEdge>();
    let cutOff: string | null = null;
    for (const side of ['back', 'forward'] as const) {
      const seen = new Set([start.ref]);
      let front: readonly Placed[] = [start];
      for (let step = 0; front.length > 0 && step <= depth; step += 1) {
        const next: Placed[] = [];
        for (const placed of front) {
          for (const edge of placed.node.withheld ? [] : await this.edgesOf(placed, side)) {
            const other = await records.named(side === 'back' ? edge.from : edge.to);
            if (!other) continue;
            const isNew = !nodes.has(other.ref);
            if (isNew && (step === depth || nodes.size >= MOST_NODES)) {
              cutOff = step === depth ? `there is more, over ${depth} steps away` : `there are more than ${MOST_NODES} records`;
              continue;
            }
            nodes.set(other.ref, other.node);
            edges.set([edge.from, edge.to, edge.how].join('\n'), edge);
            if (!seen.has(other.ref)) next.push(other);
            seen.add(other.ref);
          }
        }
        front = next;
      }
    }
    return { ref: start.ref, nodes: [...nodes.values()], edges: [...edges.values()], cutOff };
  }

  private async edgesOf({ ref, name, entry, found }: Placed, side: Side): Promise<readonly ChainEdge[]> {
    const here = side === 'back' ? 'to' : 'from';
    const links = await this.links.findMany({ where: { [here]: ref }, orderBy: { happenedAt: 'asc' }, limit: MOST_NODES });
    const recorded = links.map(({ from, to, how, happenedAt }) => ({ from, to, how, when: happenedAt }));
    if (!found) return recorded;
    if (found.category === 'meeting')
      return entry === undefined ? recorded : [...withinMeeting(found.fold(found.events) as Meeting, entry, side), ...recorded];
    if (found.category !== 'report' && found.category !== 'plan') return recorded;
    return [...withinRecord(name, entry, side, entry === undefined && side === 'forward' ? await this.entries(found) : []), ...recorded];
  }

  /**
   * The entries shown with a record: of a report every recommendation, decided or not; of a plan the items that a link starts from or leads
   * to.
   */
  private async entries({ name, category, events, fold }: FoundRecord): Promise<readonly string[]> {
    if (category === 'report') {
      const { recommendations = [] } = (fold(events) ?? {}) as { readonly recommendations?: readonly { readonly letter: string }[] };
      return recommendations.map(({ letter }) => letter);
    }
    const within = { gte: `${name}#`, lt: `${name}$` };
    const found = [
      ...(await this.links.findMany({ where: { from: within }, limit: MOST_NODES })).map(({ from }) => from),
      ...(await this.links.findMany({ where: { to: within }, limit: MOST_NODES })).map(({ to }) => to),
    ];
    return [...new Set(found.map((ref) => ref.slice(name.length + 1)))];
  }
}

/** A record in the chain. `found` is `null` if the reader may not read the record, or if a link names a record that is not here. */
interface Placed {
  readonly ref: string;
  readonly name: string;
  readonly entry?: string;
  readonly found: FoundRecord | null;
  readonly node: ChainNode;
}

/** The records of one chain, each read from the store once. */
class Records {
  private readonly read = new Map<string, Promise<FoundRecord | null>>();

  constructor(
    private readonly store: EventStore,
    private readonly histories: Histories,
    private readonly readIn: '*' | readonly string[],
  ) {}

  async named(text: string): Promise<Placed | null> {
    const parsed = parseRef(text);
    if (!parsed) return null;
    const whole = recordOf(text);
    const reading = this.read.get(whole) ?? findRecord(this.store, this.histories, parsed);
    this.read.set(whole, reading);
    const found = await reading;
    if (!found) return null;
    const { name } = found;
    const named = 'entry' in parsed ? parsed.entry : undefined;
    const entry = named === undefined ? undefined : entryId(found, named);
    if (entry === null) return null;
    const ref = entry === undefined ? name : `${name}#${entry}`;
    const readable = this.readIn === '*' || ('bodyId' in parsed && this.readIn.includes(parsed.bodyId));
    const node = readable ? describe(ref, found, entry) : withheld(ref);
    return { ref, name, ...(entry === undefined ? {} : { entry }), found: readable ? found : null, node };
  }
}

/** The id of the entry that a name (an id, or a paragraph's number) means; `null` if there is none. */
function entryId(found: FoundRecord, named: string): string | null {
  const state = found.fold(found.events);
  if (found.category === 'meeting') return entryNamed(state as Meeting, named)?.id ?? null;
  return entryApart(state, named) ? named : null;
}

const withheld = (ref: string): ChainNode => ({
  ref,
  kind: kindOfName(ref),
  title: 'May not be read',
  words: null,
  date: null,
  state: null,
  story: [],
  withheld: true,
});
