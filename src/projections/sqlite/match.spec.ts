import { describe, expect, it } from '@jest/globals';
import { readAsked } from '../full-text/asked-words.js';
import { matchOf } from './match.js';

const match = (text: string): string => matchOf([{ all: readAsked(text) }]);

describe('what somebody looks for, as MATCH takes it', () => {
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

  it('may be told apart by columns, and be one of several', () =>
    expect(
      matchOf([
        { all: readAsked('plan'), columns: ['what', 'words'] },
        { any: ['board', 'Bòrd Siar'], columns: ['body_id'] },
      ]),
    ).toBe('{what words} : ("plan" *) AND {body_id} : ("board" OR "bord siar")'));
});
