import { wordsIn } from '../full-text/fold.js';
import { type WordsAsked } from '../full-text/words.port.js';

/** As FTS5's `MATCH` takes it. A word has no quotes in it, and nothing in quotes is an operator. */
export const matchOf = (asked: readonly WordsAsked[]): string => asked.map(within).join(' AND ');

const within = (asked: WordsAsked): string =>
  asked.columns ? `{${asked.columns.join(' ')}} : (${conditionOf(asked)})` : conditionOf(asked);

const conditionOf = (asked: WordsAsked): string =>
  'all' in asked
    ? asked.all.map(({ words, open }) => `"${words.join(' ')}"${open ? ' *' : ''}`).join(' AND ')
    : asked.any.map((text) => `"${wordsIn(text).join(' ')}"`).join(' OR ');
