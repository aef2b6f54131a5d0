import { wordsIn } from './fold.js';

/** A phrase that is looked for: words that must stand one after the other. */
export interface AskedPhrase {
  /** The words as the index holds them: see `fold.ts`. */
  readonly words: readonly string[];
  /** True if the last word may be the beginning of a longer one. */
  readonly open: boolean;
}

const MOST_PHRASES = 20;
/** Fewest letters of a last word that may be the beginning of a longer one: a single letter begins half of all words. */
const SHORTEST_OPEN = 2;

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
