import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { checkRecord } from '../../src/cli/check.js';
import { copyBetween } from '../../src/cli/copy.js';
import { readConfig } from '../../src/config/config.js';
import { aDirectory } from '../support/directories.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { aSchema, type PostgresForTests, postgresForTests } from '../support/postgres.js';
import { theFiles } from '../support/recorded-once.js';
import { Program, type Server } from '../support/server.js';

const CLOCK = new HandClock('2026-10-02T09:00:00.000Z');
const MINUTE = 'bodies/cpp-strategic-board/meetings/2016-03-03/minute?format=text';

let server: PostgresForTests;
let home: Awaited<ReturnType<typeof aDirectory>>;
let program: Program;
const [store, models, another] = [aSchema(), aSchema(), aSchema()];
const at = (schema: string): string => `${server.url}?schema=${schema}`;
const place = (schema: string) => ({ kind: 'postgres', url: server.url, schema }) as const;
const settings = (name: string, readModels = models) => ({
  QUORATE_DATA_DIR: join(home.path, name),
  QUORATE_STORE: at(store),
  QUORATE_READ_MODELS: at(readModels),
});

beforeAll(async () => {
  [server, home, program] = [await postgresForTests(), await aDirectory(), await Program.built()];
  await cp(await theFiles('all-files', CLOCK.now()), join(home.path, 'embedded'), {
    recursive: true,
    filter: (name) => !name.endsWith('.lock'),
  });
  await cp(join(home.path, 'embedded'), join(home.path, 'data'), {
    recursive: true,
    filter: (name) => !/(?:events|readmodels)\.db/.test(name),
  });
}, 240_000);

afterAll(async () => {
  await program.remove();
  await server.stop();
  await home.remove();
});

describe('a record that moves from the data directory to PostgreSQL', () => {
  let app: TestApp;
  let embedded: TestApp;

  beforeAll(async () => {
    embedded = await createTestApp({ clock: CLOCK, directory: join(home.path, 'embedded'), embedded: true });
  });
  afterAll(async () => {
    await app.close();
    await embedded.close();
  });

  it('is copied, each event proved equal, once', async () => {
    const from = { kind: 'sqlite', directory: join(home.path, 'embedded') } as const;
    const first = await copyBetween(from, place(store));
    expect(first).toMatchObject({ before: 0, samePositions: true });
    expect(first.events).toBeGreaterThan(400);
    expect(await copyBetween(from, place(store))).toEqual({ ...first, before: first.events });
  });

  it.each([
    ['the minute, word for word', MINUTE],
    ['the action sheet', 'bodies/cpp-strategic-board/action-sheet?format=text&as-at=2016-06-09'],
    ['what falls due', 'due?limit=200'],
    ['the decisions', 'bodies/cpp-strategic-board/decisions?limit=200'],
    ['a search', 'search?words=%22action+tracker%22&sort=oldest&limit=200'],
    ['the attendance', 'bodies/cpp-strategic-board/attendance'],
  ])('answers as the data directory did: %s', async (_what, address) => {
    app ??= await createTestApp({ clock: CLOCK, directory: join(home.path, 'data'), env: settings('data') });
    const [here, there] = [await app.get(address), await embedded.get(address)];
    expect([here.status, there.status]).toEqual([200, 200]);
    expect(here.text).toBe(there.text);
  });

  it('is found whole by the check, which says where a row was changed by hand', async () => {
    const config = readConfig({ ...settings('data'), QUORATE_LOG_LEVEL: 'silent' });
    expect(await checkRecord(config)).toMatchObject({ clean: true, damage: [], differences: [] });
    const client = new pg.Client(server.url);
    await client.connect();
    const changed = (from: string, to: string) =>
      client.query(`UPDATE "${store}".events SET body = replace(body, $1, $2) WHERE position = 20`, [from, to]);
    try {
      const [row] = (await client.query<{ body: string }>(`SELECT body FROM "${store}".events WHERE position = 20`)).rows;
      const word = /"recordedAt":"(\d{4})/.exec(row!.body)![1]!;
      await changed(`"recordedAt":"${word}`, '"recordedAt":"1999');
      expect((await checkRecord(config)).damage).toContainEqual({
        place: expect.stringContaining('0000000000000014'),
        problem: expect.any(String),
      });
      await changed('"recordedAt":"1999', `"recordedAt":"${word}`);
    } finally {
      await client.end();
    }
    expect(await checkRecord(config)).toMatchObject({ clean: true });
  });
});

describe('a server on PostgreSQL', () => {
  let first: Server;

  it('writes alone: a second is refused, and begins when the first was killed', async () => {
    first = await program.serve(join(home.path, 'data'), { env: settings('data') });
    const second = await program.refused(join(home.path, 'second'), { env: settings('second') });
    expect([second.code, second.stderr]).toEqual([
      1,
      expect.stringMatching(/^quorate: Another process writes the record in the schema .*\n$/),
    ]);
    await first.kill();
    const next = await program.serve(join(home.path, 'data'), { env: settings('data') });
    expect((await fetch(`${next.address}/health/ready`)).status).toBe(200);
    await next.stop();
  });

  it.each([
    [
      'that is not there',
      { QUORATE_STORE: 'postgres://quorate@127.0.0.1:1/quorate' },
      /^quorate: PostgreSQL did not answer: .*127\.0\.0\.1:1.*\n$/,
    ],
    [
      'whose read models are not there',
      { QUORATE_READ_MODELS: 'postgres://quorate@127.0.0.1:1/quorate' },
      /^quorate: .*127\.0\.0\.1:1.*\n$/,
    ],
  ])('%s is one sentence at the start', async (_what, env, sentence) => {
    const { code, stderr } = await program.refused(join(home.path, 'data'), { env: { ...settings('data'), ...env } });
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  });

  it('is not begun with read models of another record, nor on an empty one beside a vault', async () => {
    const other = await createTestApp({ clock: CLOCK, embedded: true, env: { QUORATE_READ_MODELS: at(another) } });
    await other.principal('ana', 'auditor');
    await other.close();
    const mixed = await program.refused(join(home.path, 'data'), { env: settings('data', another) });
    expect(mixed.stderr).toMatch(/^quorate: The read models in the schema .* are of another record, which begins with the event /);
    const empty = await program.refused(join(home.path, 'data'), { env: { ...settings('data'), QUORATE_STORE: at(aSchema()) } });
    expect(empty.stderr).toMatch(/^quorate: The record on the server is empty, though there is a vault in /);
  });
});
