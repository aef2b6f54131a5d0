import { describe, expect, it } from '@jest/globals';
import { type Deadline } from '../../kernel/deadline.js';
import { dated, restsOn } from './dating.js';
import { deadlineFrom, readDeadline } from './read-deadline.js';

const SAID = '2026-10-01';
const said = (words: string, meetings: readonly string[] = []): Deadline => readDeadline(words, { saidOn: SAID, meetings });
const now = (deadline: Deadline, meetings: readonly string[], holidays: Parameters<typeof dated>[2]['holidays'] = []) =>
  dated(deadline, SAID, { meetings, holidays });
const days = ({ earliest, latest }: Deadline) => [earliest ?? null, latest ?? null];

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
