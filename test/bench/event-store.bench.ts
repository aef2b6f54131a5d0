import Database from 'better-sqlite3';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Position } from '../../src/kernel/event.js';
import { type EventToAppend } from '../../src/eventstore/event-store.port.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { anEvent } from '../support/events.js';

/** `raw` and `ours` are events per second, measured by turns in the same run; `ratio` is ours / raw. */
export interface StoreFigure {
  readonly figure: string;
  readonly raw: number;
  readonly ours: number;
  readonly ratio: number;
  readonly target: number;
}

export interface StoreBenchSizes {
  /** Events appended one after another by one client. */
  readonly single?: number;
  /** Events appended by 64 concurrent clients. */
  readonly concurrent?: number;
  /** Events in the store that is read. */
  readonly read?: number;
}

const CLIENTS = 64;
const MEETING = 200;
const ROUNDS = 100;
const WARMING = 10;

type RawRow = [position: number, stream: string, revision: number, id: string, type: string, v: number, metadata: string, data: string];

/**
 * SQLite and nothing else: the same facts in one plain table with the same pragmas. No revision is checked, no id looked for,
 * nothing proven or kept in order but by the primary key.
 */
class RawStore {
  readonly db: Database.Database;
  private readonly insert;
  private readonly page;
  private readonly commit: (queue: readonly (() => void)[]) => void;
  private queue: (() => void)[] = [];

  constructor(file: string) {
    this.db = new Database(file);
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000']) this.db.pragma(pragma);
    this.db.exec(`CREATE TABLE raw (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL,
      type TEXT NOT NULL, v INTEGER NOT NULL, metadata TEXT NOT NULL, data TEXT NOT NULL) STRICT`);
    this.insert = this.db.prepare('INSERT INTO raw (stream, revision, id, type, v, metadata, data) VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.page = this.db.prepare<[number, number], RawRow>('SELECT * FROM raw WHERE position > ? ORDER BY position LIMIT ?').raw();
    this.commit = this.db.transaction((queue: readonly (() => void)[]) => queue.forEach((insert) => insert()));
  }

  append(stream: string, revision: number, { id, type, v, data, ...metadata }: EventToAppend): void {
    this.insert.run(stream, revision, id, type, v, JSON.stringify(metadata), JSON.stringify(data));
  }

  /** Group commit at its plainest: what is asked for in one turn of the event loop shares one commit. */
  appendTogether(stream: string, revision: number, event: EventToAppend): Promise<void> {
    return new Promise((resolve) => {
      if (this.queue.length === 0) {
        setImmediate(() => {
          const queue = this.queue;
          this.queue = [];
          this.commit(queue);
          for (const answer of this.answers.splice(0)) answer();
        });
      }
      this.queue.push(() => this.append(stream, revision, event));
      this.answers.push(resolve);
    });
  }
  private readonly answers: (() => void)[] = [];

  appendAll(stream: string, events: readonly EventToAppend[]): void {
    this.commit(events.map((event, revision) => () => this.append(stream, revision, event)));
  }

  count = (): number => this.db.prepare<[], number>('SELECT count(*) FROM raw').pluck().get() ?? 0;

  /** In pages of 512, which SQLite and the driver like best; answers how many. */
  read(after: number, limit: number): number {
    let seen = 0;
    for (let rows = this.page.all(after, Math.min(512, limit)); rows.length > 0;) {
      for (const row of rows) {
        const metadata = JSON.parse(row[6]) as object;
        const data = JSON.parse(row[7]) as object;
        if (metadata && data) seen += 1;
      }
      rows = this.page.all(after + seen, Math.min(512, limit - seen));
    }
    return seen;
  }
}

/** One turn: the same number of events by both sides. What they need is made beforehand. */
interface Turn {
  readonly events: number;
  readonly raw: () => void | Promise<void>;
  readonly ours: () => void | Promise<void>;
}

async function rateOf(events: number, work: () => void | Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return (events * 1e9) / Number(process.hrtime.bigint() - start);
}

const median = (rates: readonly number[]): number => rates.toSorted((a, b) => a - b)[rates.length >> 1] ?? NaN;

/** Many short turns, each side going first by turns, and the median of each: what disturbs the machine disturbs neither. */
async function compared(figure: string, target: number, turn: (round: number) => Turn): Promise<StoreFigure> {
  const raw: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < WARMING + ROUNDS; round += 1) {
    const made = turn(round);
    const sides: [number[], () => void | Promise<void>][] = [
      [raw, made.raw],
      [ours, made.ours],
    ];
    for (const [rates, work] of round % 2 === 0 ? sides : sides.reverse()) rates.push(await rateOf(made.events, work));
  }
  const [rate, own] = [median(raw.slice(WARMING)), median(ours.slice(WARMING))];
  return { figure, raw: Math.round(rate), ours: Math.round(own), ratio: own / rate, target };
}

