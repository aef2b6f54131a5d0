import { type DecisionPart } from '../../../kernel/citation.js';

/** Verbs that every body's decisions may begin with; a body's constitution may add others. */
export const USUAL_VERBS = ['APPROVED', 'AGREED', 'NOTED'] as const;

export interface ParsedDecision {
  readonly verb: string;
  /** The lead: everything before the first part, beginning with the verb in capitals; otherwise as typed. */
  readonly words: string;
  readonly parts: readonly DecisionPart[];
}

/** `- (a) text`: a line that begins a part. */
const MARKER = /^[ \t]*(?:[-*•][ \t]+)?\(([a-z]{1,5})\)[ \t]+(.*)$/;

/**
 * Reads a decision as the record words it: a verb, and parts on lines of their own. Only the verb's capitals are put right;
 * `null` where it begins with none of the verbs. Lines within a part, and lists within it, stay with it as they are.
 */
export function parseDecision(text: string, verbs: readonly string[]): ParsedDecision | null {
  const { lead, parts } = splitParts(text);
  const verb = verbOf(lead, verbs);
  return verb === null ? null : { verb, words: verb + lead.slice(verb.length), parts };
}

/** The longest of the verbs that the text begins with, whatever its capitals. */
function verbOf(text: string, verbs: readonly string[]): string | null {
  const found = verbs.filter(
    (verb) => text.slice(0, verb.length).toUpperCase() === verb && !/^[\p{L}\p{N}]/u.test(text.slice(verb.length)),
  );
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

function splitParts(text: string): { readonly lead: string; readonly parts: readonly DecisionPart[] } {
  const lead: string[] = [];
  const parts: { letter: string; lines: string[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, letter, rest] = MARKER.exec(line) ?? [];
    const last = parts.at(-1);
    if (letter !== undefined && rest !== undefined && follows(letter, parts)) parts.push({ letter, lines: [rest] });
    else (last?.lines ?? lead).push(line);
  }
  return { lead: lead.join('\n').trim(), parts: parts.map(({ letter, lines }) => ({ letter, text: lines.join('\n').trim() })) };
}

const ROMAN = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

/**
 * Whether a marker begins the next part: `(b)` after `(a)`, or `(ii)` after `(i)`. A letter may be left out, as the source may leave one
 * out; a list within a part, such as `(i)` after `(b)`, begins no part.
 */
function follows(letter: string, parts: readonly { readonly letter: string }[]): boolean {
  const first = parts[0]?.letter;
  const last = parts.at(-1)?.letter;
  if (first === undefined || last === undefined) return letter === 'a' || letter === 'i';
  if (first === 'i') return ROMAN.indexOf(letter) === ROMAN.indexOf(last) + 1;
  const step = numberOf(letter) - numberOf(last);
  return step === 1 || step === 2;
}

/** 0 for `a`, 26 for `aa`. */
const numberOf = (letter: string): number => (/^(.)\1*$/.test(letter) ? (letter.length - 1) * 26 + letter.charCodeAt(0) - 97 : NaN);

/** `a` for 0, `z` for 25, `aa` for 26. */
export const letterAt = (index: number): string => String.fromCharCode(97 + (index % 26)).repeat(Math.floor(index / 26) + 1);

/** A decision's parts as they stand in the record: letters where none were given are those of their places. */
export const lettered = (parts: readonly { readonly letter?: string; readonly text: string }[]): readonly DecisionPart[] =>
  parts.map(({ letter, text }, index) => ({ letter: letter ?? letterAt(index), text }));
