import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { checkRecord } from '../../src/cli/check.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { type Position, type RecordedEvent } from '../../src/kernel/event.js';
import { derivedId } from '../../src/kernel/ids.js';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { Load, LOADER, prepareForLoad, type Sending } from '../support/load.js';
import { Program } from '../support/server.js';

/** How often the server is killed: `npm run test:faults` kills it 200 times. */
const KILLS = Number(process.env.QUORATE_FAULT_KILLS ?? 12);
const CLIENTS = 8;
/** The whole record is replayed and compared after so many kills, and at the end. */
const CHECK_EVERY = 50;

const between = (least: number, most: number): number => least + Math.random() * (most - least);

let program: Program;
let directory: { readonly path: string; remove(): Promise<void> };
beforeAll(async () => {
  program = await Program.built();
  directory = await aDirectory();
});
afterAll(async () => {
  await program.remove();
  await directory.remove();
});

/** Every event by the command that recorded it, read on after each kill beside whatever runs. */
class Witness {
  readonly byCommand = new Map<string, RecordedEvent[]>();
  private position: Position | undefined;
  events = 0;

  async readOn(): Promise<void> {
    const store = await SqliteEventStore.open({ directory: directory.path, readOnly: true });
    try {
      for await (const event of store.readAll(this.position ? { after: this.position } : {})) {
        this.byCommand.set(event.commandId, [...(this.byCommand.get(event.commandId) ?? []), event]);
        this.position = event.position;
        this.events += 1;
      }
    } finally {
      await store.close();
    }
  }

  of = ({ key }: Sending): readonly RecordedEvent[] => this.byCommand.get(derivedId('command', LOADER, key)) ?? [];
}

describe('a server killed at any moment', () => {
  it(
    `has every acknowledged command once and none by halves, and goes on (${KILLS} kills)`,
    async () => {
      const app = await createTestApp({ directory: directory.path });
      const token = await prepareForLoad(app);
      await app.close();
      await (await program.serve(directory.path)).stop();

      const witness = new Witness();
      await witness.readOn();
      const before = witness.byCommand.size;
      const load = new Load(token, CLIENTS);
      const counted = { whileStarting: 0, inFlight: 0, savedUnanswered: 0 };

      for (let kill = 1; kill <= KILLS; kill += 1) {
        if (kill % 6 === 0) {
          const starting = program.run('main.js', [], { env: { QUORATE_DATA_DIR: directory.path } });
          await pause(between(50, 1_500));
          starting.child.kill('SIGKILL');
          await starting.ended;
          counted.whileStarting += 1;
        } else {
          const server = await program.serve(directory.path);
          const loaded = load.run(server.address);
          await pause(between(20, 400));
          await server.kill();
          await loaded;
          await witness.readOn();
          counted.inFlight += load.unanswered.size;
          for (const sending of load.unanswered.values()) {
            const recorded = witness.of(sending).map(({ type }) => type);
            if (recorded.length === 0) continue;
            expect([sending.key, recorded]).toEqual([sending.key, sending.events]);
            counted.savedUnanswered += 1;
          }
        }
        for (const acknowledged of load.acknowledged.values())
          if (witness.of(acknowledged).length === 0) throw new Error(`${acknowledged.key} is lost`);
        if (kill % CHECK_EVERY === 0) expect(await checkRecord(directory.path)).toMatchObject({ clean: true });
      }

      const server = await program.serve(directory.path);
      const enough = new AbortController();
      const last = load.run(server.address, enough.signal);
      await pause(200);
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
      expect(witness.byCommand.size - before).toBe(load.acknowledged.size);

      const head = [...load.acknowledged.values()].reduce((most, { position }) => (position > most ? position : most), '');
      const tracker = await fetch(`${server.address}/api/v1/bodies/board-0/action-sheet?format=json`, {
        headers: { authorization: `Bearer ${token}`, 'quorate-after': head },
      });
      expect(tracker.status).toBe(200);
      const ready = (await (await fetch(`${server.address}/health/ready`)).json()) as { status: string };
      expect(ready.status).toBe('ready');
      expect(await checkRecord(directory.path)).toMatchObject({ clean: true, events: witness.events });
      expect((await server.stop()).code).toBe(0);
      expect(await checkRecord(directory.path)).toMatchObject({ clean: true, events: witness.events });

      process.stdout.write(
        `${KILLS} kills (${counted.whileStarting} while starting): ${load.acknowledged.size} commands acknowledged, ${witness.events} events; ` +
          `${counted.inFlight} in flight when killed, ${counted.savedUnanswered} of them saved without an answer\n`,
      );
      expect(load.acknowledged.size).toBeGreaterThan(KILLS);
    },
    120_000 + KILLS * 10_000,
  );

  it('while it makes its data directory starts on what it left', async () => {
    const fresh = await aDirectory();
    try {
      for (let kill = 0; kill < Math.max(3, KILLS / 20); kill += 1) {
        const starting = program.run('main.js', [], { env: { QUORATE_DATA_DIR: fresh.path } });
        await pause(between(300, 1_500));
        starting.child.kill('SIGKILL');
        await starting.ended;
      }
      const server = await program.serve(fresh.path);
      expect((await server.stop()).code).toBe(0);
      expect(await checkRecord(fresh.path)).toMatchObject({ clean: true, damage: [], differences: [] });
    } finally {
      await fresh.remove();
    }
  }, 120_000);
});
