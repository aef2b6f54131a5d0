import { type DecisionPart } from '../../../kernel/citation.js';
import { type MinuteStyle } from '../../bodies/bodies.words.js';
import { type Label, labelBefore, labelOf, letterAt, type Numbering, NUMBERINGS, placeOf, seemsLabelled } from './part-labels.js';

/** Verbs that every body's decisions may begin with; a body's constitution may add others. */
export const USUAL_VERBS = ['APPROVED', 'AGREED', 'NOTED'] as const;

export interface ParsedDecision {
  readonly verb: string;
  /** The lead: everything before the first part, beginning with the verb in capitals; otherwise as typed. */
  readonly words: string;
  readonly parts: readonly DecisionPart[];
}

/** The letters of parts that stand earlier in the meeting: a list may go on from one of them. */
export type EarlierLetters = ReadonlySet<string>;
const NONE: EarlierLetters = new Set();

/** How a body words its decisions: see `MinuteStyle`. */
type Wording = Pick<MinuteStyle, 'verbs' | 'lead'>;
const IN_CAPITALS: Wording = { verbs: 'capitals' };

/**
 * Reads a decision as the record words it: a verb, and parts on lines of their own. Only the verb's capitals are put right;
 * `null` where it begins with none of the verbs. Lines within a part, and lists within it, stay with it as they are. Where the body's style
 * has the verbs as they are typed, the words stay as they are, in any order; where none of the verbs is in them, what was resolved is RESOLVED.
 */
export function parseDecision(text: string, verbs: readonly string[], earlier = NONE, wording = IN_CAPITALS): ParsedDecision | null {
  const { lead, parts } = splitParts(withLead(text, wording), earlier);
  const begun = wording.lead !== undefined && lead.startsWith(spoken(wording.lead)) ? `${spoken(wording.lead)} ` : '';
  const said = lead.slice(begun.length);
  if (wording.verbs === 'as-typed') {
    const known = [...verbs, ...VERBS_OF_THE_FIELD];
    return { verb: verbWithin(said, known) ?? verbWithin(begun, known) ?? RESOLVED, words: lead, parts };
  }
  const verb = verbOf(said, verbs);
  return verb === null ? null : { verb, words: begun + verb + said.slice(verb.length), parts };
}

const RESOLVED = 'RESOLVED';
/** Verbs by which the registers know a decision whose words are as they were typed. */
const VERBS_OF_THE_FIELD = [
  'REFUSED',
  'REJECTED',
  'REMITTED',
  'CONTINUED',
  'DEFERRED',
  'HOMOLOGATED',
  'APPOINTED',
  'INSTRUCTED',
  'DELEGATED',
  'ADOPTED',
  'ENDORSED',
  'WELCOMED',
];

/** A lead as it stands before words that go on in its sentence: `The Council resolved` of `The Council resolved:-`. */
const spoken = (lead: string): string => lead.replace(/\s*[:–—-]+$/, '');

/** The body's lead before what was typed without one: before a list, and before words that go on in its sentence. */
function withLead(text: string, { lead }: Wording): string {
  if (lead === undefined) return text;
  if (labelOf(text.split(LINE_END)[0]!) !== null) return `${lead}\n${text}`;
  return /^\p{Ll}/u.test(text) ? `${spoken(lead)} ${text}` : text;
}

/** The forms that a verb has in the words of a decision: APPROVED is also APPROVE, INSTRUCTED is INSTRUCT, REMITTED is REMIT. NOTED is not NOT. */
const formsOf = (verb: string): readonly string[] => [
  verb,
  ...(verb.endsWith('ED') ? [1, 2, 3].map((most) => verb.slice(0, -most)).filter((form) => form.length > 3) : []),
];

/** The verb that comes first in the words, in any of its forms. */
function verbWithin(text: string, verbs: readonly string[]): string | null {
  const capitals = text.toUpperCase();
  const found = verbs.flatMap((verb) => {
    const places = formsOf(verb).map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'u').exec(capitals)?.index ?? -1);
    const first = Math.min(...places.filter((place) => place >= 0));
    return Number.isFinite(first) ? [{ verb, first }] : [];
  });
  return found.sort((a, b) => a.first - b.first)[0]?.verb ?? null;
}

