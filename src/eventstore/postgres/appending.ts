import type pg from 'pg';
import { type Appended, StoreFault, type WrongRevision } from '../event-store.port.js';
import { type Waiting, WaitingLine } from '../waiting-line.js';
import { isTaken, isUsable, toFault } from './faults.js';
import { type Answer, type Fate, type Head, type KnownAt, type NewRow, placed, type Placed, type QueuedAppend } from './placing.js';

type Queued = Waiting<QueuedAppend>;

/** One commit takes at most this many appends, and begins no further one once it has this many events. */
const MOST_APPENDS = 512;
const MOST_EVENTS = 1_000;
/** Rows of one statement: a statement has at most 65,535 parameters. */
const ROWS = 1_000;
/** Statements of up to this many rows are prepared once, by their number of rows. */
const PREPARED = 64;
/** Streams whose end is remembered. */
const ENDS = 10_000;

const COLUMNS = 'position, stream, revision, id, part, parts, crc_before, crc, digest, body';
const TYPES = ['bigint', 'text', 'integer', 'text', 'integer', 'integer', 'bigint', 'bigint', 'bytea', 'text'];

/** `($5::bigint, $6::text, ...), (...)` */
const values = (rows: number, from: number): string =>
  Array.from({ length: rows }, (_, row) => {
    const first = from + row * TYPES.length;
    return `(${TYPES.map((type, column) => `$${first + column}${row === 0 ? `::${type}` : ''}`).join(', ')})`;
  }).join(', ');

function beyondOneCommit(waiting: readonly Queued[]): number {
  let events = 0;
  return waiting.findIndex(({ append }, index) => {
    const full = index >= MOST_APPENDS || (index > 0 && events + append.events.length > MOST_EVENTS);
    events += append.events.length;
    return full;
  });
}

/**
 * Writes appends, those that come together in one commit. Any number of processes may: the head's row is locked from the first look at it to
 * the commit, or moved by a statement that does nothing where somebody else has moved it meanwhile. In one process alone that statement is
 * all there is to an append.
 */
export class Appending {
  readonly counted = { commits: 0, appends: 0 };
  /** What one turn of the event loop brings shares a commit. */
  private readonly line = new WaitingLine<QueuedAppend>(beyondOneCommit, (batch) => this.commitSome(batch));
  /** The end of the record and of streams, as they were when this process last wrote or looked; `undefined` where it does not know. */
  private head: Head | undefined;
  private readonly ends = new Map<string, number>();
  /** Of streams with appends that are not answered yet: what each is to make of its end. */
  private readonly underWay = new Map<string, Map<Fate, number>>();

  constructor(
    private readonly schema: string,
    private readonly connection: () => Promise<pg.Client>,
    /** Gives up a connection that cannot be used any more. */
    private readonly abandon: (client: pg.Client) => Promise<void>,
    private readonly committed: () => void,
  ) {}

  async add(append: Pick<QueuedAppend, 'stream' | 'expected' | 'events'>): Promise<Appended | WrongRevision> {
    const { stream, expected, events } = append;
    const fate: Fate = { fell: false };
    const others = this.underWay.get(stream) ?? new Map<Fate, number>();
    const restsOn = [...others].flatMap(([one, end]) => (end === expected ? [one] : []));
    if (expected !== 'any') this.underWay.set(stream, others.set(fate, (expected === 'none' ? -1 : expected) + events.length));
    try {
      return await this.line.add({ ...append, fate, restsOn });
    } finally {
      others.delete(fate);
      if (others.size === 0) this.underWay.delete(stream);
    }
  }

  /** Until everything that was queued is answered. */
  settled(): Promise<void> {
    return this.line.settled();
  }

  private async commitSome(batch: readonly Queued[]): Promise<void> {
    let client: pg.Client | undefined;
    let answers: readonly Answer[];
    try {
      client = await this.connection();
      const appends = batch.map(({ append }) => append);
      answers = (await this.atOnce(client, appends)) ?? (await this.inLock(client, appends));
    } catch (cause) {
      this.forget();
      if (client) await this.leave(client, cause);
      const fault = toFault(cause);
      for (const { append, reject } of batch) {
        append.fate.fell = true;
        reject(fault);
      }
      return;
    }
    this.counted.commits += 1;
    this.counted.appends += batch.length;
    for (const [index, { append, resolve, reject }] of batch.entries()) {
      const answer = answers[index]!;
      append.fate.fell = answer instanceof StoreFault || !answer.accepted;
      if (answer instanceof StoreFault) reject(answer);
      else resolve(answer);
    }
    this.committed();
  }

  /** After a fault: the transaction is undone, or the connection given up. */
  private async leave(client: pg.Client, cause: unknown): Promise<void> {
    if (!isUsable(cause)) return this.abandon(client);
    await client.query('ROLLBACK').catch(() => this.abandon(client));
  }

