import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { loadOf, prepareForLoad, send } from '../support/load.js';
import { Program, type Server } from '../support/server.js';

let program: Program;
let directory: { readonly path: string; remove(): Promise<void> };
let token: string;
let first: Server;
const work = loadOf(0);
const record = () => send(first.address, token, work.next().value);

beforeAll(async () => {
  program = await Program.built();
  directory = await aDirectory();
  const app = await createTestApp({ directory: directory.path });
  token = await prepareForLoad(app);
  await app.close();
  first = await program.serve(directory.path);
}, 60_000);
afterAll(async () => {
  await first.kill();
  await program.remove();
  await directory.remove();
});

describe('a second server on one data directory', () => {
  it('ends with one line that says so, and the first goes on', async () => {
    await record();
    const { code, stderr } = await program.refused(directory.path);
    expect(code).toBe(1);
    expect(stderr).toBe(
      `quorate: The data directory ${directory.path} is in use by another Quorate process. Stop that one first, or work through it with --server.\n`,
    );
    await record();
    expect((await fetch(`${first.address}/health/ready`)).status).toBe(200);
  }, 60_000);

  it('starts once the first was killed', async () => {
    await first.kill();
    first = await program.serve(directory.path);
    await record();
  }, 60_000);
});

describe('the command line beside a running server', () => {
  it('reads what was just recorded, and checks the record', async () => {
    await record();
    const tracker = await program.quorate(directory.path, 'tracker', 'board-0', '--format', 'json');
    expect(tracker).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(tracker.stdout)).toEqual(expect.anything());
    expect(await program.quorate(directory.path, 'check')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/: clean\n$/),
    });
  }, 60_000);

  it('records nothing itself and says where to send it', async () => {
    const { code, stderr } = await program.quorate(directory.path, 'record', 'RegisterPrincipal', 'eve', '--data', '{"name":"Eve"}');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^quorate: store\.in-use: .*--server/);
  }, 60_000);

  it('records through the server', async () => {
    const args = ['--server', first.address, '--token', token, 'record', 'RegisterPrincipal', 'eve', '--data', '{"name":"Eve"}'];
    expect(await program.quorate(directory.path, ...args)).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);
});
