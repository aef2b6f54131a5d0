import { type QueryRunner } from 'typeorm';
import { type EventStore } from '../eventstore/event-store.port.js';
import { type Dialect } from './dialect.port.js';

/** Which record a store holds: the id of its first event, `null` while it has none. */
export async function recordIn(store: EventStore): Promise<string | null> {
  for await (const { id } of store.readAll({ limit: 1 })) return id;
  return null;
}

/**
 * Read models are of one record: two records may have the same positions, and what one has projected the other would take for its own.
 * Throws, in one sentence, where they are of another; notes whose they are where nobody has.
 */
export async function beOfOneRecord(run: QueryRunner, dialect: Dialect, record: string | null): Promise<void> {
  const [noted] = (await run.query('SELECT "first_event_id" AS id FROM "projected_record"')) as { id: string }[];
  if (noted && noted.id !== record)
    throw new Error(
      `The read models in ${dialect.place} are of another record, which begins with the event ${noted.id}; this one ${record === null ? 'is empty' : `begins with ${record}`}. ` +
        'Name another place for the read models, or remove these: they are made from the record again.',
    );
  if (!noted && record !== null)
    await run.query(`INSERT INTO "projected_record" ("first_event_id") VALUES (${dialect.parameter(1)})`, [record]);
}
