import { CreateSeat, FillSeat } from '../../../../src/slices/bodies/bodies.commands.js';
import {
  AddAgendaItem,
  CallMeeting,
  CancelMeeting,
  ChangeOrderOfBusiness,
  CorrectAgendaItem,
  GiveNotice,
  RearrangeMeeting,
  WithdrawAgendaItem,
} from '../../../../src/slices/meetings/agenda/agenda.commands.js';
import { ChooseMinuteStyle } from '../../../../src/slices/bodies/bodies.commands.js';
import { RecordDecision } from '../../../../src/slices/meetings/decisions/decisions.commands.js';
import {
  Annotate,
  ApproveMinute,
  CirculateMinute,
  CorrectParagraph,
  CorrectSignedMinute,
  RecordParagraph,
  RestyleMinute,
  SignMinute,
  StrikeEntry,
} from '../../../../src/slices/meetings/minutes/minutes.commands.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  ContinueInformally,
  CorrectAttendance,
  CorrectRoll,
  DeclareInterest,
  DeclareQuorum,
  ExcludePublic,
  ReadmitPublic,
  JudgeRollAnew,
  LeaveMeeting,
  OpenMeeting,
  RecordAttendance,
  RejoinMeeting,
  ResumeMeeting,
  TakeChair,
  TakeItem,
  TakeSederunt,
} from '../../../../src/slices/meetings/sederunt/sederunt.commands.js';
import { say, sayThen, type Saying } from '../story.js';
import { ANN, BEA, CAL, DEE, EVE, FAY } from './grounds.js';

/** Nothing but its words, with a part (a). */
export const itsWords = {
  words: 'AGREED:',
  parts: [{ letter: 'a' }],
  outcome: undefined,
  motionId: undefined,
  divisionId: undefined,
  onLossOf: undefined,
  ratifies: undefined,
  declinesToRatify: undefined,
  rescinds: undefined,
  supersedes: undefined,
} as const;

export const present = (meeting: string, ...people: readonly (typeof ANN)[]): Saying[] =>
  people.map((person) =>
    say(RecordAttendance, meeting, {
      person,
      as: 'present',
      seatId: `seat-${person.personId}`,
      substituteFor: undefined,
      fromTheStart: true,
      afterParagraph: undefined,
      time: undefined,
    }),
  );

/** A meeting of two, come to its first paragraph. */
const begun = (meeting: string): Saying[] => [
  say(CallMeeting, meeting, { requisition: undefined, jointlyWith: undefined }),
  ...opened(meeting),
];

const opened = (meeting: string): Saying[] => [
  say(OpenMeeting, meeting),
  ...present(meeting, ANN, BEA),
  say(TakeItem, meeting, { beforeItems: undefined, itemId: undefined, number: '1' }),
  say(RecordParagraph, meeting, { sectionId: undefined, number: '1', afterParagraph: undefined }),
];

/** A meeting that took decisions on its first paragraph and is concluded. */
export const aMeeting = (meeting: string, ...decisions: readonly Saying[]): Saying[] => [
  ...begun(meeting),
  ...decisions,
  say(ConcludeMeeting, meeting, { abandoned: undefined }),
];

export const held = aMeeting(
  'board/held',
  say(RecordDecision, 'board/held', { ...itsWords, decisionId: 'decided', paragraph: '1' }),
  ...['rescinded', 'struck'].map((decisionId) => say(RecordDecision, 'board/held', { ...itsWords, decisionId, paragraph: '1' })),
);

export const agenda = [
  say(CallMeeting, 'board/sits', { mode: 'hybrid', requisition: undefined, jointlyWith: undefined }),
  say(AddAgendaItem, 'board/sits', {
    itemId: 'first',
    papers: [{ pages: { first: 311, last: 312 } }],
    remit: undefined,
    minuteOf: undefined,
    late: undefined,
    urgent: undefined,
    exempt: undefined,
  }),
  say(AddAgendaItem, 'board/sits', {
    itemId: 'second',
    papers: [{ pages: { first: 313, last: 314 } }],
    remit: undefined,
    minuteOf: undefined,
    late: undefined,
    urgent: undefined,
  }),
  say(AddAgendaItem, 'board/sits', {
    itemId: 'withdrawn',
    papers: undefined,
    remit: undefined,
    minuteOf: undefined,
    late: undefined,
    urgent: undefined,
  }),
  say(CorrectAgendaItem, 'board/sits', { itemId: 'first', papers: [{ pages: { first: 315, last: 316 } }], notExempt: undefined }),
  say(CorrectAgendaItem, 'board/sits', { itemId: 'first', papers: undefined, exempt: undefined }),
  say(WithdrawAgendaItem, 'board/sits', { itemId: 'withdrawn' }),
  say(ChangeOrderOfBusiness, 'board/sits', { order: ['second', 'first'] }),
  say(RearrangeMeeting, 'board/sits', { mode: 'remote' }),
  say(GiveNotice, 'board/sits'),
  say(AddAgendaItem, 'board/sits', {
    itemId: 'late',
    number: '41',
    papers: undefined,
    exempt: undefined,
    urgent: undefined,
    remit: undefined,
    minuteOf: undefined,
  }),
  say(AddAgendaItem, 'board/sits', {
    itemId: 'urgent',
    number: '42',
    papers: undefined,
    exempt: undefined,
    remit: undefined,
    minuteOf: undefined,
    late: undefined,
  }),
  say(CallMeeting, 'board/cancelled', { requisition: undefined, jointlyWith: undefined }),
  say(CancelMeeting, 'board/cancelled'),
];

