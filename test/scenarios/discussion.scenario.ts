import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { POLICIES_FILE } from '../../src/across/policies/policies.queries.js';
import { ClerkAtWork, type MeetingAtWork, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { followed } from '../support/followed.js';

const [JOHN, JANE, ANN] = ['John Smith', 'Jane Scott', 'Ann Bell'].map(somebody) as [Person, Person, Person];
type Person = ReturnType<typeof somebody>;

/** A community council, whose actions come from discussion and stand in a column beside it. */
describe('an action agreed in discussion', () => {
  const clock = new HandClock('2026-05-01T09:00:00.000Z');
  let home: Awaited<ReturnType<typeof aDirectory>>;
  let app: TestApp;
  let clerk: ClerkAtWork;
  let may: MeetingAtWork;
  let bins: string;

  /** Read once the policies, and the read models behind them, have come to the end of the record. */
  const get = async (address: string, token: string | null = clerk.token) => {
    await followed(app);
    return app.get(address, { token, after: (await app.nest.get<EventStore>(EVENT_STORE).head())! });
  };
  const action = async (id: string, token?: string | null) => (await get(`bodies/high-street/actions/${id}`, token)).json;
  const sheet = async (token?: string | null) => (await get('bodies/high-street/action-sheet?format=text', token)).text;
  const open = async (id = 'clerk'): Promise<void> => {
    app = await createTestApp({ clock, directory: home.path });
    clerk = new ClerkAtWork(app, clock, 'high-street', await app.principal(id, 'clerk', 'high-street'));
    may = clerk.meeting('2026-05-05');
  };

  beforeAll(async () => {
    home = await aDirectory();
    await open();
    await clerk.govern('establish-body', { name: 'High Street Community Council', kind: 'committee', on: '2020-01-01' });
    await clerk.govern('adopt-constitution', rules('2020-01-01', {}));
    await clerk.govern('choose-minute-style', { set: 'community-council', from: '2020-01-01' });
    for (const holder of [JOHN, JANE, ANN]) {
      await clerk.govern('create-seat', { seatId: holder.personId, label: holder.name, voting: true, from: '2020-01-01' });
      await clerk.govern('fill-seat', { seatId: holder.personId, holder, from: '2020-01-01' });
    }
    const later = clerk.at('2026-05-01', '10:00').meeting('2026-07-07');
    await later.do('call-meeting', { date: '2026-07-07', time: '19:00' });
    await may.do('call-meeting', { date: '2026-05-05', time: '19:00' });
    await may.do('add-agenda-item', { itemId: 'bins', number: '1', title: 'BINS' });
    await may.do('add-agenda-item', { itemId: 'lease', number: '2', title: 'LEASE', exempt: { paragraph: '6' } });
    clerk.at('2026-05-05', '19:00');
    await may.do('open-meeting');
    await may.present([JOHN, JANE, ANN]);
    await may.do('take-item', { itemId: 'bins' });
    await may.do('record-paragraph', { text: 'The bins were overflowing; somebody would write to the Council.' });
  });
  afterAll(async () => {
    await app.close();
    await home.remove();
  });

  it('stands in the minute by initials that tell people apart, and on the action sheet with its deadline', async () => {
    bins = await may.do('agree-action', { people: [JOHN.personId, JANE.personId], others: ['the Trust'], due: 'next meeting' });
    expect(await may.minute()).toMatch(/would write to the Council\.\n\n +Action: JSm, JSc, the Trust \(next meeting\)\n/);
    expect(await action(bins)).toMatchObject({
      source: { kind: 'discussion', meetingId: may.ref, entryId: bins, paragraph: '1' },
      item: { title: 'BINS' },
      words: 'The bins were overflowing; somebody would write to the Council.',
      officers: ['John Smith', 'Jane Scott', 'the Trust'],
      due: { words: 'next meeting', latest: '2026-07-07' },
      raisedOn: '2026-05-05',
      status: 'not-yet-due',
    });
    expect(await sheet()).toMatch(/BINS +\| Para 1 – The bins were/);
  });

  it('leads from the minute to the action, and back', async () => {
    expect(await action(bins)).toMatchObject({ heading: '5 May 2026' });
    const chain = (await get(`chain?ref=${encodeURIComponent(`${may.ref}#${bins}`)}`)).text;
    expect(chain).toContain(`high-street/${bins}`);
    const back = (await get(`chain?ref=high-street/${bins}`)).text;
    expect(back).toContain('Agreed in discussion: BINS, paragraph 1');
    const page = (await get(`/bodies/high-street/actions/${bins}`)).text;
    expect(page).toContain(`/bodies/high-street/meetings/2026-05-05/minute#${bins}`);
    const history = (await get(`history?ref=high-street/${bins}`)).text;
    expect(history).toContain(`agreed in discussion at ${may.ref}`);
  });

  it('follows what the minute is put right to', async () => {
    await may.do('correct-agreed-action', {
      actionId: bins,
      people: [ANN.personId],
      others: [],
      due: 'end of June',
      reason: 'It was Ann.',
    });
    await followed(app);
    await may.do('correct-paragraph', { paragraph: '1', text: 'Ann Bell would write to the Council.', reason: 'Shorter.' });
    await may.do('record-paragraph', { text: 'The crossing was discussed.' });
    expect(await action(bins)).toMatchObject({
      officers: ['Ann Bell'],
      words: 'Ann Bell would write to the Council.',
      paragraph: '1.1',
      due: { words: 'end of June', latest: '2026-06-30' },
    });
    expect(await may.minute()).toMatch(/1\.1 Ann Bell would write to the Council\.\n\n +Action: AB \(end of June\)\n\n1\.2 The crossing/);
  });

  it('is raised once, also when how far the policy had come is lost', async () => {
    await app.close();
    await rm(join(home.path, POLICIES_FILE));
    await open('next-clerk');
    const story = ((await action(bins)) as { story: readonly { type: string }[] }).story.map(({ type }) => type);
    expect(story).toEqual(['ActionRaised', 'ActionSetAsAgreed', 'ActionSetAsAgreed']);
  });

  it('stands beside a deputation, with what was answered and what was resolved on it', async () => {
    const heard = await may.do('record-hearing', {
      kind: 'deputation',
      name: 'Mrs E. Grant',
      organisation: 'Friends of the Park',
      subject: 'the overflowing bins',
      words: 'The bins were not emptied in April.',
      answer: 'The Council would be asked.',
      answeredBy: JANE.personId,
    });
    const resolved = await may.do('record-decision', { words: 'AGREED to thank the deputation.' });
    await may.do('resolve-hearing', { hearingId: heard, decisionId: resolved });
    const minute = await may.minute();
    expect(minute).toContain('Mrs E. Grant');
    expect(minute).toContain('Friends of the Park');
    expect(minute.indexOf('Mrs E. Grant')).toBeLessThan(minute.indexOf('to thank the deputation'));
    const found = (await get('search?words=friends%20park')).text;
    expect(found).toContain('Friends of the Park');
    const history = (await get(`history?ref=${may.ref}`)).text;
    expect(history).toContain('Mrs E. Grant');
    const entry = (
      (await get(`bodies/high-street/meetings/2026-05-05/minute`)).json as { sections: { entries: { id?: string }[] }[] }
    ).sections
      .flatMap(({ entries }) => entries)
      .find((one) => JSON.stringify(one).includes(heard));
    expect(entry).toMatchObject({ kind: 'hearing', decisionId: resolved });
  });

  it('is private with the item in which it was agreed', async () => {
    await may.do('take-item', { itemId: 'lease' });
    const secret = await may.do('agree-action', { people: [ANN.personId], words: 'Ask the landlord for a rebate.' });
    expect(await sheet()).toContain('Ask the landlord');
    expect(await sheet(null)).not.toContain('Ask the landlord');
    expect(await sheet(null)).toContain('Ann Bell would write');
    expect((await get(`bodies/high-street/actions/${secret}`, null)).status).toBe(404);
    expect((await get('search?words=landlord', null)).text).not.toContain('rebate');
    await may.do('correct-agenda-item', { itemId: 'lease', notExempt: true, reason: 'Published since.' });
    expect(await sheet(null)).toContain('Ask the landlord');
  });

  it('was never there once its entry is struck', async () => {
    await may.do('strike-entry', { entryId: bins, reason: 'Agreed at another meeting.' });
    expect(await sheet()).not.toContain('Ann Bell would write');
    expect(await action(bins)).toMatchObject({ status: 'struck', statusWords: 'Recorded in error' });
    expect(await may.minute()).not.toContain('Action: AB (end of June)');
    expect(await clerk.refused(`bodies/high-street/actions/${bins}/report-progress`, { words: 'Begun.' })).toMatchObject({
      code: 'action.struck',
    });
  });

  it('is followed by a meeting that is abandoned for want of a quorum, whose business is left over', async () => {
    const july = clerk.meeting('2026-07-07');
    await clerk.meeting('2026-09-01').do('call-meeting', { date: '2026-09-01', time: '19:00' });
    await july.do('add-agenda-item', { itemId: 'gala', number: '1', title: 'GALA DAY' });
    clerk.at('2026-07-07', '19:20');
    await july.do('open-meeting');
    await july.present([ANN]);
    await july.do('conclude-meeting', { abandoned: true, time: '19:20' });
    expect(await july.minute()).toMatch(/Ann Bell[^]*There being no quorum, the meeting was abandoned at 7\.20pm\./);
    expect((await get('bodies/high-street/meetings?status=abandoned')).json).toMatchObject({
      items: [{ meetingId: july.ref, status: 'abandoned' }],
    });
    expect((await get('bodies/high-street/matters-arising?for=2026-09-01')).json).toMatchObject({
      previousMeeting: july.ref,
      leftOver: [{ title: 'GALA DAY' }],
    });
    expect((await get('/bodies/high-street/meetings')).text).toContain('Abandoned: no quorum');
  });
});
