import { describe, expect, it } from '@jest/globals';
import { seat } from '../../../../test/support/a-room.js';
import { type QuorumRule } from '../../bodies/bodies.words.js';
import { quorumSum } from './quorum.js';

/** Eight voting seats of four organisations, two of them vacant, and two seats without a vote. */
const ROLL = [
  ...['a', 'b', 'c'].map((id) => seat(id, id, 'Council')),
  ...['d', 'e'].map((id) => seat(id, id, 'Health Board')),
  seat('f', 'f', 'Police'),
  seat('g', null, 'College'),
  seat('h', null, 'College'),
  seat('i', 'i', 'Third sector', { voting: false }),
  seat('j', 'j', 'Third sector', { voting: false }),
];
const sumOf = (rule: QuorumRule, present: string, roll = ROLL) =>
  quorumSum(
    rule,
    roll,
    roll.filter(({ seatId }) => present.includes(seatId)).map(({ seatId, voting, organisation }) => ({ seatId, voting, organisation })),
  );
const half = { kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 2 } } as const;
const number = (atLeast: number): QuorumRule => ({ kind: 'number', atLeast });
const unknown = (why: string): QuorumRule => ({ kind: 'unknown', why });
/** All eight voting seats filled, and nine. */
const filled = ROLL.map((one) => (one.holder ? one : seat(one.seatId, one.seatId, 'College')));
const nine = [...filled, seat('k', 'k', 'College')];

describe('a quorum', () => {
  it('of a number is met by so many voting members, not by one fewer', () => {
    expect(sumOf(number(3), 'abc')).toEqual({
      quorate: true,
      present: 3,
      of: 8,
      needed: 3,
      explanation: '3 of 8 voting seats present, 3 needed',
      declared: false,
    });
    expect(sumOf(number(3), 'ab')).toMatchObject({ quorate: false, present: 2 });
    expect(sumOf(number(3), 'abij')).toMatchObject({ quorate: false, present: 2, of: 8 });
  });

  it('counts members without a vote where it is one of all members', () =>
    expect(sumOf({ kind: 'number', atLeast: 4, counting: 'all-members' }, 'abij')).toMatchObject({
      quorate: true,
      present: 4,
      of: 10,
      explanation: '4 of 10 seats present, 4 needed',
    }));

  it('of one half is five of nine and four of eight (SSI 2014/285)', () => {
    expect(sumOf(half, 'abcd', filled)).toMatchObject({ quorate: true, of: 8, needed: 4 });
    expect(sumOf(half, 'abc', filled)).toMatchObject({ quorate: false });
    expect(sumOf(half, 'abcd', nine)).toMatchObject({ quorate: false, of: 9, needed: 5 });
    expect(sumOf(half, 'abcde', nine)).toMatchObject({ quorate: true, needed: 5 });
  });

  it('of more than one half is five of nine and five of eight', () => {
    expect(sumOf({ ...half, moreThan: true }, 'abcd', filled)).toMatchObject({ quorate: false, needed: 5 });
    expect(sumOf({ ...half, moreThan: true }, 'abcde', nine)).toMatchObject({ quorate: true, needed: 5 });
  });

  it('of a share of the whole number counts vacancies, of the filled seats does not', () => {
    expect(sumOf(half, 'abc')).toMatchObject({ quorate: false, of: 8, needed: 4, explanation: '3 of 8 voting seats present, 4 needed' });
    expect(sumOf({ ...half, of: 'filled-seats' }, 'abc')).toMatchObject({
      quorate: true,
      of: 6,
      needed: 3,
      explanation: '3 of 6 filled voting seats present, 3 needed',
    });
  });

  it('of two thirds of nine is six', () => {
    const twoThirds: QuorumRule = { ...half, share: { numerator: 2, denominator: 3 } };
    expect(sumOf(twoThirds, 'abcde', nine)).toMatchObject({ quorate: false, needed: 6 });
    expect(sumOf(twoThirds, 'abcdef', nine)).toMatchObject({ quorate: true, needed: 6 });
  });

  it('of a share is never nobody', () =>
    expect(sumOf({ ...half, of: 'filled-seats' }, '', [seat('g', null, 'College')])).toMatchObject({ quorate: false, of: 0, needed: 1 }));

  it('of organisations asks both for members and for where they come from', () => {
    const rule: QuorumRule = { kind: 'organisations', members: 3, organisations: 2 };
    expect(sumOf(rule, 'abd')).toEqual({
      quorate: true,
      present: 3,
      of: 8,
      needed: 3,
      explanation: '3 of 8 voting seats present, 3 needed; from 2 organisations, 2 needed',
      declared: false,
    });
    expect(sumOf(rule, 'abc')).toMatchObject({ quorate: false, present: 3 });
    expect(sumOf(rule, 'ad')).toMatchObject({ quorate: false, present: 2 });
    const nobodys = [seat('x', 'x', '', { organisation: undefined }), ...ROLL];
    expect(sumOf(rule, 'abcx', nobodys)).toMatchObject({ quorate: false, present: 4 });
  });

  it('that nobody knows is neither met nor missed', () =>
    expect(sumOf(unknown('the scheme is lost'), 'abij')).toEqual({
      quorate: null,
      present: 2,
      of: 8,
      needed: null,
      explanation: '2 of 8 voting seats present; how many are needed is not known: the scheme is lost',
      declared: false,
    }));
});

