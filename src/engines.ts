import { mkdirSync } from 'node:fs';
import { type RecordPlace } from './config/database-place.js';
import { type Config } from './config/config.js';
import { type EventStore, StoreFault } from './eventstore/event-store.port.js';
import { KurrentdbEventStore } from './eventstore/kurrentdb/kurrentdb-event-store.js';
import { PostgresEventStore } from './eventstore/postgres/postgres-event-store.js';
import { lockDirectory } from './eventstore/sqlite/lock.js';
import { SqliteEventStore } from './eventstore/sqlite/sqlite-event-store.js';
import { WriteAccess } from './http/write-access.js';
import { type Dialect } from './projections/dialect.port.js';
import { PostgresDialect } from './projections/postgres/postgres-dialect.js';
import { SqliteDialect } from './projections/sqlite/sqlite-dialect.js';

/**
 * - `read-write`: takes the record for this process; runs the projections.
 * - `read-only`: beside the process that has it. Commands are refused with `store.in-use`.
 * - `either`: the first where nobody has it, else the second.
 */
export type Mode = 'read-write' | 'read-only' | 'either';

type Places = Pick<Config, 'store' | 'readModels' | 'dataDir'>;

/** A record wherever it lies; `to write` takes it for this process alone, but on KurrentDB, which anybody may write to. */
export function openPlace(place: RecordPlace, how: 'to read' | 'to write'): Promise<EventStore> {
  const readOnly = how === 'to read';
  switch (place.kind) {
    case 'sqlite':
      return SqliteEventStore.open({ directory: place.directory, readOnly });
    case 'postgres':
      return PostgresEventStore.open({ ...place, readOnly, alone: !readOnly });
    case 'kurrentdb':
      return KurrentdbEventStore.open({ ...place, readOnly });
  }
}

const placeOf = ({ store, dataDir }: Places): RecordPlace => store ?? { kind: 'sqlite', directory: dataDir };

/** The record alone, for whoever reads or proves it. */
export const openToRead = (places: Places): Promise<EventStore> => openPlace(placeOf(places), 'to read');

/** A record that is open, and whether this process may write it. */
export interface OpenRecord {
  readonly store: EventStore;
  readonly writing: WriteAccess;
  readonly close: () => Promise<void>;
}

/** The record as the mode has it. */
export async function openStore(places: Places, mode: Mode): Promise<OpenRecord> {
  const reading = async (because: 'store.in-use' | 'store.read-only'): Promise<OpenRecord> => {
    const store = await openToRead(places);
    return { store, writing: new WriteAccess(because), close: () => store.close() };
  };
  if (mode === 'read-only') return reading('store.in-use');
  try {
    return await openToWrite(places);
  } catch (fault) {
    if (mode === 'read-write' || !(fault instanceof StoreFault) || (fault.code !== 'store.in-use' && fault.code !== 'store.read-only'))
      throw fault;
    return reading(fault.code);
  }
}

/** KurrentDB has no lock that one process could hold: there it holds the data directory, with the vault and the keys in it. */
async function openToWrite(places: Places): Promise<OpenRecord> {
  const place = placeOf(places);
  const held = place.kind === 'kurrentdb' ? heldDirectory(places.dataDir) : undefined;
  try {
    const store = await openPlace(place, 'to write');
    const close = async (): Promise<void> => {
      await store.close();
      held?.release();
    };
    return { store, writing: new WriteAccess(null), close };
  } catch (fault) {
    held?.release();
    throw fault;
  }
}

function heldDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return lockDirectory(directory);
}

/** The database of the read models. */
export const dialectOf = ({ readModels, dataDir }: Places): Dialect =>
  readModels?.kind === 'postgres' ? new PostgresDialect(readModels) : new SqliteDialect(readModels?.directory ?? dataDir);
