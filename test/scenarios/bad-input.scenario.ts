import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { createTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let address: string;
beforeAll(async () => {
  app = await createTestApp();
  address = await app.listen();
});
afterAll(() => app.close());

const URL = '/api/v1/principals/ana/register-principal';
const JSON_TYPE = { 'content-type': 'application/json', 'if-match': '*' };
const send = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) => app.ask('POST', URL, payload, { headers });

describe('a request', () => {
  it.each([
    ['malformed JSON', '{"name": ', 400, 'request.malformed-json'],
    ['no JSON at all', 'name=Ana', 400, 'request.malformed-json'],
    ['an empty body', '', 400, 'request.empty'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'request.not-utf8'],
    ['the key __proto__', '{"name":"Ana","__proto__":{"admin":true}}', 400, 'request.unsafe-key'],
    ['the key constructor', '{"name":"Ana","constructor":{"prototype":{"admin":true}}}', 400, 'request.unsafe-key'],
    ['an escaped key', '{"name":"Ana","\\u005f_proto__":1}', 400, 'request.unsafe-key'],
    ['the key toString', '{"name":"Ana","toString":1}', 400, 'request.unsafe-key'],
    ['the key hasOwnProperty inside', '{"name":{"hasOwnProperty":1}}', 400, 'request.unsafe-key'],
    ['endless nesting', '['.repeat(500_000) + ']'.repeat(500_000), 400, 'request.too-deep'],
    ['a list', '[]', 400, 'request.invalid'],
    ['a text', '"Ana"', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['more than a megabyte', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413, 'request.too-large'],
  ])('with %s is refused as %s %s', async (_what, payload, status, code) => {
    const { json, headers } = await send(payload);
    expect(json).toMatchObject({ status, code, correlationId: headers['x-correlation-id'] });
  });

  it.each([
    ['an unknown field', { name: 'Ana', admin: true }, 'admin', /is not a field/],
    ['a missing field', {}, 'name', /must be text/],
    ['a wrong type', { name: 7 }, 'name', /must be text/],
    ['null for a field', { name: 'Ana', personId: null }, 'personId', /must be text/],
    ['over-long text', { name: 'x'.repeat(201) }, 'name', /at most 200 characters/],
    ['blank text', { name: '   ' }, 'name', /must not be blank/],
    ['control characters', { name: 'A\u0007na' }, 'name', /control characters/],
    ['a line break in a line', { name: 'A\nna' }, 'name', /line breaks/],
    ['half a surrogate pair', '{"name":"\\ud800"}', 'name', /well-formed Unicode/],
    ['a number too large to keep', '{"name":1e999}', 'name', /number/],
    ['an id that is none', { name: 'Ana', personId: '../x' }, 'personId', /small letters/],
  ])('with %s is told the field and the rule', async (_what, payload, field, rule) => {
    const { json } = await send(typeof payload === 'string' ? payload : JSON.stringify(payload));
    expect(json).toMatchObject({ status: 400, code: 'request.invalid', field, errors: [{ field, rule: expect.stringMatching(rule) }] });
  });

  it('of another content type is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      expect((await send('x', { 'content-type': type })).json).toMatchObject({ status: 415, code: 'request.wrong-content-type' });
    }
  });

  it('without a body is told what to send', async () => {
    expect((await app.ask('POST', URL, undefined, { headers: { 'if-match': '*' } })).json).toMatchObject({
      status: 400,
      code: 'request.empty',
    });
  });

  it.each(['/api/v1/nothing', '/api/v1/principals/UPPER', '/api/v1/principals/%00', '/api/v1/principals/..%2f', '/nothing'])(
    'for %s finds nothing',
    async (url) => {
      expect((await app.get(url)).json).toMatchObject({ status: 404, code: 'request.not-found' });
    },
  );

  it.each(['/api/v1/principals/%zz', `/api/v1/principals/${'x'.repeat(500)}`])(
    'for an address that is none is refused: %s',
    async (url) => {
      const { json } = await app.get(url);
      expect(json.status).toBeGreaterThanOrEqual(400);
      expect(json.status).toBeLessThan(500);
      expect(json.code).toMatch(/^request\./);
    },
  );

  it('by another method is told which there are', async () => {
    const { json, headers } = await app.ask('DELETE', URL, undefined);
    expect(json).toMatchObject({ status: 405, code: 'request.method-not-allowed' });
    expect(headers.allow).toBe('POST');
  });

  it('of 50 MB is cut off', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': 50 * 1024 * 1024, authorization: `Bearer ${app.operator}` };
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${address}${URL}`, { method: 'POST', headers }, (answer) => resolve(answer.resume().statusCode));
      sending.on('error', reject);
      sending.write('{"name":"');
    });
    expect(status).toBe(413);
  });

  it('that was refused has stored nothing', async () => {
    expect((await app.get('principals/ana')).status).toBe(404);
    expect((await app.get('principals')).json.items).toEqual([]);
  });

  it('names nothing of what failed inside', async () => {
    const { headers } = await app.get('/nothing');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});
