import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/app.module.js';
import { addressOf } from '../../src/http/command-routes.js';
import { parametersOf } from '../../src/kernel/command.js';
import { type Answer, createTestApp, HandClock, type TestApp } from '../support/app.js';
import { RECORDS } from '../support/replay-record.js';

interface Recorded {
  readonly command: string;
  readonly target: string;
  readonly happenedAt: string;
  readonly data: object;
}

/** Sends a file of commands, each to its own address. */
async function replay(app: TestApp, file: string): Promise<void> {
  for (const { command, target, happenedAt, data } of JSON.parse(readFileSync(join(RECORDS, file), 'utf8')) as Recorded[]) {
    const { spec } = COMMANDS.find((one) => one.spec.type === command)!;
    const parts = target.split('/');
    const address = parametersOf(spec.scope).reduce((text, name, index) => text.replace(`:${name}`, parts[index]!), addressOf(spec));
    await app.record(address, { ...data, happenedAt });
  }
}

const govern = (app: TestApp, bodyId: string) => (verb: string, data: object) => app.record(`bodies/${bodyId}/${verb}`, data);
const answers = ({
  json,
}: Answer): readonly { readonly number: number; readonly says: boolean; readonly answer: string; readonly evidence: readonly object[] }[] =>
  json.answers;

describe('localities in the record of the Scottish Borders', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ clock: new HandClock('2026-03-02T09:00:00.000Z') });
    await replay(app, '01-bodies.json');
    await replay(app, '05-ijb.json');
    await replay(app, '12-localities.json');
  });
  afterAll(() => app.close());

  it('have groups that became dormant, and groups that are proposed', async () => {
    const listed = async (query: string) => (await app.get(`bodies?${query}`, { token: null })).json.items as { bodyId: string }[];
    expect((await listed('state=dormant')).map(({ bodyId }) => bodyId)).toHaveLength(5);
    expect(await listed('state=dormant&as-at=2017-06-01')).toEqual([]);
    expect((await listed('state=active&kind=locality-group&as-at=2017-06-01')).map(({ bodyId }) => bodyId)).toContain(
      'eildon-locality-working-group',
    );
    expect(await listed('state=proposed&limit=2')).toHaveLength(2);
    expect((await app.get('bodies/sb-ijb')).json).toMatchObject({ overTime: { localities: expect.arrayContaining([]) } });
  });

  it('are drawn as a tree, on a day', async () => {
    const tree = await app.get('bodies/tree?root=sb-ijb&as-at=2023-06-01&format=text', { token: null });
    expect(tree.text).toContain('│  ├─ Berwickshire Community Integration Group (berwickshire-cig, proposed since 17 May 2023)');
    expect(tree.text).toContain('Eildon Locality Working Group (eildon-locality-working-group, dormant since 31 December 2017)');
    expect((await app.get('bodies/tree?root=eildon-cig&as-at=2020-01-01')).status).toBe(404);
    const earlier = await app.get('bodies/tree?root=sb-ijb&as-at=2017-01-01');
    expect(earlier.json.roots[0].children).toHaveLength(5);
  });

  it('have a board beside them with a seat for housing', async () =>
    expect((await app.get('bodies/cpp-strategic-board/coverage?as-at=2016-06-09', { token: null })).json).toMatchObject({
      sectors: [{ name: 'housing', seats: 1, filled: 1 }],
    }));

  it('answer the survey out of the record, with the events behind it', async () => {
    const survey = await app.get('bodies/sb-ijb/locality-survey?as-at=2023-06-01', { token: null });
    expect(answers(survey)).toHaveLength(17);
    expect(answers(survey)[0]).toMatchObject({
      number: 1,
      says: true,
      answer: expect.stringMatching(/^5: Tweeddale/),
      evidence: { length: 5 },
    });
    expect(answers(survey)[2]!.answer).toContain(
      'Eildon Community Integration Group: proposed on 17 May 2023, not established, lacks Each group must have',
    );
    expect(answers(survey)[5]).toMatchObject({ says: false, answer: 'The record does not say.', evidence: [] });
    expect(answers(survey)[14]!.answer).toContain('phased in over the course of 12-18 months');
    expect((await app.get('bodies/sb-ijb/locality-survey?format=text')).text).toMatch(/^Survey of localities/);
  });

  it('wait for the review of the pathfinder, and for what they lack', async () => {
    const launch = (body: string) =>
      app.command(`bodies/${body}/establish-body`, { name: 'A Community Integration Group', kind: 'locality-group', on: '2023-10-01' });
    const evidence = async (body: string) => {
      for (const condition of ['remit', 'board-sponsor', 'leader-from-the-membership', 'administrative-support'])
        await govern(app, body)('evidence-condition', { condition, words: 'Seen', on: '2023-07-01' });
    };
    expect((await launch('tweeddale-cig')).json).toMatchObject({ code: 'body.not-ready', context: { lacking: { length: 4 } } });
    await evidence('tweeddale-cig');
    expect((await launch('tweeddale-cig')).json).toMatchObject({
      code: 'body.gated',
      context: { pathfinders: [{ pathfinderId: 'eildon-cig', proceedOn: null }] },
    });
    await evidence('eildon-cig');
    await govern(app, 'eildon-cig')('establish-body', {
      name: 'Eildon Community Integration Group',
      kind: 'locality-group',
      on: '2023-07-17',
    });
    const review = { on: '2023-09-20', outcome: 'proceed', findings: 'It works' };
    expect((await app.command('bodies/eildon-cig/review-pathfinder', review)).json).toMatchObject({ code: 'body.grounds-missing' });
    await govern(app, 'eildon-cig')('review-pathfinder', { ...review, source: 'Invented for this test' });
    expect((await launch('tweeddale-cig')).status).toBe(201);
    expect((await app.get('bodies/eildon-cig')).json).toMatchObject({
      life: { state: 'active', since: '2023-07-17' },
      overTime: { budgets: [{ phases: [{ deadline: { earliest: '2024-07-17', latest: '2025-01-17' } }] }] },
    });
  });

  it('rest in South Ayrshire from June to August 2022, and are relaunched in October', async () => {
    const body = 'bodies/south-ayrshire-locality-planning-partnerships';
    for (const [on, state] of [
      ['2022-05-31', 'active'],
      ['2022-06-01', 'sabbatical'],
      ['2022-08-31', 'sabbatical'],
      ['2022-09-01', 'active'],
    ])
      expect((await app.get(`${body}?on=${on}`)).json.life).toMatchObject({ state });
    expect((await app.get(`${body}?on=2022-10-01`)).json.life).toMatchObject({ since: '2022-10-01' });
  });
});