/** The longest of the verbs that the text begins with, whatever its capitals. */
function verbOf(text: string, verbs: readonly string[]): string | null {
  const found = verbs.filter(
    (verb) => text.slice(0, verb.length).toUpperCase() === verb && !/^[\p{L}\p{N}]/u.test(text.slice(verb.length)),
  );
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

interface Line {
  readonly text: string;
  readonly label: Label | null;
}

/** A list that has begun: how its labels are written and counted, and the last one. */
interface List {
  readonly numbering: Numbering;
  readonly style: Label['style'];
  readonly last: string;
}

function splitParts(text: string, earlier: EarlierLetters): { readonly lead: string; readonly parts: readonly DecisionPart[] } {
  const lines: readonly Line[] = text.split(LINE_END).map((one) => ({ text: one, label: labelOf(one) }));
  const lead: string[] = [];
  const parts: { letter: string; lines: string[] }[] = [];
  let list: List | null = null;
  for (const [index, { text: line, label }] of lines.entries()) {
    const later = lines.slice(index + 1).flatMap((one) => one.label ?? []);
    // The first line is where the verb stands.
    const numbering: Numbering | null =
      label === null || index === 0
        ? null
        : list === null
          ? begins(label, later, earlier)
          : follows(label, list, later)
            ? list.numbering
            : null;
    if (label !== null && numbering !== null) {
      list = { numbering, style: label.style, last: label.letter };
      parts.push({ letter: label.letter || letterAt(parts.length), lines: [label.rest] });
    } else (parts.at(-1)?.lines ?? lead).push(line);
  }
  return { lead: lead.join('\n').trim(), parts: parts.map(({ letter, lines: own }) => ({ letter, text: own.join('\n').trim() })) };
}

/**
 * The numbering of the list that a label begins; `null` where it begins none. A list begins at the first label of a numbering, or at any
 * other where the one before it stands earlier in the meeting, or the one after it comes next. So `(i)` before `(j)` is a letter.
 */
function begins(label: Label, later: readonly Label[], earlier: EarlierLetters): Numbering | null {
  const goesOn = (numbering: Numbering): boolean =>
    later.some((one) => one.style === label.style && isNext(one.letter, label.letter, numbering, 1));
  const before = (numbering: Numbering): string | null => labelBefore(label.letter, numbering);
  const able = NUMBERINGS.filter((one) => placeOf(label.letter, one) !== null);
  const isFirst = (one: Numbering): boolean => placeOf(label.letter, one) === 1;
  return (
    able.find((one) => isFirst(one) && goesOn(one)) ??
    able.find((one) => earlier.has(before(one) ?? '') && goesOn(one)) ??
    able.find((one) => !isFirst(one) && later.length > 0 && goesOn(one)) ??
    able.find((one) => earlier.has(before(one) ?? '')) ??
    able.find(isFirst) ??
    null
  );
}

/** Whether a label comes so many places after another of the same capitals, at most. */
function isNext(letter: string, last: string, numbering: Numbering, most: number): boolean {
  const [place, before] = [placeOf(letter, numbering), placeOf(last, numbering)];
  if (place === null || before === null) return false;
  if (numbering === 'bullets') return true;
  const alike = (letter === letter.toLowerCase()) === (last === last.toLowerCase());
  return alike && place > before && place - before <= most;
}

/**
 * Whether a label begins the next part: `(b)` after `(a)`, or `(ii)` after `(i)`. A letter may be left out, as the source may leave one
 * out. A list within a part, such as `(i)` after `(b)`, begins no part; neither does a label in other signs, where the same one in the
 * list's own signs is still to come.
 */
function follows(label: Label, { numbering, style, last }: List, later: readonly Label[]): boolean {
  if (!isNext(label.letter, last, numbering, numbering === 'letters' ? 2 : 1)) return false;
  return label.style === style || !later.some((one) => one.style === style && one.letter === label.letter);
}

/** A line that begins like a label and is none: its words stand in the decision's lead, or within one of its parts. */
interface NotTaken {
  readonly line: string;
  readonly within: string | null;
}

const LONGEST_SHOWN = 40;
const begun = (line: string): string => {
  const text = line.trim();
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).trimEnd()}…` : text;
};

function notTaken({ words, parts }: ParsedDecision): readonly NotTaken[] {
  const labelled = (text: string, within: string | null): readonly NotTaken[] =>
    text
      .split(LINE_END)
      .slice(1)
      .filter(seemsLabelled)
      .map((line) => ({ line, within }));
  // A part's first line stands after its own label.
  return [...labelled(words, null), ...parts.flatMap(({ letter, text }) => labelled(text, letter))];
}

/** How a decision was read, for whoever typed it: `AGREED, parts a, b`. A line that begins like a part and is none is pointed out. */
export function decisionRead(decision: ParsedDecision): string {
  const { verb, parts } = decision;
  const letters = parts.map(({ letter }) => letter).join(', ');
  const read = parts.length === 0 ? `${verb}, without parts` : `${verb}, part${parts.length === 1 ? '' : 's'} ${letters}`;
  const passed = notTaken(decision).map(
    ({ line, within }) =>
      `the line “${begun(line)}” begins like a part and is read as ${within === null ? 'words before the parts' : `words of part ${within}`}`,
  );
  return [read, ...passed].join('; ');
}

/** A decision's parts as they stand in the record: letters where none were given are those of their places. */
export const lettered = (parts: readonly { readonly letter?: string; readonly text: string }[]): readonly DecisionPart[] =>
  parts.map(({ letter, text }, index) => ({ letter: letter ?? letterAt(index), text }));
