import { describe, expect, it } from '@jest/globals';
import { type Deadline } from '../../kernel/deadline.js';
import { dated, datesWithoutWords, diaryOn, lapsedOn, lookedAt, restsOn, withDatesOf } from './dating.js';
import { deadlineFrom, readDeadline } from './read-deadline.js';

const SAID = '2026-10-01';
const said = (words: string, meetings: readonly string[] = []): Deadline => readDeadline(words, { saidOn: SAID, meetings });
const now = (deadline: Deadline, meetings: readonly string[], holidays: Parameters<typeof dated>[2]['holidays'] = []) =>
  dated(deadline, SAID, { meetings, holidays });
const days = ({ earliest, latest }: Deadline) => [earliest ?? null, latest ?? null];

describe('deadlines that are dated alike', () => {
  const worldCup = [{ date: '2026-10-12', title: 'World Cup', kept: true }];
  it('have the same dates without their words, and each its own words with the dates of the other', () => {
    const [one, other] = [said('within 20 working days'), said('20 working days, to reply')];
    expect(datesWithoutWords(one)).toEqual(datesWithoutWords(other));
    expect(withDatesOf(other, now(one, [], worldCup))).toEqual(now(other, [], worldCup));
    expect(withDatesOf(other, one)).toEqual(other);
  });
  it('lose a date that the other lost', () =>
    expect(withDatesOf({ ...said('next meeting'), latest: '2026-11-05' }, said('next meeting'))).not.toHaveProperty('latest'));
});

describe('a deadline that hangs on the diary', () => {
  it('is the first meeting held after it was said, whichever is called or cancelled later', () => {
    const due = said('next meeting', ['2026-11-05']);
    expect(days(due)).toEqual(['2026-11-05', '2026-11-05']);
    expect(days(now(due, []))).toEqual([null, null]);
    expect(days(now(due, ['2026-12-17']))).toEqual(['2026-12-17', '2026-12-17']);
    expect(days(now(due, ['2026-10-20', '2026-11-05']))).toEqual(['2026-10-20', '2026-10-20']);
    expect(now(due, ['2026-12-17']).explanation).toBe('the first meeting after 1 October 2026 is on 17 December 2026');
  });

  it('gets the day of the June meeting when it is called, and loses it when it is cancelled', () => {
    const due = said('the June meeting');
    expect(days(due)).toEqual(['2027-06-01', '2027-06-30']);
    const called = now(due, ['2027-06-17']);
    expect(days(called)).toEqual(['2027-06-17', '2027-06-17']);
    expect(days(now(called, []))).toEqual(['2027-06-01', '2027-06-30']);
    expect(now(called, ['2027-06-03', '2027-06-17'])).toMatchObject({ latest: '2027-06-30' });
    expect(days(now(due, ['2027-05-20', '2027-06-17', '2027-07-01']))).toEqual(['2027-06-17', '2027-06-17']);
  });

  it.each([
    ['within a month of the next meeting', '2026-12-05', '2027-01-17'],
    ['two weeks after the next meeting', '2026-11-19', '2026-12-31'],
    ['one week before the next Board meeting', '2026-10-29', '2026-12-10'],
    ['within 10 working days of the next meeting', '2026-11-19', '2027-01-06'],
    // 30 November is St Andrew's Day, kept by banks.
    ['10 working days before the next meeting', '2026-10-22', '2026-12-03'],
    ['at least 15 working days before the next meeting', '2026-10-15', '2026-11-25'],
  ])('%s moves with that meeting', (words, first, then) => {
    const due = said(words, ['2026-11-05']);
    expect(due).toMatchObject({ kind: 'relative', latest: first });
    expect(now(due, ['2026-12-17']).latest).toBe(then);
    expect(now(due, []).latest).toBeUndefined();
  });

  it('moves with a holiday too where it is so many working days after a meeting', () => {
    const due = said('within 10 working days of the next meeting', ['2026-11-05']);
    expect(restsOn(due, SAID)).toEqual({ calendar: true, diary: true });
    expect(now(due, ['2026-11-05'], [{ date: '2026-11-10', title: 'A day', kept: true }]).latest).toBe('2026-11-20');
  });

  it('moves back with a holiday where it is so many working days before a meeting', () => {
    const due = said('5 working days before the next meeting', ['2026-11-05']);
    expect(restsOn(due, SAID)).toEqual({ calendar: true, diary: true });
    expect(due).toMatchObject({ latest: '2026-10-29', counted: { starts: 'day-before', firstDay: '2026-11-04' } });
    expect(due.explanation).toContain('Counting goes back from the day before Thursday 5 November 2026');
    expect(now(due, ['2026-11-05'], [{ date: '2026-11-02', title: 'A day', kept: true }]).latest).toBe('2026-10-28');
  });

  it('hangs on nothing where the clerk gave the dates', () => {
    const due = deadlineFrom('next meeting', { latest: '2026-11-30' }, { saidOn: SAID, meetings: ['2026-11-05'] })!;
    expect(restsOn(due, SAID)).toEqual({ calendar: false, diary: false });
    expect(now(due, ['2026-10-20'])).toBe(due);
  });

  it('is dated by its words where it was recorded before what it hangs on was kept', () => {
    const { hangsOn: _next, ...next } = said('next meeting', ['2026-11-05']);
    expect(restsOn(next, SAID)).toEqual({ calendar: false, diary: true });
    expect(days(now(next, ['2026-12-17']))).toEqual(['2026-12-17', '2026-12-17']);
    const { hangsOn: _june, ...june } = said('the meeting in June', ['2027-06-17']);
    expect(days(now(june, []))).toEqual(['2027-06-01', '2027-06-30']);
  });

  it('is the very same deadline where nothing changes', () => {
    for (const words of [
      'next meeting',
      'the June meeting',
      'within 10 working days of the next meeting',
      '3 April 2027',
      'in due course',
    ]) {
      const due = said(words, ['2026-11-05']);
      expect(now(due, ['2026-11-05'])).toBe(due);
    }
  });
});

