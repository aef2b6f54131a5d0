import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { type Position } from '../../src/kernel/event.js';
import { AdoptConstitution } from '../../src/slices/bodies/bodies.commands.js';
import { type DueShown } from '../../src/across/due/views/due-calendar/due-view.js';
import { type Answer, createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'bodies/board';

interface Page {
  readonly items: readonly DueShown[];
  readonly next: string | null;
}
const ids = ({ json }: Answer): string[] => (json as Page).items.map(({ dueId }) => dueId);
const cited = { cited: { heading: '1 June 2026' } };
const action = (due: string, more: object = {}) => ({
  source: cited,
  item: { title: `Due ${due || 'never'}` },
  words: 'AGREED to reply.',
  officers: ['Ann Aird'],
  due,
  ...more,
});

describe('the clocks of two bodies', () => {
  const clock = new HandClock('2026-06-01T09:00:00.000Z');
  let app: TestApp;
  let position = '';
  const record = async (address: string, data: object = {}) => ({ position } = await app.record(address, data));
  const get = (address: string, token: string | null = null) => app.get(address, { token, after: position });
  /** What a policy does comes after the command that set it going is answered, and itself is told by the record: the next event is waited for. */
  const eventually = async (address: string, is: (answer: Answer) => boolean): Promise<Answer> => {
    const enough = new AbortController();
    const record = app.nest.get<EventStore>(EVENT_STORE).subscribe({ after: position as Position, signal: enough.signal });
    let answer = await get(address);
    for await (const message of record) {
      if (is(answer)) break;
      if (message.kind === 'event') answer = await app.get(address, { token: null, after: message.event.position });
    }
    enough.abort();
    return answer;
  };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    for (const body of ['board', 'other']) await record(`bodies/${body}/establish-body`, { name: `The ${body}`, kind: 'board' });
    await record(`${BOARD}/actions/reply/raise-action`, action('within 20 working days', { organisation: 'NHS Borders' }));
    await record(`${BOARD}/actions/june/raise-action`, action('by 5 June 2026', { officers: ['Bob Bain', 'Ann Aird'] }));
    await record(`${BOARD}/actions/yearly/raise-action`, action('By 1st April 2027 and thereafter each year by end March'));
    await record(`${BOARD}/actions/someday/raise-action`, action('in due course'));
    await record('bodies/other/actions/reply/raise-action', action('within 20 working days', { officers: [] }));
    await record('bodies/other/actions/private/raise-action', action('by 8 June 2026'));
    await record('bodies/other/actions/private/correct-action', { exempt: true, reason: 'Taken in private.' });
  });
  afterAll(() => app.close());

  it('counts for anybody who wants to check a sum, and says how', async () => {
    const thirty = await get('calendars/participation/count?from=2026-12-18&days=30');
    expect(thirty.json).toMatchObject({ firstDay: '2026-12-18', lastDay: '2027-02-01', calendar: 'participation' });
    expect((await get('calendars/participation/count?from=2026-12-18&days=45')).json).toMatchObject({ lastDay: '2027-02-22' });
    expect((await get('calendars/scottish-bank-holidays/count?from=2026-12-18&days=30')).json).toMatchObject({ lastDay: '2027-02-03' });
    const text = await get('calendars/participation/count?from=2026-12-18&days=30&format=text');
    expect(text.text).toMatch(/^2027-02-01\n30 working days beginning with Friday 18 December 2026 .*Saturday 19 December 2026/);
    expect((await get('calendars/lunar/count?from=2026-12-18&days=30')).json).toMatchObject({ code: 'calendar.not-found', status: 404 });
    for (const wrong of ['days=0', 'days=-1', 'days=1e3', 'days=9999', 'days=30&from=2026-02-30', ''])
      expect((await get(`calendars/participation/count?from=2026-12-18&${wrong}`)).status).toBe(400);
  });

  it('lists what falls due by its last day, and what is exempt only to those who may read that', async () => {
    expect(ids(await get('due'))).toEqual([
      'action:board/june#due',
      'action:board/reply#due',
      'action:other/reply#due',
      'action:board/yearly#due',
    ]);
    expect(ids(await get('due?until=2026-06-30&body=other'))).toEqual(['action:other/reply#due']);
    const clerk = await app.principal('clerk', 'clerk');
    expect(ids(await get('bodies/other/due', clerk))).toEqual(['action:other/private#due', 'action:other/reply#due']);
    expect(ids(await get('due?undated=true'))).toEqual(['action:board/someday#due']);
    expect(ids(await get('due?officer=Bob%20Bain'))).toEqual(['action:board/june#due']);
    expect(ids(await get('due?organisation=NHS%20Borders&kind=action'))).toEqual(['action:board/reply#due']);
    expect(ids(await get('due?kind=direction'))).toEqual([]);
    expect((await get('due?from=2026-07-01&until=2026-06-01')).json).toMatchObject({ code: 'due.reversed' });
    expect((await get('due?kind=nothing')).status).toBe(400);
  });

  it('gives the list in pages that join up', async () => {
    const first = await get('due?limit=3');
    const { next } = first.json as Page;
    const second = await get(`due?limit=3&cursor=${next}`);
    expect([...ids(first), ...ids(second)]).toEqual(ids(await get('due')));
    expect((second.json as Page).next).toBeNull();
    expect((await get('due?cursor=nonsense')).status).toBe(400);
  });

  it('moves the deadlines a holiday touches, and says so in their history', async () => {
    expect((await get('due/explain?due=action:board/reply%23due')).json).toMatchObject({ due: { deadline: { latest: '2026-06-29' } } });
    await record('calendars/scotland/record-holiday', { date: '2026-06-15', title: 'World Cup bank holiday' });
    const moved = await eventually('due/explain?due=action:board/reply%23due', ({ text }) => text.includes('2026-06-30'));
    expect(moved.json).toMatchObject({ due: { deadline: { words: 'within 20 working days', latest: '2026-06-30' }, sequence: 1 } });
    expect((moved.json as { explanation: string }).explanation).toContain('Monday 15 June 2026 (recorded: World Cup bank holiday)');
    const story = await app.get('history?ref=board/reply&format=text');
    expect(story.text).toContain(
      'A holiday on 15 June 2026 was recorded (World Cup bank holiday): due 30 June 2026 instead of 29 June 2026',
    );
    expect((await app.command('calendars/scotland/record-holiday', { date: '2026-06-15', title: 'Again' })).json).toMatchObject({
      code: 'calendar.recorded-already',
    });
    await record('calendars/other/record-holiday', { date: '2026-06-12', title: 'Common Riding' });
    const local = await eventually('due/explain?due=action:other/reply%23due', ({ text }) => text.includes('2026-07-01'));
    expect(local.json).toMatchObject({ due: { deadline: { latest: '2026-07-01' } } });
    expect((await get('due/explain?due=action:board/reply%23due')).json).toMatchObject({ due: { deadline: { latest: '2026-06-30' } } });
    await record('calendars/other/withdraw-holiday', { date: '2026-06-12', reason: 'It is in another town.' });
    const back = await eventually('due/explain?due=action:other/reply%23due', ({ text }) => text.includes('"2026-06-30"'));
    expect(back.json).toMatchObject({ due: { deadline: { latest: '2026-06-30' } } });
    // What is read out of words from now on is counted with it at once.
    await record(`${BOARD}/actions/later/raise-action`, action('10 working days'));
    expect((await get('due/explain?due=action:board/later%23due')).json).toMatchObject({ due: { deadline: { latest: '2026-06-16' } } });
    await record(`${BOARD}/actions/later/decline-action`, { reason: 'Not needed.' });
  });

  it('has holidays recorded only by who may do so there', async () => {
    const there = await app.principal('other-clerk', 'clerk', 'other');
    const holiday = { date: '2026-09-11', title: 'Autumn holiday' };
    expect((await app.command('calendars/scotland/record-holiday', holiday, { token: there })).status).toBe(403);
    expect((await app.command('calendars/board/record-holiday', holiday, { token: there })).status).toBe(403);
    expect((await app.command('calendars/other/record-holiday', holiday, { token: there })).status).toBe(201);
    expect((await app.command('calendars/nowhere/record-holiday', holiday)).json).toMatchObject({ code: 'calendar.body-unknown' });
    expect((await app.command('calendars/other/record-holiday', { date: '2026-02-30', title: '' })).status).toBe(400);
    const shown = await get('calendars/other/holidays?year=2026');
    expect((shown.json as { holidays: { date: string; recorded: boolean }[] }).holidays).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ date: '2026-05-25', recorded: false }),
        expect.objectContaining({ date: '2026-06-15', recorded: true }),
        expect.objectContaining({ date: '2026-09-11', recorded: true }),
      ]),
    );
    expect((await get('calendars/scotland/holidays?year=2026')).text).not.toContain('2026-09-11');
    expect((await get('calendars/participation/holidays?year=2026')).text).not.toContain('2026-06-15');
    expect((await get('calendars/nowhere/holidays?year=2026')).status).toBe(404);
  });

  it('has a notice due in clear days, counted with the holidays recorded, and met when it is given', async () => {
    const notice = { clearDays: 3, countWeekends: false, countHolidays: false };
    await record(`${BOARD}/adopt-constitution`, { ...AdoptConstitution.spec.example, from: '2026-01-01', notice });
    await record(`${BOARD}/meetings/2026-06-18/call-meeting`, { date: '2026-06-18', title: 'The board' });
    const due = 'due/explain?due=meeting:board/2026-06-18%23notice';
    expect((await get(due)).status).toBe(404);
    expect((await get(due, app.operator)).json).toMatchObject({
      due: {
        standing: 'live',
        title: 'The board, 18 June 2026',
        deadline: { words: '3 clear days before the meeting', latest: '2026-06-11' },
      },
    });
    await record(`${BOARD}/meetings/2026-06-18/give-notice`, { givenOn: '2026-06-11', by: 'The clerk' });
    expect((await get(due)).json).toMatchObject({ due: { standing: 'met', endedOn: '2026-06-11' } });
    expect((await app.get(`${BOARD}/meetings/2026-06-18`)).text).toContain('"given":3');
  });

  it('is a calendar to subscribe to, which follows what changes', async () => {
    clock.set('2026-06-10T09:00:00.000Z');
    await record(`${BOARD}/actions/june/report-action-complete`, { words: 'Done.' });
    const feed = await get('due?format=ics');
    expect(feed.headers['content-type']).toMatch(/^text\/calendar/);
    const calendar = new ICAL.Component(ICAL.parse(feed.text) as unknown[] as never);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const of = (id: string) => events.filter(({ description }) => description.endsWith(id));
    const status = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status');
    const [reply] = of('action:board/reply#due');
    expect(reply).toMatchObject({ sequence: 1 });
    expect([reply?.startDate.toString(), reply?.endDate.toString()]).toEqual(['2026-06-01', '2026-07-01']);
    const [june] = of('action:board/june#due');
    expect([june?.startDate.toString(), status(june), june?.sequence]).toEqual(['2026-06-05', 'CANCELLED', 1]);
    expect(status(reply)).toBe('CONFIRMED');
    const [yearly, ...others] = of('action:board/yearly#due');
    expect([yearly?.startDate.toString(), others]).toEqual(['2027-04-01', []]);
    expect(yearly?.component.getAllProperties('rdate').map((one) => String(one.getFirstValue()))).toEqual([
      '2027-04-01',
      '2028-03-31',
      '2029-03-31',
    ]);
    const listed = (await get('due')).json as Page;
    expect(listed.items.find(({ dueId }) => dueId === 'action:board/yearly#due')?.days).toEqual(['2027-04-01', '2028-03-31', '2029-03-31']);
    expect(of('action:other/private#due')).toEqual([]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    clock.set('2026-06-11T09:00:00.000Z');
    const again = new ICAL.Component(ICAL.parse((await get('due?format=ics')).text) as unknown[] as never);
    expect(again.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).uid)).toEqual(events.map(({ uid }) => uid));
    clock.set('2026-10-01T09:00:00.000Z');
    expect((await get('due?format=ics')).text).not.toContain('CANCELLED');
  });

  it('tells what is late on a day, as text and as a table', async () => {
    expect(ids(await get('due?standing=overdue&as-at=2026-06-30'))).toEqual([]);
    expect((await get('due?standing=overdue&as-at=2026-07-02&format=text')).text).toContain(
      '30 June 2026, 2 days late: Due within 20 working days\n  AGREED to reply.\n  Ann Aird, NHS Borders; due within 20 working days',
    );
    const lines = (await get('due?standing=all&body=board&format=csv')).text.trim().split('\r\n');
    expect(lines[0]).toMatch(/^BODY,KIND,RECORD,CLOCK,TITLE/);
    expect(lines.find((line) => line.includes('board/june'))).toMatch(/,met,0,$/);
    await record(`${BOARD}/actions/june/reopen-action`, { reason: 'It was not.' });
    expect(ids(await get('due?standing=overdue&body=board'))).toContain('action:board/june#due');
    expect(ids(await get('due?standing=overdue&as-at=2026-06-30'))).toEqual([]);
    expect((await get('due/explain?due=action:board/nothing%23due')).status).toBe(404);
  });
});
