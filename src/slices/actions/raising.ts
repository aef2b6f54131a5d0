import { earlier, longDate } from '../../kernel/dates.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { given } from '../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { decisionMeant, type DecisionNamed, type DecisionPart, isPart } from '../../kernel/citation.js';
import { type ActionRaisedData, type ActionSource } from './action.events.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type ActionFacts, type DecisionFacts, type MeetingFacts } from './action.facts.js';
import { refuseAction } from './action.refusals.js';
import { deadlineFrom } from '../calendars/calendars.words.js';
import { type ActionSourceDto } from './action.payloads.js';

/** The fields of an action that its source supplies. */
export interface Origin {
  readonly source: ActionSource;
  readonly on: string;
  readonly item?: ActionRaisedData['item'];
  readonly words?: string;
}

/** The decision an action comes from, as its meeting's record has it. `on` is the day of the command: what is only cited is raised then. */
export function originOf(source: ActionSourceDto, bodyId: string, on: string, facts: ActionFacts): Origin | Refusal {
  const { decision, cited, dash, part } = source;
  const dashed = dash === undefined ? {} : { dash };
  if (decision && cited) return refuseAction('action.source-twice', { field: 'source.cited' });
  if (cited) return { source: { kind: 'cited', ...cited, ...dashed }, on };
  if (!decision) return refuseAction('action.source-missing', { field: 'source' });

  const { meeting } = facts;
  if (!meeting)
    return refuseAction('action.meeting-unknown', { field: 'source.decision.meetingId', detail: { meetingId: decision.meetingId } });
  if (meeting.bodyId !== bodyId)
    return refuseAction('action.decision-of-another-body', { field: 'source.decision.meetingId', detail: { bodyId: meeting.bodyId } });
  const found = findDecision(meeting, { decisionId: decision.decisionId, paragraph: source.paragraph, part }, 'source');
  if (isRefusal(found)) return found;
  const lettered = part === undefined ? undefined : found.parts.find(({ letter }) => isPart(letter, part));
  return {
    source: {
      kind: 'decision',
      decision: { meetingId: meeting.meetingId, decisionId: found.decisionId },
      ...(lettered === undefined ? {} : { part: lettered.letter }),
      paragraph: found.paragraph,
      heading: longDate(meeting.date),
      meetingDate: meeting.date,
      ...dashed,
    },
    // A meeting that was opened before its day may raise an action before it.
    on: earlier(meeting.date, on),
    item: { title: found.sectionHeading },
    words: wordsOf(found, lettered),
  };
}

/** The decision that the source names in the meeting; refused where it names none. */
export function findDecision({ meetingId, decisions }: MeetingFacts, named: DecisionNamed, field: string): DecisionFacts | Refusal {
  const found = decisionMeant(decisions, named);
  if (!found.problem) return found.decision;
  if (found.problem === 'unnamed') return refuseAction('action.source-missing', { field });
  if (found.problem === 'part-unknown') return refuseAction('action.part-unknown', { field: `${field}.part`, detail: found.detail });
  const { decisionId, paragraph } = named;
  return refuseAction(`action.decision-${found.problem}`, { field, detail: given({ meetingId, decisionId, paragraph, ...found.detail }) });
}

/** `AGREED:` and part `that ...; and` give `AGREED that ...`; `NOTED that:` and `the ...` give `NOTED that the ...`. */
function wordsOf({ verb, words, parts }: DecisionFacts, part: DecisionPart | undefined): string {
  const lead = /:\s*$/.test(words) ? words.replace(/\s*:\s*$/, '') : part ? verb : words;
  if (part) return `${lead} ${part.text.replace(/;(?:\s*and)?\s*$/, '')}`;
  return parts.length ? [words, ...parts.map(({ letter, text }) => `(${letter}) ${text}`)].join(' ') : words;
}

/** The deadline of the words, with the clerk's own dates where they are given. */
export const deadlineOf = (
  words: string | undefined,
  dates: DueDatesDto | undefined,
  saidOn: string,
  { meetings, holidays = [], diaries = [] }: ActionFacts,
): Deadline | Refusal =>
  deadlineFrom(words, dates, { saidOn, meetings, holidays, diaries }) ??
  refuseAction('action.dates-reversed', { field: 'dueDates.latest' });
