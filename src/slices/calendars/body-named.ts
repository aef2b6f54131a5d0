import { type BodyMeant } from '../../kernel/deadline.js';
import { MONTH } from './deadline-words.js';

/** What was found of a body that words name for its meeting. */
export interface NamedDiary {
  /** As {@link bodyNamedIn} gives it. */
  readonly named: string;
  /** Absent where it is the body of the record. */
  readonly of?: BodyMeant;
  /** The dates of its meetings that are not cancelled, in order; none where it is not known. */
  readonly meetings: readonly string[];
}

/** A body that words name, before anybody has looked for it. */
export interface BodyNamed {
  /** Without an article: `Audit Committee`. */
  readonly named: string;
  /** Whether the words can only be a body's name: where none of it is known, nobody can tell whose meeting is meant. */
  readonly sure: boolean;
}

/** What a body is, as its name has it. */
export const BODY_NOUN =
  'committee|sub-?committee|board|council|group|partnership|forum|panel|team|cabinet|executive|authority|assembly|trust|commission';
const NOUNS = new RegExp(`\\b(?:${BODY_NOUN})s?\\b`, 'i');
/** `IJB`: two capitals or more. A general meeting is no body. */
const ACRONYM = /\b(?!AGM\b|EGM\b)\p{Lu}{2,}\b/u;

/** What is said of a meeting, and not of who meets. */
const OF_MEETINGS =
  /^(?:ordinary|special|scheduled|planned|arranged|available|formal|informal|regular|routine|normal|full|quarterly|monthly|weekly|annual|public|private|following|first|meeting|new|own|whole)\s+/i;

/** The words `meeting of`, and what follows up to where a name ends. */
const MEETING_OF = /\bmeeting\s+of\s+(?:(?:the|this|our|its|their)\s+)?(.+)/is;
const NAME_ENDS = new RegExp(
  `[.;,:()]|\\s(?:in|on|at|to|by|from|after|before|following|when|which|where|that|unless|until|if|so|as|or|next|this|due|held|scheduled|for(?=\\s+[a-z])|and(?=\\s+(?:then|to|again|thereafter)\\b))\\b`,
);

/** A word before `meeting` that a name does not reach back over. */
const NOT_IN_A_NAME = new RegExp(
  `^(?:next|the|this|that|a|an|its|our|their|at|by|by:|before|after|to|for|on|in|of|from|within|until|following|or|${MONTH.slice(1, -1)}|\\d{4})$`,
  'i',
);
const LONGEST_NAME = 12;

/** `Audit Committee’s next meeting`, `next Audit Committee meeting`: the words that stand before `meeting`, as far as they are a name. */
function nameBefore(text: string): string | null {
  const own = /^(.*?)(?:[’']s|(?<=s)[’'])\s+next\s+(?:\S+\s+){0,3}?meeting\b/is.exec(text);
  const before = own?.[1] ?? /^(.*?)\bmeeting\b/is.exec(text.replace(/^.*?\bnext\s+/is, 'next '))?.[1];
  const words = (before ?? '').trim().split(/\s+/);
  const from = words.findLastIndex((word) => NOT_IN_A_NAME.test(word)) + 1;
  const name = words.slice(from);
  return name.length > LONGEST_NAME ? null : name.join(' ');
}

/** `to the Audit Committee at its next meeting`: the body that was named just before. */
const AT_ITS_NEXT =
  /^.*\b(?:to|by|before|with|for|of)\s+(?:the\s+)?([^.;,:()]+?),?\s+at\s+(?:its|their)\s+next\s+(?:\S+\s+){0,3}?meeting\b/is;

/** The body whose meeting the words of a deadline name; `null` where they name none. Whether it is the record's own, the words do not say. */
export function bodyNamedIn(text: string): BodyNamed | null {
  const after = MEETING_OF.exec(text)?.[1] ?? AT_ITS_NEXT.exec(text)?.[1];
  const end = after === undefined ? -1 : after.search(NAME_ENDS);
  let named = (after === undefined ? nameBefore(text) : after.slice(0, end < 0 ? undefined : end))?.trim() ?? '';
  while (OF_MEETINGS.test(`${named} `)) named = `${named} `.replace(OF_MEETINGS, '').trim();
  if (named === '' || /^\d|\d{4}/.test(named)) return null;
  return { named, sure: NOUNS.test(named) || ACRONYM.test(named) };
}
