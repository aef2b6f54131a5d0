import { describe, expect, it } from '@jest/globals';
import { formatProblem, isTimeZone, isVerb, presidingOrderProblem, problemText, quorumProblem } from './constitution-problems.js';

const half = { numerator: 1, denominator: 2 };
const fraction = (share: unknown, more = {}) => ({ kind: 'fraction', of: 'seats', share, ...more });
const nested = (depth: number): object => (depth === 1 ? { kind: 'number', atLeast: 3 } : { kind: 'all-of', rules: [nested(depth - 1)] });
const problem = (rule: unknown) => problemText(quorumProblem(rule));

describe('a quorum rule', () => {
  it.each([
    { kind: 'number', atLeast: 3 },
    { kind: 'number', atLeast: 3, counting: 'all-members' },
    fraction(half, { moreThan: true }),
    fraction({ numerator: 1, denominator: 1 }),
    { kind: 'organisations', members: 7, organisations: 4 },
    { kind: 'any-of', rules: [fraction(half), { kind: 'number', atLeast: 8 }] },
    { kind: 'unknown', why: 'The minute does not say' },
    nested(5),
    { kind: 'number', atLeast: 1000 },
    { kind: 'any-of', rules: Array.from({ length: 20 }, () => ({ kind: 'number', atLeast: 3 })) },
    { kind: 'unknown', why: 'x'.repeat(500) },
    { kind: 'unknown', why: '§' },
  ])('can be %j', (rule) => expect(problem(rule)).toBeNull());

  it.each([
    [null, 'must be a quorum rule: an object with a kind'],
    [[], 'must be a quorum rule: an object with a kind'],
    ['half', 'must be a quorum rule: an object with a kind'],
    [{}, 'at kind: must be one of: number, fraction, organisations, all-of, any-of, unknown'],
    [{ kind: 'constructor' }, 'at kind: must be one of: number, fraction, organisations, all-of, any-of, unknown'],
    [{ kind: 'number', atLeast: -1 }, 'at atLeast: must be a whole number from 1 to 1000'],
    [{ kind: 'number', atLeast: 2.5 }, 'at atLeast: must be a whole number from 1 to 1000'],
    [{ kind: 'number' }, 'at atLeast: must be a whole number from 1 to 1000'],
    [{ kind: 'number', atLeast: 3, atMost: 4 }, 'has a field that is not known; a rule of this kind has: kind, atLeast, counting'],
    [
      JSON.parse('{"kind":"number","atLeast":3,"__proto__":{}}'),
      'has a field that is not known; a rule of this kind has: kind, atLeast, counting',
    ],
    [{ kind: 'number', atLeast: 3, counting: 'everybody' }, 'at counting: must be one of: voting-members, all-members'],
    [fraction({ numerator: 1, denominator: 0 }), 'at share.denominator: must be a whole number from 1 to 1000'],
    [fraction({ numerator: 3, denominator: 2 }), 'at share: must not be more than the whole'],
    [fraction({ numerator: 1, denominator: 1 }, { moreThan: true }), 'must not ask for more than the whole'],
    [fraction(0.5), 'at share: must be a fraction: { "numerator": 1, "denominator": 2 }'],
    [{ kind: 'organisations', members: 7, organisations: 0 }, 'at organisations: must be a whole number from 1 to 1000'],
    [{ kind: 'all-of', rules: [] }, 'at rules: must be a list of 1 to 20 quorum rules'],
    [
      { kind: 'any-of', rules: [{ kind: 'number', atLeast: 3 }, fraction({ numerator: -1, denominator: 2 })] },
      'at rules.1.share.numerator: must be a whole number from 1 to 1000',
    ],
    [{ kind: 'unknown', why: ' ' }, 'at why: must be a line of text of 1 to 500 characters'],
    [{ kind: 'number', atLeast: 1001 }, 'at atLeast: must be a whole number from 1 to 1000'],
    [fraction(half, { moreThan: 'yes' }), 'at moreThan: must be true or false'],
    [
      { kind: 'any-of', rules: Array.from({ length: 21 }, () => ({ kind: 'number', atLeast: 3 })) },
      'at rules: must be a list of 1 to 20 quorum rules',
    ],
    [{ kind: 'any-of', rules: 'all' }, 'at rules: must be a list of 1 to 20 quorum rules'],
    [{ kind: 'unknown', why: 'x'.repeat(501) }, 'at why: must be a line of text of 1 to 500 characters'],
    [{ kind: 'unknown', why: 3 }, 'at why: must be a line of text of 1 to 500 characters'],
    [
      { kind: 'unknown', why: 'one\ntwo' },
      expect.stringMatching(/^at why: must be a line of text of 1 to 500 characters: ./) as unknown as string,
    ],
    [nested(6), 'at rules.0.rules.0.rules.0.rules.0.rules: must not nest rules more than 5 deep'],
  ])('cannot be %j', (rule, message) => expect(problem(rule)).toEqual(message));
});

describe('a constitution', () => {
  it('says who presides, each once', () => {
    expect(presidingOrderProblem(['chair', 'vice-chair'])).toBeNull();
    expect(presidingOrderProblem(['member-chosen'])).toBeNull();
    for (const order of [[], ['chair', 'chair'], ['king'], ['chair', 'king'], 'chair', null])
      expect(presidingOrderProblem(order)).not.toBeNull();
  });
  it('has verbs in capitals', () => {
    expect(['AGREED', 'AGREED TO RECOMMEND', 'RE-AFFIRMED', 'ÀRDAICHTE'].every(isVerb)).toBe(true);
    expect(['Agreed', '', ' AGREED', 'AGREED ', 'AGREED!', '1'].some(isVerb)).toBe(false);
  });
  it('has references with a running number', () => {
    expect(formatProblem('SBIJB-{ddmmyy}-{seq}')).toBeNull();
    for (const format of ['SBIJB', '{seq}{year}', '{seq', '{seq}}', '{{seq}}']) expect(formatProblem(format)).not.toBeNull();
  });
  it('has a time zone that exists', () => {
    expect(['Europe/London', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
    expect(['Europe/Glasgow', 'europe/london', 'utc', '+01:00', 'toString', 'Etc/GMT+1/x/y', ' UTC'].some(isTimeZone)).toBe(false);
  });
});
