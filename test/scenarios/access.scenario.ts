import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, createTestApp, HandClock, type TestApp } from '../support/app.js';

const PASSWORD = 'correct horse battery';
let app: TestApp;
let clock: HandClock;

beforeEach(async () => {
  clock = new HandClock();
  app = await createTestApp({ clock });
});
afterEach(() => app.close());

const signIn = (login: string, password: string): Promise<Answer> =>
  app.ask('POST', '/api/v1/sign-in', { login, password }, { token: null });

describe('somebody who has not signed in', () => {
  it('is asked to, and told which right it takes', async () => {
    const { status, json, headers } = await app.command('principals/ana/register-principal', { name: 'Ana' }, { token: null });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toMatch(/^Bearer/);
    expect(headers['content-type']).toMatch('application/problem+json');
    expect(json).toMatchObject({ code: 'access.sign-in-needed', context: { right: 'principals.manage', bodyId: '*' } });
  });

  it('is told that a made-up token is none, also where anybody may read', async () => {
    expect((await app.get('me', { token: null })).json).toMatchObject({ login: 'public', rights: [] });
    expect((await app.get('me', { token: `qr_${'x'.repeat(43)}` })).json.code).toBe('access.token-invalid');
    expect((await app.get('me', { headers: { authorization: 'Basic eDp5' }, token: null })).json.code).toBe('access.token-invalid');
  });
});

describe('a principal', () => {
  it('is refused what no role of theirs gives, with the right and the body named', async () => {
    const clerk = await app.principal('clerk', 'clerk', 'board');
    const { status, json } = await app.command('principals/ana/register-principal', { name: 'Ana' }, { token: clerk });
    expect(status).toBe(403);
    expect(json).toMatchObject({ code: 'access.right-missing', right: 'principals.manage', bodyId: '*' });
    const live = await app.get('bodies/other/live', { token: clerk });
    expect(live.json).toMatchObject({ status: 403, right: 'meetings.read-drafts', bodyId: 'other' });
  });

  it('sees what they may', async () => {
    const clerk = await app.principal('clerk', 'clerk', 'board');
    const { json } = await app.get('me', { token: clerk });
    expect(json.rights).toContainEqual(expect.objectContaining({ right: 'meetings.record', bodies: ['board'] }));
    expect(json.rights.map(({ right }: { right: string }) => right)).not.toContain('principals.manage');
  });

  it('cannot act from the moment of a suspension, and can after it', async () => {
    const clerk = await app.principal('clerk', 'clerk');
    expect((await app.get('me', { token: clerk })).status).toBe(200);
    await app.record('principals/clerk/suspend-principal', { reason: 'left' });
    expect((await app.get('me', { token: clerk })).json).toMatchObject({ status: 403, code: 'access.suspended' });
    await app.record('principals/clerk/reinstate-principal', { reason: 'came back' });
    expect((await app.get('me', { token: clerk })).status).toBe(200);
  });

  it('loses a right from the next request after the role is withdrawn', async () => {
    const token = await app.principal('ana', 'administrator');
    expect((await app.get('principals', { token })).status).toBe(200);
    await app.record('principals/ana/withdraw-role', { role: 'administrator', bodyId: '*' });
    expect((await app.get('principals', { token })).status).toBe(403);
  });

  it('is listed to administrators, who read their own write', async () => {
    await app.principal('ana', 'chair', 'board');
    const { position } = await app.record('principals/ana/grant-role', { role: 'member', bodyId: 'board' });
    const { json } = await app.get('principals', { after: position });
    expect(json).toEqual({
      items: [
        {
          login: 'ana',
          name: 'Test ana',
          personId: null,
          suspended: false,
          grants: [
            { role: 'chair', bodyId: 'board' },
            { role: 'member', bodyId: 'board' },
          ],
        },
      ],
      next: null,
    });
    expect((await app.get('principals/ana')).json).toMatchObject({ login: 'ana', revision: 2 });
    expect((await app.get('principals/nobody')).status).toBe(404);
  });
});