const SITS = 'board/sits';

export const sederunt = [
  say(CallMeeting, 'board/roll', { requisition: undefined, jointlyWith: undefined }),
  say(OpenMeeting, 'board/roll'),
  say(TakeSederunt, 'board/roll', { present: ['ann'], remote: ['bea'], apologies: ['cal'], fromTheStart: true }),
  say(OpenMeeting, SITS),
  say(CreateSeat, 'board', { seatId: 'seat-fay', from: '2001-02-05' }),
  say(CorrectRoll, SITS),
  say(FillSeat, 'board', { seatId: 'seat-fay', holder: FAY, from: '2001-02-06', termEnds: undefined, lastDay: undefined }),
  say(JudgeRollAnew, SITS),
  ...present(SITS, ANN, BEA, CAL, DEE),
  say(RecordAttendance, SITS, {
    person: { personId: 'sam' },
    as: 'present',
    how: 'remote',
    organisation: undefined,
    seatId: undefined,
    substituteFor: { person: EVE, itemId: undefined },
    fromTheStart: undefined,
    afterParagraph: undefined,
  }),
  say(RecordAttendance, SITS, {
    person: { personId: 'sue' },
    as: 'present',
    how: 'remote',
    organisation: undefined,
    seatId: undefined,
    substituteFor: { person: FAY, itemId: 'first' },
    fromTheStart: undefined,
    afterParagraph: undefined,
    time: undefined,
  }),
  say(RecordAttendance, SITS, {
    person: { personId: 'pat' },
    as: 'apologies',
    seatId: undefined,
    substituteFor: undefined,
    fromTheStart: undefined,
    afterParagraph: undefined,
    time: undefined,
  }),
  say(TakeChair, SITS, { personId: 'ann', afterParagraph: undefined, untilElected: undefined }),
  say(DeclareInterest, SITS, { personId: 'bea', itemId: 'first', outcome: 'connection-only', afterParagraph: undefined }),
  say(TakeItem, SITS, { beforeItems: undefined, itemId: 'first', number: '1' }),
  say(RecordParagraph, SITS, { sectionId: undefined, number: '1', afterParagraph: undefined }),
  say(RecordAttendance, SITS, {
    person: { personId: 'guest' },
    as: 'in-attendance',
    seatId: undefined,
    substituteFor: undefined,
    fromTheStart: undefined,
    afterParagraph: '1',
    time: undefined,
  }),
  say(LeaveMeeting, SITS, { personId: 'cal', afterParagraph: '1' }),
  say(RejoinMeeting, SITS, { personId: 'cal', afterParagraph: '1' }),
  say(CorrectAttendance, SITS, {
    personId: 'cal',
    kind: 'left',
    spell: 1,
    fromTheStart: undefined,
    afterParagraph: '1',
    name: undefined,
    organisation: undefined,
    role: undefined,
  }),
  say(CorrectAttendance, SITS, {
    personId: 'cal',
    kind: 'details',
    spell: undefined,
    fromTheStart: undefined,
    afterParagraph: undefined,
    time: undefined,
  }),
  say(CorrectAttendance, SITS, {
    personId: 'dee',
    kind: 'arrived',
    spell: 1,
    fromTheStart: true,
    afterParagraph: undefined,
    time: undefined,
    sederuntNote: undefined,
    name: undefined,
    organisation: undefined,
    role: undefined,
  }),
  say(DeclareInterest, SITS, {
    personId: 'cal',
    itemId: 'first',
    outcome: 'connection-only',
    fromTheStart: undefined,
    afterParagraph: '1',
  }),
  say(DeclareQuorum, SITS, { quorate: true, afterParagraph: '1' }),
  say(AdjournMeeting, SITS, { recess: undefined, afterParagraph: undefined }),
  say(ResumeMeeting, SITS, { there: ['ann', 'bea', 'cal', 'dee', 'sam', 'sue', 'guest'] }),
  say(Annotate, SITS, { heading: 'SAID', afterParagraph: '1' }),
];

