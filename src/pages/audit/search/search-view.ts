import { type AskedPhrase } from '../../../projections/full-text/asked-words.js';
import { excerptOf, markFound, type Stretch } from '../../../projections/full-text/found-words.js';
import { SEARCH_KINDS } from '../../../across/audit/audit.words.js';
import { type FoundEntry } from '../../../across/audit/audit.queries.js';
import { ownPageOf } from '../record/own-page.js';

/** A found entry as the page shows it. */
export interface ShownEntry extends FoundEntry {
  readonly kindWords: string;
  /** The words of the link to the entry's history. */
  readonly heading: string;
  readonly timeline: string;
  readonly ownPage: string | null;
  readonly marked: readonly Stretch[];
  /** The part of the other typed text that has the words looked for; `null` if the sentence has them all already. */
  readonly excerpt: readonly Stretch[] | null;
  readonly markedRef: readonly Stretch[];
}

const LONGEST = 320;

const saysIt = (text: string, phrase: AskedPhrase): boolean => markFound(text, [phrase]).some(({ found }) => found);

export function shownEntry(entry: FoundEntry, asked: readonly AskedPhrase[]): ShownEntry {
  const { ref, kind, title, what, words } = entry;
  return {
    ...entry,
    kindWords: SEARCH_KINDS[kind],
    heading: title ?? ref,
    timeline: `/records?${new URLSearchParams({ ref }).toString()}`,
    ownPage: ownPageOf(ref, kind),
    marked:
      what.length > LONGEST
        ? (excerptOf(what, asked) ?? [{ text: `${what.slice(0, LONGEST).trimEnd()}…`, found: false }])
        : markFound(what, asked),
    markedRef: markFound(ref, asked),
    excerpt: words === null || asked.every((phrase) => saysIt(what, phrase)) ? null : excerptOf(words, asked),
  };
}
