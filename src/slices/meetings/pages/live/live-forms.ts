import { type CommandClass } from '../../../../eventstore/commands.js';
import { shortId } from '../../../../kernel/ids.js';
import { RaiseAction } from '../../../actions/actions.commands.js';
import { CorrectDecision, RecordDecision } from '../../../decisions/decisions.commands.js';
import { Annotate, CorrectParagraph, RecordParagraph, StrikeEntry } from '../../../minutes/minutes.commands.js';
import {
  CorrectVote,
  DrawLot,
  GiveCastingVote,
  MoveMotion,
  NoteMotionFell,
  RecordDissent,
  SecondMotion,
  TakeVote,
  WithdrawMotion,
} from '../../../motions/motions.commands.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  ContinueInformally,
  CorrectAttendance,
  DeclareInterest,
  DeclareQuorum,
  OpenMeeting,
  RecordAttendance,
  ResumeMeeting,
  TakeChair,
  TakeItem,
} from '../../meetings.commands.js';
import { type Also, asSeen, division, drawer, type FormSent, fromPart, newcomer, onItemInHand, placed } from './form-additions.js';

/** One form of the composer: the command it records, and where it is shown again. */
export interface LiveForm {
  readonly command: CommandClass;
  /** The composer it is typed in. */
  readonly mode: string;
  /** The composer to go on with. */
  readonly then?: string;
  readonly said: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly also?: (sent: FormSent) => Also;
}

/** Every form of the live page by the last part of its address. */
export const LIVE_FORMS: Readonly<Record<string, LiveForm>> = {
  'open-meeting': { command: OpenMeeting, mode: 'open', said: 'The meeting is opened', labels: { time: 'Time' } },
  'adjourn-meeting': { command: AdjournMeeting, mode: 'adjourn', said: 'The meeting is adjourned', labels: { reason: 'Why' } },
  'resume-meeting': { command: ResumeMeeting, mode: 'resume', said: 'The meeting has resumed' },
  'conclude-meeting': { command: ConcludeMeeting, mode: 'conclude', said: 'The meeting is concluded', labels: { time: 'Time' } },
  'continue-informally': {
    command: ContinueInformally,
    mode: 'informally',
    said: 'The meeting goes on informally',
    labels: { words: 'Words' },
  },
  'declare-quorum': { command: DeclareQuorum, mode: 'quorum', said: 'The declaration is recorded', labels: { words: 'Words' } },
  'take-item': { command: TakeItem, mode: 'item', said: 'The item is taken', labels: { heading: 'Heading' } },
  'take-chair': { command: TakeChair, mode: 'chair', said: 'The chair is taken', labels: { reason: 'Why' } },
  'record-attendance': {
    command: RecordAttendance,
    mode: 'other',
    said: 'The sederunt is recorded',
    labels: { 'person.name': 'Name', 'person.personId': 'Name' },
    also: newcomer,
  },
  'declare-interest': {
    command: DeclareInterest,
    mode: 'interest',
    said: 'The interest is recorded',
    labels: { nature: 'What the interest or connection is', outcome: 'What they did' },
  },
  'correct-attendance': {
    command: CorrectAttendance,
    mode: 'correct-attendance',
    said: 'The sederunt is put right',
    labels: { kind: 'What is put right', reason: 'Why' },
  },
  'record-paragraph': { command: RecordParagraph, mode: 'paragraph', said: 'Paragraph recorded', labels: { text: 'Paragraph' } },
  'correct-paragraph': {
    command: CorrectParagraph,
    mode: 'correct',
    said: 'The paragraph is put right',
    labels: { text: 'Paragraph', reason: 'Why' },
    also: asSeen('paragraphId'),
  },
  annotate: { command: Annotate, mode: 'note', said: 'The note is recorded', labels: { heading: 'Heading', text: 'Note' } },
  'strike-entry': {
    command: StrikeEntry,
    mode: 'strike',
    said: 'It is taken out of the minute',
    labels: { reason: 'Why' },
    also: asSeen('entryId'),
  },
  'record-decision': { command: RecordDecision, mode: 'decision', said: 'Decision recorded', labels: { words: 'Decision' }, also: placed },
  'correct-decision': {
    command: CorrectDecision,
    mode: 'correct',
    said: 'The decision is put right',
    labels: { words: 'Decision', reason: 'Why' },
    also: asSeen('decisionId'),
  },
  'move-motion': {
    command: MoveMotion,
    mode: 'motion',
    then: 'motion',
    said: 'The motion is recorded',
    labels: { text: 'Motion', movedBy: 'Moved by' },
    also: onItemInHand,
  },
  'second-motion': { command: SecondMotion, mode: 'second', said: 'The seconder is recorded', labels: { secondedBy: 'Seconded by' } },
  'withdraw-motion': { command: WithdrawMotion, mode: 'end-motion', said: 'The motion is withdrawn' },
  'note-motion-fell': { command: NoteMotionFell, mode: 'end-motion', said: 'The motion fell', labels: { why: 'Why' } },
  'take-vote': {
    command: TakeVote,
    mode: 'vote',
    said: 'The vote is recorded',
    labels: { method: 'How they voted', 'counts.yes': 'For', 'counts.no': 'Against' },
    also: division,
  },
  'correct-vote': {
    command: CorrectVote,
    mode: 'correct-vote',
    said: 'The vote is put right',
    labels: { method: 'How they voted', reason: 'Why' },
    also: division,
  },
  'give-casting-vote': { command: GiveCastingVote, mode: 'tie', said: 'The casting vote is recorded' },
  'draw-lot': { command: DrawLot, mode: 'tie', said: 'The lot is recorded', labels: { 'drawnBy.name': 'Drawn by' }, also: drawer },
  'record-dissent': { command: RecordDissent, mode: 'dissent', said: 'The dissent is recorded' },
  'raise-action': {
    command: RaiseAction,
    mode: 'action',
    then: 'action',
    said: 'Action raised',
    labels: { source: 'Comes from', officers: 'Officers' },
    also: fromPart,
  },
};

/** The id of an action follows from its form's key, so that sending it again raises it once. */
export const actionIdFor = (key: string): string => shortId('a', key);