describe('a quorum of several rules', () => {
  const all = (...rules: QuorumRule[]): QuorumRule => ({ kind: 'all-of', rules });
  const any = (...rules: QuorumRule[]): QuorumRule => ({ kind: 'any-of', rules });

  it('that must all be met fails by the first that fails, whatever is not known', () => {
    expect(sumOf(all(unknown('lost'), number(2), number(5), number(4)), 'abc')).toMatchObject({ quorate: false, needed: 5 });
    expect(sumOf(all(number(4), number(2)), 'abc')).toMatchObject({ quorate: false, needed: 4 });
  });

  it('that must all be met is not known where one is not and none fails', () =>
    expect(sumOf(all(number(2), unknown('lost'), unknown('burnt')), 'abc')).toMatchObject({
      quorate: null,
      needed: null,
      explanation: expect.stringContaining('3 of 8 voting seats present, 2 needed; and '),
    }));

  it('that are all met is decided by the one that asks for most', () => {
    expect(sumOf(all(number(1), number(3), number(2)), 'abc')).toMatchObject({ quorate: true, needed: 3 });
    expect(sumOf(all(number(3), number(1)), 'abc')).toMatchObject({ quorate: true, needed: 3 });
    const same = all(number(3), { kind: 'number', atLeast: 3, counting: 'all-members' });
    expect(sumOf(same, 'abc')).toMatchObject({ quorate: true, needed: 3, of: 8 });
  });

  it('of which one is enough is met by the first that is, whatever is not known', () => {
    expect(sumOf(any(number(5), unknown('lost'), number(3), number(1)), 'abc')).toMatchObject({
      quorate: true,
      needed: 3,
      explanation: expect.stringContaining('3 of 8 voting seats present, 5 needed; or '),
    });
    expect(sumOf(any(number(2), number(1)), 'abc')).toMatchObject({ quorate: true, needed: 2 });
  });

  it('of which one is enough is not known where one is not and none is met', () =>
    expect(sumOf(any(number(4), unknown('lost'), unknown('burnt')), 'abc')).toMatchObject({ quorate: null, needed: null }));

  it('of which none is met fails by the one that asks for least', () => {
    expect(sumOf(any(number(6), number(4), number(5)), 'abc')).toMatchObject({ quorate: false, needed: 4 });
    expect(sumOf(any(number(4), number(6)), 'abc')).toMatchObject({ quorate: false, needed: 4 });
    const same = any(number(4), { kind: 'number', atLeast: 4, counting: 'all-members' });
    expect(sumOf(same, 'abc')).toMatchObject({ quorate: false, needed: 4, of: 8 });
  });

  it('that is empty asks for nothing', () =>
    expect([sumOf(all(), ''), sumOf(any(), '')]).toEqual(
      Array(2).fill({ quorate: true, present: 0, of: 0, needed: 0, explanation: '', declared: false }),
    ));
});
