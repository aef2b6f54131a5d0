import { type Recorded } from '../../../kernel/event.js';
import { lastEntryId } from './entries.js';
import { type MeetingStreamEvent } from './meeting.history.js';
import { type Meeting, type Step } from './meeting.state.js';
import { placeNow } from './places.js';

/**
 * Where the minute tells an event: `course`, in the place where it happened, as a note or with what it directly follows; `entry`, as an entry
 * of the record; `corrects`, in the place of what it puts right; or in a part of its own. `not`: why the minute does not tell it.
 */
export type Told =
  { readonly in: 'opening' | 'sederunt' | 'course' | 'entry' | 'corrects' | 'conclusion' | 'standing' } | { readonly not: string };

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
  MinuteCirculated: { in: 'standing' },
  MinuteApproved: { in: 'standing' },
  MinuteSigned: { in: 'standing' },
  SignedMinuteCorrected: { in: 'standing' },
} as const satisfies { readonly [T in MeetingStreamEvent['type']]: Told };

/** The events that are told in the place where they happened and are no entries of the record. */
export type CourseEvent = Extract<
  MeetingStreamEvent,
  { type: { [T in keyof typeof TOLD]: (typeof TOLD)[T] extends { in: 'course' } ? T : never }[keyof typeof TOLD] }
>;

/**
 * The course of a meeting after an event: one step more for what is told in its place; for a correction, the steps it puts right, which keep
 * their turn. `before` is the meeting without the event.
 */
export function evolveCourse(before: Meeting, event: Recorded<MeetingStreamEvent>): readonly Step[] {
  const { course } = before;
  if (event.type === 'AttendanceCorrected') return corrected(before, event.data);
  if (event.type === 'VoteCorrected') return course.filter((step) => !settles(step, event.data.voteId));
  if (!isOfCourse(event) || !happensInMeeting(before, event)) return course;
  const { type, v, data } = event;
  const step: Step = { ...placeOfStep(before, event), event: { type, v, data } as CourseEvent };
  if (event.type === 'AttendanceRecorded')
    return [...course.filter((one) => !isMoveOf(one, event.data.person.personId)), { ...step, spell: 0 }];
  if (event.type === 'MemberLeft') return [...course, { ...step, spell: spellsOf(before, event.data.person.personId) - 1 }];
  if (event.type === 'MemberRejoined') return [...course, { ...step, spell: spellsOf(before, event.data.person.personId) }];
  return [...course, step];
}

const isOfCourse = (event: Recorded<MeetingStreamEvent>): event is Recorded<CourseEvent> => {
  const told = TOLD[event.type];
  return 'in' in told && told.in === 'course';
};

/** What is done to an agenda before the meeting is no part of its course, nor is an item opened again to complete the record of it. */
function happensInMeeting(before: Meeting, { type, data }: Recorded<CourseEvent>): boolean {
  if (type === 'AgendaItemWithdrawn' || type === 'OrderOfBusinessChanged') return before.standings.length > 0;
  return type !== 'ItemTaken' || before.status !== 'concluded' || !before.sections.some(({ sectionId }) => sectionId === data.sectionId);
}

function placeOfStep(before: Meeting, event: Recorded<CourseEvent>): Pick<Step, 'after' | 'sectionId'> {
  const { data } = event;
  const after = 'after' in data && data.after !== undefined ? data.after : lastEntryId(before);
  const sectionId = sectionOfStep(before, event);
  return { after, ...(sectionId !== undefined && { sectionId }) };
}

/** What is said of a motion or a decision stands in its section, whatever item is in hand. */
function sectionOfStep(before: Meeting, { type, data }: Recorded<CourseEvent>): string | undefined {
  if (type === 'AgendaItemWithdrawn' || type === 'OrderOfBusinessChanged') return placeNow(before).sectionId;
  if ('sectionId' in data) return data.sectionId;
  const decision = 'decisionId' in data && before.decisions.find(({ decisionId }) => decisionId === data.decisionId);
  if (decision) return decision.sectionId;
  return 'motionId' in data ? before.motions.find(({ motionId }) => motionId === data.motionId)?.sectionId : undefined;
}

const spellsOf = (meeting: Meeting, personId: string): number =>
  meeting.attendances.find((one) => one.person.personId === personId)?.spells.length ?? 0;

const isMove = ({ event: { type } }: Step): boolean => type === 'AttendanceRecorded' || type === 'MemberLeft' || type === 'MemberRejoined';

const isMoveOf = (step: Step, personId: string): boolean =>
  isMove(step) && 'person' in step.event.data && step.event.data.person.personId === personId;

const settles = ({ event }: Step, voteId: string): boolean =>
  (event.type === 'CastingVoteGiven' || event.type === 'LotDrawn') && event.data.voteId === voteId;

/** Whoever came or left elsewhere than was recorded did so in the turn in which it was recorded, at the right place. */
function corrected(
  before: Meeting,
  { personId, person, correction }: Extract<Recorded<MeetingStreamEvent>, { type: 'AttendanceCorrected' }>['data'],
): readonly Step[] {
  const { course } = before;
  const last = spellsOf(before, personId) - 1;
  const move = (step: Step, spell: number, left: boolean): boolean =>
    isMoveOf(step, personId) && step.spell === spell && (step.event.type === 'MemberLeft') === left;
  switch (correction.kind) {
    case 'details':
      return course;
    case 'not-present':
      return course.filter((step) => !isMoveOf(step, personId));
    case 'did-not-leave':
      return course.filter((step) => !move(step, last, true));
    case 'arrived':
    case 'left': {
      const { kind, after } = correction;
      const spell = correction.spell === undefined ? last : correction.spell - 1;
      const isMeant = (step: Step): boolean => move(step, spell, kind === 'left');
      if (kind === 'left' && !course.some(isMeant))
        return [...course, { after, spell, event: { type: 'MemberLeft', v: 1, data: { person, after } } }];
      return course.map((step) => {
        const { sectionId: _sectionId, ...kept } = step;
        return isMeant(step) ? { ...kept, after } : step;
      });
    }
  }
}
