import { type DatabasePlace } from './config/database-place.js';
import { type Config } from './config/config.js';
import { type EventStore, StoreFault } from './eventstore/event-store.port.js';
import { PostgresEventStore } from './eventstore/postgres/postgres-event-store.js';
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

/** A record wherever it lies; `to write` takes it for this process alone. */
export function openPlace(place: DatabasePlace, how: 'to read' | 'to write'): Promise<EventStore> {
  const readOnly = how === 'to read';
  return place.kind === 'postgres'
    ? PostgresEventStore.open({ ...place, readOnly, alone: !readOnly })
    : SqliteEventStore.open({ directory: place.directory, readOnly });
}

const placeOf = ({ store, dataDir }: Places): DatabasePlace => store ?? { kind: 'sqlite', directory: dataDir };

/** The record alone, for whoever reads or proves it. */
export const openToRead = (places: Places): Promise<EventStore> => openPlace(placeOf(places), 'to read');

/** The record as the mode has it, and whether this process may write it. */
export async function openStore(places: Places, mode: Mode): Promise<{ readonly store: EventStore; readonly writing: WriteAccess }> {
  if (mode === 'read-only') return { store: await openToRead(places), writing: new WriteAccess('store.in-use') };
  try {
    return { store: await openPlace(placeOf(places), 'to write'), writing: new WriteAccess(null) };
  } catch (fault) {
    if (mode === 'read-write' || !(fault instanceof StoreFault) || (fault.code !== 'store.in-use' && fault.code !== 'store.read-only'))
      throw fault;
    return { store: await openToRead(places), writing: new WriteAccess(fault.code) };
  }
}

/** The database of the read models. */
export const dialectOf = ({ readModels, dataDir }: Places): Dialect =>
  readModels?.kind === 'postgres' ? new PostgresDialect(readModels) : new SqliteDialect(readModels?.directory ?? dataDir);
