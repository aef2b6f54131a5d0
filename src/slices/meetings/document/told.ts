import { type CourseEvent } from '../record/course.js';
import { type MeetingStreamEvent } from '../record/meeting.history.js';

/**
 * Where the minute tells an event: `course`, in the place where it happened, as a note or with what it directly follows; `entry`, as an entry
 * of the record; `corrects`, in the place of what it puts right; or in a part of its own. `not`: why the minute does not tell it.
 */
type Told<T> = T extends CourseEvent['type']
  ? { readonly in: 'course' }
  : { readonly in: 'opening' | 'entry' | 'corrects' | 'conclusion' | 'standing' } | { readonly not: string };

/** For every event of a meeting its place in the minute, or why it has none. An event that is not here does not compile. */
export const TOLD = {
  MeetingCalled: { in: 'opening' },
  MeetingRearranged: { in: 'opening' },
  MeetingCancelled: { not: 'a meeting that was not held has no minute' },
  AgendaItemAdded: { not: 'the agenda shows the item; the minute has its heading, and why it was urgent, once it is taken' },
  AgendaItemCorrected: { not: 'the agenda shows the item as corrected' },
  AgendaItemWithdrawn: { in: 'course' },
  OrderOfBusinessChanged: { in: 'course' },
  NoticeGiven: { not: 'the agenda is what is given with the notice, and shows it' },
  MeetingOpened: { not: 'the opening and the sederunt are of the meeting opened; the time is on its page where it is another' },
  RollCorrected: { in: 'corrects' },
  AttendanceRecorded: { in: 'course' },
  MemberLeft: { in: 'course' },
  MemberRejoined: { in: 'course' },
  AttendanceCorrected: { in: 'corrects' },
  ChairTaken: { in: 'course' },
  InterestDeclared: { in: 'course' },
  ItemTaken: { in: 'course' },
  QuorumDeclared: { in: 'course' },
  MeetingAdjourned: { in: 'course' },
  MeetingResumed: { in: 'course' },
  MeetingContinuedInformally: { in: 'course' },
  PublicExcluded: { in: 'course' },
  PublicReadmitted: { in: 'course' },
  MinuteReceived: { in: 'course' },
  NextMeetingAgreed: { in: 'course' },
  MeetingConcluded: { in: 'conclusion' },
  MotionMoved: { in: 'course' },
  MotionSeconded: { in: 'course' },
  MotionWithdrawn: { in: 'course' },
  MotionFell: { in: 'course' },
  VotingOrderSettled: { not: 'the votes stand in that order' },
  MotionPut: { not: 'the vote says what was put' },
  VoteTaken: { in: 'entry' },
  CastingVoteGiven: { in: 'course' },
  LotDrawn: { in: 'course' },
  VoteCorrected: { in: 'corrects' },
  DivisionTaken: { in: 'entry' },
  DivisionCorrected: { in: 'corrects' },
  DissentRecorded: { in: 'course' },
  DecisionRecorded: { in: 'entry' },
  DecisionCorrected: { in: 'corrects' },
  DecisionStandingFound: { in: 'corrects' },
  DecisionExemptionFound: { not: 'a decision in private is left out of what the public reads, and nothing else is said of it' },
  DecisionRatified: { not: 'the decision that ratifies says so in its own words; the registers link the two' },
  RatificationDeclined: { not: 'the decision that declines says so in its own words; the registers link the two' },
  DecisionRescinded: { not: 'the decision that rescinds says so in its own words; the registers link the two' },
  DecisionSuperseded: { not: 'the decision that supersedes says so in its own words; the registers link the two' },
  ParagraphRecorded: { in: 'entry' },
  ParagraphRenumbered: { in: 'corrects' },
  ParagraphCorrected: { in: 'corrects' },
  AnnotationRecorded: { in: 'entry' },
  EntryStruck: { not: 'what was recorded in error is no part of the minute; the history keeps it, and why' },
  MinuteRestyled: { not: 'the minute is in that style; what it says is the same' },
  EntryMoved: { in: 'corrects' },
  MinuteCirculated: { in: 'standing' },
  MinuteApproved: { in: 'standing' },
  MinuteSigned: { in: 'standing' },
  SignedMinuteCorrected: { in: 'standing' },
  StepCorrected: { in: 'corrects' },
  StepStruck: { not: 'what was recorded in error is no part of the minute; the history keeps it, and why' },
} as const satisfies { readonly [T in MeetingStreamEvent['type']]: Told<T> };
