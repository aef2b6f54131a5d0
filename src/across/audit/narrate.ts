import { type DomainEvent } from '../../kernel/event.js';
import { type ActionEvent } from '../../slices/actions/action.events.js';
import { type BodyEvent } from '../../slices/bodies/body.events.js';
import { type CalendarEvent } from '../../slices/calendars/calendar.events.js';
import { type DirectionEvent } from '../../slices/directions/direction.events.js';
import { type ParticipationEvent } from '../../slices/participation/participation.events.js';
import { type PlanEvent } from '../../slices/plans/plan.events.js';
import { type ReminderEvent } from '../reminders/reminder.events.js';
import { type ReportEvent } from '../../slices/reports/report.events.js';
import { type DecisionEvent } from '../../slices/meetings/record/decision.events.js';
import { type DirectoryEvent } from '../../slices/directory/directory.events.js';
import { type MeetingEvent } from '../../slices/meetings/record/meeting.events.js';
import { type MinuteEvent } from '../../slices/meetings/record/minute.events.js';
import { type MotionEvent, type VoteTakenData } from '../../slices/meetings/record/motion.events.js';
import { tellAccess } from './narrate-access.js';
import { bodiesSentences } from './narrating/bodies.js';
import { clocksSentences } from './narrating/clocks.js';
import { directionsSentences } from './narrating/directions.js';
import { participationSentences } from './narrating/participation.js';
import { plansSentences } from './narrating/plans.js';
import { remindersSentences } from './narrating/reminders.js';
import { reportsSentences } from './narrating/reports.js';
import { because, decision, longDate, officers, quoted, type Sentences } from '../../kernel/sentences.js';

type Narrated =
  | ActionEvent
  | BodyEvent
  | CalendarEvent
  | DecisionEvent
  | DirectionEvent
  | DirectoryEvent
  | MeetingEvent
  | MinuteEvent
  | MotionEvent
  | ParticipationEvent
  | PlanEvent
  | ReminderEvent
  | ReportEvent;
const vote = ({ motionId, method, counts, result, decidedBy }: VoteTakenData): string =>
  method === 'consent'
    ? `Motion ${motionId} ${result === 'carried' ? 'agreed' : 'not agreed'} without a vote`
    : `Vote on ${motionId} by ${method.replaceAll('-', ' ')}: ${counts.yes} for, ${counts.no} against, ${counts.abstain} abstaining; ${result.replaceAll('-', ' ')} (${decidedBy.replaceAll('-', ' ')})`;

const directory: Sentences<DirectoryEvent> = {
  SpellingDeclaredSame: ({ kind, id, sameAs, reason }) => `${id} declared the same ${kind} as ${sameAs}${because(reason)}`,
  SpellingDeclaredDistinct: ({ kind, id, from, reason }) => `${id} declared another ${kind} than ${from}${because(reason)}`,
};

const meetings: Sentences<MeetingEvent> = {
  MeetingCalled: ({ title, date, time, place }) =>
    `${title} called for ${longDate(date)}${time ? ` at ${time}` : ''}${place ? `, ${place}` : ''}`,
  MeetingRearranged: ({ reason }) => `Meeting rearranged${because(reason)}`,
  MeetingCancelled: ({ reason }) => `Meeting cancelled${because(reason)}`,
  AgendaItemAdded: ({ number, title, late, urgent }) =>
    `Item ${number} ${title} put on the agenda${late ? ' late' : ''}${urgent ? ' as urgent' : ''}`,
  AgendaItemCorrected: ({ itemId, reason }) => `Agenda item ${itemId} corrected${because(reason)}`,
  AgendaItemWithdrawn: ({ itemId, reason }) => `Agenda item ${itemId} withdrawn${because(reason)}`,
  OrderOfBusinessChanged: ({ reason }) => `Order of business changed${because(reason)}`,
  NoticeGiven: ({ givenOn, by, clearDays }) =>
    `Notice given by ${by} on ${longDate(givenOn)}: ${clearDays.given} clear days, ${clearDays.required} required${clearDays.short ? '; SHORT' : ''}`,
  MeetingOpened: ({ standing }) => `Meeting opened under constitution ${standing.constitution.versionId}`,
  RollCorrected: ({ reason }) => `Roll corrected${because(reason)}`,
  AttendanceRecorded: ({ person, as, how, organisation }) =>
    `${person.name}${organisation ? ` (${organisation})` : ''}: ${as.replaceAll('-', ' ')}${as === 'apologies' || how === 'in-room' ? '' : ', remotely'}`,
  MemberLeft: ({ person }) => `${person.name} left`,
  MemberRejoined: ({ person }) => `${person.name} rejoined`,
  AttendanceCorrected: ({ person, correction, reason }) =>
    `Attendance of ${person.name} corrected (${correction.kind.replaceAll('-', ' ')})${because(reason)}`,
  ChairTaken: ({ person, reason }) => `${person.name} took the chair${because(reason)}`,
  InterestDeclared: ({ person, outcome, nature }) => `${person.name}: ${outcome.replaceAll('-', ' ')}, ${nature}`,
  ItemTaken: ({ number, heading }) => `Item ${number}. ${heading} taken`,
  QuorumDeclared: ({ quorate, words }) => `Quorum declared ${quorate ? 'present' : 'lost'}: ${words}`,
  MeetingAdjourned: ({ reason, until }) => `Meeting adjourned${until ? ` until ${until}` : ''}${because(reason)}`,
  MeetingResumed: ({ date, time }) => `Meeting resumed${date ? ` on ${longDate(date)}` : ''}${time ? ` at ${time}` : ''}`,
  MeetingContinuedInformally: ({ words }) => `Meeting continued informally: ${words}`,
  MeetingConcluded: ({ time }) => `Meeting concluded${time ? ` at ${time}` : ''}`,
};

