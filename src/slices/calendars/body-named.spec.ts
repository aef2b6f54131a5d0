import { describe, expect, it } from '@jest/globals';
import { type DatingFacts } from '../../kernel/deadline.js';
import { bodyNamedIn, type NamedDiary } from './body-named.js';
import { dated, restsOn } from './dating.js';
import { readDeadline } from './read-deadline.js';

const SAID = '2026-10-01';

describe('the body that the words of a deadline name', () => {
  it.each([
    ['the next meeting of the Audit Committee', 'Audit Committee'],
    ['next Audit Committee meeting', 'Audit Committee'],
    ['by the next ordinary meeting of the Audit and Scrutiny Committee for approval', 'Audit and Scrutiny Committee'],
    ['at the Audit Committee\u2019s next meeting', 'Audit Committee'],
    ["the Audit Committee's next scheduled meeting", 'Audit Committee'],
    ['within a month of the next meeting of the IJB', 'IJB'],
    ['10 working days before the next IJB meeting', 'IJB'],
    ['the June meeting of the Tweeddale Locality Planning Group', 'Tweeddale Locality Planning Group'],
    ['the Audit Committee meeting in June 2027', 'Audit Committee'],
    ['the June Audit Committee meeting', 'Audit Committee'],
    ['the meeting of the Audit Committee in June 2027', 'Audit Committee'],
    ['to be reported to the Audit Committee at its next meeting', 'Audit Committee'],
    ['the January Audit Committee meeting', 'Audit Committee'],
    ['the next meeting of the Audit Committee ', 'Audit Committee'],
    ['next full Council meeting', 'Council'],
    ['the next Board meeting', 'Board'],
    ['next Ward 3 Committee meeting', 'Ward 3 Committee'],
    ['next Risk & Audit Committee meeting', 'Risk & Audit Committee'],
  ])('"%s": %s', (words, named) => expect(bodyNamedIn(words)).toEqual({ named, sure: true }));

  it.each(['next meeting of Children First', 'the Children First meeting in June 2027'])('"%s" may name one', (words) =>
    expect(bodyNamedIn(words)).toEqual({ named: 'Children First', sure: false }),
  );

  it.each([
    'next meeting',
    'the next ordinary meeting',
    'its next meeting',
    'the June meeting',
    'the June 2027 meeting',
    'the meeting in June 2027',
    'the meeting of 5 November 2026',
    'within a month of the next meeting',
    'at the next quarterly meeting',
    'by 1 July 2027',
    'within 20 working days',
    'the next meeting of (to be confirmed)',
  ])('"%s" names none', (words) => expect(bodyNamedIn(words)).toBeNull());
});

describe('the name of a body', () => {
  it('has twelve words at most: more of them are no name', () => {
    const words = (count: number) => Array.from({ length: count - 1 }, (_, nth) => `Word${nth}`).join(' ');
    expect(bodyNamedIn(`${words(12)} Committee meeting`)).toEqual({ named: `${words(12)} Committee`, sure: true });
    expect(bodyNamedIn(`${words(13)} Committee meeting`)).toBeNull();
  });
});

describe('a deadline at the meeting of another body', () => {
  const audit: NamedDiary = { named: 'Audit Committee', of: { named: 'Audit Committee', bodyId: 'audit' }, meetings: ['2026-11-12'] };
  const read = (words: string, diaries: readonly NamedDiary[] = [audit]) =>
    readDeadline(words, { saidOn: SAID, meetings: ['2026-10-15'], diaries });
  const now = (words: string, others: DatingFacts['others']) =>
    dated(read(words), SAID, { meetings: ['2026-10-15'], holidays: [], ...(others && { others }) });

  it('is due by that body\u2019s diary, however the name is written', () => {
    expect(read('the next meeting of the AUDIT  committee')).toEqual({
      words: 'the next meeting of the AUDIT  committee',
      kind: 'next-meeting',
      earliest: '2026-11-12',
      latest: '2026-11-12',
      hangsOn: { meeting: 'next', after: SAID, of: { named: 'Audit Committee', bodyId: 'audit' } },
      explanation: 'the first meeting of the Audit Committee after 1 October 2026 is on 12 November 2026',
    });
    expect(restsOn(read('next Audit Committee meeting'), SAID)).toEqual({ calendar: false, diary: true, of: 'audit' });
  });

  it('follows that diary and no other', () => {
    const words = 'next Audit Committee meeting';
    expect(now(words, { audit: { meetings: ['2026-12-03'] } }).latest).toBe('2026-12-03');
    expect(now(words, { audit: { meetings: [] } }).latest).toBeUndefined();
    expect(now(words, { audit: { meetings: [], notHeld: ['2026-11-12'] } }).explanation).toBe(
      'the first meeting of the Audit Committee after 1 October 2026; it has not been called yet (that of 12 November 2026 is not recorded as held)',
    );
    expect(now(words, undefined).latest).toBeUndefined();
    expect(now('within a month of the next Audit Committee meeting', { audit: { meetings: ['2026-12-03'] } }).latest).toBe('2027-01-03');
    expect(now('the June Audit Committee meeting', { audit: { meetings: ['2027-06-09'] } }).latest).toBe('2027-06-09');
  });

  it('is undated, and says why, where no body of that name is known or the name fits several', () => {
    const unknown = read('next Audit Committee meeting', [{ named: 'Audit Committee', of: { named: 'Audit Committee' }, meetings: [] }]);
    expect(unknown.latest).toBeUndefined();
    expect(unknown.explanation).toBe('no body called \u201cAudit Committee\u201d is known: undated');
    const fits = ['Audit Committee of the Council', 'Audit Committee of the Board'];
    const several = read('the June Audit Committee meeting', [
      { named: 'Audit Committee', of: { named: 'Audit Committee', fits }, meetings: [] },
    ]);
    expect(several.latest).toBeUndefined();
    expect(several.explanation).toBe(
      '\u201cAudit Committee\u201d may be Audit Committee of the Council, or Audit Committee of the Board: undated',
    );
    expect(dated(several, SAID, { meetings: ['2027-06-09'], holidays: [] }).latest).toBeUndefined();
    expect(restsOn(several, SAID)).toEqual({ calendar: false, diary: false });
  });

  it('is due by the record\u2019s own diary where the name is the record\u2019s own body', () =>
    expect(read('next Board meeting', [{ named: 'Board', meetings: ['2026-10-15'] }])).toMatchObject({
      latest: '2026-10-15',
      hangsOn: { meeting: 'next', after: SAID },
    }));
});