  private forget(): void {
    this.head = undefined;
    this.ends.clear();
  }

  /** One statement, on what this process knows. `undefined` where that does not suffice, or is not so any more; nothing is written then. */
  private async atOnce(client: pg.Client, appends: readonly QueuedAppend[]): Promise<readonly Answer[] | undefined> {
    const { head } = this;
    if (!head) return undefined;
    await this.learnEnds(client, appends);
    const found = placed(appends, { head, ends: this.ends, known: new Map() });
    if (found.clashed || found.rows.length === 0 || found.rows.length > ROWS) return undefined;
    const rows = found.rows.length;
    try {
      const { rowCount } = await client.query({
        ...(rows <= PREPARED && { name: `append-${rows}` }),
        text: `WITH moved AS (UPDATE ${this.schema}.head SET position = $2, crc = $3, digest = $4 WHERE position = $1 RETURNING 1)
          INSERT INTO ${this.schema}.events (${COLUMNS}) SELECT * FROM (VALUES ${values(rows, 5)}) AS new (${COLUMNS}) WHERE EXISTS (SELECT FROM moved)`,
        values: [head.position, ...headValues(found.head), ...found.rows.flat()],
      });
      if (rowCount !== rows) return undefined;
    } catch (cause) {
      // One of the ids is in the record: which, and of what append, is looked for in the lock.
      if (isTaken(cause)) return undefined;
      throw cause;
    }
    this.remember(found);
    return found.answers;
  }

  /** With the head locked: whatever others have written is looked up, and the ids as well. */
  private async inLock(client: pg.Client, appends: readonly QueuedAppend[]): Promise<readonly Answer[]> {
    await client.query('BEGIN');
    const head = await this.lockedHead(client);
    if (head.position !== this.head?.position) this.ends.clear();
    this.head = head;
    await this.learnEnds(client, appends);
    const known = await this.knownIds(client, appends);
    const found = placed(appends, { head, ends: this.ends, known });
    for (let at = 0; at < found.rows.length; at += ROWS) await this.insert(client, found.rows.slice(at, at + ROWS));
    if (found.rows.length > 0)
      await client.query(`UPDATE ${this.schema}.head SET position = $1, crc = $2, digest = $3`, headValues(found.head));
    await client.query('COMMIT');
    this.remember(found);
    return found.answers;
  }

  private async lockedHead(client: pg.Client): Promise<Head> {
    const { rows } = await client.query<{ position: number; crc: number; digest: Buffer }>(
      `SELECT position, crc, digest FROM ${this.schema}.head FOR UPDATE`,
    );
    const [row] = rows;
    if (!row) throw new StoreFault('store.damaged', 'The event store is damaged: its head is missing.', { place: 'head' });
    return { position: row.position, crc: row.crc, digest: row.digest.toString('hex') };
  }

  private async learnEnds(client: pg.Client, appends: readonly QueuedAppend[]): Promise<void> {
    const wanted = [...new Set(appends.map(({ stream }) => stream))].filter((stream) => !this.ends.has(stream));
    if (wanted.length === 0) return;
    const { rows } = await client.query<{ stream: string; last: number }>({
      name: 'ends',
      text: `SELECT s.stream, coalesce((SELECT max(e.revision) FROM ${this.schema}.events e WHERE e.stream = s.stream), -1) AS last
        FROM unnest($1::text[]) AS s (stream)`,
      values: [wanted],
    });
    if (this.ends.size + rows.length > ENDS) this.ends.clear();
    for (const { stream, last } of rows) this.ends.set(stream, last);
  }

  private async knownIds(client: pg.Client, appends: readonly QueuedAppend[]): Promise<ReadonlyMap<string, KnownAt>> {
    const { rows } = await client.query<KnownAt & { id: string }>({
      name: 'ids',
      text: `SELECT id, position, stream, revision, part, parts FROM ${this.schema}.events WHERE id = ANY($1::text[])`,
      values: [appends.flatMap(({ events }) => events.map(({ id }) => id))],
    });
    return new Map(rows.map(({ id, ...at }) => [id, at]));
  }

  private insert(client: pg.Client, rows: readonly NewRow[]): Promise<unknown> {
    return client.query(`INSERT INTO ${this.schema}.events (${COLUMNS}) VALUES ${values(rows.length, 1)}`, rows.flat());
  }

  private remember({ head, ends }: Placed): void {
    this.head = head;
    for (const [stream, last] of ends) this.ends.set(stream, last);
  }
}

const headValues = ({ position, crc, digest }: Head): [number, number, Buffer] => [position, crc, Buffer.from(digest, 'hex')];
