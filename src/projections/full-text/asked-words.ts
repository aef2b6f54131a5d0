/** A phrase that is looked for: words that must stand one after the other. */
export interface AskedPhrase {
  /** The words as the index holds them: see {@link foldWord}. */
  readonly words: readonly string[];
  /** True if the last word may be the beginning of a longer one. */
  readonly open: boolean;
}

/** A word as the index counts words: letters and digits, with the accents on them. */
export const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

const MOST_PHRASES = 20;
/** Fewest letters of a last word that may be the beginning of a longer one: a single letter begins half of all words. */
const SHORTEST_OPEN = 2;

/** A word without its case and accents. */
export const foldWord = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, in their order, as the index has them. */
export const wordsIn = (text: string): readonly string[] => (text.match(WORD) ?? []).map(foldWord);

/**
 * The phrases in a typed text: text in quotes, and text between spaces even if that has several words (`4.4(b)`, `2016-03-03`). The last
 * word may be the beginning of a longer one, unless it stands in quotes. There are no operators: `AND`, `*` and the like are words, or
 * nothing.
 */
export function readAsked(text: string): readonly AskedPhrase[] {
  const pieces = [...text.matchAll(/["“”]([^"“”]*)(?:["“”]|$)|([^\s"“”]+)/g)];
  const phrases = pieces.map(([, quoted, plain]) => ({ words: wordsIn(quoted ?? plain ?? ''), open: false }));
  const asked = phrases.filter(({ words }) => words.length > 0).slice(0, MOST_PHRASES);
  const [last, lastPiece] = [asked.at(-1), pieces.at(-1)];
  const mayGoOn = last !== undefined && lastPiece?.[2] !== undefined && (last.words.at(-1)?.length ?? 0) >= SHORTEST_OPEN;
  return mayGoOn && last === phrases.at(-1) ? [...asked.slice(0, -1), { ...last, open: true }] : asked;
}
