import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { derivedId } from '../../src/kernel/ids.js';
import { GrantRole } from '../../src/slices/people/principal.commands.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';

let home: { readonly path: string; remove(): Promise<void> };
let app: TestApp;
const clock = new HandClock();

beforeAll(async () => {
  home = await aDirectory();
  app = await createTestApp({ clock, directory: home.path });
});
afterAll(async () => {
  await app.close();
  await home.remove();
});

/** Each test has a principal and a key of its own, of one application. */
let ana = '';
let key = '';
let tests = 0;
beforeEach(() => {
  tests += 1;
  ana = `ana-${tests}`;
  key = `k-${tests}`;
});
const register = (name = 'Ana', more: object = {}) => [`principals/${ana}/register-principal`, { name, ...more }] as const;
const grant = (bodyId: string) => [`principals/${ana}/grant-role`, { role: 'clerk', bodyId }] as const;

describe('a command', () => {
  it('answers with id, revision and position, in the body and in headers', async () => {
    const { status, json, headers } = await app.command(...register());
    expect(status).toBe(201);
    expect(json).toEqual({ id: ana, revision: 0, position: expect.any(String) });
    expect(headers).toMatchObject({ etag: '"0"', 'quorate-position': json.position });
  });

  it('sent again with its key answers the same, and is recorded once', async () => {
    await app.record(...register());
    const first = await app.command(...grant('board'), { key });
    const again = await app.command(...grant('board'), { key, ifMatch: 7 });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json).toEqual(first.json);
    expect((await app.get(`principals/${ana}`)).json.revision).toBe(1);
  });

  it('that makes a record can be repeated too', async () => {
    const first = await app.command(...register(), { key });
    expect((await app.command(...register(), { key })).json).toEqual(first.json);
    expect((await app.command(...register())).json).toMatchObject({ status: 409, code: 'stream.exists' });
  });

  it('sent again after a restart answers the same', async () => {
    await app.record(...register());
    const first = await app.command(...grant('board'), { key });
    await app.nest.close();
    app = await createTestApp({ clock, directory: home.path });
    const again = await app.command(...grant('board'), { key });
    expect([again.status, again.json]).toEqual([200, first.json]);
  });

  it('cannot borrow the key of another', async () => {
    await app.record(...register());
    await app.record(...grant('board'), { key });
    const { json } = await app.command(...grant('committee'), { key });
    expect(json).toMatchObject({ status: 422, code: 'command.key-reused' });
    expect(json.detail).toMatch(/^It was first used for RoleGranted in principal-/);
  });

  it('cannot borrow the key of another record, also after a restart', async () => {
    await app.record(...register(), { key });
    const usedFor = { stream: `principal-${ana}`, type: 'PrincipalRegistered' };
    const reused = { status: 422, code: 'command.key-reused', context: { usedFor } };
    const other = [`principals/${ana}-2/register-principal`, { name: 'Another' }] as const;
    expect((await app.command(...other, { key })).json).toMatchObject(reused);
    await app.nest.close();
    app = await createTestApp({ clock, directory: home.path });
    expect((await app.command(...other, { key })).json).toMatchObject(reused);
    expect((await app.command(...other)).status).toBe(201);
  });

  it('of somebody else cannot have the same key, and is one command where it says the same', async () => {
    await app.record(...register());
    const other = await app.principal(`root-${tests}`, 'administrator');
    const first = await app.command(...grant('board'), { key });
    const again = await app.command(...grant('board'), { key, token: other });
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect((await app.command(...grant('committee'), { key, token: other })).json).toMatchObject({
      code: 'command.key-reused',
      context: { usedFor: { stream: `principal-${ana}`, type: 'RoleGranted' } },
    });
  });

  it('is told nothing of what another used its key for in a record it may not read', async () => {
    await app.record(...register(), { key });
    await app.record(`bodies/board-${tests}/establish-body`, { name: 'Board', kind: 'board' });
    const clerk = await app.principal(`clerk-${tests}`, 'clerk', `board-${tests}`);
    const dissolved = { on: '2016-03-03', reason: 'Over' };
    const { json, text } = await app.command(`bodies/board-${tests}/dissolve-body`, dissolved, { key, token: clerk });
    expect(json).toMatchObject({ status: 422, code: 'command.key-reused', detail: expect.stringMatching(/by somebody else/) });
    expect(text).not.toContain(ana);
    expect(text).not.toContain('PrincipalRegistered');
  });

  it('is known again where 0.1.0 recorded it under the key of its sender', async () => {
    await app.record(...register());
    const by = { principalId: 'operator', name: 'The operator', role: 'administrator' } as const;
    const envelope = { by, correlationId: 'c', commandId: derivedId('command', 'operator', key), expected: 'current' } as const;
    await app.nest.get(CommandBus).execute(new GrantRole(ana, grant('board')[1], envelope));
    expect((await app.command(...grant('board'), { key })).status).toBe(200);
    expect((await app.command(...grant('committee'), { key })).json).toMatchObject({ code: 'command.key-reused' });
  });

  it('of a file is imported once, whichever clerk imports it and however its lines end', async () => {
    const board = `import-${tests}`;
    await app.record(`bodies/${board}/establish-body`, { name: 'Board', kind: 'board', on: '2016-01-01' });
    const file = join(home.path, `import-${tests}.json`);
    const remit = (words: string) => [{ command: 'RecordRemit', target: board, data: { words, from: '2016-03-03' } }];
    const imported = async (login: string, words: string) => {
      await writeFile(file, JSON.stringify(remit(words)));
      return importFile(apiOf(app.nest, await app.principal(`${login}-${tests}`, 'clerk', board)), commandSpecs(), file);
    };
    expect(await imported('one', 'First\u000bsecond')).toEqual({ recorded: 1, stood: 0 });
    expect(await imported('two', 'First\nsecond')).toEqual({ recorded: 0, stood: 1 });
    expect(await imported('three', 'First\r\nsecond')).toEqual({ recorded: 0, stood: 1 });
    expect(await imported('four', 'Another')).toEqual({ recorded: 1, stood: 0 });
  });

  it.each(['', 'with space', 'ü', 'x'.repeat(201)])('refuses the key %j', async (wrong) => {
    expect((await app.command(...register(), { key: wrong })).json).toMatchObject({ status: 400, code: 'command.key-invalid' });
  });

  it('must name a revision, and is told how', async () => {
    await app.record(...register());
    const { json } = await app.command(...grant('board'), { ifMatch: null });
    expect(json).toMatchObject({ status: 428, code: 'command.revision-required' });
    expect(json.title).toMatch(/If-Match: "<revision>".*If-Match: \*/s);
  });

  it.each(['"0"', '0', '*'])('is judged against the revision If-Match: %s', async (ifMatch) => {
    await app.record(...register());
    expect((await app.command(...grant('board'), { ifMatch })).status).toBe(201);
  });

  it.each(['"0", "1"', 'W/"0"', '-1', 'latest', '"99999999999999999999"'])('refuses If-Match: %s', async (ifMatch) => {
    await app.record(...register());
    expect((await app.command(...grant('board'), { ifMatch })).json).toMatchObject({ status: 400, code: 'command.revision-invalid' });
  });

  it('written against an older revision is told what changed since', async () => {
    await app.record(...register());
    await app.record(...grant('board'), { ifMatch: 0 });
    const { json } = await app.command(...grant('committee'), { ifMatch: 0 });
    expect(json).toMatchObject({
      status: 412,
      code: 'stream.clash',
      expected: 0,
      actual: 1,
      since: [{ type: 'RoleGranted', revision: 1, by: 'The operator' }],
    });
  });

  it('on a record that is not there is not found', async () => {
    expect((await app.command(...grant('board'))).json).toMatchObject({ status: 404, code: 'stream.not-found' });
  });

  it('can say when it happened, but not later than now', async () => {
    await app.record(...register('Ana', { happenedAt: '2016-03-03T14:00:00+01:00' }));
    const future = await app.command(...grant('board'));
    expect(future.status).toBe(201);
    const later = await app.command(`principals/eve-${tests}/register-principal`, { name: 'Eve', happenedAt: '2027-01-01T00:00:00Z' });
    expect(later.json).toMatchObject({ status: 422, code: 'command.happened-later', field: 'happenedAt' });
    const never = await app.command(`principals/eve-${tests}/register-principal`, { name: 'Eve', happenedAt: '2016-02-30T00:00:00Z' });
    expect(never.json).toMatchObject({ status: 400, code: 'request.invalid', field: 'happenedAt' });
  });

  it('carries a correlation id of the sender', async () => {
    const { headers } = await app.command(...register(), { headers: { 'x-correlation-id': 'case-17' } });
    expect(headers['x-correlation-id']).toBe('case-17');
    const odd = await app.get('me', { headers: { 'x-correlation-id': 'a b{}' } });
    expect(odd.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a reader', () => {
  it('has their own write, by its position', async () => {
    const before = (await app.get('principals?limit=200')).json.items.length;
    for (let index = 0; index < 20; index += 1) {
      const { position } = await app.record(`principals/p-${index}/register-principal`, { name: `P ${index}` });
      const { json } = await app.get('principals?limit=200', { after: position });
      expect(json.items).toHaveLength(before + index + 1);
    }
  });

  it.each(['zzz', '!!!!!!!!!!!!!!!!', '9'.repeat(16), ' '])('cannot read after a position that never was: %j', async (after) => {
    await app.record(...register());
    expect((await app.get('principals', { after })).json).toMatchObject({ status: 400, code: 'query.position-unknown' });
  });

  it('pages through a list by its cursors', async () => {
    const own = await createTestApp({ clock });
    let last = '';
    for (const login of ['a', 'b', 'c', 'd', 'e'])
      last = (await own.record(`principals/${login}/register-principal`, { name: login })).position;
    const seen: string[] = [];
    for (let url = 'principals?limit=2'; url;) {
      const { json } = await own.get(url, { after: last });
      seen.push(...json.items.map(({ login }: { login: string }) => login));
      url = json.next === null ? '' : `principals?limit=2&cursor=${json.next}`;
    }
    await own.close();
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=ten', 'limit'],
    ['cursor=%20', 'cursor'],
    ['colour=red', 'colour'],
    ['limit=1&limit=2', 'limit'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
    ['toString=1', 'toString'],
  ])('is refused the query %s', async (query, field) => {
    expect((await app.get(`principals?${query}`)).json).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ field }] });
  });

  it('is refused a cursor of another list', async () => {
    const { json } = await app.get('principals?cursor=W10');
    expect(json).toMatchObject({ status: 400, code: 'request.cursor-invalid' });
  });

  it('is not sent again what they have', async () => {
    await app.record(...register());
    const { headers } = await app.get(`principals/${ana}`);
    const again = await app.get(`principals/${ana}`, { headers: { 'if-none-match': String(headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
    await app.record(...grant('board'));
    expect((await app.get(`principals/${ana}`, { headers: { 'if-none-match': String(headers.etag) } })).status).toBe(200);
  });
});
