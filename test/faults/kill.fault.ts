import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { watch } from 'node:fs/promises';
import { checked } from '../support/checked.js';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { Load, prepareForLoad } from '../support/load.js';
import { type Place, PLACES } from '../support/places.js';
import { runs } from '../support/runs.js';
import { type Ended, Program } from '../support/server.js';
import { Witness } from '../support/witness.js';

const CLIENTS = 8;
/** How often a place is passed before the server dies there, from the first command of the load on: catching up passes some of them too. */
const TIMES = [12, 3, 5, 8, 20, 40, 80].slice(0, runs(1, 7));
const STARTING_STATEMENTS = [3, 5, 1, 2, 4].slice(0, runs(2, 5));
const MAKING_STATEMENTS = [1, 5, 30, ...Array.from({ length: 60 }, (_, index) => index + 1)].slice(0, runs(3, 63));
/** After how many acknowledged commands the server is killed from outside: always the same in the short run, anywhere in the long one. */
const KILLS = [7, 31, ...Array.from({ length: runs(0, 198) }, () => 1 + Math.floor(Math.random() * 60))];
/** The whole record is replayed and compared after so many of them. */
const CHECK_EVERY = 50;

const DIED: Partial<Ended> = { code: null, signal: 'SIGKILL', stderr: expect.stringContaining('died at its place') as unknown as string };

let program: Program;
let directory: { readonly path: string; remove(): Promise<void> };
let token: string;
let load: Load;
let witness: Witness;
beforeAll(async () => {
  program = await Program.built();
  directory = await aDirectory();
  const app = await createTestApp({ directory: directory.path });
  token = await prepareForLoad(app);
  await app.close();
  await (await program.serve(directory.path)).stop();
  load = new Load(token, CLIENTS);
  witness = new Witness(directory.path);
  await witness.begin();
}, 60_000);
afterAll(async () => {
  await program.remove();
  await directory.remove();
});

/** What was acknowledged is there, and what was not is there as a whole or not at all. Answers how many were saved without an answer. */
async function nothingLost(): Promise<number> {
  await witness.readOn();
  const lost = [...load.acknowledged.values()].filter((acknowledged) => witness.of(acknowledged).length === 0);
  expect(lost).toEqual([]);
  let saved = 0;
  for (const sending of load.unanswered.values()) {
    const recorded = witness.of(sending).map(({ type }) => type);
    if (recorded.length === 0) continue;
    expect([sending.key, recorded]).toEqual([sending.key, sending.events]);
    saved += 1;
  }
  return saved;
}

/** Whatever statement it is, of whatever database. */
const ANY = { file: '', statement: '', when: 'after' } as const;

const starting = (path: string, dies: Place): Promise<Ended> => program.run('main.js', [], { env: { QUORATE_DATA_DIR: path }, dies }).ended;

async function underLoadUntilItDies(place: Place): Promise<void> {
  const dies = { ...place, since: 'INSERT INTO events' };
  const server = await program.serve(directory.path, { dies });
  const loaded = load.run(server.address);
  expect(await server.ended).toMatchObject(DIED);
  await loaded;
}

