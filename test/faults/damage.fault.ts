import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { prepareForLoad } from '../support/load.js';
import { Program, type Server } from '../support/server.js';

let program: Program;
let home: { readonly path: string; remove(): Promise<void> };
let token: string;
const at = (...names: string[]) => join(home.path, ...names);

const WORDS = 'The words that somebody will alter on the disk.';

beforeAll(async () => {
  program = await Program.built();
  home = await aDirectory();
  const app = await createTestApp({ directory: at('sound') });
  token = await prepareForLoad(app);
  await app.record('bodies/board-0/actions/shared/report-progress', { words: WORDS });
  for (const body of ['board-0', 'board-1']) await app.record(`bodies/${body}/actions/shared/report-progress`, { words: 'Later words.' });
  await app.close();
}, 60_000);
afterAll(async () => {
  await program.remove();
  await home.remove();
});

/** A copy of the sound directory whose store was changed behind the server's back. */
async function damagedCopy(name: string, change: (bytes: Buffer) => void): Promise<string> {
  await cp(at('sound'), at(name), { recursive: true });
  const bytes = await readFile(at(name, 'events.db'));
  change(bytes);
  await writeFile(at(name, 'events.db'), bytes);
  return at(name);
}

const PLACE = /position [0-9a-f]{16}, stream "action-board-0\/shared", revision 1/;

describe('a store in which one byte was changed', () => {
  let directory: string;
  let server: Server | undefined;
  afterEach(() => server?.kill());
  beforeAll(async () => {
    directory = await damagedCopy('flipped', (bytes) => {
      const found = bytes.indexOf(WORDS);
      expect(found).toBeGreaterThan(0);
      bytes[found + 10] = bytes[found + 10]! ^ 1;
    });
  });

  it('does not serve that record, names the place, and serves and records the others', async () => {
    const running = (server = await program.serve(directory));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
    const ask = async (path: string, body?: object) => {
      const answer = await fetch(
        `${running.address}/api/v1/${path}`,
        body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
      );
      return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
    };
    const damaged = { status: 500, json: { code: 'store.damaged', detail: expect.stringMatching(PLACE) } };
    expect(await ask('history?ref=board-0/shared')).toMatchObject(damaged);
    expect(await ask('bodies/board-0/actions/shared/report-progress', { words: 'More.' })).toMatchObject(damaged);
    expect((await ask('history?ref=board-1/shared')).status).toBe(200);
    expect((await ask('bodies/board-1/actions/shared/report-progress', { words: 'More.' })).status).toBe(201);
    expect((await ask('bodies/board-0')).status).toBe(200);
    const { code, stdout } = await running.stop();
    expect(code).toBe(0);
    expect(stdout).toMatch(/"code":"store\.damaged".*position [0-9a-f]{16}/);
  }, 60_000);

  it('is found by the check, which names the place and fails', async () => {
    const { code, stdout } = await program.quorate(directory, 'check');
    expect([code, stdout]).toEqual([1, expect.stringMatching(new RegExp(`^DAMAGED ${PLACE.source}: .*checksum`))]);
    expect(stdout).toMatch(/1 damaged, 0 differ\n$/);
  }, 60_000);

  it('is not read into the read models anew: they stand still at the place, and the health check says so', async () => {
    for (const name of await readdir(directory)) if (name.startsWith('readmodels')) await rm(join(directory, name));
    const { address } = (server = await program.serve(directory));
    let ready: { readonly status?: string } = {};
    while (ready.status !== 'degraded') {
      await pause(50);
      ready = (await (await fetch(`${address}/health/ready`)).json()) as typeof ready;
    }
    expect(JSON.stringify(ready)).toMatch(/"degraded".*position [0-9a-f]{16}/);
  }, 60_000);
});

describe('a store that was cut off', () => {
  it.each([
    ['in its middle', (length: number) => Math.floor(length / 2)],
    ['in its first page', () => 1_000],
    ['in its header', () => 40],
    ['to nothing', () => 0],
  ])(
    '%s is refused at the start in one line, and left as it is',
    async (what, rest) => {
      const directory = at(`cut ${what}`);
      await cp(at('sound'), directory, { recursive: true });
      const file = join(directory, 'events.db');
      const length = rest((await readFile(file)).length);
      await truncate(file, length);
      const { code, stderr } = await program.refused(directory);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: [^\n]*(damaged|not a Quorate event store)[^\n]*\n$/)]);
      expect((await readFile(file)).length).toBe(length);
      expect((await program.quorate(directory, 'check')).code).toBe(1);
    },
    60_000,
  );

  it('and so is one whose file is gone, where the vault beside it shows that there was one', async () => {
    await cp(at('sound'), at('gone'), { recursive: true });
    await rm(at('gone', 'events.db'));
    const { code, stderr } = await program.refused(at('gone'));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: [^\n]*events\.db[^\n]*\n$/)]);
    expect(await readdir(at('gone'))).not.toContain('events.db');
  }, 60_000);

  it('and one that is another program’s file', async () => {
    await cp(at('sound'), at('other'), { recursive: true });
    await cp(at('sound', 'vault.db'), at('other', 'events.db'));
    const { code, stderr } = await program.refused(at('other'));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^quorate: [^\n]*is not a Quorate event store\.\n$/)]);
  }, 60_000);
});
