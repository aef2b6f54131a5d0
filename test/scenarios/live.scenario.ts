import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { RECORD } from '../../src/store.module.js';
import { newId } from '../../src/kernel/ids.js';
import { createTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let address: string;
/** Each test has a body of its own. */
let board = '';
let tests = 0;
beforeAll(async () => {
  app = await createTestApp();
  address = await app.listen();
});
beforeEach(() => {
  tests += 1;
  board = `board-${tests}`;
});
afterAll(() => app.close());

/** Stands for any slice: an event in a stream, of a type that the application knows. */
async function happen(stream: string, login: string): Promise<string> {
  const now = new Date().toISOString();
  const metadata = {
    happenedAt: now,
    recordedAt: now,
    by: { principalId: 'c', name: 'The clerk', role: 'clerk' },
    correlationId: 'c',
    causationId: 'c',
    commandDigest: 'd',
  };
  const event = { id: newId(), type: 'PrincipalSuspended', v: 1, data: { login, reason: 'test' }, commandId: newId(), ...metadata };
  const appended = await app.nest.get<EventStore>(RECORD).append(stream, 'any', [event]);
  if (!appended.accepted) throw new Error('clash');
  return appended.position;
}

interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly stream: string; readonly data?: { readonly login: string } };
}

/** Follows a feed until it has heard so many events. */
async function hear(
  path: string,
  count: number,
  { token = app.operator, lastEventId }: { token?: string; lastEventId?: string } = {},
  meanwhile: () => Promise<unknown> = async () => undefined,
): Promise<Heard[]> {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${token}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const answer = await fetch(`${address}/api/v1/${path}`, { headers, signal: stop.signal });
  expect(answer.headers.get('content-type')).toMatch('text/event-stream');
  const doing = meanwhile();
  const heard: Heard[] = [];
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (fields.id) heard.push({ id: fields.id, event: fields.event!, data: JSON.parse(fields.data!) });
    }
    if (heard.length >= count) break;
  }
  stop.abort();
  await doing;
  return heard;
}

const logins = (heard: readonly Heard[]) => heard.map(({ data }) => data.data?.login);

describe('a live feed', () => {
  it('of a body tells what is recorded for it and nothing else, in order', async () => {
    const heard = await hear(`bodies/${board}/live`, 3, {}, async () => {
      await happen(`body-${board}`, 'one');
      await happen('body-other', 'no');
      await happen('person-ana', 'no');
      await happen(`meeting-${board}/2016-03-03`, 'two');
      await happen(`meeting-${board}-two/2016-03-03`, 'no');
      await happen(`action-${board}/a-1`, 'three');
    });
    expect(logins(heard)).toEqual(['one', 'two', 'three']);
    expect(heard[0]).toMatchObject({ event: 'PrincipalSuspended', data: { stream: `body-${board}`, by: { name: 'The clerk' } } });
    expect(heard[0]!.data).not.toHaveProperty('by.principalId');
  });

  it('of a meeting is about that meeting alone', async () => {
    const heard = await hear(`bodies/${board}/meetings/2016-03-03/live`, 1, {}, async () => {
      await happen(`body-${board}`, 'no');
      await happen(`meeting-${board}/2016-06-09`, 'no');
      await happen(`meeting-${board}/2016-03-03`, 'yes');
    });
    expect(logins(heard)).toEqual(['yes']);
  });

  it('goes on after the last event received, with no gap and no repetition, while more is recorded', async () => {
    const first = await happen(`body-${board}`, 'e-0');
    const total = 400;
    for (let at = 1; at < total / 2; at += 1) await happen(at % 2 ? `body-${board}` : 'body-other', `e-${at}`);
    const record = async () => {
      for (let at = total / 2; at < total; at += 1) await happen(at % 2 ? `body-${board}` : 'body-other', `e-${at}`);
    };
    const expected = Array.from({ length: total / 2 }, (_, index) => `e-${2 * index + 1}`);
    const heard = await hear(`bodies/${board}/live`, expected.length, { lastEventId: first }, record);
    expect(logins(heard)).toEqual(expected);
    const middle = heard[50]!;
    expect(logins(await hear(`bodies/${board}/live`, expected.length - 51, { lastEventId: middle.id }))).toEqual(expected.slice(51));
  });

  it('cannot be taken up at a position that never was', async () => {
    await happen(`body-${board}`, 'one');
    expect((await app.get(`bodies/${board}/live`, { headers: { 'last-event-id': 'f'.repeat(16) } })).json).toMatchObject({
      status: 400,
      code: 'query.position-unknown',
    });
    expect((await app.get(`bodies/${board}/live?after=nonsense`)).json).toMatchObject({ status: 400, code: 'query.position-unknown' });
  });

  it('is closed to whoever may not read drafts there', async () => {
    const member = await app.principal('m', 'member', board);
    expect((await app.get('bodies/other/live', { token: member })).json).toMatchObject({
      status: 403,
      right: 'meetings.read-drafts',
      bodyId: 'other',
    });
    expect((await app.get(`bodies/${board}/live`, { token: null })).status).toBe(401);
  });

  it('leaves the data out for whoever may not read exempt items', async () => {
    const officer = await app.principal('o', 'officer', board);
    const [event] = await hear(`bodies/${board}/live`, 1, { token: officer }, () => happen(`body-${board}`, 'one'));
    expect(event!.data).toMatchObject({ type: 'PrincipalSuspended', revision: 0 });
    expect(event!.data).not.toHaveProperty('data');
  });

  it('leaves the data out from the moment the right to exempt items is withdrawn, and ends with the right to follow', async () => {
    const login = `leaver-${tests}`;
    const token = await app.principal(login, 'clerk', board);
    await app.record(`principals/${login}/grant-role`, { role: 'officer', bodyId: board });
    const answer = await fetch(`${address}/api/v1/bodies/${board}/live`, { headers: { authorization: `Bearer ${token}` } });
    const chunks = answer.body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    await happen(`body-${board}`, 'before');
    expect((await chunks.next()).value).toContain('before');
    await app.record(`principals/${login}/withdraw-role`, { role: 'clerk', bodyId: board });
    await happen(`body-${board}`, 'between');
    const told = (await chunks.next()).value as string;
    expect([told.includes('PrincipalSuspended'), told.includes('between')]).toEqual([true, false]);
    await app.record(`principals/${login}/withdraw-role`, { role: 'officer', bodyId: board });
    await happen(`body-${board}`, 'after');
    expect(await chunks.next()).toMatchObject({ done: true });
  });

  it('ends when a token is revoked, or its owner suspended', async () => {
    const login = `gone-${tests}`;
    const token = await app.principal(login, 'clerk', board);
    const answer = await fetch(`${address}/api/v1/bodies/${board}/live`, { headers: { authorization: `Bearer ${token}` } });
    const text = answer.text();
    await app.record(`principals/${login}/suspend-principal`, { reason: 'test' });
    await happen(`body-${board}`, 'after');
    expect(await text).toBe('');
  });

  it('ends when the server stops', async () => {
    const answer = await fetch(`${address}/api/v1/bodies/${board}/live`, { headers: { authorization: `Bearer ${app.operator}` } });
    const text = answer.text();
    const closing = app.nest.close();
    await expect(text).resolves.toBe('');
    await closing;
    expect(app.nest.get(EVENT_STORE)).toBeDefined();
  });
});
