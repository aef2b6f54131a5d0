import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Credentials } from '../../src/slices/people/sign-in/credentials.js';
import { createTestApp } from '../support/app.js';
import { ROOT } from '../support/built.js';
import { Program } from '../support/server.js';

let program: Program;
let directory: string;
let token: string;

beforeAll(async () => void (program = await Program.built()));

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quorate-'));
  const app = await createTestApp({ embedded: true, directory });
  await app.principal('root', 'administrator');
  token = (await app.nest.get(Credentials).makeToken('root', 'test')).token;
  await app.close();
});
afterEach(async () => {
  await program.remove();
  await rm(directory, { recursive: true, force: true });
});

/** The server as it was built, in a process of its own. */
const start = (env: Readonly<Record<string, string>>) =>
  program.run('main.js', [], { env: { QUORATE_DATA_DIR: directory, QUORATE_LOG_LEVEL: 'silent', ...env } });

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}

/** Where it listens nothing is told with a silent log: it is asked until it answers. */
async function untilReady(address: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const ready = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (ready?.status === 200) return;
    await pause(20);
  }
  throw new Error('The server did not start.');
}

describe('a server', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'told to stop by %s while requests are running ends cleanly, and has kept whatever it answered',
    async (signal) => {
      const port = await freePort();
      const address = `http://127.0.0.1:${port}`;
      const started = start({ PORT: String(port) });
      await untilReady(address, started.child);
      const live = fetch(`${address}/api/v1/bodies/board/live`, { headers: { authorization: `Bearer ${token}` } }).then((answer) =>
        answer.text(),
      );

      const accepted: string[] = [];
      let stopping = false;
      const client = async (name: number): Promise<void> => {
        for (let at = 0; ; at += 1) {
          const login = `p-${name}-${at}`;
          const answer = await fetch(`${address}/api/v1/principals/${login}/register-principal`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: JSON.stringify({ name: login }),
          }).catch(() => undefined);
          if (answer?.status !== 201) return;
          await answer.json();
          accepted.push(login);
          if (accepted.length >= 60 && !stopping) {
            stopping = true;
            started.child.kill(signal);
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, name) => client(name)));
      expect(await started.ended).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
      await live;

      const app = await createTestApp({ embedded: true, directory });
      for (const login of accepted) expect((await app.get(`principals/${login}`)).status).toBe(200);
      expect(accepted.length).toBeGreaterThanOrEqual(60);
      await app.close();
    },
  );

  it('that cannot start says why in one line', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const taken = await start({ PORT: String((listener.address() as AddressInfo).port) }).ended;
    listener.close();
    expect(taken).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^quorate: The port is in use[^\n]*\n$/) });

    const misconfigured = await start({ PORT: 'http' }).ended;
    expect(misconfigured).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^quorate: PORT must be a whole number[^\n]*\n$/),
    });

    const app = await createTestApp({ embedded: true, directory });
    const locked = await start({ PORT: '0' }).ended;
    await app.close();
    expect(locked).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^quorate: The data directory \S+ is in use[^\n]*\n$/),
    });

    const misplaced = await start({ PORT: '0', QUORATE_DATA_DIR: join(ROOT, 'package.json') }).ended;
    expect(misplaced).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^quorate: [^\n]*is not a directory\.\n$/) });
  });
});
