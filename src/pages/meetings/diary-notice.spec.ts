import { describe, expect, it } from '@jest/globals';
import { noticeSum } from './diary-notice.js';

const rule = { clearDays: 3, countWeekends: true, countHolidays: true, source: '1973 Act Sch 7' };

describe('the latest day of notice', () => {
  it('leaves the clear days between itself and the meeting', () => {
    expect(noticeSum('2016-06-09', rule)).toMatchObject({
      latest: '2016-06-05',
      latestWords: 'Sunday 5 June 2016',
      days: [{ date: '2016-06-06' }, { date: '2016-06-07' }, { date: '2016-06-08' }],
    });
  });

  it('says of each day between that does not count why it does not', () => {
    const sum = noticeSum('2016-08-03', { ...rule, countWeekends: false, countHolidays: false });
    expect(sum?.days.map(({ date, why }) => [date, why])).toEqual([
      ['2016-07-28', null],
      ['2016-07-29', null],
      ['2016-07-30', 'Saturday'],
      ['2016-07-31', 'Sunday'],
      ['2016-08-01', 'Summer bank holiday (bank holiday)'],
      ['2016-08-02', null],
    ]);
    expect(sum).toMatchObject({ latest: '2016-07-27', rule: expect.stringContaining('nor do weekends or bank holidays') });
  });

  it('is the day itself where nothing is required, and nothing where no rule is known', () => {
    expect(noticeSum('2016-06-09', { ...rule, clearDays: 0 })).toMatchObject({ latest: '2016-06-09', days: [] });
    expect(noticeSum('2016-06-09', null)).toBeNull();
  });
});
