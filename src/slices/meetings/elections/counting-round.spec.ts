import { describe, expect, it } from '@jest/globals';
import { person } from '../../../../test/support/a-meeting.js';
import { type Circumstances, countRound } from './counting-round.js';
import { settlePoll, type Poll } from './electing.js';
import { type ElectionRoundDto } from './election.payloads.js';

/** Of those who may vote, between `c`, `d` and `e` for one place. */
const about = (more: Partial<Circumstances> = {}, people = 'abfgh'): Circumstances => ({
  entitled: [...people].map((id) => ({ person: person(id), role: 'member' })),
  absentees: [],
  barred: [],
  majorityOf: 'votes-cast',
  left: [...'cde'].map(person),
  places: 1,
  ...more,
});
const hands = (counts: Readonly<Record<string, number | undefined>>, more: object = {}): ElectionRoundDto => ({
  method: 'show-of-hands',
  counts: Object.entries(counts).map(([personId, count]) => ({ personId, ...(count !== undefined && { count }) })),
  ...more,
});
const count = (recorded: ElectionRoundDto, circumstances = about()) => countRound(recorded, circumstances);
const names = (people: readonly { readonly personId: string }[] | undefined) => people?.map(({ personId }) => personId).join('');

describe('a vote of an election', () => {
  it('is one of somebody', () => {
    expect(count(hands({ c: 0, d: 0, e: 0 }), about({}, ''))).toMatchObject({ code: 'vote.nobody-entitled' });
    expect(count(hands({ c: 1, d: 0, e: 0 }), about({}, 'a'))).toMatchObject({ elected: [person('c')] });
  });

  it('is of no more than were there, with those who declined and papers that were spoilt', () => {
    for (const [counts, more] of [
      [{ c: 3, d: 2, e: 1 }, {}],
      [{ c: 3, d: 1, e: 0 }, { declined: 2 }],
      [{ c: 3, d: 1, e: 0 }, { spoilt: 2 }],
    ] as const)
      expect(count(hands(counts, more))).toMatchObject({ code: 'vote.too-many' });
    expect(count(hands({ c: 3, d: 1, e: 0 }, { declined: 1 }))).toMatchObject({ declined: 1, elected: [person('c')] });
  });

  it('has a vote of each for every place', () => {
    const two = about({ places: 2 });
    expect(count(hands({ c: 5, d: 3, e: 2 }), two)).toMatchObject({ elected: [person('c'), person('d')] });
    expect(count(hands({ c: 6, d: 1, e: 0 }), two)).toMatchObject({ code: 'vote.too-many' });
    expect(count(hands({ c: 5, d: 4, e: 2 }), two)).toMatchObject({ code: 'vote.too-many' });
  });

  it('counts each who stands, once, and nobody else', () => {
    expect(count(hands({ c: 2, d: 1 }))).toMatchObject({ code: 'election.count-missing', field: 'counts' });
    expect(count(hands({ c: undefined, d: 1, e: 1 }))).toMatchObject({ code: 'election.count-missing', field: 'counts.0.count' });
    expect(count(hands({ c: 2, d: undefined, e: 1 }))).toMatchObject({ code: 'election.count-missing', field: 'counts.1.count' });
    expect(count(hands({ z: 2, c: 1, d: 1, e: 1 }))).toMatchObject({ code: 'election.not-standing', field: 'counts.0.personId' });
  });

  it('agrees with whom it names: those for each, those who declined and those who were absent', () => {
    const roll = (votes: readonly object[], more: object = {}) => ({ method: 'roll-call', votes, ...more }) as ElectionRoundDto;
    const voted = (personId: string, ...nominees: string[]) => ({ personId, nominees });
    const two = about({ places: 2, absentees: [person('x')] });
    const all = [
      voted('a', 'c', 'd'),
      voted('b', 'c'),
      voted('f', 'd'),
      { personId: 'g', option: 'declined' },
      { personId: 'x', option: 'absent' },
    ];
    const found = count(roll(all), two);
    expect(found).toMatchObject({ counts: [{ count: 2 }, { count: 2 }, { count: 0 }], declined: 1, absent: 1 });
    const [first, , , declined] = (found as { votes: readonly object[] }).votes;
    expect(first).toMatchObject({ nominees: [person('c'), person('d')] });
    expect(declined).not.toHaveProperty('nominees');
    expect(count(roll(all, { declined: 2 }), two)).toMatchObject({ code: 'vote.disagrees-with-names', field: 'declined' });
    expect(count(roll(all, { absent: 2 }), two)).toMatchObject({ code: 'vote.disagrees-with-names', field: 'absent' });
  });

  it('that declares whom it elected agrees with the votes, in whatever order', () => {
    const two = about({ places: 2 });
    const said = (elected: readonly string[], counts: Parameters<typeof hands>[0] = { c: 2, d: 1, e: 5 }) =>
      count(hands(counts, { elected }), two);
    expect(said(['c', 'e'])).toMatchObject({ elected: [person('e'), person('c')] });
    expect(said(['e', 'c'])).toMatchObject({ elected: [person('e'), person('c')] });
    expect(said(['e', 'c'], { c: 5, d: 1, e: 2 })).toMatchObject({ elected: [person('c'), person('e')] });
    expect(said(['e', 'd'])).toMatchObject({ code: 'election.not-elected', field: 'elected' });
  });
});

