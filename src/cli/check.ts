import { type Config } from '../config/config.js';
import { createApp } from '../create-app.js';
import { openToRead } from '../engines.js';
import { type StoreDamage } from '../eventstore/event-store.port.js';
import { type Difference } from '../projections/compare.js';
import { ProjectionEngine } from '../projections/projection-engine.js';
import { caughtUp } from './local-api.js';

export interface CheckReport {
  readonly clean: boolean;
  readonly events: number;
  readonly readModels: number;
  readonly damage: readonly StoreDamage[];
  readonly differences: readonly Difference[];
}

/** After so many findings of one kind the check stops looking: the record is plainly not sound. */
const MOST = 1_000;

/**
 * Proves the store whole (every checksum, the chain of digests, consecutive revisions), then replays all events and compares every read model
 * with the live one. Works beside a running server. A damaged store is not replayed.
 */
export async function checkRecord(config: Config): Promise<CheckReport> {
  const store = await openToRead(config);
  const damage: StoreDamage[] = [];
  let events = 0;
  try {
    for await (const found of store.verify()) if (damage.push(found) >= MOST) break;
    if (damage.length === 0) for await (const _event of store.readAll()) events += 1;
  } finally {
    await store.close();
  }
  if (damage.length > 0) return { clean: false, events, readModels: 0, damage, differences: [] };

  const app = await createApp(config, { mode: 'either' });
  try {
    await caughtUp(app);
    const engine = app.get(ProjectionEngine);
    const differences: Difference[] = [];
    for await (const found of engine.compare()) if (differences.push(found) >= MOST) break;
    const readModels = (await engine.status()).length;
    return { clean: differences.length === 0, events, readModels, damage, differences };
  } finally {
    await app.close();
  }
}
