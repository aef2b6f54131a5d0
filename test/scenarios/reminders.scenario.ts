import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Email } from 'postal-mime';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { Reminding } from '../../src/across/reminders/reminding/reminding.module.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { listed } from '../support/events.js';
import { MailServer } from '../support/mail-server.js';

const PUBLIC_ADDRESS = 'https://record.example.org';
const TOLD = ['ReminderRaised', 'ReminderDigestMade', 'ReminderSent'];
const SHONA = { address: 'shona@example.org', names: ['Shona Smith'], digest: 'each' };

let home: { readonly path: string; remove(): Promise<void> };
let mails: MailServer;
let clock: HandClock;
let app: TestApp;
let shona: string;

const open = async (env: Readonly<Record<string, string>> = { QUORATE_SMTP_URL: mails.url, QUORATE_MAIL_FROM: 'quorate@example.org' }) =>
  (app = await createTestApp({ directory: join(home.path, 'data'), clock, env }));
const restarted = async (env?: Readonly<Record<string, string>>) => {
  await app.close();
  await open(env);
};
const round = () => app.nest.get(Reminding).round(PUBLIC_ADDRESS);
const events = async (login = 'shona'): Promise<readonly RecordedEvent[]> =>
  listed(app.nest.get<EventStore>(EVENT_STORE).readStream(`reminders-${login}`));
const types = async (login?: string) => (await events(login)).map(({ type }) => type);
const raise = (action: string, due: string, officers = ['Shona Smith']) =>
  app.record(`bodies/board/actions/${action}/raise-action`, {
    source: { cited: { paragraph: '9', heading: '2 March 2026', meetingDate: '2026-03-02' } },
    item: { title: `Item ${action}` },
    words: `AGREED that ${action} would be done.`,
    officers,
    due,
  });
/** After everything that is recorded. */
const feed = async (query = '', token = shona) => {
  const head = await app.nest.get<EventStore>(EVENT_STORE).head();
  return app.get(`principals/shona/reminders${query}`, { token, after: head! });
};
const optOutOf = ({ headers }: Email): string => {
  const link = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
  return link.slice(1, -1).replace(PUBLIC_ADDRESS, '');
};

beforeEach(async () => {
  home = await aDirectory();
  mails = await MailServer.start();
  clock = new HandClock('2026-03-02T09:00:00.000Z');
  await open();
  await app.record('bodies/board/establish-body', { name: 'Board', kind: 'board' });
  shona = await app.principal('shona', 'officer', 'board');
});
afterEach(async () => {
  await app.close();
  await mails.stop();
  await home.remove();
});