export const itsEnd = [
  say(TakeChair, SITS, { personId: 'guest', afterParagraph: '1' }),
  say(TakeChair, SITS, { personId: 'bea', afterParagraph: '1', untilElected: undefined }),
  say(ConcludeMeeting, SITS, { abandoned: undefined }),
];

const WITHOUT_QUORUM = 'board/informal';

/** A meeting that lost its quorum, went on informally and decided twice. */
export const informal = [
  say(CallMeeting, WITHOUT_QUORUM, { requisition: undefined, jointlyWith: undefined }),
  say(AddAgendaItem, WITHOUT_QUORUM, {
    itemId: 'in-private',
    number: '7',
    remit: undefined,
    minuteOf: undefined,
    late: undefined,
    urgent: undefined,
  }),
  ...opened(WITHOUT_QUORUM),
  say(LeaveMeeting, WITHOUT_QUORUM, { personId: 'bea', afterParagraph: undefined }),
  say(ContinueInformally, WITHOUT_QUORUM, { afterParagraph: '1' }),
  say(RecordDecision, WITHOUT_QUORUM, { ...itsWords, decisionId: 'informal-1', paragraph: '1' }),
  say(ExcludePublic, WITHOUT_QUORUM, { afterParagraph: '1', itemIds: ['in-private'], decisionId: 'informal-1' }),
  say(ReadmitPublic, WITHOUT_QUORUM, { afterParagraph: '1' }),
  say(RecordDecision, WITHOUT_QUORUM, { ...itsWords, decisionId: 'informal-2', paragraph: '1' }),
  say(ConcludeMeeting, WITHOUT_QUORUM, { abandoned: true }),
];

const nothingElse = { ...itsWords, words: 'AGREED.', parts: undefined, paragraph: '1' } as const;

/** A later meeting, which decides on what earlier ones left. */
export const later = [
  ...aMeeting(
    'board/later',
    say(TakeChair, 'board/later', { personId: 'ann', afterParagraph: undefined, untilElected: undefined }),
    say(RecordDecision, 'board/later', { ...itsWords, decisionId: 'later', paragraph: '1' }),
    say(RecordDecision, 'board/later', {
      ...nothingElse,
      decisionId: 'ratifying',
      ratifies: [{ meetingId: WITHOUT_QUORUM, decisionId: 'informal-1' }],
      declinesToRatify: [{ meetingId: WITHOUT_QUORUM, decisionId: 'informal-2' }],
    }),
    say(RecordDecision, 'board/later', {
      ...nothingElse,
      decisionId: 'rescinding',
      rescinds: [{ meetingId: 'board/held', decisionId: 'rescinded' }],
    }),
    say(RecordDecision, 'board/later', {
      ...nothingElse,
      decisionId: 'approving',
      outcome: { kind: 'minute-approved', to: undefined, meetingId: 'board/held' },
    }),
  ),
  sayThen(RecordParagraph, 'board/later', ({ made }) => ({ sectionId: made(TakeItem), number: '1.2', afterParagraph: '1' })),
  say(AdjournMeeting, 'board/later', { recess: true, toDate: undefined, toPlace: undefined, afterParagraph: '1.1' }),
];

const BY = { atMeeting: 'board/later', decisionId: 'approving' } as const;

/** The minute of the meeting that was held, on its way to its signature and after it. */
export const minute = [
  say(CorrectParagraph, 'board/held', { paragraph: '1', paragraphId: undefined }),
  sayThen(CorrectParagraph, 'board/held', ({ made }) => ({ paragraph: undefined, paragraphId: made(RecordParagraph, 'board/held') })),
  say(StrikeEntry, 'board/held', { entryId: 'struck' }),
  say(ChooseMinuteStyle, 'board', { from: '2001-02-08', continues: 'from-april' }),
  say(RestyleMinute, 'board/held'),
  say(CirculateMinute, 'board/held'),
  say(ApproveMinute, 'board/held', { ...BY, corrections: [{ paragraph: '1' }] }),
  say(SignMinute, 'board/held', { atMeeting: 'board/later', signedBy: 'ann' }),
  say(CorrectSignedMinute, 'board/held', { ...BY, correction: { paragraph: '1' } }),
];
