import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Identity } from '../slices/people/people.queries.js';
import { type Config } from '../config/config.js';
import { createApp } from '../create-app.js';
import { EVENT_STORE, type EventStore } from '../eventstore/event-store.port.js';
import { EVENTS_FILE } from '../eventstore/sqlite/schema.js';
import { ProjectionEngine } from '../projections/projection-engine.js';
import { type Api } from './api.js';

/** How long a verb waits for the read models to take in what is already recorded. */
const CATCH_UP_MS = 600_000;

/** The API of an application in this process, without a socket; asked as the operator if no other token is given. */
export function apiOf(app: NestFastifyApplication, token = app.get(Identity).operatorToken()): Api {
  return {
    async send(method, path, { body, headers = {} } = {}) {
      const answer = await app.inject({
        method,
        url: path,
        headers: { ...headers, authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { payload: JSON.stringify(body) }),
      });
      return { status: answer.statusCode, headers: answer.headers as Record<string, string>, text: answer.payload };
    },
    close: () => app.close(),
  };
}

/**
 * The API of the data directory itself, read-only if a server is running on it; up to date before the first question. A directory without a
 * record is refused, unless the verb may begin one (`mayBegin`).
 */
export async function openLocalApi(config: Config, { mayBegin }: { readonly mayBegin: boolean }): Promise<Api> {
  if (!mayBegin && !config.store && !existsSync(join(config.dataDir, EVENTS_FILE)))
    throw new Error(`There is no record in ${config.dataDir}. Say where it is with --data-dir, or which server has it with --server.`);
  const app = await createApp(config, { mode: 'either' });
  try {
    await caughtUp(app);
    return apiOf(app);
  } catch (error) {
    await app.close();
    throw error;
  }
}

export async function caughtUp(app: NestFastifyApplication): Promise<void> {
  const head = await app.get<EventStore>(EVENT_STORE).head();
  if (head !== null) await app.get(ProjectionEngine).waitFor(head, { timeoutMs: CATCH_UP_MS });
}