describe('a deadline recorded before what it hangs on was kept', () => {
  const old = (words: string, kind: Deadline['kind'], explanation = 'x'): Deadline => ({ words, kind, explanation });

  it('says by its words how long before or after the meeting it is', () => {
    expect(now(old('two weeks after the next meeting', 'next-meeting'), ['2026-11-05']).latest).toBe('2026-11-19');
    expect(now(old('0 days after the next meeting', 'next-meeting'), ['2026-11-05']).hangsOn).toEqual({ meeting: 'next', after: SAID });
    expect(now(old('one week after the next meeting', 'next-meeting'), ['2026-11-05']).latest).toBe('2026-11-12');
    expect(now(old('two weeks after the election', 'next-meeting'), ['2026-11-05']).latest).toBe('2026-11-05');
    expect(now(old('next meeting', 'next-meeting'), ['2026-10-01', '2026-11-05']).latest).toBe('2026-11-05');
  });

  it('hangs on the meeting of a month where it speaks of a meeting, and on nothing else', () => {
    expect(restsOn(old('the meeting in June', 'month'), SAID).diary).toBe(true);
    expect(restsOn(old('the Meeting in June', 'month'), SAID).diary).toBe(true);
    expect(restsOn(old('by the end of June', 'month'), SAID).diary).toBe(false);
    expect(restsOn(old('a meeting in due course', 'month'), SAID).diary).toBe(false);
    expect(restsOn(old('the meeting in June', 'none'), SAID).diary).toBe(false);
  });

  it('hangs on nothing where its dates were given', () => {
    expect(restsOn(old('next meeting', 'next-meeting', 'dates as given'), SAID).diary).toBe(false);
    expect(restsOn(old('next meeting', 'next-meeting', 'not the dates as given'), SAID).diary).toBe(true);
  });

  it('is dated anew where only one of its dates differs from what follows', () => {
    const due = said('within 10 working days of the next meeting', ['2026-11-05']);
    const { counted: _counted, ...uncounted } = due;
    const others: readonly Deadline[] = [uncounted, { ...due, earliest: '2026-11-04' }, { ...due, latest: '2026-11-18' }];
    for (const one of others) expect(now(one, ['2026-11-05'])).toEqual(due);
  });

  it('keeps its words, and from then on what it hangs on', () => {
    expect(now(said('two weeks after the next meeting'), ['2026-11-05'])).toMatchObject({
      words: 'two weeks after the next meeting',
      kind: 'relative',
    });
    expect(now(old('the meeting in June', 'month'), []).hangsOn).toEqual({
      meeting: 'only-in',
      earliest: '2027-06-01',
      latest: '2027-06-30',
    });
    const due = old('next meeting', 'next-meeting', 'the first meeting after 1 October 2026; it has not been called yet');
    const again = now(due, []);
    expect(again).not.toBe(due);
    expect(again.hangsOn).toEqual({ meeting: 'next', after: SAID });
    expect(now(again, [])).toBe(again);
  });
});