describe('a token', () => {
  it('expires', async () => {
    await app.principal('ana');
    const { token } = (await app.ask('POST', '/api/v1/principals/ana/tokens', { label: 'export', days: 2 })).json;
    expect((await app.get('me', { token })).status).toBe(200);
    clock.advance(2 * 86_400);
    const { status, json, headers } = await app.get('me', { token });
    expect([status, json.code]).toEqual([401, 'access.token-expired']);
    expect(headers['www-authenticate']).toMatch('invalid_token');
  });

  it('is good for nothing once revoked', async () => {
    await app.principal('ana');
    const { id, token } = (await app.ask('POST', '/api/v1/principals/ana/tokens', { label: 'export' })).json;
    expect((await app.get('me', { token })).status).toBe(200);
    expect((await app.ask('DELETE', `/api/v1/principals/ana/tokens/${id}`)).status).toBe(204);
    expect((await app.get('me', { token })).json.code).toBe('access.token-revoked');
    expect((await app.ask('DELETE', '/api/v1/principals/ana/tokens/none')).json).toMatchObject({
      status: 404,
      code: 'access.no-such-token',
    });
  });

  it('is shown once, and listed without itself', async () => {
    await app.principal('ana');
    const { text, json } = await app.get('principals/ana/tokens');
    expect(json.items).toEqual([expect.objectContaining({ login: 'ana', label: 'test', kind: 'api', revokedAt: null })]);
    expect(text).not.toMatch(/qr_|digest/);
  });

  it('is kept over a restart', async () => {
    const token = await app.principal('ana');
    await app.nest.close();
    const again = await createTestApp({ clock, directory: app.directory });
    expect((await again.get('me', { token })).json.login).toBe('ana');
    await again.close();
    app = await createTestApp({ clock });
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await app.principal('ana', 'clerk', 'board');
    expect((await app.ask('PUT', '/api/v1/principals/ana/password', { password: PASSWORD })).status).toBe(204);
  });

  it('gives a token that lasts until signing out', async () => {
    const { status, json } = await signIn('ana', PASSWORD);
    expect(status).toBe(201);
    expect(json.expiresAt).toBe('2026-03-02T21:00:00.000Z');
    expect((await app.get('me', { token: json.token })).json.login).toBe('ana');
    expect((await app.ask('POST', '/api/v1/sign-out', {}, { token: json.token })).status).toBe(204);
    expect((await app.get('me', { token: json.token })).json.code).toBe('access.token-revoked');
  });

  it('says the same of a wrong password and an unknown login', async () => {
    const wrong = (await signIn('ana', 'wrong')).json;
    const unknown = (await signIn('nobody', 'wrong')).json;
    expect(wrong).toMatchObject({ status: 401, code: 'access.sign-in-failed' });
    expect({ ...unknown, correlationId: '' }).toEqual({ ...wrong, correlationId: '' });
  });

  it('is closed for a while after repeated failures, for the right password too', async () => {
    for (let time = 0; time < 5; time += 1) expect((await signIn('ana', 'wrong')).status).toBe(401);
    const { status, json, headers } = await signIn('ana', PASSWORD);
    expect([status, json.code]).toEqual([429, 'access.locked-out']);
    expect(Number(headers['retry-after'])).toBe(60);
    clock.advance(61);
    expect((await signIn('ana', PASSWORD)).status).toBe(201);
  });

  it('takes a new password after it is changed, and ends other sign-ins', async () => {
    const [one, other] = [(await signIn('ana', PASSWORD)).json, (await signIn('ana', PASSWORD)).json];
    const change = (password: string) => app.ask('POST', '/api/v1/password', { current: PASSWORD, password }, { token: one.token });
    expect((await change('short')).json).toMatchObject({ status: 422, code: 'access.password-weak', field: 'password' });
    expect((await change('a longer password')).status).toBe(204);
    expect((await app.get('me', { token: one.token })).status).toBe(200);
    expect((await app.get('me', { token: other.token })).status).toBe(401);
    expect((await signIn('ana', PASSWORD)).status).toBe(401);
    expect((await signIn('ana', 'a longer password')).status).toBe(201);
  });
});
