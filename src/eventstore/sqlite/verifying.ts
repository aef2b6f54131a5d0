import Database from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import { type StoreDamage, StoreFault } from '../event-store.port.js';
import { toPosition } from '../proof.js';
import { messageOf } from '../cause.js';
import { type StreamEnd } from './tail.js';
import { NO_END, type Verification, verifyingEvents } from './verifying-events.js';

const PAGE = 512;

/**
 * Proves the store whole: the file's own structure, every event's checksum, the chain of digests, positions and revisions without gaps, and
 * the indexes against the events. The chain cannot show a store rewritten from some event to its very end: for that, compare the head
 * digest with one kept elsewhere (every backup names it).
 *
 * Reads through a connection of its own, in one snapshot: the store goes on being written meanwhile.
 */
export async function* verifying(file: string, requireOpen: () => void): AsyncGenerator<StoreDamage, void, undefined> {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    db.exec('BEGIN');
    yield* structure(db);
    const { head, indexed } = db.prepare<[], { head: number; indexed: number }>('SELECT position AS head, indexed FROM head').get() ?? {
      head: -1,
      indexed: -1,
    };
    const verification: Verification = { db, head, indexed, requireOpen, ends: new Map(), indexedEnds: new Map() };
    yield* verifyingEvents(verification);
    yield* indexes(verification);
  } catch (cause) {
    if (cause instanceof StoreFault && cause.code === 'store.closed') throw cause;
    yield { place: 'the file', problem: messageOf(cause) };
  } finally {
    db?.close();
  }
}

function* structure(db: Database.Database): Generator<StoreDamage> {
  try {
    for (const { integrity_check: problem } of db.pragma('integrity_check(100)') as { integrity_check: string }[]) {
      if (problem !== 'ok') yield { place: 'the file', problem };
    }
  } catch (cause) {
    yield { place: 'the file', problem: messageOf(cause) };
  }
}

/** Proves that the ends of streams are those of the indexed events, and that every indexed id is the id of an event. */
async function* indexes({ db, indexed, indexedEnds, requireOpen }: Verification): AsyncGenerator<StoreDamage, void, undefined> {
  const ids = db.prepare<[], number>('SELECT count(*) FROM event_ids').pluck().get();
  if (ids !== indexed) yield { place: 'the index of ids', problem: `holds ${ids} ids for ${indexed} events` };
  const page = db
    .prepare<[number, number], [number, string, number, number]>(
      'SELECT id, name, last_revision, last_position FROM streams WHERE id > ? ORDER BY id LIMIT ?',
    )
    .raw();
  for (let rows = page.all(0, PAGE); rows.length > 0; rows = page.all(rows.at(-1)?.[0] ?? 0, PAGE)) {
    for (const [id, name, revision, position] of rows) {
      const end = indexedEnds.get(id) ?? NO_END;
      if (end.revision === revision && end.position === position) continue;
      yield { place: `stream "${name}"`, problem: `should end at ${endText({ revision, position })}; ends at ${endText(end)}` };
    }
    await turn();
    requireOpen();
  }
}

const endText = ({ revision, position }: StreamEnd): string => `revision ${revision}, position ${toPosition(position)}`;
