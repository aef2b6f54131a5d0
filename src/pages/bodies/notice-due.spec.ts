import { describe, expect, it } from '@jest/globals';
import { noticeDue } from './notice-due.js';

const rule = { clearDays: 3, countWeekends: true, countHolidays: true };
const called = { status: 'called', date: '2016-06-09', noticeGivenOn: null } as const;

describe('the last day for a notice', () => {
  it('leaves the clear days between it and the meeting', () => expect(noticeDue(called, rule, [])).toBe('2016-06-05'));
  it('is none once notice is given, or the meeting is not to be held, or no rule is known', () => {
    expect(noticeDue({ ...called, noticeGivenOn: '2016-06-03' }, rule, [])).toBeNull();
    expect(noticeDue({ ...called, status: 'cancelled' }, rule, [])).toBeNull();
    expect(noticeDue(called, null, [])).toBeNull();
  });
});
