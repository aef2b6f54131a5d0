import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { dueCsv, dueIcs, dueShown, dueText, mailOf } from '../support/dues.js';
import { addDays, longDate } from '../../src/kernel/dates.js';
import { type Deadline } from '../../src/kernel/deadline.js';
import { dueNext } from '../../src/slices/plans/plan-item.state.js';
import { occurrences } from '../../src/slices/calendars/occurrences.js';

/** Days in which each falls due three times at least. */
const HORIZON = { yearly: 1100, 'half-yearly': 600, quarterly: 300, monthly: 100, fortnightly: 50, weekly: 25 };

const HOW = ['yearly', 'half-yearly', 'quarterly', 'monthly', 'fortnightly', 'weekly'] as const;

const daysOfFourYears = Array.from({ length: 4 * 365 + 1 }, (_, at) => addDays('2025-01-01', at));

/** The days that a reader of calendars makes of the file. */
function daysInFile(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  return calendar.getAllSubcomponents('vevent').flatMap((one) => {
    const event = new ICAL.Event(one);
    const days: string[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next() as ICAL.Time | undefined; next && days.length < 500; next = iterator.next() as ICAL.Time | undefined)
      days.push(next.toString());
    return days;
  });
}

describe('a deadline that recurs', () => {
  it.each(HOW)(
    'names the same days in the list, the file, the text, the table and the mail, from every day of four years: %s',
    (recurrence) => {
      for (const latest of daysOfFourYears) {
        const deadline: Deadline = { words: recurrence, kind: 'recurring', recurrence, latest, explanation: '' };
        const due = dueShown(deadline, latest);
        expect(due.days[0]).toBe(latest);
        expect(daysInFile(dueIcs([due], 'Due'))).toEqual(due.days);
        const again = due.days.slice(1);
        expect(dueText([due], false)).toContain(`and then on ${again.map(longDate).join(', ')}`);
        expect(dueCsv([due]).trim().endsWith(again.join('; '))).toBe(true);
        expect(mailOf(due)).toContain(`and then on ${again.map(longDate).join(', ')}`);
      }
    },
  );

  it('tells long arrears by their number, and the days to come one by one', () => {
    const monthly: Deadline = { words: 'monthly', kind: 'recurring', recurrence: 'monthly', latest: '2020-01-31', explanation: '' };
    const told = 'and 80 times since, last on 30 September 2026; then on 31 October 2026, 30 November 2026, 31 December 2026';
    expect(dueText([dueShown(monthly, '2026-10-02')], false)).toContain(told);
    expect(mailOf(dueShown(monthly, '2026-10-02'))).toContain(told);
    expect(dueText([dueShown(monthly, '2020-04-02')], false)).toContain('and then on 29 February 2020, 31 March 2020, 30 April 2020');
  });

  it.each(HOW)('goes on from its first day when one is met: %s', (recurrence) => {
    for (const latest of daysOfFourYears) {
      const first: Deadline = { words: recurrence, kind: 'recurring', recurrence, latest, explanation: '' };
      const until = addDays(latest, HORIZON[recurrence]);
      const all = occurrences(first, until);
      const later = dueNext(dueNext(first, all[1]), all[2]);
      expect(occurrences(later, until)).toEqual(all.slice(2));
    }
  });
});
