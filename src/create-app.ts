import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DestinationStream } from 'pino';
import { KeyFile, Vault, VAULT_FILE } from './slices/people/people.queries.js';
import { AppModule, ROOMS } from './app.module.js';
import { type Config } from './config/config.js';
import { type Mode, openStore } from './engines.js';
import { type EventStore, StoreFault } from './eventstore/event-store.port.js';
import { EVENTS_FILE } from './eventstore/sqlite/schema.js';
import { createAdapter } from './http/fastify.js';
import { createLogger, NestLogger } from './http/logging.js';
import { serveOpenApi } from './http/openapi/openapi.js';
import { Metrics } from './http/operations/metrics.js';
import { prepareForPages } from './pages/frame/prepare.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { type AnyRoom } from './kernel/room.js';

const ABOUT = 'The record of public bodies: notice, sederunt, quorum, motions, decisions, minutes and actions.';

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
  if (!config.store) requireRecord(config.dataDir);
  const { store, writing, close } = await openStore(config, mode);
  const open: { close(): Promise<void> }[] = [{ close }];
  const closeAll = async (): Promise<void> => {
    for (let one = open.pop(); one; one = open.pop()) await one.close();
  };
  try {
    if (config.store) await requireRecordOnServer(store, config.dataDir);
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

/** The same of a record on a server; the directory, which may be new, is made for what stays in it. */
async function requireRecordOnServer(store: EventStore, directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if ((await store.head()) === null && existsSync(join(directory, VAULT_FILE)))
    throw new StoreFault(
      'store.damaged',
      `The record on the server is empty, though there is a vault in ${directory}: name the database it lies in, or restore a backup of it.`,
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
