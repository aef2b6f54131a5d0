import autocannon from 'autocannon';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RECORDS, recordFiles } from '../../src/cli/demonstration.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { apiOf } from '../../src/cli/local-api.js';
import { Credentials } from '../../src/slices/people/sign-in/credentials.js';
import { TestApp } from '../support/app.js';
import { startProcess } from './server-process.js';

export interface HttpFigure {
  readonly figure: string;
  readonly raw: number;
  readonly ours: number;
  readonly ratio: number;
  readonly target: number;
  readonly p99: number;
}

const CONNECTIONS = 64;
const EVENTS = 200;
const TEXT = 'There had been circulated copies of the report. '.repeat(8).trim();

interface Post {
  readonly path: string;
  readonly bodies: readonly object[];
}

/** Requests per second and the 99th percentile in ms, 64 connections, each with an address of its own and its payloads by turns. */
async function load(
  address: string,
  posts: readonly Post[],
  headers: Record<string, string>,
  seconds: number,
): Promise<{ rate: number; p99: number }> {
  let next = 0;
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      const { path, bodies } = posts[next++ % posts.length] as Post;
      client.setRequests(
        bodies.map((body) => ({
          method: 'POST',
          path,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        })),
      );
    },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors at ${posts[0]?.path}`);
  return { rate: result.requests.average, p99: result.latency.p99 };
}

/** A correction of one paragraph, back and forth: an event each time, and a meeting that stays as long as it is. */
let runs = 0;
const correcting = (meeting: string, paragraph: string): Post => ({
  path: `/api/v1/bodies/cpp-strategic-board/meetings/${meeting}/correct-paragraph`,
  bodies: [`${TEXT} First of ${(runs += 1)}.`, `${TEXT} Second of ${runs}.`].map((text) => ({
    paragraph,
    text,
    reason: 'The clerk put a slip right',
  })),
});

/** An authenticated command on meetings that already have 200 events, beside an empty validated POST on the same framework. */
export async function benchHttp(seconds = 8): Promise<HttpFigure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'quorate-bench-'));
  try {
    const meetings = Array.from({ length: CONNECTIONS }, (_, index) => `m-${index}`);
    const token = await prepare(directory, meetings);
    const server = await startProcess('serving.ts', { QUORATE_DATA_DIR: directory });
    const empty = await startProcess('empty-post.ts', {});
    try {
      const many = (): Post[] => meetings.map((meeting) => correcting(meeting, '1.1'));
      const one = Array.from({ length: CONNECTIONS }, (_, at) => correcting('m-0', `${Math.floor(at / 10) + 1}.${(at % 10) + 1}`));
      const nothing: Post[] = [{ path: '/empty', bodies: [{ text: TEXT }] }];
      const headers = { authorization: `Bearer ${token}`, 'if-match': '*' };
      await load(empty.address, nothing, {}, 2);
      await load(server.address, many(), headers, 2);
      const raw = await load(empty.address, nothing, {}, seconds);
      const onMany = await load(server.address, many(), headers, seconds);
      const onOne = await load(server.address, one, headers, seconds);
      const figure = (name: string, { rate, p99 }: { rate: number; p99: number }): HttpFigure => ({
        figure: name,
        raw: raw.rate,
        ours: rate,
        ratio: rate / raw.rate,
        target: 0.3,
        p99,
      });
      return [
        figure('HTTP command, 64 clients on one meeting of 200 events', onOne),
        figure('HTTP command, 64 clients on 64 such meetings', onMany),
      ];
    } finally {
      await server.stop();
      await empty.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function prepare(directory: string, meetings: readonly string[]): Promise<string> {
  const app = await TestApp.open({ directory });
  try {
    const api = apiOf(app.nest);
    const [bodies = RECORDS] = await recordFiles();
    await importFile(api, commandSpecs(), bodies);
    const send = async (path: string, body: object, headers: Record<string, string> = { 'if-match': '*' }): Promise<void> => {
      const { status, text } = await api.send('POST', `/api/v1/${path}`, { body, headers });
      if (status >= 300) throw new Error(`${path}: ${text}`);
    };
    await send('principals/bench/register-principal', { name: 'Bench' }, {});
    await send('principals/bench/grant-role', { role: 'clerk', bodyId: '*' });
    await Promise.all(
      meetings.map(async (meeting) => {
        const at = `bodies/cpp-strategic-board/meetings/${meeting}`;
        await send(`${at}/call-meeting`, { date: '2016-03-03' }, {});
        await send(`${at}/open-meeting`, {});
        for (let item = 1; item <= 10; item += 1) {
          await send(`${at}/take-item`, { heading: `ITEM ${item}` });
          for (let paragraph = 1; paragraph <= (EVENTS - 12) / 10; paragraph += 1) await send(`${at}/record-paragraph`, { text: TEXT });
        }
      }),
    );
    return (await app.nest.get(Credentials).makeToken('bench', 'bench')).token;
  } finally {
    await app.close();
  }
}
