import { type Recorded } from '../../../kernel/event.js';
import { lastEntryId, placeNow } from './entries.js';
import { type MeetingStreamEvent } from './meeting.history.js';
import { type Meeting, type Step } from './meeting.state.js';

/** The events that are told in the place where they happened and are no entries of the record. */
const OF_COURSE = [
  'AgendaItemWithdrawn',
  'OrderOfBusinessChanged',
  'AttendanceRecorded',
  'MemberLeft',
  'MemberRejoined',
  'ChairTaken',
  'InterestDeclared',
  'ItemTaken',
  'QuorumDeclared',
  'MeetingAdjourned',
  'MeetingResumed',
  'MeetingContinuedInformally',
  'PublicExcluded',
  'PublicReadmitted',
  'MinuteReceived',
  'NextMeetingAgreed',
  'MotionMoved',
  'MotionSeconded',
  'MotionWithdrawn',
  'MotionFell',
  'CastingVoteGiven',
  'LotDrawn',
  'DissentRecorded',
  'VoteDeclaredVoid',
  'ElectionVoteDeclaredVoid',
  'ProceduralVoteDeclaredVoid',
  'MembershipEnded',
] as const satisfies readonly MeetingStreamEvent['type'][];

export type CourseEvent = Extract<MeetingStreamEvent, { type: (typeof OF_COURSE)[number] }>;

/**
 * The course of a meeting after an event: one step more for what is told in its place; for a correction, the steps it puts right, which keep
 * their turn. `before` is the meeting without the event.
 */
export function evolveCourse(before: Meeting, event: Recorded<MeetingStreamEvent>): readonly Step[] {
  const { course } = before;
  if (event.type === 'AttendanceCorrected') return corrected(before, event.data);
  if (event.type === 'VoteCorrected') return course.filter((step) => !settles(step, event.data.voteId));
  if (event.type === 'EntryMoved') {
    const { motionIds, entryIds, sectionId } = event.data;
    return course.map((step) => (isOfMotion(step, motionIds) || isVoidOf(step, entryIds) ? { ...step, sectionId } : step));
  }
  if (!isOfCourse(event) || !happensInMeeting(before, event)) return course;
  const { type, v, data } = event;
  const step: Step = { ...placeOfStep(before, event), event: { type, v, data } as CourseEvent };
  if (event.type === 'AttendanceRecorded')
    return [...course.filter((one) => !isMoveOf(one, event.data.person.personId)), { ...step, spell: 0 }];
  if (event.type === 'MemberLeft') return [...course, { ...step, spell: spellsOf(before, event.data.person.personId) - 1 }];
  if (event.type === 'MemberRejoined') return [...course, { ...step, spell: spellsOf(before, event.data.person.personId) }];
  return event.type === 'MotionFell' && event.data.after !== undefined ? rightAfter(before, step, event.data.motionId) : [...course, step];
}

/**
 * A fall that was written down late, or follows from what was put right, is told before whatever else followed the entry by which it fell;
 * several in the order in which the motions were moved.
 */
function rightAfter({ course, motions }: Meeting, step: Step, motionId: string): readonly Step[] {
  const movedAt = (id: string): number => motions.findIndex((one) => one.motionId === id);
  const next = course.findIndex(
    ({ after, event }) => after === step.after && (event.type !== 'MotionFell' || movedAt(event.data.motionId) > movedAt(motionId)),
  );
  return next < 0 ? [...course, step] : course.toSpliced(next, 0, step);
}

const isOfCourse = (event: Recorded<MeetingStreamEvent>): event is Recorded<CourseEvent> => OF_COURSE.some((type) => type === event.type);

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
  if ('sectionId' in data) return data.sectionId ?? undefined;
  const decision = 'decisionId' in data && before.decisions.find(({ decisionId }) => decisionId === data.decisionId);
  if (decision) return decision.sectionId;
  return 'motionId' in data ? before.motions.find(({ motionId }) => motionId === data.motionId)?.sectionId : undefined;
}

const spellsOf = (meeting: Meeting, personId: string): number =>
  meeting.attendances.find((one) => one.person.personId === personId)?.spells.length ?? 0;

const isMoveOf = ({ spell, event: { data } }: Step, personId: string): boolean =>
  spell !== undefined && 'person' in data && data.person.personId === personId;

const isOfMotion = ({ event: { data } }: Step, motionIds: readonly string[]): boolean =>
  'motionId' in data && data.motionId !== undefined && motionIds.includes(data.motionId);

const isVoidOf = ({ event }: Step, entryIds: readonly string[]): boolean => {
  if (event.type === 'VoteDeclaredVoid') return entryIds.includes(event.data.voteId);
  if (event.type === 'ElectionVoteDeclaredVoid') return entryIds.includes(event.data.electionId);
  return event.type === 'ProceduralVoteDeclaredVoid' && entryIds.includes(event.data.procedureId);
};

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
  if (correction.kind === 'details') return course;
  if (correction.kind === 'not-present') return course.filter((step) => !isMoveOf(step, personId));
  if (correction.kind === 'did-not-leave') return course.filter((step) => !move(step, last, true));
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
