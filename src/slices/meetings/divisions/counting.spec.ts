import { describe, expect, it } from '@jest/globals';
import { person } from '../../../../test/support/a-meeting.js';
import { countDivision, type DivisionCircumstances } from './counting.js';
import { type DivisionDto } from './division.payloads.js';

const entitled = (people: string) =>
  [...people].map((id) => ({ person: person(id), role: id === 'a' ? ('chair' as const) : ('member' as const) }));
/** Five who may vote, `a` in the chair; what has most votes wins. */
const circumstances = (more: Partial<DivisionCircumstances> = {}): DivisionCircumstances => ({
  entitled: entitled('abcde'),
  absentees: [],
  barred: [],
  presiding: person('a'),
  rule: { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: true },
  appointment: false,
  needs: 'most-votes',
  ...more,
});
const hands = (counts: Readonly<Record<string, number>>, more: object = {}): DivisionDto => ({
  method: 'show-of-hands',
  proposals: Object.entries(counts).map(([proposalId, count]) => ({ proposalId, count })),
  ...more,
});
const count = (recorded: DivisionDto, more: Partial<DivisionCircumstances> = {}) => countDivision(recorded, circumstances(more));

describe('a division that whoever presides declared', () => {
  const declared = (more: object = {}): DivisionDto => ({
    method: 'declared',
    proposals: [{ proposalId: 'm' }, { proposalId: 'n' }],
    winner: 'm',
    ...more,
  });

  it('has a winner among what was proposed, and nobody counted', () => {
    expect(count(declared())).toEqual({ counts: [], declined: 0, absent: 0, votes: [], winner: 'm', decidedBy: 'declared' });
    for (const winner of [undefined, 'z'])
      expect(count(declared({ winner }))).toMatchObject({ code: 'division.declared-what', field: 'winner' });
  });

  it('names the first of what is counted though nobody did', () => {
    const field = (more: object) => (count(declared(more)) as { field?: string }).field;
    const both = [
      { proposalId: 'm', count: 2 },
      { proposalId: 'n', count: 1 },
    ];
    expect(field({ proposals: both })).toBe('proposals.0.count');
    expect(field({ proposals: [{ proposalId: 'm' }, both[1]] })).toBe('proposals.1.count');
    expect(field({ votes: [{ personId: 'a', proposalId: 'm' }], leftTied: true })).toBe('votes');
    expect(field({ declined: 1, absent: 1 })).toBe('declined');
    expect(field({ absent: 1 })).toBe('absent');
  });
});

describe('the numbers of a division', () => {
  it('are whole, and agree with the names', () => {
    expect(count(hands({ m: 1.5, n: 1 }))).toMatchObject({ code: 'vote.count-negative', field: 'proposals.0.count' });
    expect(count(hands({ m: -1, n: 1 }))).toMatchObject({ code: 'vote.count-negative' });
    const roll = {
      method: 'roll-call',
      proposals: [{ proposalId: 'm' }, { proposalId: 'n' }],
      votes: [{ personId: 'a', proposalId: 'm' }],
    } as const;
    expect(count({ ...roll, absent: 1 } as never)).toMatchObject({ code: 'vote.disagrees-with-names', field: 'absent' });
    expect(count({ ...roll, declined: 1 } as never)).toMatchObject({ code: 'vote.disagrees-with-names', field: 'declined' });
  });

  it('are of no more than were there', () => {
    expect(count(hands({ m: 3, n: 3 }))).toMatchObject({ accepted: false, code: 'vote.too-many' });
    expect(count(hands({ m: 3, n: 2 }))).toMatchObject({ winner: 'm', counts: [3, 2] });
  });
});