describe('a deadline dated as another was', () => {
  it('keeps its own words, and has the dates of the other with what they hang on and how they were counted', () => {
    const own = said('by 3 April 2027');
    const next = said('within 10 working days of the next meeting', ['2026-11-05']);
    expect(withDatesOf(own, next)).toStrictEqual({ ...own, ...datesWithoutWords(next) });
    expect(datesWithoutWords(next)).toMatchObject({ latest: '2026-11-19', counted: next.counted, hangsOn: next.hangsOn });
    expect(withDatesOf(next, own)).toStrictEqual({
      words: next.words,
      kind: 'relative',
      on: next.on,
      latest: '2027-04-03',
      explanation: own.explanation,
    });
    expect(datesWithoutWords(said('in due course'))).toStrictEqual({ explanation: 'no date can be computed from the words' });
  });
});

describe('the calendar', () => {
  it('moves what was counted by bank holidays, and what is to be counted by them', () => {
    const counted = said('within 10 working days of 5 November 2026');
    expect(restsOn(counted, SAID)).toEqual({ calendar: true, diary: false });
    expect(restsOn(said('within 10 working days of the next meeting'), SAID)).toEqual({ calendar: true, diary: true });
    expect(restsOn(said('within two weeks of the next meeting'), SAID)).toEqual({ calendar: false, diary: true });
    expect(restsOn(said('3 April 2027'), SAID)).toEqual({ calendar: false, diary: false });
    const byWeekdays = { ...counted, counted: { ...counted.counted!, calendar: 'weekdays' } } as const;
    expect(restsOn(byWeekdays, SAID)).toEqual({ calendar: false, diary: false });
  });
  it('names the body whose diary it is, with one article', () => {
    const told = (named: string) => {
      const hangsOn = { meeting: 'next', after: SAID, of: { named, bodyId: 'other' } } as const;
      return dated({ ...said('next meeting'), hangsOn }, SAID, {
        meetings: [],
        holidays: [],
        others: { other: { meetings: ['2026-11-05'] } },
      }).explanation;
    };
    const then = 'after 1 October 2026 is on 5 November 2026';
    expect(told('Audit Committee')).toBe(`the first meeting of the Audit Committee ${then}`);
    expect(told('The Trust')).toBe(`the first meeting of The Trust ${then}`);
    expect(told('Friends of the Park')).toBe(`the first meeting of the Friends of the Park ${then}`);
  });
});

describe('a number of days counted from a meeting', () => {
  const after = (words: string) => dated(said(words), SAID, { meetings: ['2026-11-05'], holidays: [] });

  it('begins on the day of the meeting where it is after it, and has no first day where it is before', () => {
    expect(days(after('two weeks after the next meeting'))).toEqual(['2026-11-05', '2026-11-19']);
    expect(days(after('one week before the next meeting'))).toEqual([null, '2026-10-29']);
    expect(days(after('within 10 working days of the next meeting'))).toEqual(['2026-11-05', '2026-11-19']);
    expect(days(after('10 working days before the next meeting'))).toEqual([null, '2026-10-22']);
  });

  it('says how it was counted', () => {
    expect(after('two weeks after the next meeting').explanation).toBe(
      'two weeks after the next meeting: the first meeting after 1 October 2026 is on 5 November 2026, so by 19 November 2026',
    );
    expect(after('1 working day before the next meeting').explanation).toContain('1 working day before 5 November 2026');
    expect(after('2 working days before the next meeting').explanation).toContain('2 working days before 5 November 2026');
  });

  it('has no day where that would lie beyond the calendars, or the month has no one meeting', () => {
    const then = { words: '200 years after the next meeting', count: 200, unit: 'year', side: 'after' } as const;
    const beyond = now({ ...said('next meeting'), hangsOn: { meeting: 'next', after: SAID, then } }, ['2026-11-05']);
    expect(days(beyond)).toEqual([null, null]);
    expect(beyond.explanation).toBe('the first meeting after 1 October 2026 is on 5 November 2026');
    const due = said('two weeks after the June meeting');
    expect(now(due, ['2027-06-17']).latest).toBe('2027-07-01');
    expect(now(due, ['2027-06-03', '2027-06-17'])).toMatchObject({ explanation: 'there are several meetings that month' });
    expect(now(due, ['2027-06-03', '2027-06-17']).latest).toBeUndefined();
    expect(now(due, []).explanation).toBe('the meeting that month is not known');
  });
});

