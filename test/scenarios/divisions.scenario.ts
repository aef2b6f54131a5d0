import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '../support/a-clerk.js';
import { createTestApp, type TestApp } from '../support/app.js';

const BODY = 'bodies/council';
const MEETING = `${BODY}/meetings/2026-03-03`;
const MEMBERS = ['ada', 'ben', 'cat', 'dan', 'eve', 'fay'] as const;
const person = (personId: string) => ({ personId, name: `Councillor ${personId.toUpperCase()}` });

/** A council that takes no action first, and then votes on the motion and all amendments at once, by an overall majority. */
describe('a council that divides between proposals', () => {
  let app: TestApp;
  let clerk: string;
  let position = '';
  const at = async (verb: string, data: object = {}) => {
    const { id, position: after } = await app.record(`${MEETING}/${verb}`, data, { token: clerk });
    position = after;
    return id;
  };
  const refused = async (verb: string, data: object) => (await app.command(`${MEETING}/${verb}`, data, { token: clerk })).json;
  const get = async (address: string, token: string | null = clerk) => app.get(address, { token, after: position });
  const move = async (motionId: string, text: string, by: string, second: string, more: object = {}) => {
    await at('move-motion', { motionId, text, movedBy: by, ...more });
    await at('second-motion', { motionId, secondedBy: second });
  };
  const votes = (names: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(names).flatMap(([what, people]) =>
      people.map((personId) => ({ personId, ...(what === 'declined' || what === 'absent' ? { option: what } : { proposalId: what }) })),
    );

  beforeAll(async () => {
    app = await createTestApp();
    clerk = await app.principal('clerk', 'clerk');
    const record = (verb: string, data: object) => app.record(`${BODY}/${verb}`, data, { token: clerk });
    await record('establish-body', { name: 'The Council', kind: 'committee' });
    const voting = {
      ...rules('', {}).voting,
      between: { method: 'all-at-once', noActionFirst: true, needs: 'overall-majority', source: 'Standing Orders 10.3 and 10.4' },
    };
    await record('adopt-constitution', rules('2014-01-01', { quorum: { kind: 'number', atLeast: 2 }, voting }));
    for (const id of MEMBERS) {
      await record('create-seat', { seatId: `seat-${id}`, label: id, voting: true, from: '2014-01-01' });
      await record('fill-seat', { seatId: `seat-${id}`, holder: person(id), from: '2014-01-01' });
    }
    await at('call-meeting', { date: '2026-03-03' });
    await at('open-meeting', { time: '14:00' });
    for (const personId of MEMBERS.slice(0, 5))
      await at('record-attendance', { person: person(personId), as: 'present', fromTheStart: true });
    await at('take-chair', { personId: 'ada', reason: 'Chair' });
    await at('take-item', { number: '1', heading: 'SCHOOL' });
    await at('record-paragraph', { text: 'There was a report on the school.' });
  });
  afterAll(() => app.close());

  it('says in its constitution how it does so, with the standing order', async () => {
    const { json } = await get(BODY);
    expect(JSON.stringify(json)).toContain(
      'a motion and all amendments to it are voted on at once, a proposal to take no action before the others, by an overall majority of those taking part (Standing Orders 10.3 and 10.4)',
    );
  });

  it('votes on taking no action, then between all that is left, and the winner is the decision without another vote', async () => {
    await move('m-1', 'That the school be closed', 'ada', 'ben');
    await move('a-1', 'That the school stay open', 'cat', 'dan', { amends: 'm-1' });
    await move('none', 'That no action be taken', 'eve', 'dan', { amends: 'm-1', noAction: true });
    const names = { 'm-1': ['ada', 'ben'], 'a-1': ['cat', 'dan'], declined: ['eve'], absent: ['fay'] };
    const division = { method: 'roll-call', proposals: [{ proposalId: 'm-1' }, { proposalId: 'a-1' }], votes: votes(names) };
    expect(await refused('take-division', division)).toMatchObject({
      code: 'division.no-action-first',
      context: { motionId: 'none', source: 'Standing Orders 10.3 and 10.4' },
    });
    expect(await refused('take-vote', { motionId: 'a-1', method: 'show-of-hands', counts: { yes: 3, no: 2 } })).toMatchObject({
      code: 'vote.amendment-in-division',
    });
    await at('take-vote', { motionId: 'none', method: 'show-of-hands', counts: { yes: 1, no: 4 } });
    expect(await refused('take-division', division)).toMatchObject({ code: 'division.tie-unbroken', field: 'castingVote' });
    expect(await refused('take-division', { ...division, castingVote: { personId: 'ben', proposalId: 'a-1' } })).toMatchObject({
      code: 'vote.not-presiding',
    });
    const divisionId = await at('take-division', { ...division, castingVote: { personId: 'ada', proposalId: 'a-1' } });
    expect(await refused('take-vote', { motionId: 'm-1', method: 'consent' })).toMatchObject({ code: 'motion.not-live' });
    await at('record-decision', { decisionId: 'd-school', divisionId });

    const { json: motions } = await get(`${MEETING}/motions`);
    expect(motions.items).toMatchObject([
      { motionId: 'm-1', status: 'not-carried', amendedBy: [], division: { divisionId, winner: 'a-1' } },
      {
        motionId: 'a-1',
        status: 'carried',
        vote: null,
        voteEvent: {
          identifier: divisionId,
          result: 'pass',
          counts: [
            { option: 'yes', value: 2 },
            { option: 'no', value: 2 },
            { option: 'absent', value: 1 },
            { option: 'not voting', value: 1 },
          ],
        },
      },
      { motionId: 'none', status: 'not-carried', noAction: true, division: null },
    ]);
    expect((await get(`${MEETING}/decisions/d-school`)).json).toMatchObject({
      words: 'AGREED that the school stay open.',
      motionId: 'a-1',
      divisionId,
    });
  });

  it('tells the division in its minute, as text and as data', async () => {
    const { text } = await get(`${MEETING}/minute?format=text`);
    expect(text).toContain(
      [
        'DIVISION',
        'On a roll call there voted for the motion - Councillors ADA and BEN (2); and for the amendment - Councillors CAT and DAN (2).',
        'The votes being equal, Councillor ADA used the casting vote for the amendment, whereupon the amendment was declared carried.',
        'Declined to vote: Councillor EVE (1).',
        'Absent from the division: Councillor FAY (1).',
        'DECISION',
        'AGREED that the school stay open.',
      ].join('\n\n'),
    );
    const { json } = await get(`${MEETING}/minute`);
    const entry = json.sections[0].entries.find(({ kind }: { kind: string }) => kind === 'division');
    expect(entry).toMatchObject({ division: { winner: 'a-1', decidedBy: 'casting-vote' }, sentences: expect.any(Array) });
  });

  it('corrects a slip in the names, keeping both', async () => {
    const [{ division }] = (await get(`${MEETING}/motions`)).json.items;
    const names = { 'm-1': ['ada'], 'a-1': ['cat', 'dan', 'ben'], declined: ['eve'], absent: ['fay'] };
    await at('correct-division', {
      divisionId: division.divisionId,
      method: 'roll-call',
      proposals: [{ proposalId: 'm-1' }, { proposalId: 'a-1' }],
      votes: votes(names),
      reason: 'Councillor BEN was taken down wrongly',
    });
    const { json } = await get(`${MEETING}/motions`);
    expect(json.items[1]).toMatchObject({
      division: { decidedBy: 'majority', proposals: [{ count: 1 }, { count: 3 }] },
      corrections: [{ was: { decidedBy: 'casting-vote' }, reason: 'Councillor BEN was taken down wrongly' }],
    });
    const { json: found } = await get('search?words=taken+down+wrongly');
    expect(JSON.stringify(found)).toContain('DivisionCorrected');
  });

  it('decides between options that nobody moved', async () => {
    await at('take-item', { number: '2', heading: 'SITE' });
    await at('record-paragraph', { text: 'There were two sites.' });
    const options = (more: object = {}) => ({
      method: 'ballot',
      proposals: [
        { proposalId: 'north', words: 'The north site', count: 3 },
        { proposalId: 'south', words: 'The south site', count: 1 },
      ],
      ...more,
    });
    expect(await refused('take-division', { ...options(), declined: 2 })).toMatchObject({ code: 'vote.too-many', field: 'proposals' });
    const divisionId = await at('take-division', options({ declined: 1 }));
    await at('record-decision', { divisionId, decisionId: 'd-site' });
    expect((await get(`${MEETING}/decisions/d-site`)).json).toMatchObject({ words: 'AGREED: The north site.', motionId: null, divisionId });
    expect((await get(`${MEETING}/minute?format=text`)).text).toContain(
      'On a ballot there voted for The north site 3; and for The south site 1 - whereupon The north site was declared carried.',
    );
  });
});
