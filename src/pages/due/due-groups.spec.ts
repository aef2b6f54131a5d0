import { describe, expect, it } from '@jest/globals';
import { type DueShown } from '../../across/due/views/due-calendar/due-view.js';
import { addressOfDue } from '../../across/due/views/due-calendar/due-words.js';
import { askedIn, queryOf } from './due-asked.js';
import { inGroups } from './due-groups.js';

const TODAY = '2016-06-09'; // a Thursday

const due = (latest: string, more: Partial<DueShown> = {}): DueShown => ({
  ...{
    dueId: `action:board/${latest}#due`,
    kind: 'action',
    recordId: `board/${latest}`,
    clock: 'due',
    bodyId: 'board',
    title: 'Roads',
    number: null,
  },
  ...{ what: 'done', sort: 'deadline', organisation: null, officers: [], standing: 'live', endedOn: null, exempt: false, sequence: 0 },
  deadline: { words: '', kind: 'date', latest, explanation: 'as it was said' },
  days: [latest],
  late: latest < TODAY,
  daysLate: 0,
  changedAt: '2016-01-01T00:00:00.000Z',
  ...more,
});
const headings = (...days: string[]): string[] =>
  inGroups(
    days.map((day) => due(day)),
    TODAY,
    () => 'Board',
  ).map(({ heading, rows }) => `${heading}: ${rows.length}`);

describe('what is due', () => {
  it('stands in groups: overdue, today, the next days, then week by week', () =>
    expect(headings('2016-06-01', '2016-06-08', '2016-06-09', '2016-06-10', '2016-06-16', '2016-06-17', '2016-06-20')).toEqual([
      'Overdue: 2',
      'Today: 1',
      'The next 7 days: 2',
      'Week of 13 June 2016: 1',
      'Week of 20 June 2016: 1',
    ]));

  it('says how far away each is', () => {
    const [group] = inGroups([due('2016-06-06')], TODAY, () => 'Board');
    expect(group?.rows[0]).toMatchObject({ distance: '3 days overdue', date: '6 June 2016', href: '/bodies/board/actions/2016-06-06' });
  });

  it('calls a plan’s deadline by what is to be done, and a body by its name', () => {
    const item = due('2016-06-10', { kind: 'plan', recordId: 'board/third-sector', clock: 'item-1.1.3', what: 'Host conference' });
    const seat = due('2016-06-10', { kind: 'body', recordId: 'board', title: 'board', what: 'end of a term' });
    const [group] = inGroups([item, seat], TODAY, () => 'The Board');
    expect(group?.rows.map(({ title, about, href }) => [title, about, href])).toEqual([
      ['Host conference', 'Plan: Roads', '/bodies/board/plans/third-sector/items/1.1.3'],
      ['The Board', 'Body: end of a term', '/bodies/board'],
    ]);
  });

  it.each([
    [{ kind: 'meeting', recordId: 'board/2016-06-09', clock: 'notice' }, '/bodies/board/meetings/2016-06-09'],
    [{ kind: 'plan', recordId: 'board/plan', clock: 'review' }, '/bodies/board/plans/plan'],
    [{ kind: 'participation-request', recordId: 'board/one', clock: 'decision' }, '/bodies/board/participation-requests/one'],
    [{ kind: 'decision', recordId: 'board/m#d', clock: 'ratification' }, '/bodies/board/decisions?meeting=board%2Fm#m.d'],
  ] as const)('leads to the page of %j', (name, address) => expect(addressOfDue(name)).toBe(address));
});

describe('what the address asks for', () => {
  it('is kept in the links, without what was left empty', () =>
    expect(queryOf(askedIn({ kind: 'plan', body: '', from: '2016-06-01', after: 'x' }))).toBe('?kind=plan&from=2016-06-01'));

  it('has problems where it makes no sense', () => {
    expect(askedIn({ from: '2016-02-31' }).problems).toEqual([{ text: 'From must be a real date, such as 2016-06-09', href: '#from' }]);
    expect(askedIn({ from: '2016-06-02', until: '2016-06-01' }).problems[0]?.href).toBe('#until');
    expect(askedIn({ kind: 'constructor' }).kind).toBeUndefined();
  });
});