describe('a server under load that dies', () => {
  const everywhere = Object.entries(PLACES).flatMap(([name, place]) => TIMES.map((time): [string, Place] => [name, { ...place, time }]));

  it.each(everywhere)(
    '%s (%j) has every acknowledged command once and none by halves',
    async (name, dies) => {
      await underLoadUntilItDies(dies);
      expect(load.unanswered.size).toBeGreaterThan(0);
      const saved = await nothingLost();
      if (name === 'after the commit and before the answer') expect(saved).toBeGreaterThan(0);
    },
    60_000,
  );

  it(
    `from outside (${KILLS.length} times) has them too`,
    async () => {
      for (const [index, acknowledged] of KILLS.entries()) {
        const server = await program.serve(directory.path);
        const loaded = load.run(server.address);
        await load.acknowledges(acknowledged);
        await server.kill();
        await loaded;
        await nothingLost();
        if ((index + 1) % CHECK_EVERY === 0) expect(await checked(directory.path)).toMatchObject({ clean: true });
      }
    },
    60_000 + KILLS.length * 10_000,
  );

  it.each(Object.entries(PLACES).filter(([, { file }]) => file === 'readmodels'))(
    'while it catches up, %s, catches up',
    async (_name, place) => {
      // What is committed and not yet projected: the next start has something to catch up with.
      await underLoadUntilItDies({ ...PLACES['after the commit and before the answer'], time: TIMES[0]! });
      expect(await starting(directory.path, { ...place, time: 1 })).toMatchObject(DIED);
      await nothingLost();
    },
    60_000,
  );

  it.each(STARTING_STATEMENTS)('while it starts, at statement %i, starts again', async (time) => {
    expect(await starting(directory.path, { ...ANY, time })).toMatchObject(DIED);
    await nothingLost();
  });

  it('goes on, and has all of it in the end', async () => {
    const server = await program.serve(directory.path);
    const enough = new AbortController();
    const last = load.run(server.address, enough.signal);
    await load.acknowledges(3 * CLIENTS);
    enough.abort();
    await last;
    expect(load.unanswered.size).toBe(0);
    await witness.readOn();

    const wrong = [...load.acknowledged.values()].filter((sending) => {
      const events = witness.of(sending);
      const end = events.at(-1);
      const whole = events.length === sending.events.length && events.every(({ type }, index) => type === sending.events[index]);
      const together = events.every(({ revision, stream }, index) => revision === events[0]!.revision + index && stream === end?.stream);
      return !whole || !together || end?.revision !== sending.revision || end.position !== sending.position;
    });
    expect(wrong).toEqual([]);
    expect(witness.commandsSince).toBe(load.acknowledged.size);

    const head = [...load.acknowledged.values()].reduce((most, { position }) => (position > most ? position : most), '');
    const tracker = await fetch(`${server.address}/api/v1/bodies/board-0/action-sheet?format=json`, {
      headers: { authorization: `Bearer ${token}`, 'quorate-after': head },
    });
    expect(tracker.status).toBe(200);
    const ready = (await (await fetch(`${server.address}/health/ready`)).json()) as { status: string };
    expect(ready.status).toBe('ready');
    expect(await checked(directory.path)).toMatchObject({ clean: true, events: witness.events });
    expect((await server.stop()).code).toBe(0);
    expect(await checked(directory.path)).toMatchObject({ clean: true, events: witness.events });
  }, 120_000);
});

describe('a server that dies while it makes its data directory', () => {
  it.each(MAKING_STATEMENTS)('at statement %i, starts on what it left', async (time) => {
    const fresh = await aDirectory();
    try {
      expect(await starting(fresh.path, { ...ANY, time })).toMatchObject(DIED);
      const server = await program.serve(fresh.path);
      expect((await server.stop()).code).toBe(0);
      expect(await checked(fresh.path)).toMatchObject({ clean: true, damage: [], differences: [] });
    } finally {
      await fresh.remove();
    }
  });

  it('as files come and change in it, again and again, starts on what it left', async () => {
    const fresh = await aDirectory();
    try {
      for (const changes of [2, 9, 1, 3, 5, 8, 13, 20, 30, 40].slice(0, runs(2, 10))) {
        const over = new AbortController();
        const watched = watch(fresh.path, { signal: over.signal });
        const { child, ended } = program.run('main.js', [], { env: { QUORATE_DATA_DIR: fresh.path } });
        let seen = 0;
        for await (const _change of watched) if ((seen += 1) === changes) break;
        child.kill('SIGKILL');
        await ended;
        over.abort();
      }
      const server = await program.serve(fresh.path);
      expect((await server.stop()).code).toBe(0);
      expect(await checked(fresh.path)).toMatchObject({ clean: true, damage: [], differences: [] });
    } finally {
      await fresh.remove();
    }
  }, 120_000);
});
