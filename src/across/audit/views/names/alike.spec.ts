import { describe, expect, it } from '@jest/globals';
import { alikeAmong, differByALetter } from './alike.js';

const pairs = (kind: 'person' | 'organisation', ...names: readonly string[]) =>
  alikeAmong(
    names.map((name) => name.toLowerCase()),
    kind,
  ).map(({ one, other, why }) => [one, other, why]);

describe('names that may be one', () => {
  it.each([
    ['Cllr Ann Aird', 'Councillor Ann Aird', 'They differ in a title, accents or full stops.'],
    ['Mr David Farries', 'David Farries', 'They differ in a title, accents or full stops.'],
    ['José Núñez', 'Jose Nunez', 'They differ in a title, accents or full stops.'],
    ['J. Smith', 'John Smith', 'The surname is the same, and the given names may be.'],
    ['John A Smith', 'John Smith', 'The surname is the same, and the given names may be.'],
    ['J A Smith', 'John Alan Smith', 'The surname is the same, and the given names may be.'],
    ['Smith, John', 'John Smith', 'They differ in a title, accents or full stops.'],
    ['David Farries', 'David Faries', 'They differ in one letter.'],
    ['Shona Smith', 'Shoan Smith', 'They differ in one letter.'],
    ['Elaine Torrance', 'Elaine Torrence', 'They differ in one letter.'],
  ])('of people: %s and %s', (one, other, why) =>
    expect(pairs('person', one, other)).toEqual([[one.toLowerCase(), other.toLowerCase(), why]]),
  );

  it.each([
    ['Ann Aird', 'Ben Aird'],
    ['Ann Aird', 'Ann Baird Smith'],
    ['Cllr Smith', 'John Smith'],
    ['Chief Executive', 'Chief Officer'],
    ['Li Wu', 'Li Hu'],
  ])('of people are not %s and %s', (one, other) => expect(pairs('person', one, other)).toEqual([]));

  it.each([
    ['Scottish Borders Council', 'SBC', 'One is the initials of the other.'],
    ['Scottish Fire and Rescue Service', 'SFRS', 'One is the initials of the other.'],
    ['The Bridge', 'Bridge', 'They differ in accents, marks, brackets or a word such as Ltd.'],
    ['Live Borders Ltd', 'Live Borders', 'They differ in accents, marks, brackets or a word such as Ltd.'],
    ['Police & Fire', 'Police and Fire', 'They differ in accents, marks, brackets or a word such as Ltd.'],
    ['NHS Borders', 'NHS Boarders', 'They differ in one letter.'],
  ])('of organisations: %s and %s', (one, other, why) => expect(pairs('organisation', one, other)[0]?.[2]).toBe(why));

  it.each([
    ['NHS Borders', 'NHS Lothian'],
    ['SBC', 'SBHA'],
    ['Ward 1', 'Ward 12 and 13'],
  ])('of organisations are not %s and %s', (one, other) => expect(pairs('organisation', one, other)).toEqual([]));

  it('are pairs, each once, and of many names only those', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `Officer ${String.fromCharCode(97 + (at % 26)).repeat(6)} of number ${at}`);
    expect(pairs('person', 'Ann Aird', 'A Aird', ...many).filter(([one]) => one === 'ann aird')).toEqual([
      ['ann aird', 'a aird', 'The surname is the same, and the given names may be.'],
    ]);
  });

  it.each([
    ['farries', 'faries', true],
    ['farries', 'farreis', true],
    ['farries', 'ferries', true],
    ['farries', 'farries', false],
    ['farries', 'ferris', false],
  ])('%s and %s differ by a letter: %s', (one, other, differ) => expect(differByALetter(one, other)).toBe(differ));
});
