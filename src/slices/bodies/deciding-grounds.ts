import { type DecisionNamedDto } from './decision-named.payloads.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { plain } from '../../kernel/plain.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { deadlineFrom, readDeadline } from '../calendars/calendars.words.js';
import { decisionMeant } from '../../kernel/citation.js';
import { type Grounds } from './body-life.events.js';
import { refuseBody } from './body.refusals.js';
import { type LifeFacts, noFacts } from './life.facts.js';

export const factsOf = ({ facts }: { readonly facts: Partial<LifeFacts> | undefined }): LifeFacts => ({ ...noFacts, ...facts });

/** The decision that is named, as its meeting's record has it, and the source as it is told. */
export function groundsOf(
  { decision, source }: { readonly decision?: DecisionNamedDto; readonly source?: string },
  { meeting }: LifeFacts,
): Grounds | Refusal {
  if (!decision) return source === undefined ? {} : { source };
  const { meetingId, decisionId, paragraph, part } = decision;
  const found = decisionMeant(meeting?.decisions ?? [], { decisionId, paragraph, part });
  switch (found.problem) {
    case undefined:
      return plain({ decision: { meetingId, decisionId: found.decision.decisionId, paragraph: found.decision.paragraph, part }, source });
    case 'unnamed':
      return refuseBody('body.decision-unnamed', { field: 'decision' });
    case 'unknown':
    case 'struck':
      return refuseBody('body.decision-unknown', { field: 'decision', detail: { meetingId, decisionId, paragraph } });
    case 'ambiguous':
      return refuseBody('body.decision-ambiguous', { field: 'decision', detail: found.detail });
    case 'part-unknown':
      return refuseBody('body.part-unknown', { field: 'decision.part', detail: found.detail });
  }
}

/** The deadline computed from the words on the day they were said; the clerk's own dates stand instead where given. */
export const deadlineOf = (
  words: string,
  dates: DueDatesDto | undefined,
  saidOn: string,
  { meetings, of, holidays = [], diaries = [] }: LifeFacts = noFacts,
): Deadline | Refusal =>
  deadlineFrom(words, dates, { saidOn, meetings, ...(of && { of }), holidays, diaries }) ??
  refuseBody('body.dates-out-of-order', { detail: { ...dates } });

const ESTABLISHED = /\b(?:establish|launch|set up|form)/i;

/** Dates of a deadline such as `12-18 months after each group is established`, counted from the launch; others stay as they are. */
export function datedBy(deadline: Deadline, launched: string): Deadline {
  const { kind, on = '', words } = deadline;
  if (kind !== 'relative' || !ESTABLISHED.test(on)) return deadline;
  const length = words.slice(0, Math.max(0, words.indexOf(on))).replace(/\b(?:after|from|of|following)\s*$/i, '');
  const { earliest, latest, explanation } = readDeadline(length, { saidOn: launched, meetings: [] });
  if (!latest) return deadline;
  return plain({ ...deadline, earliest, latest, explanation: `${on}: ${explanation}` });
}
