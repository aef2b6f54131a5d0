import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkAtWork, type MeetingAtWork, rules } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { until } from '../support/boxes-at-work.js';

const MEMBERS = ['ada', 'ben', 'cat', 'dan', 'eve'] as const;
const person = (personId: string) => ({ personId, name: `Councillor ${personId.toUpperCase()}` });

describe('how a meeting was conducted', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let meeting: MeetingAtWork;
  const statuses = async () => {
    const { items } = (await meeting.read('/motions')) as { readonly items: readonly { motionId: string; status: string }[] };
    return Object.fromEntries(items.map(({ motionId, status }) => [motionId, status]));
  };
  const stepOf = async (of: string): Promise<number> => {
    const { steps } = (await meeting.read('/course')) as { readonly steps: readonly { of: string; step: number }[] };
    return steps.findLast((one) => one.of === of)!.step;
  };

  beforeAll(async () => {
    const clock = new HandClock('2026-03-03T15:00:00.000Z');
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'council', await app.principal('clerk', 'clerk'));
    meeting = clerk.meeting('2026-03-03');
    await clerk.govern('establish-body', { name: 'The Council', kind: 'committee' });
    await clerk.govern('adopt-constitution', rules('2014-01-01', { quorum: { kind: 'number', atLeast: 2 } }));
    for (const id of MEMBERS) {
      await clerk.govern('create-seat', { seatId: `seat-${id}`, label: id, voting: true, from: '2014-01-01' });
      await clerk.govern('fill-seat', { seatId: `seat-${id}`, holder: person(id), from: '2014-01-01' });
    }
    await meeting.do('call-meeting', { date: '2026-03-03' });
    await meeting.do('open-meeting', { time: '14:00' });
    await meeting.present(MEMBERS.map(person), { fromTheStart: true });
    await meeting.do('take-chair', { personId: 'ada', reason: 'Chair' });
    await meeting.do('take-item', { number: '1', heading: 'SCHOOL' });
    await meeting.do('record-paragraph', { text: 'There was a report on the school.' });
    await meeting.do('move-motion', { motionId: 'm-1', text: 'That the school be closed', movedBy: 'ben' });
    await meeting.do('second-motion', { motionId: 'm-1', secondedBy: 'cat' });
  });
  afterAll(() => app.close());

  it('is put right with a reason: a vote that was miscounted did not pass to the next business, and the motion is open', async () => {
    await meeting.do('take-procedural-motion', {
      kind: 'next-business',
      movedBy: 'dan',
      secondedBy: 'eve',
      method: 'show-of-hands',
      counts: { yes: 3, no: 2 },
    });
    expect(await statuses()).toEqual({ 'm-1': 'fallen' });
    await meeting.do('correct-step', {
      step: await stepOf('ProceduralMotionTaken'),
      vote: { method: 'show-of-hands', counts: { yes: 2, no: 3 } },
      secondedBy: 'ben',
      reason: 'Miscounted, and misheard',
    });
    expect(await statuses()).toEqual({ 'm-1': 'moved' });
    expect(await meeting.minute()).toContain(
      'Councillor DAN, seconded by Councillor BEN, moved that the meeting pass to the next business. On a show of hands 2 voted for and 3 against; it was not carried.',
    );
    const course = await meeting.read('/course');
    expect(course.steps).toContainEqual(
      expect.objectContaining({
        of: 'ProceduralMotionTaken',
        corrections: [expect.objectContaining({ reason: 'Miscounted, and misheard' })],
      }),
    );
    const { json: history } = await app.get('history?ref=council/2026-03-03');
    expect(JSON.stringify(history)).toMatch(
      /Procedural motion of y-\w+ corrected: Miscounted, and misheard: seconded by Councillor BEN, vote by show of hands 2 for, 3 against/,
    );
  });

  it('is struck: a ruling that was not given, with the fall of the motion by it', async () => {
    await meeting.do('give-ruling', { kind: 'not-competent', motionId: 'm-1', words: 'It would rescind a decision of January' });
    expect(await statuses()).toEqual({ 'm-1': 'fallen' });
    expect(await meeting.refused('strike-step', { step: await stepOf('MotionMoved'), reason: 'x' })).toMatchObject({
      code: 'step.motion-ruled-on',
    });
    await meeting.do('strike-step', { step: await stepOf('RulingGiven'), reason: 'It was said of another motion' });
    expect(await statuses()).toEqual({ 'm-1': 'moved' });
    expect(await meeting.minute()).not.toContain('RULING');
    const course = await meeting.read('/course');
    expect(course.struck).toContainEqual(expect.objectContaining({ of: 'RulingGiven', reason: 'It was said of another motion' }));
    await meeting.do('take-vote', { motionId: 'm-1', method: 'show-of-hands', counts: { yes: 4, no: 1 } });
    expect(await statuses()).toEqual({ 'm-1': 'carried' });
  });

  it('has votes declared void: on a procedural motion, and of an election, whose holder is then another', async () => {
    const procedureId = await meeting.do('take-procedural-motion', {
      kind: 'continue',
      movedBy: 'dan',
      secondedBy: 'eve',
      method: 'consent',
    });
    await meeting.do('declare-vote-void', { voteId: procedureId, reason: 'The doors were open' });
    expect(await meeting.minute()).toContain(
      'By consent it was carried. The vote was declared void by Councillor ADA: The doors were open.',
    );
    const nominees = ['ben', 'cat'] as const;
    const counts = (ben: number, cat: number) => [
      { personId: 'ben', count: ben },
      { personId: 'cat', count: cat },
    ];
    const electionId = await meeting.do('hold-election', {
      to: { kind: 'office', name: 'vice-chair' },
      nominations: nominees.map((id) => ({ nominee: person(id), movedBy: 'ada', secondedBy: 'dan' })),
      rounds: [{ method: 'show-of-hands', counts: counts(4, 1) }],
    });
    await meeting.do('declare-vote-void', { voteId: electionId, reason: 'A hand was counted twice' });
    await meeting.do('take-election-round', { electionId, method: 'show-of-hands', counts: counts(1, 4) });
    expect(await meeting.minute()).toMatch(
      /Councillor BEN was declared elected\.\s+The vote was declared void by Councillor ADA: A hand was counted twice\.\s+The vote was taken again\. On a show of hands there voted for Councillor BEN 1; and for Councillor CAT 4/,
    );
    const offices = async () => JSON.stringify((await clerk.get('bodies/council?on=2026-03-03')).json.offices);
    await until(async () => (await offices()).includes('Councillor CAT'));
    expect(await offices()).not.toContain('Councillor BEN');
  });

  it('has a vote declared void in error, which is struck: the vote stands, in the register too', async () => {
    await meeting.do('move-motion', { motionId: 'm-2', text: 'That the roof be mended', movedBy: 'ben' });
    await meeting.do('second-motion', { motionId: 'm-2', secondedBy: 'cat' });
    const voteId = await meeting.do('take-vote', { motionId: 'm-2', method: 'show-of-hands', counts: { yes: 4, no: 1 } });
    const before = await meeting.read('/motions');
    await meeting.do('declare-vote-void', { voteId, reason: 'Of the vote before' });
    expect(await statuses()).toMatchObject({ 'm-2': 'moved' });
    await meeting.do('strike-step', { step: await stepOf('VoteDeclaredVoid'), reason: 'It was the vote before' });
    expect(await meeting.read('/motions')).toEqual(before);
    expect(await meeting.minute()).not.toContain('Of the vote before');
  });
});
