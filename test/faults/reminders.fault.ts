import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { addDays, longDate } from '../../src/kernel/dates.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { createTestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { listed } from '../support/events.js';
import { MailServer } from '../support/mail-server.js';
import { type Place } from '../support/places.js';
import { runs } from '../support/runs.js';
import { Program, type Server } from '../support/server.js';

const FOLLOWERS = 30;
/** How often the mail server has taken a letter in whole, and the server is killed before it hears of it. */
const TAKEN_IN = runs(2, 5);
/** The places between a reminder and the record that it was sent; after two have come by, so that others were sent. */
const PLACES: readonly Place[] = [
  { file: 'events.db', statement: 'INSERT INTO events', when: 'before', time: 3, holding: 'ReminderRaised' },
  { file: 'events.db', statement: 'INSERT INTO events', when: 'before', time: 3, holding: 'ReminderDigestMade' },
  { file: 'events.db', statement: 'COMMIT', when: 'after', time: 3, holding: 'ReminderDigestMade' },
  { file: 'events.db', statement: 'INSERT INTO events', when: 'before', time: 3, holding: 'ReminderSent' },
  { file: 'events.db', statement: 'COMMIT', when: 'before', time: 3, holding: 'ReminderSent' },
  { file: 'events.db', statement: 'COMMIT', when: 'after', time: 3, holding: 'ReminderSent' },
];

let program: Program;
let mails: MailServer;
let home: { readonly path: string; remove(): Promise<void> };

beforeAll(async () => {
  program = await Program.built();
  mails = await MailServer.start();
  home = await aDirectory();
  const app = await createTestApp({ directory: home.path });
  const today = new Date().toISOString().slice(0, 10);
  await app.record('bodies/board/establish-body', { name: 'Board', kind: 'board' });
  for (let index = 0; index < FOLLOWERS; index += 1) {
    await app.principal(`person-${index}`, 'officer', 'board');
    await app.record(`principals/person-${index}/reminders/follow-reminders`, {
      address: `person-${index}@example.org`,
      names: [`Person ${index}`],
      digest: 'each',
    });
    for (const days of [2, 4])
      await app.record(`bodies/board/actions/a-${index}-${days}/raise-action`, {
        source: { cited: { heading: 'an earlier meeting' } },
        item: { title: `Item ${index}-${days}` },
        words: 'AGREED that it would be done.',
        officers: [`Person ${index}`],
        due: longDate(addDays(today, days)),
      });
  }
  await app.close();
}, 120_000);
afterAll(async () => {
  await program.remove();
  await mails.stop();
  await home.remove();
});

const recorded = async (): Promise<readonly RecordedEvent[]> => {
  const store = await SqliteEventStore.open({ directory: home.path, readOnly: true });
  try {
    return (await listed(store.readAll())).filter(({ stream }) => stream.startsWith('reminders-'));
  } finally {
    await store.close();
  }
};
/** Waits until so many mails are recorded as sent. */
async function untilSent(count: number): Promise<void> {
  const store = await SqliteEventStore.open({ directory: home.path, readOnly: true });
  const enough = new AbortController();
  try {
    let sent = 0;
    for await (const message of store.subscribe({ signal: enough.signal })) {
      if (message.kind === 'event' && message.event.type === 'ReminderSent') sent += 1;
      if (sent === count) return;
    }
  } finally {
    enough.abort();
    await store.close();
  }
}
const serve = (dies?: Place): Promise<Server> =>
  program.serve(home.path, {
    ...(dies && { dies }),
    env: { QUORATE_REMINDERS: '1', QUORATE_SMTP_URL: mails.url, QUORATE_MAIL_FROM: 'q@example.org', QUORATE_LOG_LEVEL: 'info' },
  });

describe('a server that dies while it reminds people', () => {
  it('has told each of them once, and where a mail was taken but not known to be, sends the very same again', async () => {
    for (const dies of PLACES) {
      const server = await serve(dies);
      expect([dies, (await server.ended).signal]).toEqual([dies, 'SIGKILL']);
    }
    for (let kill = 0; kill < TAKEN_IN; kill += 1) {
      const server = await serve();
      const takenIn = mails.mails.length;
      // Taken in whole, and killed before the server hears of it.
      await new Promise<void>((resolve) => {
        mails.beforeAnswer = async () => {
          if (mails.mails.length < takenIn + 4) return;
          mails.beforeAnswer = () => undefined;
          await server.kill();
          resolve();
        };
      });
    }
    await mails.stop();
    const server = await serve();
    await server.said(/could not be sent and is tried again/);
    await mails.up();
    const sent = async () => (await recorded()).filter(({ type }) => type === 'ReminderSent');
    await untilSent(FOLLOWERS);
    expect((await server.stop()).code).toBe(0);

    const events = await recorded();
    const raised = events.filter(({ type }) => type === 'ReminderRaised').map(({ data }) => (data as { reminderId: string }).reminderId);
    expect(raised).toHaveLength(FOLLOWERS * 2);
    expect(new Set(raised).size).toBe(raised.length);
    const told = (await sent()).map(({ data }) => data as { login: string; messageId: string; reminders: readonly string[] });
    expect(told.flatMap(({ reminders }) => reminders).toSorted()).toEqual(raised.toSorted());
    expect(new Set(told.map(({ login }) => login)).size).toBe(FOLLOWERS);

    // Each person got the mail that is recorded, and no other; twice at the most, and then under the same Message-ID with the same words.
    const byPerson = new Map<string, (typeof mails.mails)[number][]>();
    for (const mail of mails.mails) {
      const to = mail.to![0]!.address!;
      byPerson.set(to, [...(byPerson.get(to) ?? []), mail]);
    }
    for (const { login, messageId } of told) {
      const got = byPerson.get(`${login}@example.org`) ?? [];
      expect(got.length).toBeGreaterThan(0);
      expect(new Set(got.map((mail) => mail.messageId))).toEqual(new Set([messageId]));
      expect(new Set(got.map(({ subject }) => subject))).toEqual(new Set(['Reminders: 2 due soon']));
    }
    const twice = mails.mails.length - FOLLOWERS;
    expect(twice).toBeGreaterThan(0);
    expect(twice).toBeLessThanOrEqual(PLACES.length + TAKEN_IN);
  }, 180_000);
});
