import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checked } from '../support/checked.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { derivedId } from '../../src/kernel/ids.js';
import { RECORD } from '../../src/store.module.js';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { listed } from '../support/events.js';
import { prepareForLoad, SHARED } from '../support/load.js';
import { Program, type Server } from '../support/server.js';
import { aSmallDisk, bindPermissions } from '../support/small-disk.js';

let program: Program;
let home: { readonly path: string; remove(): Promise<void> };
let token: string;
const at = (...names: string[]) => join(home.path, ...names);

beforeAll(async () => {
  program = await Program.built();
  home = await aDirectory();
  const app = await createTestApp({ directory: at('seed') });
  token = await prepareForLoad(app);
  await app.close();
}, 60_000);
afterAll(async () => {
  await program.remove();
  await home.remove();
});

const ADDRESS = `${SHARED.address('board-0')}/report-progress`;
const report = (key: string) => ({ words: `${key}: ${'words '.repeat(800)}` });

interface Sent {
  readonly status: number;
  readonly json: { readonly code?: string; readonly title?: string };
}
type Send = (key: string) => Promise<Sent>;

/** Sends large reports until so many in a row were refused; gives back what was acknowledged and what refused. */
async function untilFull(send: Send): Promise<{ acknowledged: string[]; refused: string[] }> {
  const acknowledged: string[] = [];
  const refused: string[] = [];
  for (let report = 0; report < 2_000 && refused.length < 5; report += 1) {
    const answer = await send(`k-${report}`);
    (answer.status === 201 ? acknowledged : refused).push(`k-${report}`);
    if (answer.status !== 201)
      expect(answer).toMatchObject({
        status: 507,
        json: { code: 'store.disk-full', title: expect.stringContaining('Nothing of this was stored') },
      });
  }
  expect(refused).toHaveLength(5);
  return { acknowledged, refused };
}

async function recorded(directory: string): Promise<(key: string) => number> {
  const store = await SqliteEventStore.open({ directory, readOnly: true });
  const ids = (await listed(store.readAll())).map(({ commandId }) => commandId);
  await store.close();
  return (key) => ids.filter((id) => id === derivedId('command', key)).length;
}

describe('a server whose disk is full', () => {
  it('refuses to record and says why, stores nothing of it, loses nothing, still answers questions, and records again once there is room', async () => {
    const disk = aSmallDisk(at('seed'));
    let server: Server | undefined;
    try {
      server = await program.serve(disk.directory, { wrapper: disk.wrapper });
      const { address } = server;
      const pid = server.child.pid!;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
      const send: Send = async (key) => {
        const answer = await fetch(`${address}/api/v1/${ADDRESS}`, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': key },
          body: JSON.stringify(report(key)),
        });
        const json = (await answer.json()) as Sent['json'];
        // Past a limit on the size of files SQLite says that the disk failed, and not that it is full.
        const failed = disk.arrangement === 'a limit on the size of files' && answer.status === 503 && json.code === 'store.unavailable';
        return failed
          ? { status: 507, json: { code: 'store.disk-full', title: 'Nothing of this was stored.' } }
          : { status: answer.status, json };
      };
      for (const key of ['before-1', 'before-2']) expect((await send(key)).status).toBe(201);
      disk.fill(pid, 200_000);
      const { acknowledged, refused } = await untilFull(send);
      expect((await fetch(`${address}/api/v1/bodies/board-0/action-sheet?format=json`, { headers })).status).toBe(200);
      const full = await recorded(disk.seen(pid));
      for (const key of ['before-1', 'before-2', ...acknowledged]) expect([key, full(key)]).toEqual([key, 1]);
      for (const key of refused) expect([key, full(key)]).toEqual([key, 0]);

      disk.makeRoom(pid);
      for (const key of [...refused, 'after']) expect((await send(key)).status).toBe(201);
      for (const key of acknowledged) expect((await send(key)).status).toBe(200);
      const roomy = await recorded(disk.seen(pid));
      for (const key of [...acknowledged, ...refused, 'after']) expect([key, roomy(key)]).toEqual([key, 1]);
      await expect(isReady(address)).resolves.toBe('ready');
      expect(await checked(disk.seen(pid))).toMatchObject({ clean: true });
      process.stdout.write(`full disk: ${disk.arrangement}; ${acknowledged.length} acknowledged before it was full\n`);
      expect((await server.stop()).code).toBe(0);
    } finally {
      await server?.kill();
      disk.remove();
    }
  }, 180_000);

  it('also where only the store can grow no more', async () => {
    await cp(at('seed'), at('limited'), { recursive: true });
    const app = await createTestApp({ directory: at('limited') });
    const { db } = app.nest.get<{ file: { db: { pragma(text: string, options?: object): number } } }>(RECORD).file;
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) + 20}`);
    const send: Send = (key) => app.command(ADDRESS, report(key), { key, token });
    const { acknowledged, refused } = await untilFull(send);
    const full = await recorded(at('limited'));
    for (const key of acknowledged) expect([key, full(key)]).toEqual([key, 1]);
    for (const key of refused) expect([key, full(key)]).toEqual([key, 0]);
    db.pragma('max_page_count = 1000000');
    for (const key of refused) expect((await send(key)).status).toBe(201);
    await app.close();
    expect(await checked(at('limited'))).toMatchObject({ clean: true });
  }, 60_000);
});

/** A projection that could not be written comes back by itself, after a pause that grows. */
async function isReady(address: string): Promise<string> {
  let status = '';
  for (let second = 0; second < 90 && status !== 'ready'; second += 1) {
    ({ status } = (await (await fetch(`${address}/health/ready`)).json()) as { status: string });
    if (status !== 'ready') await pause(1_000);
  }
  return status;
}

describe('a data directory that cannot be written', () => {
  it('is refused at the start in one line, and is left as it was', async () => {
    const directory = at('read-only');
    await cp(at('seed'), directory, { recursive: true });
    const before = await readFile(join(directory, 'events.db'));
    for (const name of await readdir(directory)) await chmod(join(directory, name), 0o444);
    await chmod(directory, 0o555);
    await chmod(home.path, 0o755);
    const wrapper = bindPermissions(directory);
    const names = (await readdir(directory)).sort();
    try {
      const { code, stderr } = await program.refused(directory, { wrapper });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: The data directory .*read-only cannot be written: .*\n$/)]);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect((await readdir(directory)).sort()).toEqual(names);
      expect((await readFile(join(directory, 'events.db'))).equals(before)).toBe(true);
    } finally {
      await chmod(directory, 0o755);
      for (const name of await readdir(directory)) await chmod(join(directory, name), 0o644);
    }
    await (await program.serve(directory)).stop();
    expect(await checked(directory)).toMatchObject({ clean: true });
  }, 60_000);

  it('is refused where it cannot even be made', async () => {
    await chmod(home.path, 0o555);
    try {
      const { code, stderr } = await program.refused(at('none'), { wrapper: bindPermissions(home.path) });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: .*none.*\n$/)]);
    } finally {
      await chmod(home.path, 0o755);
    }
  }, 60_000);

  it('is refused where it is a file', async () => {
    const { code, stderr } = await program.refused(at('seed', 'events.db'));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: .*events\.db is not a directory\.\n$/)]);
  }, 60_000);
});