describe('what wins a division', () => {
  it('has more than half of those entitled and present, where the rule asks that', () => {
    const rule = { ...circumstances().rule, majorityOf: 'entitled-and-present' } as const;
    expect(count(hands({ m: 2, n: 1 }), { rule })).toMatchObject({ decidedBy: 'no-majority' });
    expect(count(hands({ m: 2, n: 1 }), { rule, entitled: entitled('abcd') })).toMatchObject({ decidedBy: 'no-majority' });
    expect(count(hands({ m: 3, n: 1 }), { rule })).toMatchObject({ winner: 'm', decidedBy: 'majority' });
    expect(count(hands({ m: 2, n: 1 }))).toMatchObject({ winner: 'm' });
  });

  it('has more than half of the votes, where the rule asks that, and most of them where it does not', () => {
    expect(count(hands({ m: 2, n: 1, o: 1 }), { needs: 'overall-majority' })).toMatchObject({ decidedBy: 'no-majority' });
    expect(count(hands({ m: 3, n: 1, o: 1 }), { needs: 'overall-majority' })).toMatchObject({ winner: 'm' });
    expect(count(hands({ m: 2, n: 1, o: 1 }))).toMatchObject({ winner: 'm' });
  });

  it('has the share that rescinding needs, where it rescinds', () => {
    const share = { numerator: 2, denominator: 3 };
    expect(count(hands({ m: 2, n: 1 }), { share, rescinds: 'm' })).toMatchObject({ winner: 'm' });
    expect(count(hands({ m: 3, n: 2 }), { share, rescinds: 'm' })).toMatchObject({ decidedBy: 'share' });
    expect(count(hands({ m: 3, n: 2 }), { share, rescinds: 'n' })).toMatchObject({ winner: 'm' });
    expect(count(hands({ m: 3, n: 2 }), { rescinds: 'm' })).toMatchObject({ winner: 'm' });
  });
});

describe('a tie in a division', () => {
  it('is there from one vote for each, and is to be broken by whoever presides', () => {
    expect(count(hands({ m: 1, n: 1 }))).toMatchObject({ code: 'division.tie-unbroken', field: 'castingVote' });
    expect(count(hands({ m: 0, n: 0 }))).toMatchObject({ decidedBy: 'no-majority' });
    expect(count(hands({ m: 2, n: 2 }, { leftTied: true }))).toMatchObject({ decidedBy: 'tied' });
  });

  it('is left where whoever presides has no vote, or nobody does', () => {
    for (const more of [
      { presiding: null },
      { presiding: person('z'), officerPresides: true },
      { presiding: person('z'), barred: [{ personId: 'z', why: 'withdrew' as const }] },
    ])
      expect(count(hands({ m: 2, n: 2 }), more)).toMatchObject({ decidedBy: 'tied' });
  });

  it('that nobody may break, since neither of the two could have won, is left as it is', () => {
    const three = hands({ m: 2, n: 2, o: 1 });
    expect(count(three, { needs: 'overall-majority' })).toMatchObject({ decidedBy: 'tied' });
    expect(count({ ...three, leftTied: true }, { needs: 'overall-majority' })).toMatchObject({ decidedBy: 'tied' });
    expect(count(hands({ m: 3, n: 2 }, { leftTied: true }))).toMatchObject({ code: 'division.no-tie', field: 'leftTied' });
  });

  it('is broken once: by the casting vote, by lot, or by nobody', () => {
    const castingVote = { personId: 'a', proposalId: 'm' };
    const lot = { drawnBy: person('a'), proposalId: 'm' };
    const twice = (more: object) => (count(hands({ m: 2, n: 2 }, more)) as { code?: string; field?: string }).field;
    expect([twice({ castingVote, lot }), twice({ castingVote, leftTied: true }), twice({ lot, leftTied: true })]).toEqual([
      'lot',
      'leftTied',
      'leftTied',
    ]);
    expect(count(hands({ m: 2, n: 2, o: 1 }, { castingVote: { ...castingVote, proposalId: 'o' } }))).toMatchObject({
      accepted: false,
      code: 'division.not-tied',
    });
    expect(count(hands({ m: 2, n: 2 }, { castingVote }))).toMatchObject({ winner: 'm', decidedBy: 'casting-vote' });
    expect(count(hands({ m: 2, n: 2 }, { lot }), { appointment: true })).toMatchObject({ winner: 'm', decidedBy: 'lot' });
    expect(count(hands({ m: 2, n: 2, o: 1 }, { lot: { ...lot, proposalId: 'o' } }), { appointment: true })).toMatchObject({
      accepted: false,
      code: 'division.not-tied',
    });
  });
});
