import { describe, expect, it } from '@jest/globals';
import { hasName, inOrder, nameKey, nameLine, nameLines, namesOnce, numberKey, sameName, sameNumber } from './names.js';

const NUNEZ = [
  'José Núñez',
  'Jose\u0301 Nu\u0301n\u0303ez',
  'José\u00a0Núñez',
  'José  Núñez',
  'JOSÉ NÚÑEZ',
  ' José Núñez\t',
  'José\u200b Núñez',
];

describe('a name', () => {
  it.each(NUNEZ)('is one however it is composed, spaced and cased: %j', (written) => expect(nameKey(written)).toBe('josé núñez'));

  it.each([
    ["Fiona O'Hara", 'Fiona O’Hara'],
    ["Fiona O'Hara", 'Fiona O\u00b4Hara'],
    ['Ann Smith-Jones', 'Ann Smith\u2011Jones'],
    ['Ann Smith-Jones', 'Ann Smith\u2013Jones'],
    ['Straße', 'STRASSE'],
    ['ΝΙΚΟΣ', 'Νίκος'.replace('ί', 'ι')],
  ])('is one with any apostrophe, dash and case: %s, %s', (one, other) => expect(sameName(one, other)).toBe(true));

  it('is another where it differs by more', () => {
    expect(sameName('José Núñez', 'Jose Nunez')).toBe(false);
    expect(sameName('J. Brown', 'J Brown')).toBe(false);
    expect(sameName(undefined, '')).toBe(false);
    expect(sameName(undefined, null)).toBe(true);
  });

  it('is kept as it was first written', () => expect(namesOnce([...NUNEZ, 'Ana', 'ANA'])).toEqual(['José Núñez', 'Ana']));

  it('is found among others, whole', () => {
    expect(hasName(NUNEZ.slice(3), NUNEZ[1]!)).toBe(true);
    expect(hasName(['Ana Maria'], 'Ana')).toBe(false);
    expect(nameLines(['Ana', NUNEZ[4]!])).toContain(nameLine(NUNEZ[1]!));
    expect(nameLines(['Ana Maria'])).not.toContain(nameLine('Ana'));
  });
});

describe('a number', () => {
  it.each([
    ['5', '5 '],
    ['5', '5.'],
    ['5A', '5a'],
    ['9(b).', '9b'],
    ['5', '\uff15'],
    ['5', '05'],
    ['10.2', '10.02'],
  ])('%j is %j', (one, other) => expect(sameNumber(one, other)).toBe(true));
  it('is another with another letter or part', () => {
    expect(['5', '5A', '5.1', '51', '5B'].map(numberKey)).toEqual(['5', '5a', '5.1', '51', '5b']);
    expect(numberKey('.')).toBe('.');
    expect(['0', '10', '100', '5.10'].map(numberKey)).toEqual(['0', '10', '100', '5.10']);
  });
});

describe('an order', () => {
  it('has numbers by their size', () =>
    expect(['Item 10', 'item 2', 'Item 2', 'Item 1.10', 'Item 1.9', 'Annex'].sort(inOrder)).toEqual([
      'Annex',
      'Item 1.9',
      'Item 1.10',
      'Item 2',
      'item 2',
      'Item 10',
    ]));
});
