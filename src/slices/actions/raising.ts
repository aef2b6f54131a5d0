import { longDate } from '../../kernel/dates.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type DecisionPart } from '../decisions/decision.events.js';
import { type ActionRaisedData, type ActionSource, type Deadline } from './action.events.js';
import { type ActionFacts, type DecisionFacts, type MeetingFacts } from './action.facts.js';
import { refuseAction } from './action.refusals.js';
import { datesGiven, readDeadline } from './deadline.js';
import { type ActionSourceDto, type DueDatesDto } from './http/actions.dto.js';

/** What an action gets from where it comes from. */
export interface Origin {
  readonly source: ActionSource;
  readonly on: string;
  readonly item?: ActionRaisedData['item'];
  readonly words?: string;
  readonly exempt: boolean;
}

const isRefusal = (result: object): result is Refusal => 'code' in result;

/** The decision an action comes from, as its meeting's record has it. `on` is the day of the command, for what is only cited. */
export function originOf(source: ActionSourceDto, bodyId: string, on: string, facts: ActionFacts): Origin | Refusal {
  const { decision, cited, dash, part } = source;
  const dashed = dash === undefined ? {} : { dash };
  if (decision && cited) return refuseAction('action.source-twice', { field: 'source.cited' });
  if (cited) return { source: { kind: 'cited', ...cited, ...dashed }, on, exempt: false };
  if (!decision) return refuseAction('action.source-missing', { field: 'source' });

  const { meeting } = facts;
  if (!meeting)
    return refuseAction('action.meeting-unknown', { field: 'source.decision.meetingId', detail: { meetingId: decision.meetingId } });
  if (meeting.bodyId !== bodyId)
    return refuseAction('action.decision-of-another-body', { field: 'source.decision.meetingId', detail: { bodyId: meeting.bodyId } });
  const found = findDecision(meeting, decision.decisionId, source.paragraph, 'source');
  if (isRefusal(found)) return found;
  const lettered = part === undefined ? undefined : found.parts.find(({ letter }) => letter === part);
  if (part !== undefined && !lettered)
    return refuseAction('action.part-unknown', { field: 'source.part', detail: { parts: found.parts.map(({ letter }) => letter) } });
  return {
    source: {
      kind: 'decision',
      decision: { meetingId: meeting.meetingId, decisionId: found.decisionId },
      ...(part === undefined ? {} : { part }),
      paragraph: found.paragraph,
      heading: longDate(meeting.date),
      meetingDate: meeting.date,
      ...dashed,
    },
    on: meeting.date,
    item: { title: found.sectionHeading },
    words: wordsOf(found, lettered),
    exempt: found.exempt,
  };
}

/** By its id, or by its paragraph where one decision was taken on it. */
export function findDecision(
  meeting: MeetingFacts,
  decisionId: string | undefined,
  paragraph: string | undefined,
  path: string,
): DecisionFacts | Refusal {
  if (decisionId === undefined && paragraph === undefined) return refuseAction('action.source-missing', { field: path });
  const named = meeting.decisions.filter(
    (one) => (decisionId === undefined || one.decisionId === decisionId) && (paragraph === undefined || one.paragraph === paragraph),
  );
  const standing = named.filter(({ struck }) => !struck);
  const [only] = standing;
  const detail = {
    meetingId: meeting.meetingId,
    ...(decisionId === undefined ? {} : { decisionId }),
    ...(paragraph === undefined ? {} : { paragraph }),
  };
  if (!named.length) return refuseAction('action.decision-unknown', { field: path, detail });
  if (!only) return refuseAction('action.decision-struck', { field: path, detail });
  if (standing.length > 1)
    return refuseAction('action.decision-ambiguous', {
      field: path,
      detail: { ...detail, decisions: standing.map((one) => one.decisionId) },
    });
  return only;
}

/** `AGREED:` and part `that ...; and` give `AGREED that ...`; `NOTED that:` and `the ...` give `NOTED that the ...`. */
function wordsOf({ verb, words, parts }: DecisionFacts, part: DecisionPart | undefined): string {
  const lead = /:\s*$/.test(words) ? words.replace(/\s*:\s*$/, '') : part ? verb : words;
  if (part) return `${lead} ${part.text.replace(/;(?:\s*and)?\s*$/, '')}`;
  return parts.length ? [words, ...parts.map(({ letter, text }) => `(${letter}) ${text}`)].join(' ') : words;
}

/** The deadline of the words, with the clerk's own dates where they are given. No words are as good as none said. */
export function deadlineOf(
  words: string | undefined,
  dates: DueDatesDto | undefined,
  saidOn: string,
  facts: ActionFacts,
): Deadline | Refusal {
  if (dates?.earliest && dates.latest && dates.earliest > dates.latest)
    return refuseAction('action.dates-reversed', { field: 'dueDates.latest' });
  const { meetings } = facts;
  const read = readDeadline(words ?? '', { saidOn, nextMeeting: meetings.find((date) => date > saidOn) ?? null, meetings });
  return dates?.earliest || dates?.latest ? datesGiven(read, dates) : read;
}
