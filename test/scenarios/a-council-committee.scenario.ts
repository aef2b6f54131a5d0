import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkAtWork, type MeetingAtWork, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const MEMBERS = ['Ann Aird', 'Ben Baird', 'Cat Cairns', 'Dan Deans', 'Eve Eadie', 'Fay Falla'].map((name) => ({
  ...somebody(name),
  name: `Councillor ${name}`,
}));
const [ann, ben, cat, dan, eve, fay] = MEMBERS as [Person, Person, Person, Person, Person, Person];
type Person = ReturnType<typeof somebody>;
const votes = (yes: readonly Person[], no: readonly Person[], more: readonly object[] = []) => [
  ...yes.map(({ personId }) => ({ personId, option: 'yes' })),
  ...no.map(({ personId }) => ({ personId, option: 'no' })),
  ...more,
];

/** Local Government (Scotland) Act 1973, Schedule 7 and sections 50A to 50K, with standing orders of its own. */
describe('a committee of a council', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let may: MeetingAtWork;
  let member: string;

  beforeAll(async () => {
    const clock = new HandClock('2026-05-01T09:00:00.000Z');
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'planning', await app.principal('clerk', 'clerk'));
    member = await app.principal('member', 'member', 'planning');
    await clerk.govern('establish-body', { name: 'Planning Committee', kind: 'committee', on: '2020-01-01' });
    await clerk.govern(
      'adopt-constitution',
      rules('2020-01-01', {
        voting: {
          majorityOf: 'votes-cast',
          castingVote: true,
          tie: 'not-carried',
          appointments: 'lot',
          seconder: true,
          rescinding: { withinMonths: 6, share: { numerator: 2, denominator: 3 } },
        },
      }),
    );
    for (const holder of MEMBERS) {
      const seatId = `seat-${holder.personId}`;
      await clerk.govern('create-seat', { seatId, label: holder.name, voting: true, from: '2020-01-01' });
      await clerk.govern('fill-seat', { seatId, holder, from: '2020-01-01' });
    }
    await clerk.govern('take-office', { office: 'chair', holder: ann, from: '2020-01-01' });
    may = clerk.meeting('2026-05-14');
  });
  afterAll(() => app.close());

  it('gives notice too late, which is flagged; what is private is hidden from the public agenda', async () => {
    await may.do('call-meeting', { date: '2026-05-14', time: '10:00', place: 'Committee Room 1' });
    await may.do('add-agenda-item', { itemId: 'bridge', title: 'Bridge' });
    await may.do('add-agenda-item', {
      itemId: 'site',
      title: 'Purchase of the Old Mill',
      asked: 'Consider a price',
      exempt: { paragraph: '9' },
    });
    clerk.at('2026-05-11', '09:00');
    await may.do('give-notice', { givenOn: '2026-05-11', by: 'The Clerk' });
    expect((await may.read('/agenda')).notice.clearDays).toMatchObject({ required: 3, given: 2, short: true, latestDay: '2026-05-10' });
    expect(await may.refused('add-agenda-item', { title: 'Flood' })).toMatchObject({ code: 'agenda.closed' });
    await may.do('add-agenda-item', {
      itemId: 'flood',
      title: 'Flood',
      urgent: { reason: 'The river rose after the notice was given', ruledBy: ann },
    });
    const publicly = await may.text('agenda', null);
    expect(publicly).toContain('Exempt item');
    expect(publicly).toContain('Exempt: paragraph 9 of Schedule 7A');
    expect(publicly).toContain('Urgent: The river rose after the notice was given');
    expect(publicly).not.toContain('Mill');
    expect(await may.text('agenda', member)).toContain('Purchase of the Old Mill');
  });

  it('votes on an amendment to an amendment, on the amendment, and on the motion, which the chair decides', async () => {
    clerk.at('2026-05-14', '10:00');
    await may.do('open-meeting', { time: '10:00' });
    await may.present(MEMBERS, { fromTheStart: true });
    await may.do('take-chair', { personId: ann.personId, reason: 'Chair' });
    await may.do('take-item', { itemId: 'flood' });
    await may.do('record-paragraph', { text: 'The Chair explained the urgency.' });
    await may.do('record-decision', { decisionId: 'd-flood', words: 'NOTED.' });
    await may.do('take-item', { itemId: 'bridge' });
    await may.do('declare-interest', {
      personId: fay.personId,
      itemId: 'bridge',
      outcome: 'declared-and-withdrew',
      nature: 'Lives beside it',
    });
    await may.do('record-paragraph', { text: 'There had been circulated a report on the bridge.' });
    await may.moved('m-1', 'That the bridge be painted', ben, cat);
    await may.moved('a-1', 'delete "painted" and insert "closed"', dan, eve, { amends: 'm-1' });
    await may.moved('a-2', 'add "for a week"', cat, ben, { amends: 'a-1' });
    await may.moved('a-3', 'delete the bridge', eve, null, { amends: 'm-1' });
    expect(await may.refused('put-motion', { motionId: 'a-1' })).toMatchObject({ code: 'motion.amendment-undecided' });
    await may.do('take-vote', { motionId: 'a-2', method: 'show-of-hands', counts: { yes: 4, no: 1 } });
    const withFay = votes([dan, eve, fay], [ben, cat]);
    expect(await may.refused('take-vote', { motionId: 'a-1', method: 'roll-call', votes: withFay })).toMatchObject({
      code: 'vote.withdrew',
    });
    await may.do('take-vote', { motionId: 'a-1', method: 'roll-call', votes: votes([dan, eve], [ben, cat, ann]) });
    await may.do('take-vote', {
      motionId: 'm-1',
      method: 'roll-call',
      votes: votes([ben, cat], [dan, eve], [{ personId: ann.personId, option: 'abstain' }]),
      castingVote: { personId: ann.personId, option: 'yes' },
    });
    await may.do('record-dissent', { personId: dan.personId, motionId: 'm-1' });
    await may.do('record-decision', { decisionId: 'd-bridge', motionId: 'm-1', words: 'AGREED that the bridge be painted.' });
    expect(await may.motion('a-3')).toMatchObject({ status: 'fallen' });
  });

  it('appoints by lot where the votes are equal, and lets a motion be withdrawn', async () => {
    await may.item('VICE-CHAIR', 'Two were nominated.');
    await may.moved('m-2', 'That Councillor Eve Eadie be Vice-Chair', ben, cat, { appointment: true });
    await may.do('take-vote', { motionId: 'm-2', method: 'ballot', counts: { yes: 3, no: 3 } });
    expect(await may.refused('give-casting-vote', { motionId: 'm-2', personId: ann.personId, option: 'yes' })).toMatchObject({
      code: 'vote.appointment-by-lot',
    });
    await may.do('draw-lot', { motionId: 'm-2', drawnBy: somebody('The Clerk'), option: 'yes' });
    await may.do('record-decision', { motionId: 'm-2' });
    await may.moved('m-3', 'That the term be a year', dan, eve);
    await may.do('withdraw-motion', { motionId: 'm-3', reason: 'The constitution says so already' });
  });

  it('resolves in private, which the public minute leaves out and members read', async () => {
    await may.do('take-item', { itemId: 'site' });
    await may.do('declare-interest', {
      personId: eve.personId,
      itemId: 'site',
      outcome: 'declared-and-withdrew',
      nature: 'Owns the Old Mill',
    });
    await may.do('record-paragraph', { text: 'The price of the Old Mill was discussed.' });
    await may.moved('m-4', 'That the Old Mill be bought', ben, cat);
    await may.do('withdraw-motion', { motionId: 'm-4', reason: 'The Old Mill was sold' });
    await may.do('record-decision', { decisionId: 'd-site', words: 'AGREED to offer nothing for the Old Mill.' });
    await may.do('conclude-meeting', { time: '12:00' });
    const june = clerk.meeting('2026-06-11');
    clerk.at('2026-06-11', '10:00');
    await june.do('call-meeting', { date: '2026-06-11', time: '10:00' });
    await june.do('open-meeting');
    await june.present(MEMBERS);
    await june.do('take-chair', { personId: ann.personId, reason: 'Chair' });
    await june.item('MINUTE', 'There had been circulated the Minute of 14 May.');
    await june.do('record-decision', { decisionId: 'd-minute', words: 'APPROVED the Minute.' });
    await may.do('approve-minute', { atMeeting: june.ref, decisionId: 'd-minute' });
    await may.do('sign-minute', { atMeeting: june.ref, signedBy: ann.personId });
    const publicly = await may.minute(null);
    expect(publicly).not.toMatch(/Mill/i);
    expect((await clerk.get(`${may.address}/minute?format=html`, null)).text).not.toMatch(/Mill/i);
    expect(JSON.stringify(await may.read('/minute', null))).not.toMatch(/Mill/i);
    expect(JSON.stringify(await may.read('/motions', null))).not.toMatch(/Mill/i);
    expect(JSON.stringify(await may.read('/decisions', null))).not.toMatch(/Mill/i);
    expect(JSON.stringify(await may.read('/quorum', null))).not.toMatch(/Mill/i);
    expect(JSON.stringify(await may.read('/sederunt', null))).not.toMatch(/Mill/i);
    expect(JSON.stringify(await may.read('', null))).not.toMatch(/Mill/i);
    expect(await may.minute(member)).toContain('The price of the Old Mill was discussed.');
  });

  it('rescinds within six months only by two thirds of the votes', async () => {
    const june = clerk.meeting('2026-06-11');
    const rescinds = { meetingId: may.ref, decisionId: 'd-bridge' };
    await june.item('BRIDGE', 'The bridge was considered again.');
    await june.moved('r-1', 'That the decision be rescinded', dan, eve, { rescinds });
    await june.do('take-vote', { motionId: 'r-1', method: 'show-of-hands', counts: { yes: 3, no: 2 } });
    expect(await june.motion('r-1')).toMatchObject({ status: 'not-carried', vote: { decidedBy: 'share' } });
    await june.moved('r-2', 'That the decision be rescinded', dan, eve, { rescinds });
    await june.do('take-vote', { motionId: 'r-2', method: 'show-of-hands', counts: { yes: 4, no: 2 } });
    await june.do('record-decision', { decisionId: 'd-rescinds', motionId: 'r-2', rescinds: [rescinds] });
    expect(await may.decision('d-bridge')).toMatchObject({ rescindedBy: { meetingId: june.ref, decisionId: 'd-rescinds' } });
    expect(await june.minute()).toContain(
      'On a show of hands 3 voted for and 2 against; it was not carried, for want of the larger share of the votes that rescinding needs.',
    );
    const history = (await clerk.get(`history?ref=${encodeURIComponent(`${may.ref}#d-bridge`)}`)).json;
    expect(JSON.stringify([history.back, history.forward])).toMatch(/m-1.*d-rescinds/);
  });

  it('states the urgency, the amendments and the motions that came to no vote in its minute', async () => {
    const minute = await may.minute(null);
    const inOrder = [
      'Present:- Councillors Ann Aird (Chair), Ben Baird, Cat Cairns,',
      '1. Flood',
      'URGENT BUSINESS\n\nCouncillor Ann Aird ruled that the item be taken as urgent: The river rose after the notice was given.',
      '2. Bridge\n\nDECLARATIONS OF INTEREST\n\nCouncillor Fay Falla declared an interest in item 2 (Lives beside it)',
      'MOTION\n\nCouncillor Ben Baird, seconded by Councillor Cat Cairns, moved: That the bridge be painted.',
      'moved as an amendment: delete "painted" and insert "closed".',
      'moved as an amendment: add "for a week".',
      'AMENDMENT\n\nCouncillor Eve Eadie moved as an amendment: delete the bridge.',
      'VOTE\n\nThe amendment, as amended, was put: delete "painted" and insert "closed"; as amended: add "for a week".',
      'AMENDMENT\n\nThe amendment moved by Councillor Eve Eadie (delete the bridge) fell: nobody seconded it.',
      'VOTE\n\nThe motion was put: That the bridge be painted.',
      'On a roll call 2 voted for and 2 against, 1 abstained; the votes were equal.',
      'Councillor Ann Aird used the casting vote for; it was carried.',
      'Councillor Dan Deans asked that their dissent be recorded.',
      'The lot drawn by The Clerk fell for; it was carried.\n\nDECISION\n\nAGREED that Councillor Eve Eadie be Vice-Chair.',
      'That the term be a year. The motion was withdrawn: The constitution says so already.',
      '4. Exempt item\n\nTaken in private: exempt information under paragraph 9',
      'Councillor Eve Eadie declared an interest in item 4 and withdrew',
    ];
    const places = inOrder.map((words) => minute.indexOf(words));
    expect(inOrder.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('opens what was private to the public by a correction, and what was decided on it', async () => {
    const june = clerk.meeting('2026-06-11');
    await june.do('add-agenda-item', { itemId: 'lease', title: 'Lease of the Mart', exempt: { paragraph: '9' } });
    await june.do('take-item', { itemId: 'lease' });
    await june.do('record-decision', { decisionId: 'd-lease', words: 'AGREED to lease the Mart.' });
    const officer = await app.principal('officer', 'officer', 'planning');
    const seen = async () =>
      (await clerk.get(`${june.address}/decisions`, officer)).json.items.map((one: { decisionId: string }) => one.decisionId);
    expect(await seen()).not.toContain('d-lease');
    await june.do('correct-agenda-item', { itemId: 'lease', notExempt: true, reason: 'The lease is public' });
    expect(await seen()).toContain('d-lease');
    expect(await june.minute(officer)).toContain('Lease of the Mart\n\nDECISION\n\nAGREED to lease the Mart.');
    await june.do('correct-decision', { decisionId: 'd-lease', exempt: true, reason: 'The price was not' });
    expect(await seen()).not.toContain('d-lease');
  });
});
