import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../kernel/dates.js';
import { sweepFor } from './reminding/sweeping.js';
import { ById } from './ids.js';
import { mailOf, type Told } from './mail.js';
import { sortOf } from './sorts.js';
import { pathOf } from './words.js';

const due = (latest: string | undefined, more: object = {}) =>
  ({
    ...{
      dueId: 'action:board/a#due',
      kind: 'action',
      recordId: 'board/a',
      clock: 'due',
      bodyId: 'board',
      title: 'The plan',
      number: null,
      what: 'send it',
    },
    ...{ sort: 'deadline', organisation: null, officers: [], standing: 'live', endedOn: null, late: false, daysLate: 0, exempt: false },
    ...{
      sequence: 0,
      days: latest === undefined ? [] : [latest],
      changedAt: '',
      deadline: { words: 'by then', kind: 'date', explanation: '', ...(latest === undefined ? {} : { latest }) },
    },
    ...more,
  }) as Told['due'];

describe('what there is to be reminded of', () => {
  it.each([
    ['2026-03-10', {}, null],
    ['2026-03-09', {}, 'due-soon'],
    ['2026-03-02', {}, 'due-soon'],
    ['2026-03-01', {}, 'overdue'],
    ['2026-03-05', { kind: 'participation-request' }, 'period-about-to-lapse'],
    ['2026-03-05', { sort: 'review' }, 'review-due'],
    ['2026-03-01', { sort: 'review' }, 'overdue'],
    ['2026-03-01', { sort: 'to-publish' }, 'not-yet-published'],
    [undefined, { sort: 'to-publish' }, 'not-yet-published'],
    [undefined, { sort: 'ratification' }, 'awaiting-ratification'],
    [undefined, {}, null],
    ['2026-03-01', { standing: 'met' }, null],
    [undefined, { sort: 'ratification', standing: 'dropped' }, null],
  ])('by %s, %j, is %s', (latest, more, sort) => expect(sortOf(due(latest, more), '2026-03-02', 7)).toBe(sort));
});

describe('going through the calendar', () => {
  it('skips no deadline, whenever it is done and however long it was not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.integer({ min: 0, max: 60 }), changed: fc.boolean() }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 400 }),
        (sweeps, lead, offset) => {
          // A deadline that was there from the first time on, and not before what that looks back to.
          const start = '2026-01-01';
          const latest = addDays(start, sweeps[0]!.after + offset - 28);
          let [mark, today]: [Parameters<typeof sweepFor>[0], string] = [null, start];
          const seen = new Set<string>();
          for (const { after, changed } of sweeps) {
            today = addDays(today, after);
            for (const { from, until } of sweepFor(mark, today, lead, changed).ranges)
              if (from <= latest && latest <= until) seen.add(latest < today ? 'overdue' : 'soon');
            mark = { sweptOn: today, position: '1' as never, following: 0 };
            if (latest < today) expect(seen.has('overdue')).toBe(true);
            else if (latest <= addDays(today, lead)) expect(seen.has('soon')).toBe(true);
          }
        },
      ),
    );
  });
  it('looks at nothing twice on a day where nothing was recorded', () => {
    const mark = { sweptOn: '2026-03-02', position: '1' as never, following: 0 };
    expect(sweepFor(mark, '2026-03-02', 7, false)).toEqual({ ranges: [], undated: false });
    expect(sweepFor(mark, '2026-03-03', 7, false).ranges).toEqual([
      { from: '2026-03-02', until: '2026-03-02' },
      { from: '2026-03-10', until: '2026-03-10' },
    ]);
  });
});

describe('a mail', () => {
  const told = (sort: Told['reminder']['sort'], date: string | null, title: string): Told => ({
    reminder: { login: 'shona', reminderId: title, sort, dueId: 'x', bodyId: 'board', date },
    due: due(date ?? undefined, { title, officers: ['Shona Smith'], organisation: 'Third Sector' }),
  });
  const mail = (...all: Told[]) => mailOf('Shona Smith', all, '2026-03-02', 'https://record.example.org', 'https://record.example.org/x');

  it('of one thing says it in its subject', () =>
    expect(mail(told('due-soon', '2026-03-09', 'The plan')).subject).toBe('The plan: send it is due by 9 March 2026.'));
  it('of several says how many of what, and tells the most pressing first', () => {
    const { subject, text } = mail(
      told('due-soon', '2026-03-09', 'Later'),
      told('overdue', '2026-02-09', 'Earlier'),
      told('due-soon', '2026-03-04', 'Sooner'),
    );
    expect(subject).toBe('Reminders: 1 overdue, 2 due soon');
    expect(text.indexOf('Earlier')).toBeLessThan(text.indexOf('Sooner'));
    expect(text.indexOf('Sooner')).toBeLessThan(text.indexOf('Later'));
    expect(text).toContain('https://record.example.org/bodies/board/actions/a');
    expect(text).toContain('With Shona Smith (Third Sector), in board.');
  });
  it('cannot be given another header by a title', () => {
    const { subject } = mail(told('due-soon', '2026-03-09', 'The plan\r\nBcc: x@example.org'));
    expect(subject).not.toMatch(/[\r\n]/);
  });
  it('spells out so much and no more', () => {
    const many = Array.from({ length: 500 }, (_, index) => told('overdue', '2026-02-09', `Thing ${index}`));
    expect(mail(...many).text).toContain('And 300 more');
  });
  it.each([
    [{ kind: 'body', recordId: 'board' }, '/bodies/board'],
    [{ kind: 'decision', recordId: 'board/2016-03-03#d-1' }, '/bodies/board/meetings/2016-03-03'],
    [{ kind: 'participation-request', recordId: 'board/7' }, '/bodies/board/participation-requests/7'],
  ] as const)('leads to %j', (record, path) => expect(pathOf(record)).toBe(path));
});

describe('things by their id', () => {
  it('are what was put in and not taken out, and earlier ones stay as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[0-9a-f]{1,3}$/), fc.boolean())), (steps) => {
        let ours = ById.empty<number>();
        const theirs = new Map<string, number>();
        steps.forEach(([id, put], index) => {
          const [before, size] = [ours, ours.size];
          ours = put ? ours.with(id, index) : ours.without([id]);
          if (put) theirs.set(id, index);
          else theirs.delete(id);
          expect(before.size).toBe(size);
        });
        expect(ours.size).toBe(theirs.size);
        expect([...ours.values()].sort()).toEqual([...theirs.values()].sort());
        for (const [id, value] of theirs) expect(ours.get(id)).toBe(value);
      }),
    );
  });
});