const motions: Sentences<MotionEvent> = {
  MotionMoved: ({ movedBy, amends, text }) => `${movedBy.name} moved ${amends ? `an amendment to ${amends}` : 'a motion'}: ${quoted(text)}`,
  MotionSeconded: ({ motionId, secondedBy }) => `${secondedBy.name} seconded ${motionId}`,
  MotionWithdrawn: ({ motionId, reason }) => `${motionId} withdrawn${because(reason)}`,
  MotionFell: ({ motionId, why }) => `${motionId} fell${because(why)}`,
  VotingOrderSettled: ({ order }) => `Order of voting: ${order.join(', ')}`,
  MotionPut: ({ motionId }) => `${motionId} put`,
  VoteTaken: vote,
  CastingVoteGiven: ({ castingVote: { person, option } }) => `${person.name} gave the casting vote ${option === 'yes' ? 'for' : 'against'}`,
  LotDrawn: ({ lot: { drawnBy, option } }) => `${drawnBy.name} drew the lot ${option === 'yes' ? 'for' : 'against'}`,
  VoteCorrected: ({ vote: corrected, reason }) => `Corrected${because(reason)}. ${vote(corrected)}`,
  DissentRecorded: ({ person }) => `${person.name} asked for dissent to be recorded`,
};

const decisions: Sentences<DecisionEvent> = {
  DecisionRecorded: ({ paragraph, words, parts, standing }) =>
    `Paragraph ${paragraph}: ${quoted([words, ...parts.map(({ letter, text }) => `(${letter}) ${text}`)].join(' '), 400)}${standing === 'informal' ? ' — informally, without a quorum' : ''}`,
  DecisionCorrected: ({ words, reason }) => `Decision corrected${because(reason)}. Now ${quoted(words)}`,
  DecisionStandingFound: ({ decisionId, standing, because: why }) =>
    `Decision ${decisionId} found ${standing.replaceAll('-', ' ')}${because(why)}`,
  DecisionExemptionFound: ({ decisionId, exempt, because: why }) =>
    `Decision ${decisionId} found ${exempt ? 'exempt: not published' : 'not exempt'}${because(why)}`,
  DecisionRatified: ({ decision: ref, by }) => `${decision(ref)} ratified by ${decision(by)}`,
  RatificationDeclined: ({ decision: ref, reason }) => `${decision(ref)} not ratified${because(reason)}`,
  DecisionRescinded: ({ decision: ref, by }) => `${decision(ref)} rescinded by ${decision(by)}`,
  DecisionSuperseded: ({ decision: ref, by }) => `${decision(ref)} superseded by ${decision(by)}`,
};

const minutes: Sentences<MinuteEvent> = {
  ParagraphRecorded: ({ number, text }) => `Paragraph ${number}: ${quoted(text)}`,
  ParagraphRenumbered: ({ from, to }) => `Paragraph ${from} is now ${to}`,
  ParagraphCorrected: ({ text, reason }) => `Paragraph corrected${because(reason)}. Now ${quoted(text)}`,
  AnnotationRecorded: ({ heading, text }) => `${heading}: ${text}`,
  EntryStruck: ({ entryId, reason }) => `${entryId} struck out${because(reason)}`,
  MinuteCirculated: ({ draft, hash }) => `Draft ${draft} circulated (SHA-256 ${hash})`,
  MinuteApproved: ({ by, corrections }) =>
    `Minute approved by ${decision(by)}${corrections.length ? ` with ${corrections.length} corrections` : ''}`,
  MinuteSigned: ({ signedBy, atMeeting, hash }) => `Minute signed by ${signedBy.name} at ${atMeeting} (SHA-256 ${hash})`,
  SignedMinuteCorrected: ({ by, correction }) => `Corrected by ${decision(by)}: ${correction.words}`,
};

const actions: Sentences<ActionEvent> = {
  ActionRaised: ({ words, officers: names, due }) =>
    `Action raised for ${officers(names)}, due ${due.words || 'not said'}: ${quoted(words)}`,
  ProgressReported: ({ words }) => `Progress: ${words}`,
  ActionExtended: ({ due, reason }) => `Extended to ${due.words}${because(reason)}`,
  ActionTransferred: ({ officers: names, organisation, reason }) =>
    `Transferred to ${officers(names)}${organisation ? ` (${organisation})` : ''}${because(reason)}`,
  ActionReportedComplete: ({ words }) => `Reported complete: ${words}`,
  ActionNotedComplete: ({ atMeeting }) => `Noted complete by ${atMeeting}; off the tracker`,
  ActionReopened: ({ reason }) => `Reopened${because(reason)}`,
  ActionDeclined: ({ reason }) => `Declined${because(reason)}`,
  ApprovalElsewhereGiven: ({ by }) => `Approved by ${by}`,
  ActionCorrected: ({ reason }) => `Corrected${because(reason)}`,
  ActionDueRecounted: ({ due, because: why }) => `Deadline counted again${due.latest ? `: now ${longDate(due.latest)}` : ''}, as ${why}`,
};

const sentences: Sentences<Narrated> = {
  ...bodiesSentences,
  ...directory,
  ...meetings,
  ...motions,
  ...decisions,
  ...minutes,
  ...actions,
  ...clocksSentences,
  ...directionsSentences,
  ...participationSentences,
  ...plansSentences,
  ...remindersSentences,
  ...reportsSentences,
};

/** What an event says, as a sentence for the history of a record. */
export function narrate(event: DomainEvent): string {
  const tell = Object.hasOwn(sentences, event.type) ? (sentences[event.type as Narrated['type']] as (data: object) => string) : undefined;
  return tell ? tell(event.data) : tellAccess(event);
}
