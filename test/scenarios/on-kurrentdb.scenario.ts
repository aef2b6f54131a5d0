import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { checkRecord } from '../../src/cli/check.js';
import { copyBetween } from '../../src/cli/copy.js';
import { readConfig } from '../../src/config/config.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { describeOnKurrentdb, describeOnOwnKurrentdb } from '../support/describe-kurrentdb.js';
import { aDirectory } from '../support/directories.js';
import { within } from '../support/engines.js';
import { aRecord, type KurrentdbForTests, kurrentdbForTests, KurrentdbServer } from '../support/kurrentdb.js';
import { aSchema, type PostgresForTests, postgresForTests } from '../support/postgres.js';
import { theFiles } from '../support/recorded-once.js';
import { Program, type Server } from '../support/server.js';

const CLOCK = new HandClock('2026-10-02T09:00:00.000Z');
const MINUTE = 'bodies/cpp-strategic-board/meetings/2016-03-03/minute?format=text';

describeOnKurrentdb('on KurrentDB and PostgreSQL', () => {
  let kurrentdb: KurrentdbForTests;
  let postgres: PostgresForTests;
  let home: Awaited<ReturnType<typeof aDirectory>>;
  let program: Program;
  let app: TestApp;
  let embedded: TestApp;
  const [record, models] = [aRecord(), aSchema()];
  const place = (name: string) => ({ kind: 'kurrentdb', url: kurrentdb.url, record: name }) as const;
  const embeddedPlace = (name: string) => ({ kind: 'sqlite', directory: join(home.path, name) }) as const;
  const settings = (name: string, store = record) => ({
    QUORATE_DATA_DIR: join(home.path, name),
    QUORATE_STORE: within(kurrentdb.url, store),
    QUORATE_READ_MODELS: within(postgres.url, models),
  });

  beforeAll(async () => {
    [kurrentdb, postgres, home, program] = [await kurrentdbForTests(), await postgresForTests(), await aDirectory(), await Program.built()];
    const files = await theFiles('all-files', CLOCK.now());
    await cp(files, join(home.path, 'embedded'), { recursive: true, filter: (name) => !name.endsWith('.lock') });
    await cp(files, join(home.path, 'data'), { recursive: true, filter: (name) => !/(?:events|readmodels)\.db|\.lock$/.test(name) });
    embedded = await createTestApp({ clock: CLOCK, directory: join(home.path, 'embedded'), embedded: true });
  }, 240_000);

  afterAll(async () => {
    await embedded.close();
    await program.remove();
    await Promise.all([kurrentdb.stop(), postgres.stop()]);
    await home.remove();
  });

  it('a record is copied there, and back, each event proved equal', async () => {
    const there = await copyBetween(embeddedPlace('embedded'), place(record));
    expect(there).toMatchObject({ before: 0, samePositions: false });
    expect(there.events).toBeGreaterThan(400);
    expect(await copyBetween(embeddedPlace('embedded'), place(record))).toEqual({ ...there, before: there.events });
    const back = await copyBetween(place(record), embeddedPlace('back'));
    expect([back.events, back.digest]).toEqual([there.events, there.digest]);
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

  it('is found whole by the check, which says what an administrator deleted', async () => {
    await app.close();
    const spoilt = aRecord();
    await copyBetween(embeddedPlace('embedded'), place(spoilt));
    const check = (store: string) => checkRecord(readConfig({ ...settings('data', store), QUORATE_LOG_LEVEL: 'silent' }));
    expect(await check(record)).toMatchObject({ clean: true, damage: [], differences: [] });
    const administrator = KurrentDBClient.connectionString(kurrentdb.url);
    try {
      await administrator.deleteStream(`${spoilt}-meeting-cpp-strategic-board/2016-03-03`);
    } finally {
      await administrator.dispose();
    }
    const { clean, damage } = await check(spoilt);
    expect(clean).toBe(false);
    expect(damage.map(({ place: where }) => where)).toContain('stream "meeting-cpp-strategic-board/2016-03-03"');
  });

  it('is served, by one process of a data directory; the next begins when that was killed', async () => {
    const first: Server = await program.serve(join(home.path, 'data'), { env: settings('data') });
    const ready = (await (await fetch(`${first.address}/health/ready`)).json()) as object;
    expect(ready).toMatchObject({ status: 'ready', store: { status: 'ok', mode: 'read-write' } });
    const second = await program.refused(join(home.path, 'data'), { env: settings('data') });
    expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(/^quorate: The data directory .* is in use by another .*\n$/)]);
    await first.kill();
    const next = await program.serve(join(home.path, 'data'), { env: settings('data') });
    expect((await fetch(`${next.address}/health/ready`)).status).toBe(200);
    await next.stop();
  });

  it.each([
    [
      'that is not there',
      { QUORATE_STORE: 'kurrentdb://127.0.0.1:1?tls=false' },
      /^quorate: KurrentDB did not answer .*127\.0\.0\.1:1.*\n$/,
    ],
    ['that does not hold the record', () => settings('data', aRecord()), /^quorate: The record on the server is empty, though there is /],
    [
      'with read models of another record',
      () => settings('other', aRecord()),
      /^quorate: The read models in the schema .* are of another record/,
    ],
  ])('one %s is one sentence at the start', async (_what, env, sentence) => {
    const given = typeof env === 'function' ? env() : { ...settings('data'), ...env };
    const { code, stderr } = await program.refused(given.QUORATE_DATA_DIR, { env: given });
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  });
});

describeOnOwnKurrentdb('a KurrentDB that takes appends no larger than by its own setting', () => {
  it('is refused at the start, with the setting to change', async () => {
    const [small, home, program] = [
      await KurrentdbServer.start({ 'max-append-size': undefined }),
      await aDirectory(),
      await Program.built(),
    ];
    try {
      const { code, stderr } = await program.refused(home.path, { env: { QUORATE_STORE: small.url } });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: The server takes no append of 4 MiB: start it with .*\n$/)]);
    } finally {
      await program.remove();
      await small.stop();
      await home.remove();
    }
  });
});
