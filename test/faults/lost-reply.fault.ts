import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checked } from '../support/checked.js';
import { type EventStore, StoreFault } from '../../src/eventstore/event-store.port.js';
import { RECORD } from '../../src/store.module.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { listed } from '../support/events.js';

let app: TestApp;
let store: EventStore;
let directory: { readonly path: string; remove(): Promise<void> };
beforeEach(async () => {
  directory = await aDirectory();
  app = await createTestApp({ directory: directory.path });
  store = app.nest.get<EventStore>(RECORD);
});
afterEach(async () => {
  await app.close();
  await directory.remove();
});

const EVE = 'principals/eve/register-principal';
const unavailable = () => new StoreFault('store.unavailable', 'The answer was lost.');
const types = async () => (await listed(store.readAll())).map(({ type }) => type);

/** From now on every append is saved, and its answer lost. */
function loseAnswers(): () => void {
  const append = store.append.bind(store);
  store.append = async (...args) => {
    await append(...args);
    throw unavailable();
  };
  return () => (store.append = append);
}

/** From now on every append fails before anything is saved. */
function refuseAppends(): () => void {
  const append = store.append.bind(store);
  store.append = () => Promise.reject(unavailable());
  return () => (store.append = append);
}

describe('a command whose append failed but was saved', () => {
  it('is recorded once when it is repeated with its key', async () => {
    const mend = loseAnswers();
    const lost = await app.command(EVE, { name: 'Eve' }, { key: 'k-1' });
    expect(lost.json).toMatchObject({ status: 503, code: 'store.unavailable', title: expect.stringContaining('Idempotency-Key') });
    mend();
    const first = await app.command(EVE, { name: 'Eve' }, { key: 'k-1' });
    expect([first.status, first.json]).toEqual([200, { id: 'eve', revision: 0, position: expect.any(String) }]);
    const second = await app.command(EVE, { name: 'Eve' }, { key: 'k-1' });
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(await types()).toEqual(['PrincipalRegistered']);
  });

  it('is recorded once also when the server was started again between', async () => {
    loseAnswers();
    expect((await app.command(EVE, { name: 'Eve' }, { key: 'k-1' })).status).toBe(503);
    await app.close();
    app = await createTestApp({ directory: directory.path });
    store = app.nest.get<EventStore>(RECORD);
    expect((await app.command(EVE, { name: 'Eve' }, { key: 'k-1' })).status).toBe(200);
    expect(await types()).toEqual(['PrincipalRegistered']);
    await app.close();
    expect(await checked(directory.path)).toMatchObject({ clean: true, events: 1 });
  });

  it('is seen by the next command on the same record', async () => {
    const mend = loseAnswers();
    await app.command(EVE, { name: 'Eve' }, { key: 'k-1' });
    mend();
    expect((await app.command(EVE, { name: 'Eve' }, { key: 'k-2' })).json).toMatchObject({ status: 409, code: 'stream.exists' });
    expect((await app.command('principals/eve/grant-role', { role: 'clerk', bodyId: 'board' }, { ifMatch: 0 })).status).toBe(201);
    expect((await app.get('principals/eve', { after: (await store.head())! })).json).toMatchObject({ login: 'eve' });
  });
});

describe('a command whose append failed and was not saved', () => {
  it('is recorded when it is repeated with its key', async () => {
    const mend = refuseAppends();
    expect((await app.command(EVE, { name: 'Eve' }, { key: 'k-1' })).json).toMatchObject({ status: 503, code: 'store.unavailable' });
    mend();
    expect(await types()).toEqual([]);
    expect((await app.command(EVE, { name: 'Eve' }, { key: 'k-1' })).status).toBe(201);
    expect(await types()).toEqual(['PrincipalRegistered']);
  });
});
