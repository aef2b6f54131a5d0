import { type History } from '../../../kernel/decider.js';
import { type Recorded } from '../../../kernel/event.js';
import { type DecisionEvent, decisionEventVersions } from '../events/decision.events.js';
import { type MinuteEvent, minuteEventVersions } from '../events/minute.events.js';
import { type MotionEvent, motionEventVersions } from '../events/motion.events.js';
import { type DiscussionEvent, discussionEventVersions } from '../events/discussion.events.js';
import { type ProcedureEvent, procedureEventVersions } from '../votes/procedure.events.js';
import { type ElectionEvent, electionEventVersions } from '../votes/election.events.js';
import { evolveCourse } from './course.js';
import { evolveDecisions } from './evolve-decisions.js';
import { evolveDiscussion } from './evolve-discussion.js';
import { evolveElections } from './evolve-elections.js';
import { evolveProcedure } from './evolve-procedure.js';
import { evolveMinute } from './evolve-minute.js';
import { evolveMotions } from './evolve-motions.js';
import { evolveRoom } from './evolve-room.js';
import { MEETING, type MeetingEvent, meetingEventVersions } from '../events/meeting.events.js';
import { type Meeting, noMeeting } from './meeting.state.js';
import { type StepEvent, stepEventVersions } from '../events/step.events.js';
import { putRight, toldAnew } from './told-anew.js';

/** Everything that may stand in a meeting's stream. */
export type MeetingStreamEvent =
  MeetingEvent | MotionEvent | ElectionEvent | ProcedureEvent | DecisionEvent | DiscussionEvent | MinuteEvent | StepEvent;

const isMotion = (event: Recorded<MeetingStreamEvent>): event is Recorded<MotionEvent> => Object.hasOwn(motionEventVersions, event.type);
const isElection = (event: Recorded<MeetingStreamEvent>): event is Recorded<ElectionEvent> =>
  Object.hasOwn(electionEventVersions, event.type);
const isProcedure = (event: Recorded<MeetingStreamEvent>): event is Recorded<ProcedureEvent> =>
  Object.hasOwn(procedureEventVersions, event.type);
const isDecision = (event: Recorded<MeetingStreamEvent>): event is Recorded<DecisionEvent> =>
  Object.hasOwn(decisionEventVersions, event.type);
const isDiscussion = (event: Recorded<MeetingStreamEvent>): event is Recorded<DiscussionEvent> =>
  Object.hasOwn(discussionEventVersions, event.type);
const isMinute = (event: Recorded<MeetingStreamEvent>): event is Recorded<MinuteEvent> => Object.hasOwn(minuteEventVersions, event.type);

const isStepEvent = (event: Recorded<MeetingStreamEvent>): event is Recorded<StepEvent> => Object.hasOwn(stepEventVersions, event.type);

const isRoom = (event: Recorded<MeetingStreamEvent>): event is Recorded<MeetingEvent> => Object.hasOwn(meetingEventVersions, event.type);

/**
 * Each event is folded by the part whose list names it; an event that no list names does not compile, and is a fault at run time. What puts
 * the course right is folded by telling the meeting again from its first event.
 */
export function evolveMeeting(meeting: Meeting, event: Recorded<MeetingStreamEvent>): Meeting {
  if (isStepEvent(event)) return { ...tellAgain(toldAnew(meeting.told, event)), putRight: putRight(meeting, event) };
  const evolved = evolvePart(meeting, event);
  return { ...evolved, course: evolveCourse(meeting, event), told: [...meeting.told, event] };
}

export const tellAgain = (events: readonly Recorded<MeetingStreamEvent>[]): Meeting => events.reduce(evolveMeeting, noMeeting);

function evolvePart(meeting: Meeting, event: Exclude<Recorded<MeetingStreamEvent>, Recorded<StepEvent>>): Meeting {
  if (isMotion(event)) return evolveMotions(meeting, event);
  if (isElection(event)) return evolveElections(meeting, event);
  if (isProcedure(event)) return evolveProcedure(meeting, event);
  if (isDecision(event)) return evolveDecisions(meeting, event);
  if (isDiscussion(event)) return evolveDiscussion(meeting, event);
  if (isMinute(event)) return evolveMinute(meeting, event);
  if (isRoom(event)) return evolveRoom(meeting, event);
  return inNoList(event);
}

function inNoList(event: never): never {
  const { type, stream } = event as Recorded<MeetingStreamEvent>;
  throw new Error(`${stream} holds ${type}, which is in no list of events of a meeting.`);
}

/** One object for all slices that decide on the stream, so that it is folded once. Nothing but {@link MeetingStreamEvent}s stands in it. */
export const meetingHistory: History<Meeting> = {
  category: MEETING,
  ofBody: 'record',
  initial: noMeeting,
  evolve: evolveMeeting as History<Meeting>['evolve'],
};
