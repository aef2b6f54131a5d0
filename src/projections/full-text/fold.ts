/**
 * How words are compared, in the texts that are kept and in what somebody looks for: one function for both, so that a word is found
 * however it was typed. Compatible forms are one (`ﬁ`, `２`), case is none, what is not shown is left out (a soft hyphen, joiners, a
 * space without width), letters with a stroke or joined are those without, and marks that a reader may leave out are left out: accents,
 * the vowel signs of Arabic and Hebrew, nuktas. A mark without which the word is another one is kept, as the vowels of Devanagari are.
 */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 code unit of `text`, where in the original its letter begins. */
  readonly from: readonly number[];
  /** For each UTF-16 code unit of `text`, where in the original its letter ends. */
  readonly to: readonly number[];
}

/** A letter with the marks on it, which are folded together. */
const LETTER = /\P{M}\p{M}*|\p{M}+/gsu;
/** And the stroke that makes an Arabic word longer. */
const NOT_SHOWN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu;
/** Marks of all scripts together, and of those that are read without them; and the dots below of Indian letters. */
const LEFT_OUT =
  /[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]]|[\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC]/gv;

const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
  ς: 'σ',
  // An apostrophe that counts as a letter.
  ʼ: "'",
};
const TO_BE_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

const foldLetter = (letter: string): string =>
  letter
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(NOT_SHOWN, '')
    .replace(LEFT_OUT, '')
    .replace(TO_BE_PLAIN, (one) => PLAIN[one] ?? one);

export const fold = (text: string): string => text.replace(LETTER, foldLetter);

/** As {@link fold}, with where each letter stood. */
export function foldWithPlaces(text: string): Folded {
  let folded = '';
  const [from, to]: [number[], number[]] = [[], []];
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const plain = foldLetter(letter);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(index);
      to.push(index + letter.length);
    }
  }
  return { text: folded, from, to };
}

/** A word of a folded text: letters and digits, with the marks that are kept. */
export const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The words of a text, folded, in their order. */
export const wordsIn = (text: string): readonly string[] => fold(text).match(WORD) ?? [];

/** The words of a text as an index takes them: with spaces between, and nothing else. */
export const indexed = (text: string | null): string | null => text && wordsIn(text).join(' ');
