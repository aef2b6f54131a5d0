import { fromRoman, roman } from '../../../kernel/roman.js';

/**
 * The labels that begin the parts of a decision, as people type and paste them: `(a)`, `a)`, `a.`, `(A)`, `(1)`, `1)`, `1.`, `(i)`, bullets
 * and dashes, a bullet before a label, brackets of any width, `⒜` and `⑴`; after spaces of any kind.
 */
export interface Label {
  /** As it is recorded, without brackets; empty for a bullet. */
  readonly letter: string;
  /** The signs around it: only labels written alike are one list, as a rule. */
  readonly style: '()' | ')' | '.' | '•';
  /** The text after the label on the label's line. */
  readonly rest: string;
}

/** A bullet: of typographers, of word processors (which paste a letter of their own font), or a dash or asterisk for one. */
const BULLET = String.raw`[•‣◦▪▫●○■□·∙⁃◆➢➤✓❖\uF0B7\uF0A7\uF0D8*\-–—]`;
const UNSEEN = String.raw`[\s\p{Default_Ignorable_Code_Point}]`;
const LABEL = String.raw`(?:[(（]\s*(?<both>[a-zA-Z]{1,5}|\d{1,3})\s*[)）]|(?<after>[a-zA-Z]|[ivxlIVXL]{1,5}|\d{1,3})[)）](?=${UNSEEN})|(?<stop>[a-z]|[ivxl]{1,5}|\d{1,3})\.(?=${UNSEEN}))`;
const LABELLED = new RegExp(`^${UNSEEN}*(?:${BULLET}${UNSEEN}+)?${LABEL}${UNSEEN}*(?<rest>.*)$`, 'u');
const BULLETED = new RegExp(`^${UNSEEN}*${BULLET}${UNSEEN}+(?<rest>.*)$`, 'u');
/** Labels that are one character. */
const ENCLOSED = /^([^\p{L}\p{N}]*)([\u2474-\u24B5])/u;

/** The label that a line begins with; `null` for a line without one. */
export function labelOf(line: string): Label | null {
  const typed = line.replace(ENCLOSED, (_, before: string, one: string) => `${before}${one.normalize('NFKC')} `);
  const { both, after, stop, rest = '' } = LABELLED.exec(typed)?.groups ?? {};
  const letter = both ?? after ?? stop;
  if (letter !== undefined && NUMBERINGS.some((one) => placeOf(letter, one) !== null))
    return { letter, style: both !== undefined ? '()' : after !== undefined ? ')' : '.', rest };
  const bullet = BULLETED.exec(line)?.groups;
  return bullet ? { letter: '', style: '•', rest: bullet.rest ?? '' } : null;
}

/** What people write for a label that is read as none: `[a]`, `{1}`, `1.1`, `2.1.3.`, `1a)`, `(a1)`. */
const UNREAD = new RegExp(
  String.raw`^${UNSEEN}*(?:\[\s*\w{1,5}\s*\]|\{\s*\w{1,5}\s*\}|\d{1,3}(?:\.\d{1,3})+[.)]?(?=${UNSEEN})|[(（]?(?:\d{1,3}[a-zA-Z]{1,2}|[a-zA-Z]\d{1,3})[)）])`,
  'u',
);

/** Whether a line begins as if it had a label, one that is read or one that is not. */
export const seemsLabelled = (line: string): boolean => labelOf(line) !== null || UNREAD.test(line.normalize('NFKC'));

export type Numbering = 'letters' | 'roman' | 'digits' | 'bullets';
export const NUMBERINGS: readonly Numbering[] = ['bullets', 'digits', 'letters', 'roman'];

/** `a` for 0, `z` for 25, `aa` for 26. */
export const letterAt = (index: number): string => String.fromCharCode(97 + (index % 26)).repeat(Math.floor(index / 26) + 1);

/** Which place a label has in a numbering, from 1; `null` where it is none of it. */
export function placeOf(letter: string, numbering: Numbering): number | null {
  const small = letter.toLowerCase();
  if (letter !== small && letter !== letter.toUpperCase()) return null;
  switch (numbering) {
    case 'letters':
      return /^([a-z])\1*$/.test(small) ? (small.length - 1) * 26 + small.charCodeAt(0) - 96 : null;
    case 'roman':
      return fromRoman(small);
    case 'digits':
      return /^\d+$/.test(small) ? Number(small) : null;
    case 'bullets':
      return small === '' ? 1 : null;
  }
}

/** The label before one, in its numbering and its capitals; `null` for the first. */
export function labelBefore(letter: string, numbering: Numbering): string | null {
  const place = placeOf(letter, numbering);
  if (place === null || place <= 1 || numbering === 'bullets') return null;
  const before = numbering === 'letters' ? letterAt(place - 2) : numbering === 'roman' ? roman(place - 1) : String(place - 1);
  return letter === letter.toLowerCase() ? before : before.toUpperCase();
}
