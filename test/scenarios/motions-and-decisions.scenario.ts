import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';

const BODY = 'bodies/board';
const MARCH = `${BODY}/meetings/2016-03-03`;
const JUNE = `${BODY}/meetings/2016-06-09`;
const MEMBERS = ['ada', 'ben', 'cat', 'dan', 'eve'] as const;
const person = (personId: string) => ({ personId, name: `Councillor ${personId}` });

/** A board of five with a quorum of three: a motion amended and carried on a casting vote, then two items without a quorum, ratified in June. */
describe('a board from motion to signed minute', () => {
  let app: TestApp;
  let clerk: string;
  const at = (meeting: string, verb: string, data: object = {}) => app.record(`${meeting}/${verb}`, data, { token: clerk });
  const refused = async (meeting: string, verb: string, data: object) =>
    (await app.command(`${meeting}/${verb}`, data, { token: clerk })).json;
  let position = '';
  const last = async (recorded: Promise<{ readonly id: string; readonly position: string }>) => {
    const { id, position: after } = await recorded;
    position = after;
    return id;
  };
  const get = async (address: string, token: string | null = clerk) => app.get(address, { token, after: position });

  const open = async (meeting: string, present: readonly string[]) => {
    await at(meeting, 'open-meeting', { time: '14:00' });
    for (const personId of present) await at(meeting, 'record-attendance', { person: person(personId), as: 'present', fromTheStart: true });
    await at(meeting, 'take-chair', { personId: 'ada', reason: 'Chair' });
  };

  beforeAll(async () => {
    app = await createTestApp();
    clerk = await app.principal('clerk', 'clerk');
    const record = (verb: string, data: object) => app.record(`${BODY}/${verb}`, data, { token: clerk });
    await record('establish-body', { name: 'The Board', kind: 'board' });
    await record('adopt-constitution', {
      from: '2014-01-01',
      quorum: { kind: 'number', atLeast: 3 },
      voting: {
        majorityOf: 'votes-cast',
        castingVote: true,
        tie: 'not-carried',
        appointments: 'lot',
        seconder: true,
        rescinding: { withinMonths: 6, share: { numerator: 2, denominator: 3 } },
      },
      presiding: { order: ['chair', 'vice-chair', 'member-chosen'], substituteMayPreside: false },
      substitutes: { allowed: 'none', who: 'named' },
      notice: { clearDays: 3, countWeekends: true, countHolidays: true },
      references: {},
      verbs: ['HOMOLOGATED'],
      source: 'Standing orders',
    });
    for (const id of MEMBERS) {
      await record('create-seat', { seatId: `seat-${id}`, label: id, voting: true, from: '2014-01-01' });
      await record('fill-seat', { seatId: `seat-${id}`, holder: person(id), from: '2014-01-01' });
    }
    await record('take-office', { office: 'chair', holder: person('ada'), from: '2014-01-01' });
    await at(MARCH, 'call-meeting', { date: '2016-03-03' });
    await open(MARCH, MEMBERS);
  });
  afterAll(() => app.close());

  it('takes a motion through its amendment to a casting vote and a decision', async () => {
    await at(MARCH, 'take-item', { number: '1', heading: 'PLAN' });
    await at(MARCH, 'record-paragraph', {
      text: 'With reference to paragraph 6 of the Minute of 26 November 2015, the Plan was considered.',
    });
    await at(MARCH, 'move-motion', { motionId: 'm-1', text: 'That the Plan be approved', movedBy: 'ben' });
    await at(MARCH, 'second-motion', { motionId: 'm-1', secondedBy: 'cat' });
    await at(MARCH, 'move-motion', { motionId: 'a-1', text: 'add "for one year"', movedBy: 'dan', amends: 'm-1' });
    await at(MARCH, 'second-motion', { motionId: 'a-1', secondedBy: 'eve' });
    expect(await refused(MARCH, 'put-motion', { motionId: 'm-1' })).toMatchObject({ status: 422, code: 'motion.amendment-undecided' });
    await at(MARCH, 'take-vote', { motionId: 'a-1', method: 'show-of-hands', counts: { yes: 3, no: 2 } });
    expect(await refused(MARCH, 'take-vote', { motionId: 'm-1', method: 'show-of-hands', counts: { yes: 4, no: 2 } })).toMatchObject({
      code: 'vote.too-many',
      field: 'counts',
      context: { recorded: 6, entitled: 5 },
    });
    const votes = [...'yynn'].map((side, index) => ({ personId: MEMBERS[index], option: side === 'y' ? 'yes' : 'no' }));
    await at(MARCH, 'take-vote', { motionId: 'm-1', method: 'roll-call', votes: [...votes, { personId: 'eve', option: 'abstain' }] });
    expect(await refused(MARCH, 'record-decision', { motionId: 'm-1', words: 'AGREED.' })).toMatchObject({
      code: 'decision.motion-not-carried',
    });
    expect(await refused(MARCH, 'give-casting-vote', { motionId: 'm-1', personId: 'ben', option: 'yes' })).toMatchObject({
      code: 'vote.not-presiding',
    });
    await at(MARCH, 'give-casting-vote', { motionId: 'm-1', personId: 'ada', option: 'yes' });
    await at(MARCH, 'record-dissent', { personId: 'dan', motionId: 'm-1' });
    await last(
      at(MARCH, 'record-decision', { decisionId: 'd-plan', motionId: 'm-1', words: 'agreed that the Plan be approved for one year.' }),
    );

    const { json: motions } = await get(`${MARCH}/motions`);
    expect(motions.items).toMatchObject([
      {
        motionId: 'm-1',
        status: 'carried',
        amendedBy: [{ motionId: 'a-1', text: 'add "for one year"' }],
        dissents: [person('dan')],
        vote: { decidedBy: 'casting-vote', quorate: true },
        voteEvent: {
          result: 'pass',
          counts: [{ option: 'yes', value: 2 }, { option: 'no', value: 2 }, { option: 'abstain', value: 1 }, {}, {}, {}],
        },
      },
      { motionId: 'a-1', amends: 'm-1', status: 'carried' },
    ]);
    const { json: decision } = await get(`${MARCH}/decisions/d-plan`);
    expect(decision).toMatchObject({
      verb: 'AGREED',
      words: 'AGREED that the Plan be approved for one year.',
      paragraph: '1',
      standing: 'quorate',
      ratification: 'not-needed',
      published: false,
    });
  });

  it('decides informally once the quorum is lost', async () => {
    for (const personId of ['cat', 'dan', 'eve']) await at(MARCH, 'leave-meeting', { personId });
    await at(MARCH, 'take-item', { number: '2', heading: 'REPORT' });
    await at(MARCH, 'record-paragraph', { text: 'There was a report.' });
    await at(MARCH, 'record-decision', { decisionId: 'd-report', words: 'NOTED that:\n(a) it was long; and\n(b) it was read.' });
    await at(MARCH, 'take-item', { number: '3', heading: 'DATES' });
    await last(at(MARCH, 'record-decision', { decisionId: 'd-dates', words: 'NOTED.' }));
    await last(at(MARCH, 'conclude-meeting', { time: '16:00' }));
    const { json } = await get(`${BODY}/decisions?awaiting-ratification=true`);
    expect(json.items.map((one: { decisionId: string }) => one.decisionId)).toEqual(['d-report', 'd-dates']);
    const { text, headers } = await get(`${BODY}/decisions?awaiting-ratification=true&format=text`);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('Para 2  REPORT\n  NOTED that:\n      (a) it was long; and\n      (b) it was read.\n');
    const csv = (await get(`${BODY}/decisions?format=csv&text=LONG`)).text;
    expect(csv).toContain(
      'board/2016-03-03,2016-03-03,2,REPORT,NOTED that:,NOTED,"NOTED that:\n(a) it was long; and\n(b) it was read.",informal',
    );
    expect(csv).not.toContain('DATES');
  });

  it('ratifies at the next quorate meeting, or does not, once', async () => {
    const ref = (decisionId: string) => ({ meetingId: 'board/2016-03-03', decisionId });
    await at(JUNE, 'call-meeting', { date: '2016-06-09' });
    await open(JUNE, ['ada', 'ben', 'cat']);
    await at(JUNE, 'take-item', { number: '1', heading: 'MINUTE' });
    expect(await refused(JUNE, 'record-decision', { words: 'HOMOLOGATED it.', ratifies: [ref('d-plan')] })).toMatchObject({
      code: 'decision.not-informal',
      field: 'ratifies.0',
    });
    expect(await refused(JUNE, 'record-decision', { words: 'AGREED.', rescinds: [ref('d-plan')] })).toMatchObject({
      code: 'decision.rescinding-needs-motion',
    });
    await at(JUNE, 'record-decision', {
      decisionId: 'd-homologated',
      words: 'HOMOLOGATED the decision at paragraph 2.',
      ratifies: [ref('d-report')],
      declinesToRatify: [{ ...ref('d-dates'), reason: 'Overtaken' }],
    });
    expect(await refused(JUNE, 'record-decision', { words: 'HOMOLOGATED it again.', ratifies: [ref('d-report')] })).toMatchObject({
      code: 'decision.ratified-already',
    });
    const by = { meetingId: 'board/2016-06-09', decisionId: 'd-homologated' };
    await last(
      at(JUNE, 'record-decision', {
        decisionId: 'd-minute',
        words: 'APPROVED the Minute.',
        outcome: { kind: 'minute-approved', meetingId: 'board/2016-03-03' },
      }),
    );
    expect((await get(`${MARCH}/decisions/d-report`)).json).toMatchObject({ ratification: 'ratified', ratifiedBy: by });
    expect((await get(`${MARCH}/decisions/d-dates`)).json).toMatchObject({ ratification: 'declined', declinedBecause: 'Overtaken' });
  });

  it('rescinds within six months by the share the constitution asks', async () => {
    const rescinds = { meetingId: 'board/2016-03-03', decisionId: 'd-plan' };
    const motion = async (motionId: string, yes: number, no: number) => {
      await at(JUNE, 'move-motion', { motionId, text: 'That the approval of the Plan be rescinded', movedBy: 'ben', rescinds });
      await at(JUNE, 'second-motion', { motionId, secondedBy: 'cat' });
      await last(at(JUNE, 'take-vote', { motionId, method: 'ballot', counts: { yes, no } }));
      return (await get(`${JUNE}/motions`)).json.items.find((one: { motionId: string }) => one.motionId === motionId).vote;
    };
    expect(await motion('m-1', 1, 1)).toMatchObject({ result: 'not-carried', decidedBy: 'share' });
    expect(await motion('m-2', 2, 1)).toMatchObject({ result: 'carried', decidedBy: 'share' });
    await last(at(JUNE, 'record-decision', { motionId: 'm-2', rescinds: [rescinds] }));
    expect((await get(`${MARCH}/decisions/d-plan`)).json).toMatchObject({ rescindedBy: { meetingId: 'board/2016-06-09' } });
  });

  it('shows the public nothing before the minute is signed, and then all of it', async () => {
    expect((await get(`${BODY}/decisions`, null)).json).toEqual({ items: [], next: null });
    expect((await get(`${BODY}/motions`, null)).json).toEqual({ items: [], next: null });
    expect((await get(`${MARCH}/decisions/d-plan`, null)).json).toMatchObject({ status: 404, code: 'decision.not-found' });
    await at(MARCH, 'approve-minute', { atMeeting: 'board/2016-06-09', decisionId: 'd-minute' });
    await last(at(MARCH, 'sign-minute', { atMeeting: 'board/2016-06-09', signedBy: 'ada' }));
    expect((await get(`${BODY}/decisions`, null)).json.items).toHaveLength(3);
    expect((await get(`${BODY}/motions`, null)).json.items).toHaveLength(2);
    expect((await get(`${MARCH}/decisions/d-plan`, null)).json).toMatchObject({ published: true });
    expect(await refused(MARCH, 'record-decision', { words: 'NOTED.' })).toMatchObject({ code: 'minute.signed' });
  });

  it('pages, filters and sorts its decisions', async () => {
    const first = (await get(`${BODY}/decisions?limit=2`)).json;
    const rest = (await get(`${BODY}/decisions?limit=200&cursor=${first.next}`)).json;
    const ids = [...first.items, ...rest.items].map((one: { decisionId: string }) => one.decisionId);
    expect(ids.slice(0, 5)).toEqual(['d-plan', 'd-report', 'd-dates', 'd-homologated', 'd-minute']);
    const listed = async (query: string) =>
      (await get(`${BODY}/decisions?${query}`)).json.items.map((one: { decisionId: string }) => one.decisionId);
    expect(await listed('sort=-date')).toEqual([...ids].reverse());
    expect(await listed('verb=homologated')).toEqual(['d-homologated']);
    expect(await listed('standing=informal')).toEqual(['d-report', 'd-dates']);
    expect(await listed('meeting=board/2016-06-09&text=minute')).toEqual(['d-minute']);
    expect((await get(`${BODY}/decisions?standing=odd`)).json).toMatchObject({ status: 400, code: 'request.invalid' });
    expect((await get(`${BODY}/decisions?cursor=abc`)).status).toBe(400);
  });
});
