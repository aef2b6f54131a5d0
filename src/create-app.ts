import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream } from 'pino';
import { KeyFile, Vault, VAULT_FILE } from './slices/people/people.queries.js';
import { AppModule, ROOMS } from './app.module.js';
import { type Config } from './config/config.js';
import { StoreFault } from './eventstore/event-store.port.js';
import { EVENTS_FILE } from './eventstore/sqlite/schema.js';
import { SqliteEventStore } from './eventstore/sqlite/sqlite-event-store.js';
import { createAdapter } from './http/fastify.js';
import { createLogger, NestLogger } from './http/logging.js';
import { serveOpenApi } from './http/openapi/openapi.js';
import { Metrics } from './http/operations/metrics.js';
import { WriteAccess } from './http/write-access.js';
import { prepareForPages } from './pages/frame/prepare.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { type AnyRoom } from './kernel/room.js';

const ABOUT = 'The record of public bodies: notice, sederunt, quorum, motions, decisions, minutes and actions.';

/**
 * - `read-write`: takes the data directory for this process; runs the projections.
 * - `read-only`: beside the process that has it. Commands are refused with `store.in-use`.
 * - `either`: the first where nobody has it, else the second.
 */
export type Mode = 'read-write' | 'read-only' | 'either';

export interface AppOptions {
  readonly mode?: Mode;
  readonly clock?: Clock;
  /** Rooms beside those of the application. */
  readonly rooms?: readonly AnyRoom[];
  /** Where the log goes; standard output, if it does not say. */
  readonly logTo?: DestinationStream;
}

/**
 * The whole application, initialised and not listening: `inject` asks it without a socket, `listen` opens one, `close` ends
 * everything it opened. Throws a {@link StoreFault} where the data directory cannot be had.
 */
export async function createApp(
  config: Config,
  { mode = 'read-write', clock = systemClock, rooms = [], logTo }: AppOptions = {},
): Promise<NestFastifyApplication> {
  requireRecord(config.dataDir);
  const { store, writing } = await openStore(config.dataDir, mode);
  const open: { close(): Promise<void> }[] = [store];
  const closeAll = async (): Promise<void> => {
    for (let one = open.pop(); one; one = open.pop()) await one.close();
  };
  try {
    const vault = await opened('vault', config.dataDir, () => Vault.open(config.dataDir, { readOnly: !writing.open }));
    open.push(vault);
    const keys = await opened('file of keys', config.dataDir, async () =>
      KeyFile.openIn(config.dataDir, { readOnly: !writing.open, now: () => clock.now() }),
    );
    open.push(keys);
    const late: { metrics?: Metrics } = {};
    const adapter = await createAdapter({
      trustProxy: config.trustProxy,
      prepare: prepareForPages,
      onAnswer: ({ method, routeOptions }, reply) =>
        late.metrics?.requests.observe(
          { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) },
          reply.elapsedTime / 1000,
        ),
    });
    const module = AppModule.forRoot({ config, clock, store, writing, vault, keys, rooms: [...ROOMS, ...rooms], close: closeAll });
    const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
      logger: new NestLogger(createLogger(config.logLevel, logTo)),
      abortOnError: false,
      bodyParser: false,
    });
    late.metrics = app.get(Metrics);
    serveOpenApi(app, config.publicUrl, ABOUT);
    try {
      await app.init();
      await adapter.getInstance().ready();
    } catch (error) {
      await app.close().catch(() => undefined);
      throw error;
    }
    return app;
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function openStore(directory: string, mode: Mode): Promise<{ store: SqliteEventStore; writing: WriteAccess }> {
  if (mode === 'read-only')
    return { store: await SqliteEventStore.open({ directory, readOnly: true }), writing: new WriteAccess('store.in-use') };
  try {
    return { store: await SqliteEventStore.open({ directory }), writing: new WriteAccess(null) };
  } catch (fault) {
    if (mode === 'read-write' || !(fault instanceof StoreFault) || (fault.code !== 'store.in-use' && fault.code !== 'store.read-only'))
      throw fault;
    return { store: await SqliteEventStore.open({ directory, readOnly: true }), writing: new WriteAccess(fault.code) };
  }
}

/** A vault is made after the record: where there is one, a record that is gone or empty was lost, and is not begun anew in silence. */
function requireRecord(directory: string): void {
  const record = join(directory, EVENTS_FILE);
  if ((statSync(record, { throwIfNoEntry: false })?.size ?? 0) > 0 || !existsSync(join(directory, VAULT_FILE))) return;
  const what = existsSync(record) ? 'is empty' : 'is missing';
  throw new StoreFault(
    'store.damaged',
    `The event store is damaged: ${record} ${what}, though the vault beside it is there. Restore a backup into an empty directory.`,
  );
}

async function opened<T>(what: string, directory: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    throw new StoreFault(
      'store.unavailable',
      `The ${what} in ${directory} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    );
  }
}
