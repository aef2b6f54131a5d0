import { describe, expect, it } from '@jest/globals';
import { type FormFields } from '../frame/forms.js';
import { type RunningClock } from '../../slices/participation/running-clocks.js';
import { namedPeople, suppliedFor } from './request-fields.js';
import { happenedOn, provisionsIn, type RequestsPageOf } from './request-reading.js';
import { nextDue, clockStatusWords } from './request-words.js';
import { publishedWords } from '../../slices/participation/participation.words.js';

const clock = (changes: Partial<RunningClock>): RunningClock => ({
  clock: 'decision',
  what: 'decision notice',
  deadline: { words: '', kind: 'date', latest: '2026-03-10', explanation: '' },
  standing: 'open',
  endedOn: null,
  daysLate: 0,
  ...changes,
});

describe('how a clock stands, in words', () => {
  it.each([
    [clock({}), '6 days overdue'],
    [clock({ standing: 'met', endedOn: '2026-03-12', daysLate: 2 }), 'met on 12 March 2026, 2 days late'],
    [clock({ standing: 'dropped', endedOn: '2026-03-01' }), 'nobody waits for it since 1 March 2026'],
    [clock({ standing: 'over', endedOn: '2026-03-10' }), 'over since 10 March 2026'],
    [clock({ deadline: { words: '', kind: 'none', explanation: '' } }), 'no day can be named'],
  ])('%#', (one, words) => expect(clockStatusWords(one, '2026-03-16')).toBe(words));

  it('is told first of the one that ends first, and never of what the body need not use', () => {
    const later = clock({ clock: 'establish', deadline: { words: '', kind: 'date', latest: '2026-06-01', explanation: '' } });
    expect(nextDue({ clocks: [later, clock({})] })?.clock).toBe('decision');
    expect(nextDue({ clocks: [clock({ clock: 'representations' }), clock({ standing: 'met' })] })).toBeNull();
  });
});

describe('what is published', () => {
  it.each([
    ['decision-notice', 'Decision notice'],
    ['modification-2', 'Modification 2 of the process'],
    ['annual-report-2024', 'Annual report'],
  ])('%s is called so', (what, words) => expect(publishedWords(what)).toBe(words));
});

describe('what is typed of a request', () => {
  const page = { today: '2026-03-16', body: { timeZone: 'Europe/London' } } as RequestsPageOf;

  it('happened at noon of an earlier day, and now where the day is today', () => {
    expect(happenedOn({ happenedAt: '2026-07-01' }, page)).toEqual({ happenedAt: '2026-07-01T11:00:00.000Z' });
    expect(happenedOn({ happenedAt: '2026-03-16' }, page)).toEqual({});
    expect(happenedOn({ happenedAt: '2026-02-31' }, page)).toMatchObject({ problem: { href: '#happenedAt' } });
  });

  it('leaves out people of whom nothing is said', () => {
    const contacts: FormFields[] = [{ subject: 'subject-1' }, { subject: 'subject-2', email: 'a@example.org' }];
    expect(namedPeople({ contacts })).toEqual({ contacts: [contacts[1]] });
    expect(namedPeople({ contacts: contacts.slice(0, 1) })).toEqual({ contacts: undefined });
  });

  it('supplies each body with what is its own', () => {
    const missing = [
      { item: 'basis', of: 'A', section: '', what: '' },
      { item: 'basis', of: 'B', section: '', what: '' },
    ] as const;
    expect(suppliedFor({ constitutions: ['C'], 'basis-1': 'Open to all.' }, missing)).toEqual({
      from: [
        { name: 'C', constitutionAttached: true },
        { name: 'B', basis: 'Open to all.' },
      ],
    });
    expect(suppliedFor({}, missing)).toEqual({});
  });

  it('is refused with the provisions that are named', () =>
    expect(
      provisionsIn({
        accepted: false,
        code: 'x',
        rule: '',
        detail: { lacking: [{ section: 's.27', what: 'the earlier request' }] },
      } as never),
    ).toEqual([{ text: 's.27: the earlier request' }]));
});