describe('a vote that whoever presides declared', () => {
  const declared = (more: object = {}) => count({ method: 'declared', elected: ['c'], ...more });

  it('elects as many as there are places, of those who stand, and counts nobody', () => {
    expect(declared()).toMatchObject({ declined: 0, absent: 0, votes: [], elected: [person('c')] });
    for (const elected of [[], ['z'], ['c', 'z'], ['c', 'd']])
      expect(declared({ elected })).toMatchObject({ code: 'election.declared-whom' });
  });

  it('names the first of what is counted though nobody did', () => {
    const field = (more: object) => (declared(more) as { field?: string }).field;
    expect(field({ counts: [{ personId: 'c', count: 1 }] })).toBe('counts');
    expect(field({ votes: [{ personId: 'a', nominees: ['c'] }] })).toBe('votes');
    expect(field({ absent: 1 })).toBe('absent');
    expect(field({ declined: 1, absent: 1 })).toBe('declined');
  });
});

describe('what the votes come to', () => {
  const poll = (counts: readonly number[], more: Partial<Poll> = {}) => {
    const polled = counts.map((number, nth) => ({ nominee: person('cdefg'[nth]!), count: number }));
    const settled = settlePoll({ polled, places: 1, entitled: 5, majorityOf: 'votes-cast', ...more });
    return 'accepted' in settled ? settled.code : `${names(settled.elected)}${settled.out ? ` without ${settled.out.personId}` : ''}`;
  };

  it('is whoever has more than half of those entitled and present, where the rule asks that', () => {
    const most = { majorityOf: 'entitled-and-present' } as const;
    expect([poll([3, 1], most), poll([2, 1], most), poll([2, 1], { ...most, entitled: 4 }), poll([2, 1])]).toEqual(['c', '', '', 'c']);
  });

  it('is no lot where one is ahead, or nobody is to be chosen', () => {
    const lot = ['c'];
    expect([poll([3, 1], { lot }), poll([0, 0], { lot }), poll([2, 1], { lot, majorityOf: 'entitled-and-present' })]).toEqual(
      Array(3).fill('election.no-lot'),
    );
  });

  it('is of several places those with most votes, and nobody without any', () => {
    expect([poll([3, 2, 0], { places: 2 }), poll([3, 0, 0], { places: 2 }), poll([1, 3, 2], { places: 2 })]).toEqual(['cd', 'c', 'de']);
    expect([poll([3, 2, 2], { places: 2 }), poll([3, 2, 2], { places: 2, lot: ['e'] })]).toEqual(['election.lot-needed', 'ce']);
  });
});
