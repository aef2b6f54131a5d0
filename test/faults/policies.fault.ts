import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { aDirectory } from '../support/directories.js';
import { anEvent, listed } from '../support/events.js';
import { runInOwnProcess } from '../support/processes.js';

const BELLS = 30;
const ANSWERS = 200;

let home: { readonly path: string; remove(): Promise<void> };
beforeEach(async () => {
  home = await aDirectory();
  const store = await SqliteEventStore.open({ directory: home.path });
  for (let bell = 0; bell < BELLS; bell += 1)
    await store.append(`bell-${bell}`, 'none', [{ ...anEvent(), type: 'BellRung', data: { answers: ANSWERS } }]);
  await store.close();
});
afterEach(() => home.remove());

/** How often each answer was recorded, by bell and number. */
async function answers(): Promise<Map<string, number>> {
  const store = await SqliteEventStore.open({ directory: home.path, readOnly: true });
  const counted = new Map<string, number>();
  for (const { type, causationId, data } of await listed(store.readAll())) {
    if (type !== 'Answered') continue;
    const name = `${causationId} ${(data as { index: number }).index}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  await store.close();
  return counted;
}

const finish = async (): Promise<void> => {
  const last = runInOwnProcess('reacting.ts', [home.path]);
  while ((await last.line()) !== 'done');
  await last.ended();
};
const wrong = (counted: Map<string, number>) => [...counted].filter(([, times]) => times !== 1);

describe('a policy killed while it reacts', () => {
  it('has done everything it should once, and nothing twice, when it has come to the end', async () => {
    const seen: number[] = [];
    for (let kill = 0; kill < 6; kill += 1) {
      const process = runInOwnProcess('reacting.ts', [home.path]);
      await process.line();
      await pause(10 + Math.random() * 60);
      await process.kill();
      seen.push((await answers()).size);
    }
    await finish();
    const counted = await answers();
    expect(wrong(counted)).toEqual([]);
    expect(counted.size).toBe(BELLS * ANSWERS);
    // It was killed in the middle at least once.
    expect(seen.some((size) => size > 0 && size < BELLS * ANSWERS)).toBe(true);
  }, 120_000);

  it('asks everything again, and does nothing again, when its checkpoint is lost', async () => {
    await finish();
    for (const name of await readdir(home.path)) if (name.startsWith('policies.db')) await rm(join(home.path, name));
    await finish();
    const counted = await answers();
    expect(wrong(counted)).toEqual([]);
    expect(counted.size).toBe(BELLS * ANSWERS);
  }, 120_000);
});