const events = (count: number): EventToAppend[] => Array.from({ length: count }, () => anEvent());
const before = (revision: number): 'none' | number => (revision === 0 ? 'none' : revision - 1);

function oneClient(raw: RawStore, store: SqliteEventStore, total: number): Promise<StoreFigure> {
  const count = Math.ceil(total / ROUNDS);
  return compared('durable append, one client', 0.8, (round) => {
    const stream = `one-${round}`;
    const [theirs, own] = [events(count), events(count)];
    return {
      events: count,
      raw: () => theirs.forEach((event, revision) => raw.append(stream, revision, event)),
      ours: async () => {
        for (const [revision, event] of own.entries()) await store.append(stream, before(revision), [event]);
      },
    };
  });
}

function manyClients(raw: RawStore, store: SqliteEventStore, total: number): Promise<StoreFigure> {
  const each = Math.ceil(total / ROUNDS / CLIENTS);
  return compared(`durable append, ${CLIENTS} concurrent`, 0.6, (round) => {
    /** Every client appends its own event of each batch to its own stream, one after another. */
    const clients = (append: (stream: string, revision: number, event: EventToAppend) => Promise<unknown>) => {
      const batches = Array.from({ length: each }, () => events(CLIENTS));
      const client = async (index: number): Promise<void> => {
        for (const [revision, batch] of batches.entries()) await append(`many-${round}-${index}`, revision, batch[index] ?? anEvent());
      };
      return async () => void (await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index))));
    };
    return {
      events: each * CLIENTS,
      raw: clients((stream, revision, event) => raw.appendTogether(stream, revision, event)),
      ours: clients((stream, revision, event) => store.append(stream, before(revision), [event])),
    };
  });
}

async function readAll(raw: RawStore, store: SqliteEventStore, total: number): Promise<StoreFigure> {
  const settled = await store.head();
  const ends: Position[] = settled === null ? [] : [settled];
  const rawStart = raw.count();
  for (let meeting = 0; meeting * MEETING < total; meeting += 1) {
    const held = events(MEETING);
    const answer = await store.append(`meeting-${meeting}`, 'none', held);
    raw.appendAll(`meeting-${meeting}`, held);
    if (answer.accepted) ends.push(answer.position);
  }
  const meetings = Math.max(1, Math.floor((ends.length - 1) / (ROUNDS + WARMING)));
  const count = meetings * MEETING;
  const require = (seen: number): void => {
    if (seen !== count) throw new Error(`Read ${seen} of ${count} events.`);
  };
  return compared('read all with decode', 0.8, (round) => {
    const first = (round * meetings) % (ends.length - meetings);
    return {
      events: count,
      raw: () => require(raw.read(rawStart + first * MEETING, count)),
      ours: async () => {
        let seen = 0;
        for await (const event of store.readAll({ after: ends[first], limit: count })) if (event.id) seen += 1;
        require(seen);
      },
    };
  });
}

/**
 * Until both write-ahead logs have been written through once: from then on their files no longer grow, which is how a store
 * spends its life; while a file grows, every fsync costs about twice as much.
 */
async function settle(raw: RawStore, store: SqliteEventStore): Promise<void> {
  for (let fill = 0; fill < 30; fill += 1) {
    const held = events(1_000);
    raw.appendAll(`settling-${fill}`, held);
    await store.append(`settling-${fill}`, 'none', held);
  }
}

/** Measures the embedded store beside what SQLite itself can do in the same directory, which is left as it was. */
export async function benchEventStore(dir: string, sizes: StoreBenchSizes = {}): Promise<StoreFigure[]> {
  const { single = 4_000, concurrent = 64_000, read = 200_000 } = sizes;
  const figures: StoreFigure[] = [];
  for (const [measure, size] of [
    [oneClient, single],
    [manyClients, concurrent],
    [readAll, read],
  ] as const) {
    const directory = join(dir, 'event-store-bench');
    mkdirSync(directory, { recursive: true });
    const raw = new RawStore(join(directory, 'raw.db'));
    const store = await SqliteEventStore.open({ directory });
    try {
      await settle(raw, store);
      figures.push(await measure(raw, store, size));
    } finally {
      await store.close();
      raw.db.close();
      rmSync(directory, { recursive: true, force: true });
    }
  }
  return figures;
}
