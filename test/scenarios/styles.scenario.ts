import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkAtWork, type MeetingAtWork, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const CONVENER = somebody('Ann Aird');
const VICE = somebody('Bob Boyd');
const MEMBER = somebody('Cal Crow');

describe('the minutes of a body in its own style', () => {
  const clock = new HandClock('2026-03-01T09:00:00.000Z');
  let app: TestApp;
  let clerk: ClerkAtWork;
  let meeting: MeetingAtWork;

  const hold = async (key: string): Promise<MeetingAtWork> => {
    const held = clerk.at(key, '10:00').meeting(key);
    await held.do('call-meeting', { date: key, time: '14:00', place: 'the Council Chamber' });
    await held.do('add-agenda-item', { itemId: 'minute', number: '1', title: 'Minute' });
    await held.do('add-agenda-item', { itemId: 'grit', number: '10.2', title: 'Gritting' });
    await held.do('open-meeting');
    await held.present([MEMBER, VICE, CONVENER]);
    await held.do('take-chair', { personId: CONVENER.personId, reason: 'chair' });
    return held;
  };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'roads', await app.principal('cath', 'clerk', 'roads'));
    await clerk.govern('establish-body', { name: 'Roads Committee', kind: 'committee' });
    await clerk.govern('adopt-constitution', rules('2020-01-01', {}));
    for (const holder of [MEMBER, VICE, CONVENER]) {
      await clerk.govern('create-seat', { seatId: holder.personId, label: holder.name, voting: true, from: '2020-01-01' });
      await clerk.govern('fill-seat', { seatId: holder.personId, holder, from: '2020-01-01' });
    }
    await clerk.govern('take-office', { office: 'chair', holder: CONVENER, from: '2020-01-01' });
    await clerk.govern('take-office', { office: 'vice-chair', holder: VICE, from: '2020-01-01' });
    meeting = await hold('2026-03-03');
  });
  afterAll(() => app.close());

  it('is chosen from a ready set, with what the body has otherwise', async () => {
    await clerk.govern('choose-minute-style', {
      set: 'scottish-council',
      from: '2026-03-01',
      lead: 'The Committee agreed:-',
      numbering: 'agenda',
      times: '14:00',
    });
    expect((await clerk.get('bodies/roads')).json).toMatchObject({
      minuteStyle: { set: 'scottish-council', lead: 'The Committee agreed:-', numbering: 'agenda', times: '14:00', chair: 'Convener' },
    });
  });

  it('is that under which the meeting was opened, until its minute is set anew', async () => {
    expect(await meeting.minute()).toContain('at 2.00pm.\n\nPresent:- Cal Crow; Bob Boyd; Ann Aird (chair).');
    await meeting.do('restyle-minute');
    expect(await meeting.minute()).toContain('at 14:00.\n\nPresent:- Ann Aird (chair); Bob Boyd; Cal Crow.');
    expect(await meeting.refused('restyle-minute', {})).toMatchObject({ code: 'minute.style-unchanged' });
  });

  it('keeps the numbers of the agenda, also of items taken out of order', async () => {
    await meeting.do('take-item', { itemId: 'grit' });
    await meeting.do('record-paragraph', { text: 'There had been circulated a report on gritting.' });
    await meeting.do('take-item', { itemId: 'minute' });
    await meeting.do('record-paragraph', { text: 'There had been circulated the minute of 9 December 2025.' });
    const minute = await meeting.minute();
    expect(minute).toContain('10.2. Gritting\n\n');
    expect(minute).toContain('\n\n1. Minute');
  });

  it('has its decisions as they were typed, after the words before them; the register knows the verb', async () => {
    const { json } = await app.command(
      `${meeting.address}/record-decision`,
      { decisionId: 'd-minute', words: 'to approve the minute.' },
      { token: clerk.token },
    );
    expect(json).toMatchObject({ read: 'APPROVED, without parts' });
    await meeting.do('take-item', { itemId: 'grit' });
    await meeting.do('record-decision', { decisionId: 'd-grit', words: '(i) to note the report; and\n(ii) to ask for another.' });
    const minute = await meeting.minute();
    expect(minute).toContain('\n\nThe Committee agreed to approve the minute.\n\n');
    expect(minute).toContain('\n\nThe Committee agreed:-\n\n(i) to note the report; and\n\n(ii) to ask for another.');
    expect(minute).not.toMatch(/DECISION/);
    expect(await meeting.decision('d-minute')).toMatchObject({ verb: 'APPROVED' });
    expect(await meeting.decision('d-grit')).toMatchObject({ verb: 'AGREED' });
  });

  it('is the same in the page, and a signed minute stays as it was signed', async () => {
    await meeting.do('conclude-meeting', { time: '16:15' });
    expect(await meeting.minute()).toContain('The meeting concluded at 16:15.');
    const later = await hold('2026-06-09');
    await later.do('take-item', { itemId: 'minute' });
    await later.do('record-paragraph', { text: 'There had been circulated the minute of 3 March 2026.' });
    const decisionId = await later.do('record-decision', {
      words: 'to approve the minute.',
      outcome: { kind: 'minute-approved', meetingId: 'roads/2026-03-03' },
    });
    await meeting.do('approve-minute', { atMeeting: later.ref, decisionId });
    expect(await meeting.refused('restyle-minute', {})).toMatchObject({ code: 'minute.approved' });
    await meeting.do('sign-minute', { atMeeting: later.ref, signedBy: CONVENER.personId });
    const signed = await meeting.minute();
    await clerk.govern('choose-minute-style', { set: 'partnership', from: '2026-03-01' });
    expect(await meeting.minute()).toBe(signed);
    const page = (await app.get(`/${meeting.address}/minute`, { token: null })).text;
    expect(page).toContain('The Committee agreed to approve the minute.');
    expect(page).toContain('(ii) to ask for another.');
  });

  it('is shown to anybody with an example, and refused where a choice is none', async () => {
    const page = await app.get('/bodies/roads/style', { token: null });
    expect(page.status).toBe(200);
    expect(page.text).toContain('A short minute in this style');
    expect(await clerk.refused('bodies/roads/choose-minute-style', { set: 'of-our-own' })).toMatchObject({ code: 'request.invalid' });
    expect(await clerk.refused('bodies/roads/choose-minute-style', { set: 'joint-board', times: 'noon' })).toMatchObject({
      field: 'times',
    });
  });
});
