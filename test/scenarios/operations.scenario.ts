import { afterEach, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Module } from '@nestjs/common';
import { type PrincipalEvent } from '../../src/slices/people/principal.events.js';
import { readFileSync } from 'node:fs';
import { VERSION } from '../../src/config/version.js';
import { COMMANDS } from '../../src/app.module.js';
import { checked } from '../../src/http/checked.js';
import { projection } from '../../src/kernel/projection.js';
import { type AnyRoom } from '../../src/kernel/room.js';
import { createTestApp, type TestApp } from '../support/app.js';

interface Operation {
  readonly operationId: string;
  readonly requestBody: {
    readonly content: Readonly<Record<string, { readonly examples: { readonly example: { readonly value: unknown } } }>>;
  };
  readonly responses: object;
}

let app: TestApp;
afterEach(() => app.close());

@Module({})
class Nothing {}

/** A room with a projection that cannot apply one event. */
const fragile: AnyRoom = {
  module: Nothing,
  commands: [],
  versions: {},
  histories: {},
  told: {},
  projections: [
    projection<{ login: string }, PrincipalEvent>({
      name: 'fragile',
      version: 1,
      columns: { login: { type: 'text' } },
      primaryKey: 'login',
      indexes: [],
      key: ({ data }) => data.login,
      on: {
        PrincipalRegistered: (_row, { data }) => {
          if (data.name === 'Test glass') throw new Error('it broke');
          return { login: data.login };
        },
      },
    }),
  ],
};

describe('the health check', () => {
  it('says that the server is up and ready', async () => {
    app = await createTestApp();
    expect((await app.get('/health/live', { token: null })).json).toEqual({ status: 'ok', version: VERSION });
    const { status, json } = await app.get('/health/ready', { token: null });
    expect([status, json.status, json.version, json.store]).toEqual([200, 'ready', VERSION, { status: 'ok', mode: 'read-write' }]);
    expect(json.projections).toContainEqual(expect.objectContaining({ name: 'principal_register', halted: null }));
  });

  it('shows a halted projection with its event and error, while the others go on', async () => {
    app = await createTestApp({ rooms: [fragile] });
    await app.principal('glass');
    const { position } = await app.record('principals/glass/grant-role', { role: 'clerk', bodyId: 'board' });
    expect((await app.get('principals', { after: position })).json.items).toHaveLength(1);
    const { status, json } = await app.get('/health/ready');
    expect([status, json.status]).toEqual([200, 'degraded']);
    const halted = json.projections.find(({ name }: { name: string }) => name === 'fragile').halted;
    expect(halted).toMatchObject({
      type: 'PrincipalRegistered',
      error: 'it broke',
      eventId: expect.any(String),
      position: expect.any(String),
    });
    expect((await app.get('/metrics')).text).toMatch('quorate_projection_halted{projection="fragile"} 1');
  });
});

describe('the version of the program', () => {
  it('is the one of package.json, and stands at the foot of a page and in the documentation', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
    expect(VERSION).toBe(version);
    app = await createTestApp();
    const foot = (await app.get('/accessibility', { token: null })).text.split('<footer')[1];
    expect(foot).toContain(`Quorate ${version}</li>`);
    expect((await app.get('/api/openapi.json', { token: null })).json.info.version).toBe(version);
  });
});

describe('the metrics', () => {
  it('count requests by route, and commands by what became of them', async () => {
    app = await createTestApp();
    await app.principal('ana', 'clerk', 'board');
    await app.command('principals/ana/grant-role', { role: 'clerk', bodyId: 'board' });
    const { text, headers } = await app.get('/metrics', { token: null });
    expect(headers['content-type']).toMatch('text/plain');
    expect(text).toMatch('quorate_commands_accepted_total{type="RegisterPrincipal"} 1');
    expect(text).toMatch('quorate_commands_refused_total{type="GrantRole",code="principal.role-held"} 1');
    expect(text).toMatch(
      /quorate_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/principals\/:login\/grant-role",status="201"\} 1/,
    );
    expect(text).toMatch('quorate_store_up 1');
    expect(text).toMatch('process_cpu_seconds_total');
    expect(text).not.toMatch(/ana/);
  });
});

describe('the documentation', () => {
  it('is valid OpenAPI 3.1, with every command, its right and an example', async () => {
    app = await createTestApp();
    const { json } = await app.get('/api/openapi.json', { token: null });
    expect(json.openapi).toBe('3.1.0');
    expect(await new Validator().validate(json)).toEqual(expect.objectContaining({ valid: true }));
    const operations = new Map(
      Object.values<Record<string, Operation>>(json.paths)
        .flatMap((path) => Object.values(path))
        .map((operation) => [operation.operationId, operation]),
    );
    expect(operations.size).toBe(Object.values<object>(json.paths).flatMap((path) => Object.keys(path)).length);
    for (const { spec } of COMMANDS) {
      const operation = operations.get(spec.type);
      expect(operation).toMatchObject({
        summary: spec.summary,
        description: expect.stringContaining(spec.right),
        security: [{ bearer: [] }],
      });
      expect(operation?.requestBody.content['application/json']?.examples.example.value).toEqual(spec.example);
      expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(['201', '400', '401', '403', '422']));
    }
  });

  it('has examples that are as documented, and a name for each payload', async () => {
    app = await createTestApp();
    for (const { spec } of COMMANDS) expect(checked(spec.dto, spec.example)).toBe(spec.example);
    const payloads = new Set<unknown>(COMMANDS.map(({ spec }) => spec.dto));
    expect(new Set(COMMANDS.map(({ spec }) => spec.dto.name)).size).toBe(payloads.size);
  });

  it('can be browsed, with nothing fetched from elsewhere', async () => {
    app = await createTestApp();
    const { status, text, headers } = await app.get('/api/docs', { token: null });
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
    for (const [, asset] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(asset).toMatch(/^\.\//);
      expect((await app.get(`/api/${asset!.slice(2)}`, { token: null })).status).toBe(200);
    }
    expect(text).not.toMatch(/<script(?![^>]*src=)/);
  });

  it('explains every code of a problem', async () => {
    app = await createTestApp();
    const { type, title } = (await app.get('/nothing')).json;
    const page = await app.get(type.split('#')[0], { token: null });
    expect(page.status).toBe(200);
    expect(page.text).toMatch(`<tr id="${type.split('#')[1]}">`);
    expect(page.text).toMatch(title);
  });
});

describe('a second process on one data directory', () => {
  it('is told so, and where it may read does not write', async () => {
    app = await createTestApp();
    const token = await app.principal('ana', 'administrator');
    await app.get('principals', { after: (await app.record('principals/eve/register-principal', { name: 'Eve' })).position });
    await expect(createTestApp({ directory: app.directory })).rejects.toMatchObject({ code: 'store.in-use' });
    const beside = await createTestApp({ directory: app.directory, mode: 'either' });
    expect((await beside.get('principals', { token })).json.items).toHaveLength(2);
    expect((await beside.get('/health/ready')).json.store).toEqual({ status: 'ok', mode: 'read-only' });
    const refused = await beside.command('principals/ada/register-principal', { name: 'Ada' });
    expect(refused.json).toMatchObject({ status: 503, code: 'store.in-use', title: expect.stringContaining('--server') });
    expect((await beside.ask('POST', '/api/v1/sign-in', { login: 'ana', password: 'x' }, { token: null })).json.code).toBe('store.in-use');
    await beside.close();
  });
});
