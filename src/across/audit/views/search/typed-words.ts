import { isSealed } from '../../../../slices/people/people.words.js';
import { type RecordedEvent } from '../../../../kernel/event.js';
import { WORD } from '../../../../projections/full-text/fold.js';

/** Parts of an event that nobody typed for it: ids, digests, sums, and copies of what another event says. */
const NOT_TYPED: ReadonlySet<string> = new Set([
  'hash',
  'sha256',
  'algorithm',
  'timeZone',
  'messageId',
  'reminderId',
  'after',
  // The explanation of how a deadline was counted; only the deadline's `words` were typed.
  'explanation',
  // Copies of the constitution and the roll as they then stood: their own events have them word for word.
  'standing',
  'entitled',
]);
/** A rule as a number of days was counted by it, or as the constitution then had it. Elsewhere somebody typed which rule it is. */
const isCopiedRule = (name: string, of: string, value: unknown): boolean =>
  name === 'rule' && (of === 'counted' || typeof value !== 'string');
/** The id under which somebody's details are sealed. Elsewhere a subject is what something is about. */
const isSubjectId = (name: string, of: string, type: string): boolean =>
  name === 'subject' && (of === 'contacts' || type === 'SubjectErased');
const isId = (name: string): boolean => /(?:^id|Ids?)$/.test(name);

/** Events whose `text` is a minute: its paragraphs and decisions are found by themselves. */
const MADE_OF_OTHERS: ReadonlySet<string> = new Set(['MinuteCirculated', 'MinuteSigned']);

/** Fields in which a single small word is a code, an id or a reference; in any other field somebody typed it. */
const CODED: ReadonlySet<string> = new Set([
  ...['allowed', 'appointments', 'as', 'counting', 'decidedBy', 'digest', 'how', 'kind', 'kinds', 'majorityOf', 'matters', 'method'],
  ...['mode', 'of', 'office', 'option', 'rating', 'recurrence', 'result', 'sort', 'split', 'starts', 'status', 'tie', 'who', 'without'],
  ...['amends', 'atMeeting', 'authority', 'bodies', 'calendar', 'clocks', 'condition', 'consideration', 'delegatedBy', 'direction'],
  ...['dropped', 'gated', 'kept', 'letter', 'login', 'order', 'pairedWith', 'part', 'recipient', 'ref', 'reminders', 'reopens', 'report'],
  ...['reviewedBy', 'sameAs', 'unanswered'],
]);
const CODE = /^[a-z0-9][a-z0-9_.:/#{}-]*$/;
const isWords = (text: string, name: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) && !(CODED.has(name) && CODE.test(text)) && !/^[\d:.-]+$|^\d{4}-\d\d-\d\dT/.test(text);

/**
 * Every text that a person typed in an event, each once, in order. A text counts as typed unless it is known not to be, so that a new field
 * is found; sealed text is always left out.
 */
export function typedWords({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (isWords(value, name) && !isSealed(value)) found.add(value);
    } else if (Array.isArray(value)) for (const one of value) look(one, name);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) {
        const made = (inner === 'text' && MADE_OF_OTHERS.has(type)) || isCopiedRule(inner, name, one) || isSubjectId(inner, name, type);
        if (!made && !NOT_TYPED.has(inner) && !isId(inner)) look(one, inner);
      }
  };
  look(data, '');
  return [...found];
}

const LETTER_BEFORE = new RegExp(`(?:${WORD.source})$`, 'u');
const LETTER_AFTER = new RegExp(`^(?:${WORD.source})`, 'u');

/** Whether a sentence contains the whole text, not cut out of longer words. */
export function standsIn(text: string, sentence: string): boolean {
  const at = sentence.indexOf(text);
  return at !== -1 && !LETTER_BEFORE.test(sentence.slice(Math.max(0, at - 2), at)) && !LETTER_AFTER.test(sentence.slice(at + text.length));
}
