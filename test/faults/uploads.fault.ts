import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { prepareForLoad } from '../support/load.js';
import { Program, type Server } from '../support/server.js';

const PATH = '/api/v1/principals/eve/register-principal';
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

let program: Program;
let directory: { readonly path: string; remove(): Promise<void> };
let token: string;
let server: Server;
beforeAll(async () => {
  program = await Program.built();
  directory = await aDirectory();
  const app = await createTestApp({ directory: directory.path });
  token = await prepareForLoad(app);
  await app.close();
  server = await program.serve(directory.path);
}, 60_000);
afterAll(async () => {
  expect((await server.stop()).code).toBe(0);
  await program.remove();
  await directory.remove();
}, 60_000);

const authorization = () => `Bearer ${token}`;
const port = () => Number(new URL(server.address).port);

/** Still there, still quick, and nothing of it recorded. */
async function isUp(): Promise<void> {
  expect(await (await fetch(`${server.address}/health/live`)).json()).toMatchObject({ status: 'ok' });
  expect((await fetch(`${server.address}/api/v1/principals/eve`, { headers: { authorization: authorization() } })).status).toBe(404);
}

interface Answered {
  readonly status: number;
  readonly json: { readonly code: string } | undefined;
}

/** A connection that is closed while one still writes may be gone before what came back was read: it is then asked again. */
async function answerTo(headers: Record<string, string | number>, body: () => Iterable<Buffer>, attempts = 5): Promise<Answered> {
  try {
    return await answerOnce(headers, body);
  } catch (error) {
    const broken = ['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (!broken || attempts === 1) throw error;
    return answerTo(headers, body, attempts - 1);
  }
}

/** Sends what the generator gives, as fast as it is taken, and answers with what came back before the connection was closed. */
async function answerOnce(headers: Record<string, string | number>, body: () => Iterable<Buffer>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let answered = false;
    const sending = request(
      server.address + PATH,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        answered = true;
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('close', () => resolve({ status: answer.statusCode!, json: text ? (JSON.parse(text) as { code: string }) : undefined }));
      },
    );
    sending.on('error', (error) => answered || reject(error));
    void (async () => {
      for (const part of body()) {
        if (sending.destroyed || answered) return;
        if (!sending.write(part)) await Promise.race([once(sending, 'drain'), once(sending, 'close')]);
      }
      sending.end();
    })().catch(() => undefined);
  });
}

function* megabytes(count: number): Iterable<Buffer> {
  for (let sent = 0; sent < count; sent += 1) yield MEGABYTE;
}

/** Writes text on a connection of its own and gives back all that is answered until it closes, or for so long. */
async function raw(text: string | Buffer, forMs = 5_000): Promise<string> {
  const socket = connect(port(), '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
  socket.on('error', () => undefined);
  socket.write(text);
  await Promise.race([new Promise((resolve) => socket.on('close', resolve)), pause(forMs)]);
  socket.destroy();
  return answer;
}

describe('a server', () => {
  it('refuses a body of 50 MB whose length is said, before it has come', async () => {
    const headers = { authorization: authorization(), 'content-length': 50 * MEGABYTE.length };
    expect(await answerTo(headers, () => megabytes(50))).toMatchObject({ status: 413, json: { code: 'request.too-large' } });
    await isUp();
  }, 60_000);

  it('refuses a body of 50 MB whose length is not said, once it is too long', async () => {
    expect(await answerTo({ authorization: authorization() }, () => megabytes(50))).toMatchObject({
      status: 413,
      json: { code: 'request.too-large' },
    });
    await isUp();
  }, 60_000);

  it('refuses twenty of them at once, and answers others meanwhile', async () => {
    const all = Array.from({ length: 20 }, () => answerTo({ authorization: authorization() }, () => megabytes(50)));
    await isUp();
    for (const { status } of await Promise.all(all)) expect(status).toBe(413);
  }, 60_000);

  it('refuses a body larger than a megabyte once whoever sends it is not signed in', async () => {
    const { status } = await answerTo({}, () => megabytes(50));
    expect([401, 413]).toContain(status);
    await isUp();
  }, 60_000);

  it('forgets an upload that is broken off', async () => {
    for (let upload = 0; upload < 50; upload += 1) {
      const socket = connect(port(), '127.0.0.1').on('error', () => undefined);
      socket.write(
        `POST ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization()}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"name":"E`,
      );
      await once(socket, 'connect');
      socket.destroy();
    }
    await isUp();
  }, 60_000);

  it('takes a slow upload in its pace and is not held up by hundreds of them', async () => {
    const sockets = Array.from({ length: 200 }, () => {
      const socket = connect(port(), '127.0.0.1').on('error', () => undefined);
      socket.write(
        `POST ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization()}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
      );
      return socket;
    });
    for (let turn = 0; turn < 5; turn += 1) {
      for (const socket of sockets) socket.write(' ');
      await isUp();
    }
    for (const socket of sockets) socket.destroy();
    await isUp();
  }, 60_000);

  it('refuses a header of a megabyte, and an address of one', async () => {
    const tooLarge = /^HTTP\/1\.1 431 [^]*"code":"request\.header-too-large"/;
    expect(await raw(`GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(1024 * 1024)}\r\n\r\n`)).toMatch(tooLarge);
    expect(await raw(`GET /${'x'.repeat(1024 * 1024)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(tooLarge);
    expect(
      await raw(`GET /health/live HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 5_000 }, (_, n) => `X-${n}: 1\r\n`).join('')}\r\n`),
    ).toMatch(/^HTTP\/1\.1 (200|431) /);
    await isUp();
  }, 60_000);

  it.each([
    ['no HTTP', Buffer.from('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 'latin1')],
    ['a method nobody knows', 'FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['two lengths', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`],
    ['a length and chunks', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a length that is none', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n`],
    ['broken chunks', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`],
    ['control characters in a header', 'GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: \x01\x02\r\n\r\n'],
  ])(
    'refuses %s',
    async (_what, text) => {
      expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
      await isUp();
    },
    60_000,
  );
});