describe('a meeting that was called and not held', () => {
  const next = said('next meeting');
  const june = said('the June meeting');
  const told = (due: Deadline, meetings: readonly string[], notHeld: readonly string[]) =>
    dated(due, SAID, { meetings, notHeld, holidays: [] }).explanation;

  it('is named where the deadline hung on it', () => {
    expect(told(next, ['2026-12-17'], ['2026-11-05'])).toBe(
      'the first meeting after 1 October 2026 is on 17 December 2026 (that of 5 November 2026 is not recorded as held)',
    );
    expect(told(next, [], ['2026-10-20', '2026-11-05', '2026-11-19'])).toBe(
      'the first meeting after 1 October 2026; it has not been called yet (that of 19 November 2026 and 2 before it are not recorded as held)',
    );
    expect(told(next, [SAID, '2026-12-17'], ['2026-11-05'])).toBe(
      'the first meeting after 1 October 2026 is on 17 December 2026 (that of 5 November 2026 is not recorded as held)',
    );
    expect(told(june, [], ['2027-06-17'])).toBe(
      'the meeting that month is not known: 1 June 2027 to 30 June 2027 (that of 17 June 2027 is not recorded as held)',
    );
  });

  it('is of no account before the deadline was said, after the meeting it hangs on, or in another month', () => {
    const plain = 'the first meeting after 1 October 2026 is on 5 November 2026';
    expect(told(next, ['2026-11-05'], [SAID])).toBe(plain);
    expect(told(next, ['2026-11-05'], ['2026-11-05'])).toBe(plain);
    expect(told(next, ['2026-11-05'], ['2026-12-17'])).toBe(plain);
    expect(told(next, ['2026-11-05', '2026-12-17'], ['2026-11-19'])).toBe(plain);
    expect(told(june, [], ['2027-05-31', '2027-07-01'])).toBe('the meeting that month is not known: 1 June 2027 to 30 June 2027');
    for (const edge of ['2027-06-01', '2027-06-30'])
      expect(lapsedOn(june, SAID, { meetings: [], notHeld: [edge], holidays: [] })).toBe(edge);
  });

  it('lapses the deadline by its day, the last of several', () => {
    const facts = { meetings: ['2026-12-17'], notHeld: ['2026-10-20', '2026-11-05'], holidays: [] };
    expect(lapsedOn(next, SAID, facts)).toBe('2026-11-05');
    expect(lapsedOn(next, SAID, { meetings: ['2026-12-17'], holidays: [] })).toBeUndefined();
    expect(lapsedOn(said('3 April 2027'), SAID, facts)).toBeUndefined();
  });
});

describe('the diary on a day', () => {
  const called = [
    { date: '2026-10-20', opened: false },
    { date: '2026-11-05', opened: true },
    { date: '2026-11-19', opened: false },
    { date: '2026-12-17', opened: false },
  ];

  it('has the meetings that were opened or whose day is not over; the others were not held', () => {
    expect(diaryOn(called, '2026-11-19')).toEqual({ meetings: ['2026-11-05', '2026-11-19', '2026-12-17'], notHeld: ['2026-10-20'] });
    expect(diaryOn(called, '2026-11-20')).toEqual({ meetings: ['2026-11-05', '2026-12-17'], notHeld: ['2026-10-20', '2026-11-19'] });
    expect(diaryOn(called, '2026-10-20')).toEqual({ meetings: called.map(({ date }) => date) });
  });

  it('is looked at by a deadline where a meeting may be the one it hangs on', () => {
    const seen = (due: Deadline, day: string, meetings = called) => lookedAt(due, SAID, meetings, day).map(({ date }) => date);
    expect(seen(said('next meeting'), '2026-10-20')).toEqual(['2026-10-20']);
    expect(seen(said('next meeting'), '2026-10-21')).toEqual(['2026-11-05']);
    expect(lookedAt(said('next meeting'), '2026-11-05', called, '2026-10-01').map(({ date }) => date)).toEqual(['2026-10-20']);
    expect(seen({ ...said('next meeting'), hangsOn: { meeting: 'next', after: '2026-11-05' } }, '2026-10-20')).toEqual(['2026-11-19']);
    const november: Deadline = {
      ...said('the November meeting'),
      hangsOn: { meeting: 'only-in', earliest: '2026-11-05', latest: '2026-11-19' },
    };
    expect(seen(november, '2026-10-20')).toEqual(['2026-11-05', '2026-11-19']);
    expect(seen(november, '2026-11-20')).toEqual(['2026-11-05']);
    expect(seen(said('3 April 2027'), '2026-10-20')).toEqual([]);
  });
});
