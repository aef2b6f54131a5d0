import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type StandingFacts } from '../agenda/agenda.commands.js';
import {
  AdjournMeetingDto,
  ConcludeMeetingDto,
  ContinueInformallyDto,
  CorrectAttendanceDto,
  DeclareInterestDto,
  DeclareQuorumDto,
  ExcludePublicDto,
  ReadmitPublicDto,
  JudgeRollAnewDto,
  LeaveMeetingDto,
  OpenMeetingDto,
  RecordAttendanceDto,
  RejoinMeetingDto,
  ResumeMeetingDto,
  TakeChairDto,
  TakeItemDto,
  TakeSederuntDto,
} from './sederunt.payloads.js';
import { ReasonDto } from '../agenda/agenda.payloads.js';
import { meetingScope } from '../record/meeting.scope.js';

const RECORD = { scope: meetingScope, right: 'meetings.record', creates: false } as const;
/** For rulings of the person presiding; a clerk may record them too. */
const PRESIDE = { ...RECORD, right: 'meetings.preside' } as const;

const IMERY = { personId: 'g-imery', name: 'Chief Superintendent G. Imery' };

export const OpenMeeting = defineCommand({
  ...RECORD,
  type: 'OpenMeeting',
  dto: OpenMeetingDto,
  summary: "Opens the meeting under the constitution, the seats and the offices of the meeting's day.",
  example: { time: '14:00' },
});

export const CorrectRoll = defineCommand({
  ...RECORD,
  type: 'CorrectRoll',
  dto: ReasonDto,
  summary: 'Takes the constitution, seats and offices again from the record of the body, which was put right since the meeting was opened.',
  example: { reason: 'A seat had not been recorded' },
});

export const JudgeRollAnew = defineCommand({
  ...RECORD,
  type: 'JudgeRollAnew',
  dto: JudgeRollAnewDto,
  summary:
    'Takes the roll again from the record of the body, and judges every attendance by it; asked for by itself when the record of the body changes for a day on which it met. A vote that is then impossible stands, and is among the discrepancies.',
  example: { because: 'the seat of the Housing Association was recorded as having ended on 31 December 2015' },
});

export const RecordAttendance = defineCommand({
  ...RECORD,
  type: 'RecordAttendance',
  dto: RecordAttendanceDto,
  summary: 'Records somebody present, in attendance, or with apologies.',
  example: { person: IMERY, as: 'present', organisation: 'Police Scotland', fromTheStart: true },
});

export const TakeSederunt = defineCommand({
  ...RECORD,
  type: 'TakeSederunt',
  dto: TakeSederuntDto,
  summary: 'Takes the sederunt of the members at once: those in the room, those there remotely, and those who sent apologies.',
  example: { present: ['j-brown', IMERY.personId], apologies: ['d-parker'] },
});

export const LeaveMeeting = defineCommand({
  ...RECORD,
  type: 'LeaveMeeting',
  dto: LeaveMeetingDto,
  summary: 'Records that somebody left, at a paragraph or a time.',
  example: { personId: IMERY.personId, afterParagraph: '6.1' },
});

export const RejoinMeeting = defineCommand({
  ...RECORD,
  type: 'RejoinMeeting',
  dto: RejoinMeetingDto,
  summary: 'Records that somebody who left came back.',
  example: { personId: IMERY.personId, how: 'remote' },
});

export const CorrectAttendance = defineCommand({
  ...RECORD,
  type: 'CorrectAttendance',
  dto: CorrectAttendanceDto,
  summary: 'Puts the sederunt right, with the reason; decisions whose quorum it changes are found again.',
  example: { personId: IMERY.personId, kind: 'left', afterParagraph: '6.2', reason: 'Left later than was written down' },
});

export const TakeChair = defineCommand({
  ...RECORD,
  type: 'TakeChair',
  dto: TakeChairDto,
  summary: 'Records who presides, and why.',
  example: { personId: 'j-brown', reason: 'In the absence of the Chairman (Councillor Parker)' },
});

