import { describe, expect, it } from '@jest/globals';
import { AdoptConstitution } from './bodies.commands.js';
import { type Constitution, type QuorumRule } from './constitution.js';
import { describeConstitution, describeFraction, describeQuorum, describeSubstitutes } from './describe.js';

const half = { numerator: 1, denominator: 2 };

describe('a rule in words', () => {
  it.each<[QuorumRule, string]>([
    [{ kind: 'number', atLeast: 5 }, '5 voting members'],
    [{ kind: 'number', atLeast: 1, counting: 'all-members' }, '1 member'],
    [{ kind: 'fraction', of: 'filled-seats', share: half }, 'one half of the voting members in post'],
    [{ kind: 'fraction', of: 'seats', share: half, moreThan: true }, 'more than one half of the voting members, vacant seats included'],
    [{ kind: 'organisations', members: 7, organisations: 4, counting: 'all-members' }, '7 members from at least 4 organisations'],
    [
      {
        kind: 'all-of',
        rules: [
          { kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 4 } },
          { kind: 'number', atLeast: 3 },
        ],
      },
      'one quarter of the voting members, vacant seats included and 3 voting members',
    ],
    [{ kind: 'unknown', why: 'the minute gives none' }, 'not known (the minute gives none): only what the chair declares counts'],
  ])('says of the quorum %j: %s', (rule, words) => expect(describeQuorum(rule)).toBe(words));

  it('names shares as people do', () => {
    expect(
      [half, { numerator: 2, denominator: 3 }, { numerator: 4, denominator: 4 }, { numerator: 7, denominator: 20 }].map(describeFraction),
    ).toEqual(['one half', 'two thirds', 'all', '7/20']);
  });

  it('says everything of a constitution', () => {
    expect(describeConstitution(AdoptConstitution.spec.example as Constitution)).toEqual({
      quorum: 'one half of the voting members in post',
      voting:
        'a majority of the members present and entitled to vote, whether they vote or not; no casting vote: a tie is settled as standing orders say; a motion needs a seconder',
      presiding: 'the chair, else the vice-chair, else a voting member chosen by those present; a substitute of the chair may not preside',
      substitutes: 'substitutes with full voting rights: those named beforehand',
      notice: '5 clear days, every day counting (SSI 2014/285)',
      verbs: 'APPROVED, AGREED, NOTED, HOMOLOGATED, REMITTED',
    });
    expect(describeSubstitutes({ allowed: 'none', who: 'named' })).toBe('no substitutes');
  });
});
