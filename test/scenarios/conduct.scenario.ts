import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '../support/a-clerk.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { until } from '../support/boxes-at-work.js';

const BODY = 'bodies/council';
const MEETING = `${BODY}/meetings/2026-03-03`;
const MEMBERS = ['ada', 'ben', 'cat', 'dan', 'eve'] as const;
const person = (personId: string) => ({ personId, name: `Councillor ${personId.toUpperCase()}` });

describe('how a meeting was conducted', () => {
  let app: TestApp;
  let clerk: string;
  let position = '';
  const at = async (verb: string, data: object = {}) => {
    const { id, position: after } = await app.record(`${MEETING}/${verb}`, data, { token: clerk });
    position = after;
    return id;
  };
  const refused = async (verb: string, data: object) => (await app.command(`${MEETING}/${verb}`, data, { token: clerk })).json;
  const get = (address: string) => app.get(address, { token: clerk, after: position });
  const minute = async () => (await get(`${MEETING}/minute?format=text`)).text;
  const statuses = async () => {
    const { items } = (await get(`${MEETING}/motions`)).json as { readonly items: readonly { motionId: string; status: string }[] };
    return Object.fromEntries(items.map(({ motionId, status }) => [motionId, status]));
  };
  const stepOf = async (of: string): Promise<number> => {
    const { steps } = (await get(`${MEETING}/course`)).json as { readonly steps: readonly { of: string; step: number }[] };
    return steps.findLast((one) => one.of === of)!.step;
  };

  beforeAll(async () => {
    app = await createTestApp();
    clerk = await app.principal('clerk', 'clerk');
    const record = (verb: string, data: object) => app.record(`${BODY}/${verb}`, data, { token: clerk });
    await record('establish-body', { name: 'The Council', kind: 'committee' });
    await record('adopt-constitution', rules('2014-01-01', { quorum: { kind: 'number', atLeast: 2 } }));
    for (const id of MEMBERS) {
      await record('create-seat', { seatId: `seat-${id}`, label: id, voting: true, from: '2014-01-01' });
      await record('fill-seat', { seatId: `seat-${id}`, holder: person(id), from: '2014-01-01' });
    }
    await at('call-meeting', { date: '2026-03-03' });
    await at('open-meeting', { time: '14:00' });
    for (const personId of MEMBERS) await at('record-attendance', { person: person(personId), as: 'present', fromTheStart: true });
    await at('take-chair', { personId: 'ada', reason: 'Chair' });
    await at('take-item', { number: '1', heading: 'SCHOOL' });
    await at('record-paragraph', { text: 'There was a report on the school.' });
    await at('move-motion', { motionId: 'm-1', text: 'That the school be closed', movedBy: 'ben' });
    await at('second-motion', { motionId: 'm-1', secondedBy: 'cat' });
  });
  afterAll(() => app.close());

  it('is put right with a reason: a vote that was miscounted did not pass to the next business, and the motion is open', async () => {
    await at('take-procedural-motion', {
      kind: 'next-business',
      movedBy: 'dan',
      secondedBy: 'eve',
      method: 'show-of-hands',
      counts: { yes: 3, no: 2 },
    });
    expect(await statuses()).toEqual({ 'm-1': 'fallen' });
    await at('correct-step', {
      step: await stepOf('ProceduralMotionTaken'),
      vote: { method: 'show-of-hands', counts: { yes: 2, no: 3 } },
      secondedBy: 'ben',
      reason: 'Miscounted, and misheard',
    });
    expect(await statuses()).toEqual({ 'm-1': 'moved' });
    expect(await minute()).toContain(
      'Councillor DAN, seconded by Councillor BEN, moved that the meeting pass to the next business. On a show of hands 2 voted for and 3 against; it was not carried.',
    );
    const { json } = await get(`${MEETING}/course`);
    expect(json.steps).toContainEqual(
      expect.objectContaining({
        of: 'ProceduralMotionTaken',
        corrections: [expect.objectContaining({ reason: 'Miscounted, and misheard' })],
      }),
    );
    const { json: history } = await app.get('history?ref=council/2026-03-03', { after: position });
    expect(JSON.stringify(history)).toMatch(
      /Procedural motion of y-\w+ corrected: Miscounted, and misheard: seconded by Councillor BEN, vote by show of hands 2 for, 3 against/,
    );
  });

  it('is struck: a ruling that was not given, with the fall of the motion by it', async () => {
    await at('give-ruling', { kind: 'not-competent', motionId: 'm-1', words: 'It would rescind a decision of January' });
    expect(await statuses()).toEqual({ 'm-1': 'fallen' });
    expect(await refused('strike-step', { step: await stepOf('MotionMoved'), reason: 'x' })).toMatchObject({
      code: 'step.motion-ruled-on',
    });
    await at('strike-step', { step: await stepOf('RulingGiven'), reason: 'It was said of another motion' });
    expect(await statuses()).toEqual({ 'm-1': 'moved' });
    expect(await minute()).not.toContain('RULING');
    const { json } = await get(`${MEETING}/course`);
    expect(json.struck).toContainEqual(expect.objectContaining({ of: 'RulingGiven', reason: 'It was said of another motion' }));
    await at('take-vote', { motionId: 'm-1', method: 'show-of-hands', counts: { yes: 4, no: 1 } });
    expect(await statuses()).toEqual({ 'm-1': 'carried' });
  });

  it('has votes declared void: on a procedural motion, and of an election, whose holder is then another', async () => {
    const procedureId = await at('take-procedural-motion', { kind: 'continue', movedBy: 'dan', secondedBy: 'eve', method: 'consent' });
    await at('declare-vote-void', { voteId: procedureId, reason: 'The doors were open' });
    expect(await minute()).toContain('By consent it was carried. The vote was declared void by Councillor ADA: The doors were open.');
    const nominees = ['ben', 'cat'] as const;
    const counts = (ben: number, cat: number) => [
      { personId: 'ben', count: ben },
      { personId: 'cat', count: cat },
    ];
    const electionId = await at('hold-election', {
      to: { kind: 'office', name: 'vice-chair' },
      nominations: nominees.map((id) => ({ nominee: person(id), movedBy: 'ada', secondedBy: 'dan' })),
      rounds: [{ method: 'show-of-hands', counts: counts(4, 1) }],
    });
    await at('declare-vote-void', { voteId: electionId, reason: 'A hand was counted twice' });
    await at('take-election-round', { electionId, method: 'show-of-hands', counts: counts(1, 4) });
    expect(await minute()).toMatch(
      /Councillor BEN was declared elected\.\s+The vote was declared void by Councillor ADA: A hand was counted twice\.\s+The vote was taken again\. On a show of hands there voted for Councillor BEN 1; and for Councillor CAT 4/,
    );
    const offices = async () => JSON.stringify((await get(`${BODY}?on=2026-03-03`)).json.offices);
    await until(async () => (await offices()).includes('Councillor CAT'));
    expect(await offices()).not.toContain('Councillor BEN');
  });

  it('has a vote declared void in error, which is struck: the vote stands, in the register too', async () => {
    await at('move-motion', { motionId: 'm-2', text: 'That the roof be mended', movedBy: 'ben' });
    await at('second-motion', { motionId: 'm-2', secondedBy: 'cat' });
    const voteId = await at('take-vote', { motionId: 'm-2', method: 'show-of-hands', counts: { yes: 4, no: 1 } });
    const before = (await get(`${MEETING}/motions`)).json;
    await at('declare-vote-void', { voteId, reason: 'Of the vote before' });
    expect(await statuses()).toMatchObject({ 'm-2': 'moved' });
    await at('strike-step', { step: await stepOf('VoteDeclaredVoid'), reason: 'It was the vote before' });
    expect((await get(`${MEETING}/motions`)).json).toEqual(before);
    expect(await minute()).not.toContain('Of the vote before');
  });
});