export const DeclareInterest = defineCommand({
  ...RECORD,
  type: 'DeclareInterest',
  dto: DeclareInterestDto,
  summary: 'Records an interest in an item; whoever withdraws counts neither for its quorum nor for its vote.',
  example: {
    personId: 'm-hume',
    itemId: 'third-sector',
    outcome: 'declared-and-withdrew',
    nature: 'Employed by the Third Sector Interface',
  },
});

export const TakeItem = defineCommand({
  ...RECORD,
  type: 'TakeItem',
  dto: TakeItemDto,
  summary: 'Takes up an item: it becomes a numbered section of the minute, or the meeting returns to it.',
  example: { heading: 'ACTION TRACKER', number: '3' },
});

export const DeclareQuorum = defineCommand({
  ...PRESIDE,
  type: 'DeclareQuorum',
  dto: DeclareQuorumDto,
  summary: 'Records what the chair declared of the quorum. A loss declared stands until it is declared regained.',
  example: {
    quorate: false,
    words: 'The meeting was inquorate from this point onwards, but continued on an informal basis.',
    afterParagraph: '8',
  },
});

export const AdjournMeeting = defineCommand({
  ...PRESIDE,
  type: 'AdjournMeeting',
  dto: AdjournMeetingDto,
  summary: 'Records that the meeting was adjourned, or rose for a recess.',
  example: { reason: 'For want of a quorum', until: '10 March 2016' },
});

export const ResumeMeeting = defineCommand({
  ...RECORD,
  type: 'ResumeMeeting',
  dto: ResumeMeetingDto,
  summary: 'Records that an adjourned meeting went on, and who was there where the sederunt was taken again.',
  example: { date: '2016-03-10', time: '14:00' },
});

export const ContinueInformally = defineCommand({
  ...PRESIDE,
  type: 'ContinueInformally',
  dto: ContinueInformallyDto,
  summary: 'Records that those who remained went on without a quorum; what they resolve awaits ratification.',
  example: { words: 'The meeting continued on an informal basis.' },
});

export const ExcludePublic = defineCommand({
  ...PRESIDE,
  type: 'ExcludePublic',
  dto: ExcludePublicDto,
  summary: 'Records that the meeting resolved to exclude the public, for which business and on what grounds.',
  example: { itemIds: ['lease'], paragraphs: ['6', '8'] },
});

export const ReadmitPublic = defineCommand({
  ...PRESIDE,
  type: 'ReadmitPublic',
  dto: ReadmitPublicDto,
  summary: 'Records that the public was readmitted.',
  example: {},
});

export const ConcludeMeeting = defineCommand({
  ...RECORD,
  type: 'ConcludeMeeting',
  dto: ConcludeMeetingDto,
  summary:
    'Records the end of the meeting, or that it was abandoned for want of a quorum. What was still in the room may be written down until the minute is signed.',
  example: { time: '16:15', words: 'The meeting concluded at 4.15 p.m.' },
});

export const sederuntCommands = [
  OpenMeeting,
  CorrectRoll,
  JudgeRollAnew,
  RecordAttendance,
  TakeSederunt,
  LeaveMeeting,
  RejoinMeeting,
  CorrectAttendance,
  TakeChair,
  DeclareInterest,
  TakeItem,
  DeclareQuorum,
  AdjournMeeting,
  ResumeMeeting,
  ContinueInformally,
  ExcludePublic,
  ReadmitPublic,
  ConcludeMeeting,
] as const;

export type SederuntCommand = CommandFor<
  | typeof RecordAttendance
  | typeof TakeSederunt
  | typeof LeaveMeeting
  | typeof RejoinMeeting
  | typeof CorrectAttendance
  | typeof TakeChair
  | typeof DeclareInterest
>;

/** The last number of the meeting before, where numbers go on from it; absent where this meeting begins with 1. */
export interface TakingFacts {
  readonly continuesFrom?: number;
}

export type CourseCommand =
  | CommandFor<typeof TakeItem, TakingFacts | undefined>
  | CommandFor<typeof OpenMeeting | typeof CorrectRoll | typeof JudgeRollAnew | typeof ResumeMeeting, StandingFacts>
  | CommandFor<
      | typeof DeclareQuorum
      | typeof AdjournMeeting
      | typeof ContinueInformally
      | typeof ExcludePublic
      | typeof ReadmitPublic
      | typeof ConcludeMeeting
    >;
