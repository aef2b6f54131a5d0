import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'bodies/board';
const action = (officers: readonly string[], due: string, organisation = 'NHS Borders') => ({
  source: { cited: { heading: '1 October 2026', meetingDate: '2026-10-01' } },
  item: { title: `With ${officers.join(', ')}` },
  words: 'AGREED to reply.',
  officers,
  organisation,
  due,
});

/** The lists that count what officers and organisations have, what is overdue and what is due, and the calendar file. */
const LISTS = [
  'actions/by-officer?limit=100',
  'actions/by-officer?limit=100&body=board',
  'actions/by-organisation?limit=100',
  'actions/overdue?limit=100',
  'due?body=board&limit=100',
  'due?body=board&undated=true&limit=100',
] as const;

describe('lists of a day of the past', () => {
  const clock = new HandClock('2026-10-01T09:00:00.000Z');
  let app: TestApp;
  let position = '';
  const record = async (address: string, data: object = {}) => {
    clock.advance(1);
    ({ position } = await app.record(address, data));
  };
  const act = (id: string, command: string, data: object) => record(`${BOARD}/actions/${id}/${command}`, data);

  /** What a calendar file tells of each deadline, but for how often it was changed until now. */
  const calendar = async (query: string): Promise<readonly string[]> => {
    const { text } = await app.get(`due?body=board&format=ics${query}`, { after: position });
    const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent');
    return events
      .map((one) => {
        const { uid, startDate, endDate, summary } = new ICAL.Event(one);
        return [uid, startDate.toString(), endDate.toString(), one.getFirstPropertyValue('status'), summary].join(' ');
      })
      .sort();
  };
  /** All lists, without the counts of changes and the instants that only a feed needs. */
  const lists = async (query: string): Promise<object> => {
    const found: Record<string, unknown> = {};
    for (const address of LISTS) {
      const { json, status } = await app.get(`${address}${query}`, { after: position });
      expect([address, status]).toEqual([address, 200]);
      found[address] = JSON.parse(
        JSON.stringify(json, (key, value: unknown) => (['sequence', 'changedAt', 'dateMoved'].includes(key) ? undefined : value)),
      );
    }
    return { ...found, calendar: await calendar(query) };
  };
  const days: { readonly day: string; readonly said: object }[] = [];
  const dayIsOver = async (day: string): Promise<void> => {
    clock.set(`${day}T20:00:00.000Z`);
    days.push({ day, said: await lists('') });
  };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    await record(`${BOARD}/establish-body`, { name: 'The Board', kind: 'board' });
    await record(`${BOARD}/meetings/2026-10-22/call-meeting`, { date: '2026-10-22' });
    await act('one', 'raise-action', action(['Ann Aird', 'Ben Baird'], 'next meeting'));
    await act('two', 'raise-action', action(['Ann Aird'], 'by 5 October 2026', 'Police Scotland'));
    await act('three', 'raise-action', action(['Cat Cairns'], 'by 12 October 2026'));
    await act('four', 'raise-action', action(['ANN  AIRD'], 'within 5 working days'));
    await dayIsOver('2026-10-01');
    await dayIsOver('2026-10-06');
    clock.set('2026-10-07T09:00:00.000Z');
    await act('two', 'report-action-complete', { words: 'Done.' });
    await act('three', 'transfer-action', { officers: ['Dan Dodds'], organisation: 'Police Scotland', reason: 'Moved.' });
    await act('four', 'extend-action', { due: 'by 20 October 2026', reason: 'Late.' });
    await record('calendars/scotland/record-holiday', { date: '2026-10-07', title: 'A day proclaimed' });
    await dayIsOver('2026-10-07');
    clock.set('2026-10-13T09:00:00.000Z');
    await record(`${BOARD}/meetings/2026-10-22/cancel-meeting`, { reason: 'Not enough business.' });
    await act('two', 'reopen-action', { reason: 'It was not.' });
    await act('three', 'decline-action', { reason: 'Not wanted.' });
    await dayIsOver('2026-10-13');
    clock.set('2026-10-20T09:00:00.000Z');
    await record(`${BOARD}/meetings/2026-11-12/call-meeting`, { date: '2026-11-12' });
    await act('five', 'raise-action', action(['Eve Elliot'], 'by 30 October 2026'));
    await act('one', 'correct-action', { officers: ['Ben Baird'], reason: 'It was one of them.' });
    await dayIsOver('2026-10-20');
    await dayIsOver('2026-11-01');
  });
  afterAll(() => app.close());

  it('say of each day what they said on it', async () => {
    expect(days.map(({ said }) => JSON.stringify(said)).every((one, at, all) => at === 0 || one !== all[at - 1])).toBe(true);
    for (const { day, said } of days.slice(0, -1)) expect({ day, said: await lists(`&as-at=${day}`) }).toEqual({ day, said });
  });

  it('say what was known by a moment, to those who may ask', async () => {
    for (const { day, said } of days.slice(0, -1)) expect({ day, said: await lists(`&as-known-at=${day}`) }).toEqual({ day, said });
    for (const address of ['actions/by-officer?', 'actions/overdue?', 'due?format=ics&']) {
      const { status } = await app.get(`${address}as-known-at=2026-10-07`, { token: null });
      expect([address, status]).toEqual([address, 401]);
    }
  });

  it('count an officer by the names the actions had then, page after page', async () => {
    const names: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = (await app.get(`actions/by-officer?limit=1&as-at=2026-10-06${cursor}`)).json as {
        items: { name: string; open: number; overdue: number }[];
        next: string | null;
      };
      names.push(...items.map(({ name, open, overdue }) => `${name} ${open} ${overdue}`));
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(names).toEqual(['Ann Aird 3 1', 'Ben Baird 1 0', 'Cat Cairns 1 0']);
  });
});
