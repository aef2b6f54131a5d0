import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldWithPlaces, wordsIn } from './fold.js';

const same = (...forms: readonly string[]): void => expect(new Set(forms.map((one) => wordsIn(one).join(' '))).size).toBe(1);

describe('a word', () => {
  it.each([
    [['Édith', 'E\u0301dith', 'edith', 'EDITH']],
    [['gover\u00ADnance', 'governance', 'gover\u200Bnance', 'gover\u2060nance', '\uFEFFgovernance']],
    [['Øystein Łukasz Đorđe', 'oystein lukasz dorde']],
    [['Æthelred Œuvre', 'aethelred oeuvre']],
    [['Straße', 'STRASSE', 'STRAẞE', 'strasse']],
    [['Þingvellir Borgarfjörður', 'thingvellir borgarfjordur']],
    [['Diyarbakır', 'DİYARBAKIR', 'diyarbakir']],
    [['ﬁnance ＡＢ２', 'finance ab2']],
    [['ΟΔΟΣ', 'οδος', 'οδός']],
    [['مُحَمَّد', 'محمد', 'محـمد']],
    [['أحمد', 'احمد']],
    [['שָׁלוֹם', 'שלום']],
    [['क़लम', 'क़लम', 'कलम']],
    [['क्\u200Dष', 'क्ष']],
    [['می\u200Cخواهم', 'میخواهم']],
    [['한국', '\u1112\u1161\u11AB\u1100\u116E\u11A8']],
    [["O'Neill", 'O’Neill', 'OʼNeill']],
  ])('is the same however it is typed: %j', (forms) => same(...forms));

  it.each([
    ['की', 'का'],
    ['दिल', 'दल'],
    ['กา', 'กี'],
    ['board', 'boar'],
  ])('is another where its letters are others: %s, %s', (one, other) => expect(wordsIn(one)).not.toEqual(wordsIn(other)));

  it('of Devanagari, Tamil and Thai is one word', () => {
    for (const one of ['हिन्दी', 'தமிழ்', 'नगरपालिका', 'ประชุม']) expect(wordsIn(one)).toHaveLength(1);
  });

  it('is folded once and for all, each letter by itself, and keeps its place', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, more) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(wordsIn(`${text} ${more}`)).toEqual([...wordsIn(text), ...wordsIn(more)]);
        const { text: folded, from, to } = foldWithPlaces(text);
        expect([folded, from.length, to.length]).toEqual([fold(text), folded.length, folded.length]);
      }),
      { numRuns: 2_000 },
    ));
});
