import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { ProjectionEngine } from '../../src/projections/projection-engine.js';
import { rules } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'bodies/board';

interface Shown {
  readonly due: { readonly latest?: string; readonly explanation: string };
  readonly status: string;
}

const action = (due: string) => ({
  source: { cited: { heading: '1 October 2026', meetingDate: '2026-10-01' } },
  item: { title: `Due ${due}` },
  words: 'AGREED to reply.',
  officers: ['Ann Aird'],
  due,
});

describe('deadlines that hang on the diary and the calendar', () => {
  const clock = new HandClock('2026-10-01T09:00:00.000Z');
  let app: TestApp;
  let position = '';
  const record = async (address: string, data: object = {}) => ({ position } = await app.record(address, data));
  const get = (address: string) => app.get(address, { after: position });
  const shown = async (id: string, query = ''): Promise<Shown> => (await get(`${BOARD}/actions/${id}${query}`)).json as Shown;
  const latest = async (id: string, query = '') => (await shown(id, query)).due.latest;
  const listed = async (dueId: string): Promise<{ latest?: string; sequence: number }> => {
    const { due } = (await get(`due/explain?due=${encodeURIComponent(dueId)}`)).json as {
      due: { deadline: { latest?: string }; sequence: number };
    };
    return { ...due.deadline, sequence: due.sequence };
  };
  const call = (date: string) => record(`${BOARD}/meetings/${date}/call-meeting`, { date });
  const cancel = (date: string) => record(`${BOARD}/meetings/${date}/cancel-meeting`, { reason: 'Not enough business.' });

  beforeAll(async () => {
    app = await createTestApp({ clock });
    await record(`${BOARD}/establish-body`, { name: 'The Board', kind: 'board' });
    await call('2026-11-05');
    await record(`${BOARD}/actions/next/raise-action`, action('next meeting'));
    await record(`${BOARD}/actions/chain/raise-action`, action('within a month of the next meeting'));
    await record(`${BOARD}/actions/june/raise-action`, action('the June meeting'));
    await record(`${BOARD}/actions/counted/raise-action`, action('within 20 working days'));
    await record(`${BOARD}/actions/counted-too/raise-action`, action('20 working days, as the Board asked'));
    await record(`${BOARD}/actions/papers/raise-action`, action('10 working days before the next meeting'));
    await record(`${BOARD}/actions/fixed/raise-action`, { ...action('next meeting'), dueDates: { latest: '2026-11-30' } });
  });
  afterAll(() => app.close());

  it('are due at a meeting that is to be held, never at one that was cancelled', async () => {
    expect(await latest('next')).toBe('2026-11-05');
    expect(await latest('chain')).toBe('2026-12-05');
    clock.set('2026-10-20T09:00:00.000Z');
    await cancel('2026-11-05');
    expect(await latest('next')).toBeUndefined();
    await call('2026-12-17');
    expect(await latest('next')).toBe('2026-12-17');
    expect(await latest('chain')).toBe('2027-01-17');
    expect(await listed('action:board/next#due')).toMatchObject({ latest: '2026-12-17' });
    expect(await latest('fixed')).toBe('2026-11-30');
  });

  it('are answered as they were read to whoever set one, and to whoever sends the same again', async () => {
    const said = () =>
      app.command(
        `${BOARD}/actions/chain/extend-action`,
        { due: 'within a month of the next meeting', reason: 'Late.' },
        { key: 'extend-chain' },
      );
    const [first, again] = [await said(), await said()];
    expect(first.json).toMatchObject({
      deadlines: [
        {
          words: 'within a month of the next meeting',
          latest: '2027-01-17',
          hangsOn: { meeting: 'next', then: { count: 1, unit: 'month' } },
        },
      ],
    });
    expect([again.status, again.json]).toEqual([200, first.json]);
  });

  it('are overdue by no meeting that was not held', async () => {
    const overdue = async (asAt: string) =>
      ((await get(`actions/overdue?as-at=${asAt}`)).json as { items: { actionId: string }[] }).items.map(({ actionId }) => actionId);
    clock.set('2026-12-10T09:00:00.000Z');
    expect(await overdue('2026-12-10')).not.toContain('board/next');
    expect(await overdue('2026-12-10')).toContain('board/fixed');
    expect(await overdue('2026-12-18')).toContain('board/next');
    expect((await shown('next')).status).toBe('not-yet-due');
  });

  it('come forward where an earlier meeting is called between', async () => {
    await call('2026-12-14');
    expect(await latest('next')).toBe('2026-12-14');
    expect((await listed('action:board/next#due')).latest).toBe('2026-12-14');
    expect((await get('due?from=2026-12-14&until=2026-12-14')).text).toContain('action:board/next#due');
    await cancel('2026-12-14');
    expect(await latest('next')).toBe('2026-12-17');
  });

  it('get the day of the June meeting when it is called, and lose it when it is cancelled', async () => {
    expect(await latest('june')).toBe('2027-06-30');
    await call('2027-06-10');
    expect(await latest('june')).toBe('2027-06-10');
    await cancel('2027-06-10');
    expect(await latest('june')).toBe('2027-06-30');
  });

  it('move with a holiday, and the calendar to subscribe to and the reminders say the same day', async () => {
    expect(await latest('counted')).toBe('2026-10-29');
    await record('calendars/scotland/record-holiday', { date: '2026-10-12', title: 'A day proclaimed' });
    expect(await latest('counted')).toBe('2026-10-30');
    expect((await listed('action:board/counted#due')).latest).toBe('2026-10-30');
    const too = { latest: '2026-10-30', words: '20 working days, as the Board asked' };
    expect((await shown('counted-too')).due).toMatchObject(too);
    expect(await listed('action:board/counted-too#due')).toMatchObject(too);
    const file = (await get('due?body=board&standing=overdue&format=ics')).text;
    expect(file).toMatch(/DTEND;VALUE=DATE:20261031/);
    await record('calendars/scotland/withdraw-holiday', { date: '2026-10-12', reason: 'It was not proclaimed.' });
    expect(await latest('counted')).toBe('2026-10-29');
  });

  it('are counted back from a meeting, and come earlier with a holiday before it', async () => {
    expect(await latest('papers')).toBe('2026-12-03');
    await record('calendars/scotland/record-holiday', { date: '2026-12-07', title: 'A day proclaimed' });
    expect(await latest('papers')).toBe('2026-12-02');
    expect((await listed('action:board/papers#due')).latest).toBe('2026-12-02');
    await record('calendars/scotland/withdraw-holiday', { date: '2026-12-07', reason: 'It was not proclaimed.' });
    expect((await listed('action:board/papers#due')).latest).toBe('2026-12-03');
  });

  it('are dated again for the notice of a meeting, where its days are counted without holidays', async () => {
    const notice = { clearDays: 3, countWeekends: false, countHolidays: false, source: 'Standing Order 5' };
    for (const [bodyId, countHolidays] of [
      ['council', false],
      ['trust', true],
    ] as const) {
      await record(`bodies/${bodyId}/establish-body`, { name: `The ${bodyId}`, kind: 'board' });
      await record(`bodies/${bodyId}/adopt-constitution`, rules('2020-01-01', { notice: { ...notice, countHolidays } }));
      await record(`bodies/${bodyId}/meetings/2027-02-18/call-meeting`, { date: '2027-02-18' });
    }
    const noticeOf = (bodyId: string) => listed(`meeting:${bodyId}/2027-02-18#notice`);
    const before = { latest: '2027-02-14', sequence: 0 };
    expect(await noticeOf('council')).toMatchObject(before);
    expect(await noticeOf('trust')).toMatchObject(before);
    await record('calendars/scotland/record-holiday', { date: '2027-02-16', title: 'A day proclaimed' });
    expect(await noticeOf('council')).toMatchObject({ latest: '2027-02-11', sequence: 1 });
    expect(await noticeOf('trust')).toMatchObject(before);
    expect((await get('due?from=2027-02-11&until=2027-02-11')).text).toContain('meeting:council/2027-02-18#notice');
    expect((await get('history?ref=council/2027-02-18&format=text')).text).toContain(
      'A holiday on 16 February 2027 was recorded (A day proclaimed): due 11 February 2027 instead of 14 February 2027',
    );
    await record('bodies/council/meetings/2027-02-18/give-notice', { givenOn: '2027-02-12', by: 'The Clerk' });
    expect((await get('bodies/council/meetings/2027-02-18/agenda')).json).toMatchObject({
      notice: { clearDays: { required: 3, given: 2, short: true, latestDay: '2027-02-11' } },
    });
    await record('calendars/scotland/withdraw-holiday', { date: '2027-02-16', reason: 'It was not proclaimed.' });
    expect(await noticeOf('council')).toMatchObject({ latest: '2027-02-11' });
    expect(await noticeOf('trust')).toMatchObject(before);
  });

  it('are what was known: a day in the past has the day believed then', async () => {
    expect(await latest('next', '?as-at=2026-10-10')).toBe('2026-11-05');
    expect(await latest('next', '?as-at=2026-10-25')).toBe('2026-12-17');
    const sheet = await get(`${BOARD}/action-sheet?as-at=2026-10-10&format=json`);
    expect(sheet.text).toContain('2026-11-05');
  });

  it('keep the day a sheet said, which says beside it that the date moved', async () => {
    const rows = async (query: string) => {
      const { groups } = (await get(`${BOARD}/action-sheet${query}`)).json as {
        groups: { actions: { actionId: string; due: { latest?: string }; dateMoved: object | null }[] }[];
      };
      return new Map(groups.flatMap(({ actions }) => actions).map((one) => [one.actionId, one]));
    };
    const then = await rows('?as-at=2026-10-10');
    expect(then.get('board/next')).toMatchObject({
      due: { latest: '2026-11-05' },
      dateMoved: { said: '2026-11-05', now: '2026-12-17', words: 'date moved: now 17 December 2026' },
    });
    expect(then.get('board/fixed')?.dateMoved).toBeNull();
    expect((await rows('')).get('board/next')?.dateMoved).toBeNull();
    expect(await rows('?as-known-at=2026-10-10')).toEqual(then);
    for (const page of ['/bodies/board/actions', '/bodies/board/actions/next']) {
      expect((await app.get(`${page}?as-at=2026-10-10`, { after: position })).text).toContain('date moved: now 17 December 2026');
      expect((await app.get(page, { after: position })).text).not.toContain('date moved');
    }
  });

  it('tell in the history of the record what moved them, with the event that did, and write nothing into the record', async () => {
    const { events } = (await get('history?ref=board/next')).json as { events: { what: string; stream: string; type: string }[] };
    expect(events.map(({ what }) => what)).toEqual([
      expect.stringContaining('Action raised'),
      'The meeting of 5 November 2026 was cancelled: due on no day known, instead of 5 November 2026',
      'The meeting of 17 December 2026 was called: due 17 December 2026',
      'The meeting of 14 December 2026 was called: due 14 December 2026 instead of 17 December 2026',
      'The meeting of 14 December 2026 was cancelled: due 17 December 2026 instead of 14 December 2026',
    ]);
    expect(events[1]).toMatchObject({ type: 'MeetingCancelled', stream: 'meeting-board/2026-11-05' });
    const then = (await get('history?ref=board/next&as-at=2026-10-19')).json as { events: unknown[] };
    expect(then.events).toHaveLength(1);
    const counted = (await get('history?ref=board/counted&format=text')).text;
    expect(counted).toContain(
      'A holiday on 12 October 2026 was recorded (A day proclaimed): due 30 October 2026 instead of 29 October 2026',
    );
    expect(counted).toContain(
      'What was recorded of 12 October 2026 was withdrawn from the calendar: due 29 October 2026 instead of 30 October 2026',
    );
    const own: RecordedEvent[] = [];
    for await (const event of app.nest.get<EventStore>(EVENT_STORE).readStream('action-board/next')) own.push(event);
    expect(own).toHaveLength(1);
  });

  it('are in the difference between two moments as dates that moved, with what moved them', async () => {
    const between = async (id: string, query: string) =>
      (await get(`difference?ref=board/${id}&${query}`)).json as { changes: unknown[]; dates: { by: { what: string; type: string }[] }[] };
    const next = await between('next', 'from=2026-10-10&to=2026-10-25');
    expect(next.changes).toEqual([]);
    expect(next.dates).toMatchObject([
      {
        dueId: 'action:board/next#due',
        before: '2026-11-05',
        after: '2026-12-17',
        by: [
          { type: 'MeetingCancelled', stream: 'meeting-board/2026-11-05' },
          { type: 'MeetingCalled', what: 'The meeting of 17 December 2026 was called: due 17 December 2026' },
        ],
      },
    ]);
    expect(await between('next', 'from=2026-10-10&to=2026-10-25&clock=known')).toMatchObject({ dates: next.dates });
    expect((await between('next', 'from=2026-10-25')).dates).toEqual([]);
    expect((await between('fixed', 'from=2026-10-10')).dates).toEqual([]);
    const text = (await get('difference?ref=board/next&from=2026-10-10&format=text')).text;
    expect(text).toContain('~ Date moved: due 17 December 2026 instead of 5 November 2026 (AGREED to reply.)');
    expect(text).toContain('    The meeting of 5 November 2026 was cancelled: due on no day known, instead of 5 November 2026');
    expect(text).not.toContain('Nothing is different');
    const page = (await app.get('/records/difference?ref=board/next&from=2026-10-10', { after: position })).text;
    expect(page).toContain('Dates that moved');
    expect(page).toContain('The meeting of 17 December 2026 was called: due 17 December 2026');
  });

  it('follow in plans, promised reports and directions too', async () => {
    await record(`${BOARD}/plans/plan/adopt-plan`, {
      title: 'Plan',
      kind: 'improvement-plan',
      on: '2026-10-01',
      saidOn: '2026-10-01',
      cited: 'Adopted on 1 October 2026',
    });
    await record(`${BOARD}/plans/plan/add-plan-item`, {
      items: [{ itemId: '1', text: 'Report.', leads: [], due: 'next meeting', dueSaidOn: '2026-12-01' }],
    });
    const item = async () => ((await get(`${BOARD}/plans/plan/items/1`)).json as { dueBy: string | null }).dueBy;
    expect(await item()).toBe('2026-12-17');
    clock.set('2026-12-11T09:00:00.000Z');
    await cancel('2026-12-17');
    expect(await item()).toBeNull();
    await call('2027-01-21');
    expect(await item()).toBe('2027-01-21');
    expect((await listed('plan:board/plan#item-1')).latest).toBe('2027-01-21');
    const { dates } = (await get('difference?ref=plan:board/plan%231&from=2026-12-10')).json as { dates: unknown[] };
    expect(dates).toMatchObject([
      {
        dueId: 'plan:board/plan#item-1',
        before: '2026-12-17',
        after: '2027-01-21',
        by: [{ type: 'MeetingCancelled' }, { type: 'MeetingCalled' }],
      },
    ]);
    const { events } = (await get('history?ref=plan:board/plan%231')).json as { events: { what: string }[] };
    expect(events.at(-1)?.what).toContain('The meeting of 21 January 2027 was called');
  });

  it('are in the body’s own view and on its page what the due calendar says, now and as they were', async () => {
    clock.set('2026-12-18T09:00:00.000Z');
    await record('bodies/team/establish-body', { name: 'The Team', kind: 'team' });
    await record('bodies/team/begin-sabbatical', { from: '2026-12-01', until: '20 working days', reason: 'Moving house.' });
    await record('bodies/team/name-pathfinder', { gated: ['board'], on: '2026-12-01', reviewAt: 'the next meeting' });
    await record('bodies/team/plan-constitution-review', { on: '2026-12-01', words: 'within 5 working days of the next meeting' });
    await record('bodies/team/delegate-budget', {
      budgetId: 'small',
      title: 'Small grants',
      amount: { pence: 100_000 },
      on: '2026-12-01',
      phases: [{ phaseId: 'one', words: 'the February meeting' }],
    });
    const own = async (query = '') => {
      const { overTime, life } = (await get(`bodies/team${query}`)).json as {
        overTime: {
          sabbaticals: { until: { latest?: string } }[];
          pathfinder: { reviewAt: { latest?: string } };
          reviewPlanned: { latest?: string };
          budgets: { phases: { deadline: { latest?: string } }[] }[];
        };
        life: { explanation: string };
      };
      const [sabbatical] = overTime.sabbaticals;
      const days = [sabbatical!.until, overTime.pathfinder.reviewAt, overTime.reviewPlanned, overTime.budgets[0]!.phases[0]!.deadline];
      return { days: days.map(({ latest: day }) => day), life: life.explanation };
    };
    const inCalendar = async () => {
      const clocks = ['sabbatical', 'pathfinder-review', 'constitution-review', 'budget-small-one'];
      return Promise.all(clocks.map(async (one) => (await listed(`body:team#${one}`)).latest));
    };
    expect((await own()).days).toEqual(['2026-12-31', undefined, undefined, '2027-02-28']);
    expect(await inCalendar()).toEqual((await own()).days);
    clock.set('2026-12-19T09:00:00.000Z');
    await record('calendars/scotland/record-holiday', { date: '2026-12-22', title: 'A day proclaimed' });
    await record('bodies/team/meetings/2027-02-04/call-meeting', { date: '2027-02-04' });
    expect((await own()).days).toEqual(['2027-01-05', '2027-02-04', '2027-02-11', '2027-02-04']);
    expect(await inCalendar()).toEqual((await own()).days);
    expect((await own('?on=2026-12-18')).days).toEqual(['2026-12-31', undefined, undefined, '2027-02-28']);
    const page = (await app.get('/bodies/team/standing', { after: position })).text;
    for (const day of ['5 January 2027', '4 February 2027', '11 February 2027']) expect(page).toContain(day);
    await record('bodies/team/end-sabbatical', { lastDay: '2026-12-18' });
    clock.advance(60);
    await record('calendars/scotland/withdraw-holiday', { date: '2026-12-22', reason: 'It was not proclaimed.' });
    // An ended deadline keeps the day it had when its end was written down.
    expect([(await own()).days[0], (await inCalendar())[0]]).toEqual(['2027-01-05', '2027-01-05']);
  });

  it('are found in a span of days by any day they fall due on, page after page in one order', async () => {
    await record('bodies/rota/establish-body', { name: 'The Rota', kind: 'team' });
    const raise = (id: string, words: string, latest: string) =>
      record(`bodies/rota/actions/${id}/raise-action`, { ...action(words), dueDates: { latest } });
    await raise('every-quarter', 'quarterly', '2027-01-10');
    await raise('every-year', 'yearly', '2027-01-05');
    await raise('once', 'in January', '2027-01-20');
    await raise('in-april', 'by Easter', '2027-04-08');
    await raise('in-april-too', 'by Easter Monday', '2027-04-09');
    const span = 'body=rota&from=2027-04-01&until=2027-04-30';
    const found = async (query: string) =>
      ((await get(`due?${query}`)).json as { items: { recordId: string }[]; next: string | null }).items.map(({ recordId }) => recordId);
    expect(await found(span)).toEqual(['rota/every-quarter', 'rota/in-april', 'rota/in-april-too']);
    expect(await found('body=rota&from=2028-01-01&until=2028-01-07')).toEqual(['rota/every-year']);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = (await get(`due?${span}&limit=1${cursor}`)).json as { items: { recordId: string }[]; next: string | null };
      paged.push(...items.map(({ recordId }) => recordId));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(paged).toEqual(await found(span));
    expect((await get(`due?${span}&format=ics`)).text).toContain('rota/every-quarter');
  });

  it('are due by no meeting that was called and never held, once its day is over', async () => {
    clock.set('2027-05-01T09:00:00.000Z');
    await record('bodies/forum/establish-body', { name: 'The Forum', kind: 'team' });
    const forum = (date: string, command: string, data: object = {}) => record(`bodies/forum/meetings/${date}/${command}`, data);
    await record('bodies/forum/adopt-constitution', rules('2027-01-01', {}));
    await forum('2027-05-10', 'call-meeting', { date: '2027-05-10' });
    await record('bodies/forum/actions/next/raise-action', {
      ...action('next meeting'),
      source: { cited: { heading: '1 May 2027', meetingDate: '2027-05-01' } },
    });
    await record('bodies/forum/plan-constitution-review', { on: '2027-05-01', words: 'at the next meeting' });
    const said = async (query = '') => ((await get(`bodies/forum/actions/next${query}`)).json as Shown).due;
    const everywhere = async () => [
      (await said()).latest,
      (await listed('action:forum/next#due')).latest,
      (await listed('body:forum#constitution-review')).latest,
      ((await get('bodies/forum')).json as { overTime: { reviewPlanned: { latest?: string } } }).overTime.reviewPlanned.latest,
    ];
    const same = (day: string | undefined) => [day, day, day, day];
    const late = async () =>
      ((await get('due?body=forum&standing=overdue')).json as { items: { kind: string }[] }).items.filter(({ kind }) => kind !== 'meeting')
        .length;
    expect(await everywhere()).toEqual(same('2027-05-10'));
    clock.set('2027-05-10T22:00:00.000Z');
    expect(await everywhere()).toEqual(same('2027-05-10'));
    const notice = async (query = '') => (await get(`due?body=forum&kind=meeting${query}`)).json as { items: { standing: string }[] };
    expect((await notice('&standing=overdue')).items).toHaveLength(1);
    clock.set('2027-05-11T09:00:00.000Z');
    expect((await notice()).items).toEqual([]);
    expect((await notice('&standing=all')).items).toMatchObject([{ standing: 'dropped', endedOn: '2027-05-10', late: false }]);
    expect((await notice('&as-at=2027-05-10')).items).toHaveLength(1);
    expect(await everywhere()).toEqual(same(undefined));
    expect((await said()).explanation).toBe(
      'the first meeting after 1 May 2027; it has not been called yet (that of 10 May 2027 is not recorded as held)',
    );
    expect(await late()).toBe(0);
    await forum('2027-06-07', 'call-meeting', { date: '2027-06-07' });
    expect(await everywhere()).toEqual(same('2027-06-07'));
    expect((await said()).explanation).toContain('(that of 10 May 2027 is not recorded as held)');
    expect((await said('?as-at=2027-05-09')).latest).toBe('2027-05-10');
    clock.set('2027-05-20T09:00:00.000Z');
    await forum('2027-05-10', 'open-meeting', { time: '10:00' });
    expect(await everywhere()).toEqual(same('2027-05-10'));
    expect(await late()).toBe(2);
    const { events } = (await get('history?ref=forum/next')).json as { events: { what: string }[] };
    expect(events.map(({ what }) => what)).toEqual([
      expect.stringContaining('Action raised'),
      'The meeting of 10 May 2027 is not recorded as held, and its day was over: due on no day known, instead of 10 May 2027',
      'The meeting of 7 June 2027 was called: due 7 June 2027',
      'The meeting of 10 May 2027 was opened: due 10 May 2027 instead of 7 June 2027',
    ]);
    const found: unknown[] = [];
    for await (const one of app.nest.get(ProjectionEngine).compare(['due_calendar', 'due_dating', 'action_register', 'action_dating']))
      found.push(one);
    expect(found).toEqual([]);
  });
});