describe('whoever follows what falls due', () => {
  it('is told once when it comes near and once when it has passed, whatever restarts in between', async () => {
    await raise('plan', '9 March 2026');
    await raise('later', '1 June 2026');
    await app.record('principals/shona/reminders/follow-reminders', SHONA, { token: shona });
    expect(await round()).toEqual({ raised: 1, mailed: 1 });
    expect(await round()).toEqual({ raised: 0, mailed: 0 });
    await restarted();
    expect(await round()).toEqual({ raised: 0, mailed: 0 });
    clock.set('2026-03-10T09:00:00.000Z');
    await restarted();
    expect(await round()).toEqual({ raised: 1, mailed: 1 });
    expect(await round()).toEqual({ raised: 0, mailed: 0 });

    expect(mails.mails.map(({ subject }) => subject)).toEqual([
      'Item plan: AGREED that plan would be done. is due by 9 March 2026.',
      'Item plan: AGREED that plan would be done. was due by 9 March 2026 and is overdue.',
    ]);
    const [first] = mails.mails;
    expect(first).toMatchObject({ from: { address: 'quorate@example.org' }, to: [{ address: 'shona@example.org' }] });
    expect(first!.text).toContain('https://record.example.org/bodies/board/actions/plan');
    expect(first!.text).toContain('Test shona,');
    expect(await types()).toEqual(['RemindersFollowed', ...TOLD, ...TOLD]);

    expect((await feed()).json.items).toMatchObject([
      { sort: 'overdue', status: 'sent', standing: 'live', dueId: 'action:board/plan#due', link: '/bodies/board/actions/plan' },
      { sort: 'due-soon', status: 'sent' },
    ]);
    expect((await feed('?format=text')).text).toContain('2026-03-10  sent');
  });

  it('is told of what is put into the window later, of what moves, and of what fell due while the program was down', async () => {
    await app.record('principals/shona/reminders/follow-reminders', SHONA, { token: shona });
    await raise('downtime', '20 March 2026');
    expect(await round()).toEqual({ raised: 0, mailed: 0 });
    await raise('sudden', '3 March 2026');
    expect(await round()).toEqual({ raised: 1, mailed: 1 });
    await app.record('bodies/board/actions/sudden/extend-action', { due: '5 March 2026', reason: 'Late papers.' });
    expect(await round()).toEqual({ raised: 1, mailed: 1 });
    expect((await feed()).json.items).toMatchObject([
      { date: '2026-03-05', dateMoved: null },
      { date: '2026-03-03', dateMoved: { said: '2026-03-03', now: '2026-03-05', words: 'date moved: now 5 March 2026' } },
    ]);
    expect((await feed('?format=text')).text).toContain('(date moved: now 5 March 2026)');
    // Nothing is recorded meanwhile, and nobody looks for fifty days.
    clock.set('2026-04-21T09:00:00.000Z');
    await restarted();
    expect(await round()).toEqual({ raised: 2, mailed: 1 });
    expect(mails.mails.at(-1)!.subject).toBe('Reminders: 2 overdue');
    expect(mails.mails).toHaveLength(3);
  });

  it('is not told of what was met meanwhile, nor of what they may not read', async () => {
    await mails.stop();
    await raise('met', '3 March 2026');
    await app.record('bodies/board/plan-constitution-review', { words: '5 March 2026', on: '2026-03-02' });
    const elsewhere = await app.principal('elsewhere', 'officer', 'another');
    await app.record('principals/shona/reminders/follow-reminders', { ...SHONA, names: [], bodies: ['board'] }, { token: shona });
    await app.record(
      'principals/elsewhere/reminders/follow-reminders',
      { address: 'else@example.org', bodies: ['board'], digest: 'each' },
      { token: elsewhere },
    );
    expect(await round()).toEqual({ raised: 3, mailed: 0 });
    await app.record('bodies/board/actions/met/report-action-complete', { words: 'Done.', reportedBy: 'Shona Smith' });
    await mails.up();
    clock.advance(3_600);
    expect(await round()).toEqual({ raised: 0, mailed: 1 });
    expect(mails.mails).toHaveLength(1);
    expect(mails.mails[0]!.subject).toMatch(/review/i);
    expect(await types('elsewhere')).toEqual(['RemindersFollowed', 'ReminderRaised', 'ReminderDigestMade', 'RemindersLapsed']);
  });

  it('gets one mail a day, not before its time and not in quiet hours', async () => {
    await app.record(
      'principals/shona/reminders/follow-reminders',
      { ...SHONA, digest: 'daily', sendAt: '07:00', quietHours: { from: '18:00', to: '08:30' } },
      { token: shona },
    );
    clock.set('2026-03-03T06:00:00.000Z');
    await raise('one', '6 March 2026');
    await raise('two', '7 March 2026');
    expect(await round()).toEqual({ raised: 2, mailed: 0 });
    clock.set('2026-03-03T08:00:00.000Z');
    expect(await round()).toEqual({ raised: 0, mailed: 0 });
    clock.set('2026-03-03T08:30:00.000Z');
    expect(await round()).toEqual({ raised: 0, mailed: 1 });
    expect(mails.mails[0]!.subject).toBe('Reminders: 2 due soon');
    await raise('three', '8 March 2026');
    clock.set('2026-03-03T12:00:00.000Z');
    expect(await round()).toEqual({ raised: 1, mailed: 0 });
    clock.set('2026-03-04T12:00:00.000Z');
    expect(await round()).toEqual({ raised: 0, mailed: 1 });
    expect(mails.mails).toHaveLength(2);
  });

  it('loses nothing while the mail server is down', async () => {
    await mails.stop();
    await raise('plan', '9 March 2026');
    await app.record('principals/shona/reminders/follow-reminders', SHONA, { token: shona });
    for (let hour = 0; hour < 5; hour += 1) {
      expect((await round()).mailed).toBe(0);
      clock.advance(3_600);
    }
    await restarted();
    expect((await round()).mailed).toBe(0);
    await mails.up();
    clock.advance(3_600);
    expect((await round()).mailed).toBe(1);
    expect((await round()).mailed).toBe(0);
    expect(mails.mails).toHaveLength(1);
    expect(await types()).toEqual(['RemindersFollowed', 'ReminderRaised', 'ReminderDigestMade', 'ReminderSent']);
  });

  it('whose address is refused for good is tried no more, and for a while is tried again; the others get theirs', async () => {
    mails.refused.set('shona@example.org', 550);
    mails.refused.set('busy@example.org', 451);
    const busy = await app.principal('busy', 'officer', 'board');
    const third = await app.principal('third', 'officer', 'board');
    await raise('plan', '9 March 2026');
    await app.record('principals/shona/reminders/follow-reminders', SHONA, { token: shona });
    await app.record('principals/busy/reminders/follow-reminders', { ...SHONA, address: 'busy@example.org' }, { token: busy });
    await app.record('principals/third/reminders/follow-reminders', { ...SHONA, address: 'third@example.org' }, { token: third });
    expect(await round()).toEqual({ raised: 3, mailed: 1 });
    expect((await events()).at(-1)).toMatchObject({ type: 'ReminderUndelivered', data: { why: expect.stringContaining('550') } });
    mails.refused.clear();
    expect((await round()).mailed).toBe(0);
    clock.advance(3_600);
    expect((await round()).mailed).toBe(1);
    expect(mails.mails.map(({ to }) => to?.[0]?.address)).toEqual(['third@example.org', 'busy@example.org']);
    expect((await events('busy')).at(-1)).toMatchObject({ type: 'ReminderSent', data: { attempt: 2 } });
    expect((await feed()).json.items).toMatchObject([{ status: 'undelivered' }]);
  });

  it('opts out by the link in the mail, which looking at does not do', async () => {
    await raise('plan', '9 March 2026');
    await app.record('principals/shona/reminders/follow-reminders', SHONA, { token: shona });
    await round();
    const link = optOutOf(mails.mails[0]!);
    expect(mails.mails[0]!.text).toContain(link);
    expect((await app.get(link, { token: null })).text).toContain('Send me no more reminders');
    expect(await types()).not.toContain('RemindersOptedOut');
    const form = { token: null, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    const forged = link.slice(0, -6) + 'AAAAAA';
    expect((await app.ask('POST', forged, 'List-Unsubscribe=One-Click', form)).status).toBe(404);
    expect((await app.ask('POST', link, 'List-Unsubscribe=One-Click', form)).status).toBe(200);
    expect((await app.ask('POST', link, 'List-Unsubscribe=One-Click', form)).status).toBe(200);
    expect((await events()).at(-1)).toMatchObject({ type: 'RemindersOptedOut', by: { principalId: 'shona' } });
    clock.set('2026-03-10T09:00:00.000Z');
    expect(await round()).toEqual({ raised: 0, mailed: 0 });
    await app.record('principals/shona/reminders/opt-in-again', {}, { token: shona });
    expect(await round()).toEqual({ raised: 1, mailed: 1 });
  });

  it('says so for themselves, an administrator for anybody, and nobody else', async () => {
    const other = await app.principal('other', 'clerk');
    const nosy = { token: other };
    expect((await app.command('principals/shona/reminders/follow-reminders', SHONA, nosy)).json).toMatchObject({
      status: 403,
      code: 'reminders.of-another',
    });
    expect((await app.command('principals/nobody/reminders/follow-reminders', SHONA)).json).toMatchObject({ code: 'reminders.nobody' });
    await app.record('principals/shona/reminders/follow-reminders', SHONA);
    for (const address of ['principals/shona/reminders', 'principals/shona/reminders/settings']) {
      expect((await app.get(address, nosy)).status).toBe(403);
      expect((await app.get(address, { token: null })).status).toBe(401);
      expect((await app.get(address, { token: shona })).status).toBe(200);
    }
    expect((await app.get('principals/shona/reminders/settings')).json).toMatchObject({
      login: 'shona',
      following: { address: 'shona@example.org', names: ['Shona Smith'], leadDays: 7 },
      optedOut: false,
      revision: 0,
    });
  });

  it('has an address that stands nowhere in the clear, and nowhere at all once it was erased', async () => {
    await raise('plan', '9 March 2026');
    await app.record('principals/shona/reminders/follow-reminders', SHONA, { token: shona });
    await app.record('subjects/principal-shona/erase-subject', { reason: 'Left.' });
    expect(await round()).toEqual({ raised: 1, mailed: 0 });
    expect((await app.get('principals/shona/reminders/settings')).json.following.address).toBeNull();
    const again = await app.command('principals/shona/reminders/change-reminders', { address: 'shona@example.org' }, { token: shona });
    expect(again.json).toMatchObject({ code: 'reminders.erased' });
    await app.close();
    const files = await Promise.all((await readdir(join(home.path, 'data'))).map((name) => readFile(join(home.path, 'data', name))));
    expect(Buffer.concat(files).includes('shona@example.org')).toBe(false);
    await open();
  });

  it('has them in their list also where there is no mail server', async () => {
    await restarted({});
    await raise('plan', '9 March 2026');
    await app.record('principals/shona/reminders/follow-reminders', { names: ['Shona Smith'] }, { token: shona });
    expect(await round()).toEqual({ raised: 1, mailed: 0 });
    expect((await feed()).json.items).toMatchObject([{ status: 'raised', sort: 'due-soon' }]);
  });
});
