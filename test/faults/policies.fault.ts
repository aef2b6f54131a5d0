import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { aDirectory } from '../support/directories.js';
import { anEvent, listed } from '../support/events.js';
import { type Place } from '../support/places.js';
import { runInOwnProcess } from '../support/processes.js';
import { runs } from '../support/runs.js';

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

/** The places between a command of a policy and the policy's checkpoint. */
const PLACES: readonly [name: string, dies: Place][] = [
  ['before an answer is written', { file: 'events.db', statement: 'INSERT INTO events', when: 'before', time: 300 }],
  ['between answers and their commit', { file: 'events.db', statement: 'COMMIT', when: 'before', time: 4 }],
  ['after the commit of some answers', { file: 'events.db', statement: 'COMMIT', when: 'after', time: 3 }],
  ['between the last answer and the checkpoint', { file: 'policies.db', statement: 'INSERT INTO checkpoint', when: 'before', time: 2 }],
  ['after the checkpoint', { file: 'policies.db', statement: 'INSERT INTO checkpoint', when: 'after', time: 2 }],
];

describe('a policy that dies while it reacts', () => {
  it('has done everything it should once, and nothing twice, when it has come to the end', async () => {
    let before = 0;
    for (const [name, dies] of PLACES.flatMap((place) => Array.from({ length: runs(1, 2) }, () => place))) {
      const process = runInOwnProcess('reacting.ts', [home.path], dies);
      expect([name, await process.ended()]).toEqual([name, 'SIGKILL']);
      const counted = await answers();
      expect([name, wrong(counted)]).toEqual([name, []]);
      // It died in the middle.
      expect(counted.size).toBeGreaterThan(before);
      expect(counted.size).toBeLessThan(BELLS * ANSWERS);
      before = counted.size;
    }
    await finish();
    const counted = await answers();
    expect(wrong(counted)).toEqual([]);
    expect(counted.size).toBe(BELLS * ANSWERS);
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
