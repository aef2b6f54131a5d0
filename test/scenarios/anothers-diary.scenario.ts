import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProjectionEngine } from '../../src/projections/projection-engine.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'bodies/board';
const WORDS = 'the next meeting of the Audit Committee';

interface Said {
  readonly latest?: string;
  readonly explanation: string;
  readonly hangsOn?: { readonly of?: object };
}

const cited = { cited: { heading: '1 October 2026', meetingDate: '2026-10-01' } };
const action = (due: string) => ({
  source: cited,
  item: { title: `Due ${due}` },
  words: 'AGREED to reply.',
  officers: ['Ann Aird'],
  due,
});

describe('deadlines at the meeting of another body', () => {
  const clock = new HandClock('2026-10-01T09:00:00.000Z');
  let app: TestApp;
  let position = '';
  const record = async (address: string, data: object = {}) => {
    clock.advance(1);
    ({ position } = await app.record(address, data));
  };
  const get = (address: string) => app.get(address, { after: position });
  const due = async (id: string, query = ''): Promise<Said> => ((await get(`${BOARD}/actions/${id}${query}`)).json as { due: Said }).due;
  const call = (body: string, date: string) => record(`bodies/${body}/meetings/${date}/call-meeting`, { date });
  const cancel = (body: string, date: string) =>
    record(`bodies/${body}/meetings/${date}/cancel-meeting`, { reason: 'Not enough business.' });
  /** The last day of every deadline of a body that runs, as the due calendar lists them: by record and clock. */
  const listed = async (body: string): Promise<Readonly<Record<string, string | null>>> => {
    const of = async (query: string) =>
      ((await get(`bodies/${body}/due?limit=100&${query}`)).json as { items: { dueId: string; deadline: Said }[] }).items;
    const all = [...(await of('standing=live')), ...(await of('undated=true'))];
    return Object.fromEntries(all.map(({ dueId, deadline }) => [dueId, deadline.latest ?? null]));
  };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    await record(`${BOARD}/establish-body`, { name: 'Integration Joint Board', kind: 'joint-board' });
    await record('bodies/audit/establish-body', { name: 'Audit Committee', kind: 'committee' });
    await call('board', '2026-10-15');
    await call('audit', '2026-11-12');
  });
  afterAll(() => app.close());

  it('are dated by the diary of the body that is named, in every kind of record, and shown back as they were read', async () => {
    const said = await app.command(`${BOARD}/actions/report/raise-action`, action(WORDS));
    expect(said.json).toMatchObject({
      deadlines: [
        {
          words: WORDS,
          latest: '2026-11-12',
          explanation: 'the first meeting of the Audit Committee after 1 October 2026 is on 12 November 2026',
          hangsOn: { of: { named: 'Audit Committee', bodyId: 'audit' } },
        },
      ],
    });
    await record(`${BOARD}/actions/own/raise-action`, action('the next meeting of the IJB'));
    await record(`${BOARD}/actions/chain/raise-action`, action('10 working days before the next Audit Committee meeting'));
    await record(`${BOARD}/actions/june/raise-action`, action('the June meeting of the Audit Committee'));
    await record(`${BOARD}/plans/plan/adopt-plan`, {
      title: 'Plan',
      kind: 'improvement-plan',
      on: '2026-10-01',
      saidOn: '2026-10-01',
      cited: 'Adopted.',
      review: WORDS,
    });
    await record(`${BOARD}/plans/plan/add-plan-item`, {
      items: [{ itemId: '1', text: 'Report.', leads: [], due: WORDS, dueSaidOn: '2026-10-01' }],
    });
    await record(`${BOARD}/draft-direction`, {
      direction: 'one',
      title: 'One',
      recipients: [{ recipient: 'nhs', name: 'The Health Board' }],
      functions: { words: 'All' },
      text: 'Do it.',
      timeframes: WORDS,
      review: WORDS,
    });
    await record(`${BOARD}/plan-constitution-review`, { on: '2026-10-01', words: WORDS });
    await record(`${BOARD}/begin-sabbatical`, { from: '2026-10-01', until: WORDS, reason: 'Rest.' });
    await record(`${BOARD}/delegate-budget`, {
      budgetId: 'small',
      title: 'Grants',
      amount: { pence: 100_000 },
      on: '2026-10-01',
      phases: [{ phaseId: 'one', words: WORDS }],
    });
    expect(await listed('board')).toMatchObject({
      'action:board/report#due': '2026-11-12',
      'action:board/own#due': '2026-10-15',
      'action:board/chain#due': '2026-10-29',
      'action:board/june#due': '2027-06-30',
      'plan:board/plan#review': '2026-11-12',
      'plan:board/plan#item-1': '2026-11-12',
      'body:board#constitution-review': '2026-11-12',
      'body:board#sabbatical': '2026-11-12',
      'body:board#budget-small-one': '2026-11-12',
    });
  });

  it('follow that diary and not that of their own body, in the list, the view, the page and the calendar file', async () => {
    await cancel('board', '2026-10-15');
    await call('board', '2026-10-22');
    expect((await due('report')).latest).toBe('2026-11-12');
    clock.set('2026-10-20T09:00:00.000Z');
    await cancel('audit', '2026-11-12');
    expect(await due('report')).toMatchObject({
      explanation: 'the first meeting of the Audit Committee after 1 October 2026; it has not been called yet',
    });
    expect((await due('report')).latest).toBeUndefined();
    await call('audit', '2026-12-10');
    await call('audit', '2027-06-09');
    const list = await listed('board');
    expect(list).toMatchObject({
      'action:board/report#due': '2026-12-10',
      'action:board/own#due': '2026-10-22',
      'action:board/chain#due': '2026-11-25',
      'action:board/june#due': '2027-06-09',
      'plan:board/plan#review': '2026-12-10',
      'plan:board/plan#item-1': '2026-12-10',
      'body:board#constitution-review': '2026-12-10',
      'body:board#sabbatical': '2026-12-10',
      'body:board#budget-small-one': '2026-12-10',
    });
    expect((await due('report')).latest).toBe('2026-12-10');
    const plan = (await get(`${BOARD}/plans/plan`)).json as { nextReview: Said; groups: { items: { dueBy: string }[] }[] };
    expect([plan.nextReview.latest, plan.groups[0]!.items[0]!.dueBy]).toEqual(['2026-12-10', '2026-12-10']);
    const { terms } = (await get(`${BOARD}/directions/one`)).json as { terms: { timeframes: Said; review: Said } };
    expect([terms.timeframes.latest, terms.review.latest]).toEqual(['2026-12-10', '2026-12-10']);
    const { overTime } = (await get(BOARD)).json as {
      overTime: { reviewPlanned: Said; sabbaticals: { until: Said }[]; budgets: { phases: { deadline: Said }[] }[] };
    };
    expect([overTime.reviewPlanned, overTime.sabbaticals[0]!.until, overTime.budgets[0]!.phases[0]!.deadline]).toMatchObject([
      { latest: '2026-12-10' },
      { latest: '2026-12-10' },
      { latest: '2026-12-10' },
    ]);
    for (const page of ['actions/report', 'plans/plan', 'due'])
      expect((await app.get(`/bodies/board/${page}`, { after: position })).text).toContain('10 December 2026');
    expect((await get('due?body=board&format=ics')).text).toMatch(/DTEND;VALUE=DATE:20261211/);
  });

  it('say in the history of the record which meeting of which body moved them, and no more of it', async () => {
    const { events } = (await get('history?ref=board/report')).json as { events: { what: string; data: object }[] };
    expect(events.slice(1).map(({ what }) => what)).toEqual([
      'The meeting of Audit Committee on 12 November 2026 was cancelled: due on no day known, instead of 12 November 2026',
      'The meeting of Audit Committee on 10 December 2026 was called: due 10 December 2026',
    ]);
    expect(events[1]!.data).toEqual({});
    const { dates } = (await get('difference?ref=board/report&from=2026-10-10')).json as { dates: object[] };
    expect(dates).toMatchObject([{ dueId: 'action:board/report#due', before: '2026-11-12', after: '2026-12-10' }]);
  });

  it('are what was known on a day of the past', async () => {
    expect((await due('report', '?as-at=2026-10-10')).latest).toBe('2026-11-12');
    expect((await due('report', '?as-known-at=2026-10-10')).latest).toBe('2026-11-12');
    const { items } = (await get('due?body=board&as-at=2026-10-10&standing=live')).json as { items: { dueId: string; deadline: Said }[] };
    expect(items.find(({ dueId }) => dueId === 'action:board/report#due')?.deadline.latest).toBe('2026-11-12');
  });

  it('are due by no meeting of that body that was called and never held', async () => {
    clock.set('2026-12-11T09:00:00.000Z');
    expect((await due('report')).explanation).toContain('that of 10 December 2026 is not recorded as held');
    expect((await listed('board'))['action:board/report#due']).toBe('2027-06-09');
  });

  it('keep the day they ended with, and count each move of the diary in the calendar file', async () => {
    const sequence = async () =>
      ((await get(`due/explain?due=${encodeURIComponent('action:board/report#due')}`)).json as { due: { sequence: number } }).due.sequence;
    const before = await sequence();
    await record(`${BOARD}/actions/report/report-action-complete`, { words: 'Done.' });
    expect(await sequence()).toBeGreaterThan(before);
    await call('audit', '2027-01-14');
    expect((await due('report')).latest).toBe('2027-06-09');
  });

  it('are undated, and say so, where no body of that name is known or it fits several', async () => {
    await record(`${BOARD}/actions/unknown/raise-action`, action('the next meeting of the Housing Committee'));
    expect(await due('unknown')).toMatchObject({ explanation: 'no body called “Housing Committee” is known: undated' });
    expect((await due('unknown')).latest).toBeUndefined();
    await record('bodies/north/establish-body', { name: 'North Locality Planning Group', kind: 'locality-group' });
    await record('bodies/south/establish-body', { name: 'South Locality Planning Group', kind: 'locality-group' });
    await call('north', '2027-02-01');
    await record(`${BOARD}/actions/several/raise-action`, action('the next meeting of the Locality Planning Group'));
    expect(await due('several')).toMatchObject({
      explanation: '“Locality Planning Group” may be North Locality Planning Group, or South Locality Planning Group: undated',
    });
    expect((await due('several')).latest).toBeUndefined();
    expect((await app.get('/bodies/board/due?undated=true', { after: position })).text).toContain('no body called');
  });

  it('are dated by a spelling that is declared the same as the name', async () => {
    await record('organisations/scrutiny-committee/declare-organisation-spelling-same', {
      sameAs: 'audit-committee',
      reason: 'It was renamed.',
    });
    await record(`${BOARD}/actions/spelt/raise-action`, action('next Scrutiny Committee meeting'));
    expect((await due('spelt')).latest).toBe('2027-01-14');
  });

  it('are, of a pathfinder’s review, dated by the body that reviews it', async () => {
    await call('audit', '2027-03-11');
    clock.set('2027-01-25T09:00:00.000Z');
    await record('bodies/north/name-pathfinder', { gated: ['south'], on: '2027-01-20', reviewAt: 'the next meeting', reviewedBy: 'audit' });
    const review = async () => [
      (await listed('north'))['body:north#pathfinder-review'],
      ((await get('bodies/north')).json as { overTime: { pathfinder: { reviewAt: Said } } }).overTime.pathfinder.reviewAt.latest,
    ];
    expect(await review()).toEqual(['2027-03-11', '2027-03-11']);
    await cancel('audit', '2027-03-11');
    expect(await review()).toEqual(['2027-06-09', '2027-06-09']);
    await record('bodies/north/review-pathfinder', {
      on: '2027-01-25',
      outcome: 'not-yet',
      findings: 'Too early.',
      nextReview: 'the next meeting',
      source: 'Minute.',
    });
    await call('audit', '2027-02-11');
    expect(await review()).toEqual(['2027-02-11', '2027-02-11']);
  });

  it('stand in the read models as the record makes them', async () => {
    const differences: unknown[] = [];
    for await (const one of app.nest.get(ProjectionEngine).compare()) differences.push(one);
    expect(differences).toEqual([]);
  });
});
