import { describe, expect, it } from '@jest/globals';
import { matchOf, readAsked } from './asked-words.js';

const match = (text: string): string => matchOf(readAsked(text));

describe('what somebody looks for', () => {
  it.each([
    ['board report', '"board" AND "report" *'],
    ['"Improvement Plan" third', '"improvement plan" AND "third" *'],
    ['third “improvement plan”', '"third" AND "improvement plan"'],
    ['Édith', '"edith" *'],
    ['paragraph 4.4(b)', '"paragraph" AND "4 4 b"'],
    ['2016-03-03', '"2016 03 03" *'],
    ['"not closed', '"not closed"'],
    ['plan a', '"plan" AND "a"'],
  ])('%j is %s', (text, expected) => expect(match(text)).toBe(expected));

  it.each([
    ['a AND b', '"a" AND "and" AND "b"'],
    ['NEAR(one two)', '"near one" AND "two" *'],
    ['what:adapt*', '"what adapt" *'],
    ['{a b}:c ^d -e', '"a" AND "b c" AND "d" AND "e"'],
    ['roads OR', '"roads" AND "or" *'],
  ])('%j has no operators', (text, expected) => expect(match(text)).toBe(expected));

  it.each(['', '   ', '***', '"" —', '()'])('%j is nothing', (text) => expect(readAsked(text)).toEqual([]));

  it('is cut off where nobody would type so much', () => expect(readAsked('word '.repeat(500))).toHaveLength(20));
});
