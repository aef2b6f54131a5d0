import { type AskedPhrase } from './asked-words.js';
import { foldWithPlaces, WORD } from './fold.js';

/** A stretch of a text: `found` is true for words that were looked for, false for the text between. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The whole text cut into stretches. */
export function markFound(text: string, asked: readonly AskedPhrase[]): readonly Stretch[] {
  return cut(text, spansOf(text, asked), 0, text.length);
}

/** Characters of an excerpt before its first found word, and in all. */
const BEFORE = 60;
const LENGTH = 240;

/**
 * The part of a long text that has the most of the words looked for, or the whole of a short text; `null` if the text has none of the
 * words.
 */
export function excerptOf(text: string, asked: readonly AskedPhrase[]): readonly Stretch[] | null {
  const spans = spansOf(text, asked);
  if (spans.length === 0) return null;
  const countFrom = ({ from }: Span): number => spans.filter((one) => one.from >= from && one.to <= from + LENGTH - BEFORE).length;
  const best = spans.reduce((most, one) => (countFrom(one) > countFrom(most) ? one : most));
  const from = text.length <= LENGTH ? 0 : wordStart(text, Math.max(0, best.from - BEFORE));
  const to = text.length <= LENGTH ? text.length : wordEnd(text, Math.max(best.to, Math.min(text.length, from + LENGTH)));
  const part = cut(text, spans, from, to);
  return [...(from > 0 ? [{ text: '… ', found: false }] : []), ...part, ...(to < text.length ? [{ text: ' …', found: false }] : [])];
}

const wordStart = (text: string, at: number): number => (at === 0 ? 0 : at + Math.max(0, text.slice(at).search(/(?<=\s)\S/)));
const wordEnd = (text: string, at: number): number => {
  const space = text.slice(at).search(/\s/);
  return space === -1 ? text.length : at + space;
};

function cut(text: string, spans: readonly Span[], from: number, to: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  for (const span of spans) {
    if (span.from < at || span.to > to) continue;
    if (span.from > at) stretches.push({ text: text.slice(at, span.from), found: false });
    stretches.push({ text: text.slice(span.from, span.to), found: true });
    at = span.to;
  }
  if (at < to) stretches.push({ text: text.slice(at, to), found: false });
  return stretches;
}

/** The spans of the found words, in order and not overlapping. */
function spansOf(text: string, asked: readonly AskedPhrase[]): readonly Span[] {
  const whole = foldWithPlaces(text);
  const words = [...whole.text.matchAll(WORD)].map(({ 0: folded, index }) => ({
    folded,
    from: whole.from[index]!,
    to: whole.to[index + folded.length - 1]!,
  }));
  const spans = asked.flatMap((phrase) => {
    const fits = (at: number): boolean =>
      phrase.words.every((wanted, offset) => {
        const folded = words[at + offset]?.folded;
        return folded === wanted || (phrase.open && offset === phrase.words.length - 1 && folded?.startsWith(wanted) === true);
      });
    return words.flatMap((_, at) => (fits(at) ? [{ from: words[at]!.from, to: words[at + phrase.words.length - 1]!.to }] : []));
  });
  const ordered = spans.sort((a, b) => a.from - b.from || b.to - a.to);
  return ordered.filter((span, index) => !ordered.slice(0, index).some((earlier) => earlier.to > span.from));
}
