import { type EventStore } from '../../src/eventstore/event-store.port.js';
import { type Upcast } from '../../src/eventstore/upcasting.js';
import { type AnyProjection } from '../../src/kernel/projection.js';
import { ProjectionRunner } from '../../src/projections/projection-runner.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';

export interface RebuildMeasured {
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** Of the whole process, sampled every 50 ms. */
  readonly peakRssBytes: number;
}

const SAMPLE_MS = 50;

/**
 * Builds every projection from the whole record into an empty directory, as after an upgrade that raised every version.
 * `store` holds the events already; `directory` has no read models yet.
 */
export async function measureRebuild(
  store: EventStore,
  projections: readonly AnyProjection[],
  directory: string,
  { events, upcast }: { readonly events: number; readonly upcast?: Upcast },
): Promise<RebuildMeasured> {
  const models = await ReadModels.open({ dialect: new SqliteDialect(directory), projections });
  const runner = await ProjectionRunner.open({ store, models, ...(upcast ? { upcast } : {}) });
  let peakRssBytes = process.memoryUsage.rss();
  const sampling = setInterval(() => (peakRssBytes = Math.max(peakRssBytes, process.memoryUsage.rss())), SAMPLE_MS);
  const began = performance.now();
  try {
    await runner.start();
    if (!(await runner.settled(3_600_000))) throw new Error('The projections did not come to the end of the record.');
    for (const { name, halted, fault } of await runner.status()) {
      if (halted || fault) throw new Error(`${name} stopped: ${halted?.error ?? fault}`);
    }
    const seconds = (performance.now() - began) / 1_000;
    return { events, seconds, eventsPerSecond: events / seconds, peakRssBytes };
  } finally {
    clearInterval(sampling);
    await runner.stop();
    await models.close();
  }
}
