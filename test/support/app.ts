import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Credentials } from '../../src/slices/people/sign-in/credentials.js';
import { Identity } from '../../src/slices/people/sign-in/identity.js';
import { type Role } from '../../src/kernel/rights.js';
import { readConfig } from '../../src/config/config.js';
import { type AppOptions, createApp } from '../../src/create-app.js';
import { copyBetween } from '../../src/cli/copy.js';
import { type Clock } from '../../src/kernel/clock.js';
import { ProjectionEngine } from '../../src/projections/projection-engine.js';
import { type ProjectionRunner } from '../../src/projections/projection-runner.js';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { dropEngineOf, engineOf } from './engines.js';

/** A clock that stands until it is told to move. */
export class HandClock implements Clock {
  constructor(private instant = '2026-03-02T09:00:00.000Z') {}
  now = (): string => this.instant;
  set(instant: string): void {
    this.instant = instant;
  }
  advance(seconds: number): void {
    this.instant = new Date(Date.parse(this.instant) + seconds * 1000).toISOString();
  }
}

/** An answer, with its body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers
  readonly json: any;
  readonly text: string;
}

export interface Ask {
  /** Of whom it is asked; nobody signed in where it is `null`; the administrator where it is left out. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** `If-Match`: `*` where it is left out; none where it is `null`. */
  readonly ifMatch?: string | number | null;
  readonly key?: string;
  /** The position to read after; that of what was recorded last, where it is left out; none where it is `null`. */
  readonly after?: string | null;
}

export interface TestAppOptions extends Pick<AppOptions, 'clock' | 'rooms' | 'mode' | 'logTo'> {
  /** Kept when the application closes; a new one, removed then, where it is left out. */
  readonly directory?: string;
  /** A data directory whose record it begins with: it is given a copy. */
  readonly from?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether everything lies in the data directory, whatever the others run on: the test is about its files. */
  readonly embedded?: boolean;
}

/** The application on a real store, asked without a socket unless it is told to listen. */
export class TestApp {
  /** The position of what was recorded last. */
  private last: string | undefined;

  private constructor(
    readonly nest: NestFastifyApplication,
    readonly directory: string,
    private readonly keep: boolean,
    /** An administrator's token, of the operator of the data directory. */
    readonly operator: string,
  ) {}

  static async open({ directory, from, env = {}, embedded = false, ...options }: TestAppOptions = {}): Promise<TestApp> {
    const dataDir = directory ?? (await mkdtemp(join(tmpdir(), 'quorate-')));
    if (from !== undefined) await cp(from, dataDir, { recursive: true, filter: (name) => !name.endsWith('.lock') });
    const config = readConfig({
      QUORATE_DATA_DIR: dataDir,
      QUORATE_LOG_LEVEL: 'silent',
      PORT: '0',
      ...(embedded ? {} : engineOf(dataDir)),
      ...env,
    });
    if (from !== undefined && config.store) await copyBetween({ kind: 'sqlite', directory: dataDir }, config.store);
    const nest = await createApp(config, options);
    // The read models beside a record come with it; elsewhere they are made from it first.
    if (from !== undefined && config.readModels) await nest.get<unknown, ProjectionRunner>(ProjectionEngine).settled(60_000);
    const app = new TestApp(nest, dataDir, directory !== undefined, nest.get(Identity).operatorToken());
    app.last = (await nest.get<EventStore>(EVENT_STORE).head()) ?? undefined;
    return app;
  }

  /** What is asked from now on is asked of what was recorded up to there, if it does not say otherwise. */
  readAfter(position: string): void {
    this.last = position;
  }

  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: string | object | Buffer,
    { token = this.operator, headers = {}, after = this.last }: Ask = {},
  ): Promise<Answer> {
    const answer = await this.nest.inject({
      method,
      url,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(after == null ? {} : { 'quorate-after': after }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    const type = String(answer.headers['content-type'] ?? '');
    const json: unknown = /json/.test(type) && answer.payload ? JSON.parse(answer.payload) : undefined;
    if (method === 'POST' && answer.statusCode < 300) this.last = (json as { position?: string } | undefined)?.position ?? this.last;
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, json };
  }

  get(url: string, options?: Ask): Promise<Answer> {
    return this.ask('GET', url.startsWith('/') ? url : `/api/v1/${url}`, undefined, options);
  }

  /** Sends a command: `command('bodies/board/establish-body', { ... })`. */
  command(address: string, data: object = {}, { ifMatch = '*', key, headers = {}, ...options }: Ask = {}): Promise<Answer> {
    return this.ask('POST', address.startsWith('/') ? address : `/api/v1/${address}`, data, {
      ...options,
      headers: {
        ...(ifMatch === null ? {} : { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
    });
  }

  /** A command that must be accepted. */
  async record(
    address: string,
    data: object = {},
    options?: Ask,
  ): Promise<{ readonly id: string; readonly revision: number; readonly position: string }> {
    const answer = await this.command(address, data, options);
    if (answer.status >= 300) throw new Error(`${address}: ${answer.status} ${answer.text}`);
    return answer.json;
  }

  /** Registers somebody with a role (in all bodies, or in one) and gives a token of theirs. */
  async principal(login: string, role?: Exclude<Role, 'public'>, bodyId = '*'): Promise<string> {
    await this.record(`principals/${login}/register-principal`, { name: `Test ${login}` });
    if (role !== undefined) await this.record(`principals/${login}/grant-role`, { role, bodyId });
    return (await this.nest.get(Credentials).makeToken(login, 'test')).token;
  }

  /** Opens a socket on a free port; gives the address. */
  async listen(): Promise<string> {
    await this.nest.listen(0, '127.0.0.1');
    const { port } = (this.nest.getHttpServer() as { address(): AddressInfo }).address();
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    await this.nest.close();
    if (this.keep) return;
    await dropEngineOf(this.directory);
    await rm(this.directory, { recursive: true, force: true });
  }
}

export const createTestApp = (options?: TestAppOptions): Promise<TestApp> => TestApp.open(options);