describe('what was due on a day of the past', () => {
  const clock = new HandClock('2026-10-01T09:00:00.000Z');
  let app: TestApp;
  let position = '';
  const record = async (address: string, data: object = {}) => ({ position } = await app.record(address, data));
  const json = async (address: string) => (await app.get(address, { after: position })).json as Record<string, unknown>;
  type Item = {
    readonly dueId: string;
    readonly deadline: { readonly latest?: string };
    readonly daysLate: number;
    readonly standing: string;
  };
  const due = async (query: string) =>
    ((await json(`bodies/board/due?${query}`)).items as Item[]).map(({ dueId, deadline, daysLate }) => [dueId, deadline.latest, daysLate]);
  const overdue = async (query: string) =>
    ((await json(`actions/overdue?${query}`)).items as { actionId: string; due: { latest: string } }[]).map((one) => [
      one.actionId,
      one.due.latest,
    ]);

  beforeAll(async () => {
    app = await createTestApp({ clock });
    await record(`${BOARD}/establish-body`, { name: 'The Board', kind: 'board' });
    await record(`${BOARD}/meetings/2026-11-05/call-meeting`, { date: '2026-11-05' });
    await record(`${BOARD}/actions/next/raise-action`, action('next meeting'));
    await record(`${BOARD}/actions/counted/raise-action`, action('within 20 working days'));
    await record(`${BOARD}/actions/done/raise-action`, action('within 20 working days'));
    await record(`${BOARD}/plans/plan/adopt-plan`, {
      title: 'Plan',
      kind: 'improvement-plan',
      on: '2026-10-01',
      saidOn: '2026-10-01',
      cited: 'Adopted on 1 October 2026',
      review: 'at the next meeting',
    });
    const items = ['1', '2'].map((itemId) => ({
      itemId,
      text: `Item ${itemId}.`,
      leads: [],
      due: 'within 20 working days',
      dueSaidOn: '2026-10-01',
    }));
    await record(`${BOARD}/plans/plan/add-plan-item`, { items });
    clock.set('2026-10-30T09:00:00.000Z');
    await record(`${BOARD}/actions/done/report-action-complete`, { words: 'Done.' });
    await record(`${BOARD}/plans/plan/complete-plan-item`, { item: '2', words: 'Done.' });
    clock.set('2026-11-02T09:00:00.000Z');
    await record('calendars/scotland/record-holiday', { date: '2026-10-12', title: 'A day proclaimed' });
    await record(`${BOARD}/meetings/2026-11-05/cancel-meeting`, { reason: 'Not enough business.' });
    clock.set('2026-11-20T09:00:00.000Z');
    await record(`${BOARD}/actions/later/raise-action`, {
      ...action('by 1 December 2026'),
      source: { cited: { heading: '20 November 2026', meetingDate: '2026-11-20' } },
    });
  });
  afterAll(() => app.close());

  it('is what was known that day, in the list of what falls due', async () => {
    expect(await due('as-at=2026-10-29')).toEqual([
      ['action:board/counted#due', '2026-10-29', 0],
      ['action:board/done#due', '2026-10-29', 0],
      ['plan:board/plan#item-1', '2026-10-29', 0],
      ['plan:board/plan#item-2', '2026-10-29', 0],
      ['action:board/next#due', '2026-11-05', 0],
      ['plan:board/plan#review', '2026-11-05', 0],
    ]);
    expect(await due('as-at=2026-11-01&standing=overdue')).toEqual([
      ['action:board/counted#due', '2026-10-29', 3],
      ['plan:board/plan#item-1', '2026-10-29', 3],
    ]);
    expect(await due('as-at=2026-11-02')).toEqual([
      ['action:board/counted#due', '2026-10-30', 3],
      ['plan:board/plan#item-1', '2026-10-30', 3],
    ]);
    expect((await due('as-at=2026-11-02&undated=true')).map(([dueId]) => dueId)).toEqual([
      'action:board/next#due',
      'plan:board/plan#review',
    ]);
    expect(await due('as-at=2026-10-29&kind=plan&from=2026-11-01')).toEqual([['plan:board/plan#review', '2026-11-05', 0]]);
    expect((await due('as-at=2026-10-29&officer=Ann%20Aird')).map(([dueId]) => dueId)).toHaveLength(3);
  });

  it('is the same page after page, as text, and as explained', async () => {
    const paged: unknown[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = (await json(`due?body=board&as-at=2026-10-29&limit=2${cursor}`)) as unknown as {
        items: Item[];
        next: string | null;
      };
      paged.push(...items.map(({ dueId }) => dueId));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(paged).toEqual((await due('as-at=2026-10-29')).map(([dueId]) => dueId));
    expect((await app.get('due?as-at=2026-10-29&format=csv', { after: position })).text).toContain('2026-11-05');
    const explained = await json(`due/explain?as-at=2026-10-29&due=${encodeURIComponent('action:board/counted#due')}`);
    expect(explained).toMatchObject({ due: { deadline: { latest: '2026-10-29' } } });
    expect(
      (await app.get(`due/explain?as-at=2026-10-29&due=${encodeURIComponent('action:board/later#due')}`, { after: position })).status,
    ).toBe(404);
  });

  it('is told as known at a moment to whoever may audit', async () => {
    expect(await due('as-known-at=2026-10-29')).toEqual(await due('as-at=2026-10-29'));
    expect(await due('as-at=2026-11-01&as-known-at=2026-11-02')).toContainEqual(['action:board/counted#due', '2026-10-29', 3]);
    expect((await app.get('due?as-known-at=2026-10-29', { token: null })).status).toBe(401);
  });

  it('is what was known that day in the list of what is overdue, on its page, and in a plan', async () => {
    expect(await overdue('as-at=2026-10-30')).toEqual([['board/counted', '2026-10-29']]);
    expect(await overdue('as-at=2026-11-02')).toEqual([['board/counted', '2026-10-30']]);
    expect((await app.get('/actions?as-at=2026-10-30', { after: position })).text).toContain('1 day overdue');
    const item = async (id: string, query = '') => (await json(`${BOARD}/plans/plan/items/${id}${query}`)).dueBy;
    expect(await item('1', '?as-at=2026-11-01')).toBe('2026-10-29');
    expect(await item('1')).toBe('2026-10-30');
    expect(await json(`${BOARD}/plans/plan?as-at=2026-11-01`)).toMatchObject({ nextReview: { latest: '2026-11-05' } });
    expect((await json(`${BOARD}/plans/plan`)).nextReview).not.toHaveProperty('latest');
  });

  it('is kept by a deadline that has ended, whatever moves others after it', async () => {
    const latest = async (id: string) => ((await json(`${BOARD}/actions/${id}`)).due as { latest: string }).latest;
    expect([await latest('done'), await latest('counted')]).toEqual(['2026-10-29', '2026-10-30']);
    expect((await json(`${BOARD}/plans/plan/items/2`)).dueBy).toBe('2026-10-29');
    const all = ((await json('bodies/board/due?standing=all')).items as Item[]).filter(({ standing }) => standing === 'met');
    expect(all.map(({ dueId, deadline }) => [dueId, deadline.latest])).toEqual([
      ['action:board/done#due', '2026-10-29'],
      ['plan:board/plan#item-2', '2026-10-29'],
    ]);
  });
});

describe('a meeting that was abandoned for want of a quorum', () => {
  it('is one by which nothing is due where no item had been taken, and one that was held where some had', async () => {
    const clock = new HandClock('2026-10-01T09:00:00.000Z');
    const app = await createTestApp({ clock });
    try {
      let position = '';
      const record = async (address: string, data: object = {}) => ({ position } = await app.record(address, data));
      const latest = async (bodyId: string): Promise<string | undefined> =>
        ((await app.get(`bodies/${bodyId}/actions/a`, { after: position })).json as Shown).due.latest;
      for (const bodyId of ['board', 'trust']) {
        await record(`bodies/${bodyId}/establish-body`, { name: `The ${bodyId}`, kind: 'board' });
        await record(`bodies/${bodyId}/adopt-constitution`, rules('2020-01-01', {}));
        for (const date of ['2026-11-05', '2026-12-10']) await record(`bodies/${bodyId}/meetings/${date}/call-meeting`, { date });
        await record(`bodies/${bodyId}/actions/a/raise-action`, action('next meeting'));
        expect(await latest(bodyId)).toBe('2026-11-05');
      }
      clock.set('2026-11-05T14:00:00.000Z');
      for (const bodyId of ['board', 'trust']) await record(`bodies/${bodyId}/meetings/2026-11-05/open-meeting`);
      await record('bodies/trust/meetings/2026-11-05/take-item', { heading: 'Apologies' });
      for (const bodyId of ['board', 'trust']) await record(`bodies/${bodyId}/meetings/2026-11-05/conclude-meeting`, { abandoned: true });
      expect(await latest('board')).toBe('2026-12-10');
      expect(await latest('trust')).toBe('2026-11-05');
      expect((await app.get('due?body=board&until=2026-12-31', { after: position })).text).toContain('2026-12-10');
      expect((await app.get('history?ref=board/a&format=text', { after: position })).text).toContain(
        'The meeting of 5 November 2026 was abandoned: due 10 December 2026 instead of 5 November 2026',
      );
      expect((await app.get('bodies/board/actions/a?as-at=2026-11-04', { after: position })).json).toMatchObject({
        due: { latest: '2026-11-05' },
      });
    } finally {
      await app.close();
    }
  });
});
