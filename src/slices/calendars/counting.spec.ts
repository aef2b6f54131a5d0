import { describe, expect, it } from '@jest/globals';
import { type CalendarName } from '../../kernel/deadline.js';
import { countPeriod, explainPeriod, recountPeriod } from './counting.js';

const REGULATION_7 = {
  calendar: 'participation',
  rule: '30 working days beginning with the validation date',
  source: 'SSI 2017/39 reg 7',
} as const;
const validated = { ...REGULATION_7, from: '2026-12-18', starts: 'that-day' } as const;

describe('a counted period', () => {
  it.each([
    [30, '2027-02-01'],
    [45, '2027-02-22'],
  ])('of %i working days from a request validated on Friday 18 December 2026 ends on %s', (length, lastDay) =>
    expect(countPeriod({ ...validated, length })).toMatchObject({ firstDay: '2026-12-18', lastDay }),
  );

  it('knows every day that did not count and why', () => {
    const { skipped } = countPeriod({ ...validated, length: 8 });
    expect(skipped.map(({ date, why }) => `${date} ${why}`)).toEqual([
      '2026-12-19 Saturday',
      '2026-12-20 Sunday',
      '2026-12-25 25 December',
      '2026-12-26 Saturday',
      '2026-12-27 Sunday',
    ]);
  });

  it('of a working day more is the common error of counting exclusively', () =>
    expect(countPeriod({ ...validated, length: 30, starts: 'day-after' }).lastDay).toBe('2027-02-02'));

  it('by the calendar of bank holidays is another one', () =>
    expect(countPeriod({ ...validated, length: 30, calendar: 'scottish-bank-holidays' }).lastDay).toBe('2027-02-03'));

  it('of calendar days rolls off no weekend', () => {
    const from = { calendar: 'every-day', starts: 'that-day', rule: 'days beginning with the notice' } as const;
    expect(countPeriod({ ...from, length: 28, from: '2027-02-01' })).toMatchObject({ lastDay: '2027-02-28', skipped: [] });
    expect(countPeriod({ ...from, length: 90, from: '2027-03-28' }).lastDay).toBe('2027-06-25');
  });

  it('of clear days ends the day before all that count, which need not count itself', () => {
    const clear = { rule: '3 clear days before the meeting', length: 3, from: '2026-12-01', starts: 'clear-days-before' } as const;
    const last = (calendar: CalendarName) => countPeriod({ ...clear, calendar }).lastDay;
    expect(last('every-day')).toBe('2026-11-27');
    expect(last('all-but-bank-holidays')).toBe('2026-11-26');
    expect(last('weekdays')).toBe('2026-11-25');
    expect(last('scottish-bank-holidays')).toBe('2026-11-24');
    expect(countPeriod({ ...clear, calendar: 'weekdays', from: '2026-12-03' }).lastDay).toBe('2026-11-29');
    expect(explainPeriod(countPeriod({ ...clear, calendar: 'all-but-bank-holidays' }))).toBe(
      '3 clear days before the meeting. Counting goes back from the day before Tuesday 1 December 2026; the first day that counts is Sunday ' +
        '29 November 2026. Not counted: Monday 30 November 2026 (St Andrew\u2019s Day (bank holiday)). Day 3 is Friday 27 November 2026; the ' +
        'last day is the one before it, Thursday 26 November 2026.',
    );
  });

  it('begins with the first day that counts where the trigger day does not', () =>
    expect(countPeriod({ ...validated, from: '2026-12-26', length: 1 })).toMatchObject({ firstDay: '2026-12-28', lastDay: '2026-12-28' }));

  it('goes on after 2050', () =>
    expect(countPeriod({ ...validated, from: '2051-12-20', length: 10 })).toMatchObject({ firstDay: '2051-12-20', lastDay: '2052-01-08' }));

  it('moves with a holiday that is recorded, and back with one that is not kept', () => {
    const freedom = { calendar: 'scottish-bank-holidays', rule: '20 working days after receipt', length: 20, starts: 'day-after' } as const;
    const before = countPeriod({ ...freedom, from: '2026-05-27' });
    expect(before.lastDay).toBe('2026-06-24');
    const after = recountPeriod(before, [{ date: '2026-06-15', title: 'World Cup', kept: true }]);
    expect(after).toMatchObject({ lastDay: '2026-06-25' });
    expect(after.skipped).toContainEqual({ date: '2026-06-15', why: 'recorded: World Cup' });
    const spring = countPeriod({ ...freedom, from: '2026-05-20' });
    expect(spring.skipped).toContainEqual({ date: '2026-05-25', why: 'Spring bank holiday (bank holiday)' });
    expect(recountPeriod(spring, [{ date: '2026-05-25', title: 'moved', kept: false }]).lastDay).toBe('2026-06-17');
  });

  it('never moves by a holiday regulation 2 does not know', () => {
    const holidays = [{ date: '2026-12-21', title: 'Local holiday', kept: true }];
    expect(countPeriod({ ...validated, length: 30, holidays }).lastDay).toBe('2027-02-01');
  });

  it('explains itself', () =>
    expect(explainPeriod(countPeriod({ ...validated, length: 8 }))).toBe(
      '30 working days beginning with the validation date (SSI 2017/39 reg 7). ' +
        'Counting begins with Friday 18 December 2026 itself; the first day that counts is Friday 18 December 2026. ' +
        'Not counted: Saturday 19 December 2026, Sunday 20 December 2026, Friday 25 December 2026, Saturday 26 December 2026, ' +
        'Sunday 27 December 2026. Day 8, the last, is Wednesday 30 December 2026.',
    ));

  it('explains where it begins, that every day counts, and a rule without a source', () =>
    expect(
      explainPeriod(
        countPeriod({ calendar: 'every-day', rule: '2 days after the notice', length: 2, from: '2027-02-01', starts: 'day-after' }),
      ),
    ).toBe(
      '2 days after the notice. Counting begins on the day after Monday 1 February 2027; the first day that counts is Tuesday 2 February 2027. ' +
        'Every day counts. Day 2, the last, is Wednesday 3 February 2027.',
    ));

  it('counted again keeps its source', () => {
    const period = countPeriod({ ...validated, length: 8 });
    expect(recountPeriod(period, [])).toEqual(period);
    expect(period.source).toBe('SSI 2017/39 reg 7');
  });

  it('of no days, of half a day or from no date cannot be counted', () => {
    for (const length of [0, 1.5])
      expect(() => countPeriod({ ...validated, length })).toThrow(`A period of ${length} days cannot be counted.`);
    expect(() => countPeriod({ ...validated, length: 1, from: '2026-02-30' })).toThrow('2026-02-30 is not a date.');
  });
});
