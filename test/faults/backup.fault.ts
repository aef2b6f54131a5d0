import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checked } from '../support/checked.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { derivedId } from '../../src/kernel/ids.js';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { listed } from '../support/events.js';
import { type Acknowledged, Load, prepareForLoad } from '../support/load.js';
import { Program } from '../support/server.js';

let program: Program;
let home: { readonly path: string; remove(): Promise<void> };
let token: string;
/** What was acknowledged before the backup was begun. */
let before: readonly Acknowledged[];
const at = (...names: string[]) => join(home.path, ...names);

beforeAll(async () => {
  program = await Program.built();
  home = await aDirectory();
  const app = await createTestApp({ directory: at('data') });
  token = await prepareForLoad(app);
  await app.close();
  const server = await program.serve(at('data'));
  const load = new Load(token, 4);
  const enough = new AbortController();
  const loaded = load.run(server.address, enough.signal);
  await load.acknowledges(40);
  before = [...load.acknowledged.values()];
  const taken = await program.quorate(at('data'), 'backup', at('backup'));
  enough.abort();
  await loaded;
  await server.stop();
  expect(taken).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('events backed up') });
  expect(load.acknowledged.size).toBeGreaterThan(before.length);
}, 120_000);
afterAll(async () => {
  await program.remove();
  await home.remove();
});

describe('a backup taken while commands are recorded', () => {
  it('restored into an empty directory is whole, with everything acknowledged before it began', async () => {
    expect(await program.quorate(at('restored'), 'restore', at('backup'))).toMatchObject({ code: 0, stderr: '' });
    expect(await checked(at('restored'))).toMatchObject({ clean: true });
    const store = await SqliteEventStore.open({ directory: at('restored'), readOnly: true });
    const commands = new Map((await listed(store.readAll())).map((event) => [event.commandId, event]));
    await store.close();
    for (const { key, position, revision } of before) expect(commands.get(derivedId('command', key))).toMatchObject({ position, revision });
    const server = await program.serve(at('restored'));
    const sheet = await fetch(`${server.address}/api/v1/bodies/board-0/action-sheet?format=json`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(sheet.status).toBe(200);
    expect((await server.stop()).code).toBe(0);
  }, 120_000);

  it.each(['events.db', 'vault.db'])(
    'is refused once a byte of its %s was changed, and leaves nothing behind',
    async (file) => {
      const tampered = at(`tampered-${file}`);
      await cp(at('backup'), tampered, { recursive: true });
      const bytes = await readFile(join(tampered, file));
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = bytes[middle]! ^ 1;
      await writeFile(join(tampered, file), bytes);
      const { code, stderr } = await program.quorate(at('from-tampered'), 'restore', tampered);
      expect([code, stderr]).toEqual([1, `quorate: ${join(tampered, file)} is not the file its manifest describes.\n`]);
      await expect(readdir(at('from-tampered'))).rejects.toMatchObject({ code: 'ENOENT' });
    },
    60_000,
  );

  it('is refused where the manifest was changed to fit, by the record itself', async () => {
    const tampered = at('forged');
    await cp(at('backup'), tampered, { recursive: true });
    const bytes = await readFile(join(tampered, 'events.db'));
    const text = bytes.indexOf('"Paragraph 1 of');
    bytes[text + 5] = bytes[text + 5]! ^ 1;
    await writeFile(join(tampered, 'events.db'), bytes);
    const manifest = JSON.parse(await readFile(join(tampered, 'manifest.json'), 'utf8'));
    const { createHash } = await import('node:crypto');
    manifest.files['events.db'] = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(tampered, 'manifest.json'), JSON.stringify(manifest));
    const { code, stderr } = await program.quorate(at('from-forged'), 'restore', tampered);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^quorate: The backup is damaged at position [0-9a-f]{16}, stream "meeting-.*checksum.*\n$/),
    ]);
    expect(await readdir(at('from-forged'))).toEqual([]);
  }, 60_000);

  it('is not restored over anything, nor taken over anything', async () => {
    await mkdir(at('full'));
    await writeFile(at('full', 'letter.txt'), 'Dear Sirs');
    expect(await program.quorate(at('full'), 'restore', at('backup'))).toMatchObject({
      code: 1,
      stderr: `quorate: ${at('full')} is not empty.\n`,
    });
    expect(await program.quorate(at('data'), 'backup', at('full'))).toMatchObject({
      code: 1,
      stderr: `quorate: ${at('full')} is not empty.\n`,
    });
    expect(await readdir(at('full'))).toEqual(['letter.txt']);
  }, 60_000);

  it('is only taken for one with its manifest', async () => {
    await mkdir(at('half'));
    await cp(at('backup', 'events.db'), at('half', 'events.db'));
    expect(await program.quorate(at('from-half'), 'restore', at('half'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not a backup'),
    });
  }, 60_000);
});