describe('a joint board over time', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ clock: new HandClock('2018-06-01T09:00:00.000Z') });
    const board = govern(app, 'board');
    await board('establish-body', { name: 'Joint Board', kind: 'joint-board', on: '2016-04-01' });
    await board('adopt-constitution', {
      from: '2016-04-01',
      quorum: { kind: 'number', atLeast: 2 },
      voting: {
        majorityOf: 'entitled-and-present',
        castingVote: false,
        tie: 'standing-orders',
        appointments: 'as-other-votes',
        seconder: true,
      },
      presiding: { order: ['chair', 'voting-member-chosen'], substituteMayPreside: false },
      substitutes: { allowed: 'full', who: 'any-from-organisation' },
      notice: { clearDays: 5, countWeekends: true, countHolidays: true },
      source: 'SSI 2014/285',
    });
    for (const [seatId, name] of [
      ['ana', 'Ana'],
      ['ben', 'Ben'],
      ['cat', 'Cat'],
    ] as const) {
      await board('create-seat', { seatId, label: `Seat of ${name}`, organisation: seatId === 'cat' ? 'Eildon Housing' : 'NHS Borders' });
      await board('fill-seat', { seatId, holder: { personId: seatId, name }, from: '2016-04-01' });
    }
    await board('place-seat-in-sector', { seatId: 'cat', sector: 'housing' });
    await board('adopt-dormancy-rule', { noMeetingForMonths: 6, from: '2016-04-01', source: 'Standing orders' });
    for (const [date, cat] of [
      ['2017-03-01', 'present'],
      ['2017-05-10', 'apologies'],
      ['2017-08-09', null],
      ['2017-11-12', 'apologies'],
    ] as const) {
      const meeting = (verb: string, data: object = {}) => app.record(`bodies/board/meetings/${date}/${verb}`, data);
      await meeting('call-meeting', { date });
      await meeting('open-meeting');
      await meeting('record-attendance', { person: { personId: 'ana', name: 'Ana' }, as: 'present' });
      if (date !== '2017-08-09') await meeting('record-attendance', { person: { personId: 'ben', name: 'Ben' }, as: 'present' });
      if (cat) await meeting('record-attendance', { person: { personId: 'cat', name: 'Cat' }, as: cat });
      await meeting('conclude-meeting');
    }
  });
  afterAll(() => app.close());

  it('is dormant six months after it last met, and says why', async () => {
    expect((await app.get('bodies/board?on=2018-05-11')).json.life).toMatchObject({ state: 'active', dormantFrom: '2018-05-12' });
    expect((await app.get('bodies/board?on=2018-05-12')).json.life).toMatchObject({
      state: 'dormant',
      since: '2018-05-12',
      explanation: 'no meeting since 12 November 2017; the rule is 6 months: dormant from 12 May 2018',
    });
    expect((await app.get('bodies?state=dormant', { token: null })).json.items).toMatchObject([{ bodyId: 'board' }]);
  });

  it('is not dormant while it meets', async () => {
    const answer = await app.command('bodies/board/record-dormant', { from: 'October 2017', reason: 'Nobody came' });
    expect(answer.json).toMatchObject({ code: 'body.meets', context: { met: ['2017-11-12'] } });
  });

  it('has who came, and who stayed away three times', async () => {
    const attendance = (await app.get('bodies/board/attendance?from=2017-01-01')).json;
    expect(attendance.members).toMatchObject([
      { name: 'Ana', counts: { attended: 4 }, flagged: false },
      { name: 'Ben', counts: { attended: 3, absent: 1 }, flagged: false },
      { name: 'Cat', counts: { attended: 1, apologies: 2, absent: 1 }, longestRun: 3, flagged: true },
    ]);
    expect((await app.get('bodies/board/attendance?from=2017-06-01&until=2017-09-01')).json.meetings).toMatchObject([
      { date: '2017-08-09' },
    ]);
    expect((await app.get('bodies/board/attendance?format=text')).text).toContain(
      'xa-a  Cat: attended 1 of 4; 3 absences one after another',
    );
    expect((await app.get('bodies/board/attendance', { token: null })).json).toMatchObject({ meetings: [], leftOut: 4 });
  });

  it('has which meetings were quorate', async () => {
    const { json } = await app.get('bodies/board/quorate-meetings');
    expect(json).toMatchObject({ quorate: 3, inquorate: 1, notStated: 0 });
    expect(json.meetings[2]).toMatchObject({ date: '2017-08-09', quorate: false, losses: { length: 1 } });
    expect((await app.get('bodies/board/quorate-meetings', { token: null })).json).toMatchObject({ meetings: [], leftOut: 4 });
  });

  it('tells Ministers of a seat that is vacant for over six months', async () => {
    await govern(app, 'board')('vacate-seat', { seatId: 'ben', lastDay: '2017-12-31', reason: 'Resigned' });
    const coverage = async (asAt: string) => (await app.get(`bodies/board/coverage?as-at=${asAt}`, { token: null })).json;
    expect(await coverage('2018-06-30')).toMatchObject({ filled: 2, vacant: 1, flags: [] });
    expect(await coverage('2018-07-01')).toMatchObject({
      seats: [{ holder: 'Ana' }, { holder: null, vacantSince: '2018-01-01', vacantDays: 182, tellMinisters: true }, { sector: 'housing' }],
      sectors: [{ name: 'housing', seats: 1, filled: 1 }],
      flags: [expect.stringContaining('art 13')],
    });
    expect((await app.get('bodies/board/coverage?format=text&as-at=2018-07-01')).text).toContain('VACANT since 1 January 2018, 182 days');
  });

  it('calls no meeting once it is dissolved', async () => {
    const board = govern(app, 'board');
    expect((await app.command('bodies/board/dissolve-body', { on: '2017-11-12', reason: 'Ended' })).json).toMatchObject({
      code: 'body.meets',
    });
    await board('dissolve-body', { on: '2018-05-20', reason: 'Ended' });
    const call = (date: string) => app.command(`bodies/board/meetings/${date}/call-meeting`, { date });
    expect((await call('2018-05-20')).json).toMatchObject({ code: 'meeting.body-dissolved' });
    expect((await call('2018-05-19')).status).toBe(201);
    expect((await app.command('bodies/board/create-seat', { label: 'Another', from: '2018-06-01' })).json).toMatchObject({
      code: 'body.dissolved',
    });
  });

  it.each([
    ['bodies/nobody/coverage', 404, 'body.not-found'],
    ['bodies/nobody/attendance', 404, 'body.not-found'],
    ['bodies/nobody/quorate-meetings', 404, 'body.not-found'],
    ['bodies/nobody/locality-survey', 404, 'body.not-found'],
    ['bodies/tree?root=nobody', 404, 'body.not-found'],
    ['bodies/tree?as-at=2018-02-30', 400, 'request.invalid'],
    ['bodies?state=asleep', 400, 'request.invalid'],
    ['bodies/board/coverage?format=html', 400, 'request.invalid'],
  ])('answers %s with %d', async (address, status, code) => expect(await app.get(address)).toMatchObject({ status, json: { code } }));

  it.each([
    ['name-pathfinder', { gated: ['Not A Slug'], reviewAt: 'September' }],
    ['delegate-budget', { title: 'Budget', on: '2018-01-01', amount: { pence: 1.5 } }],
    ['set-readiness-conditions', { conditions: [] }],
    ['begin-sabbatical', { from: '2018-02-30', reason: 'x' }],
    ['record-remit', { kind: 'nonsense', words: 'x', from: '2018-01-01' }],
  ])('refuses a malformed %s', async (verb, data) =>
    expect(await app.command(`bodies/board/${verb}`, data)).toMatchObject({ status: 400, json: { code: 'request.invalid' } }),
  );
});
