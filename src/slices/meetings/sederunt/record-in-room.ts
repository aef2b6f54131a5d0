import { accept, type Decision } from '../../../kernel/decider.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { plain } from '../../../kernel/plain.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionEvent, type QuorumSum } from '../events/decision.events.js';
import { entryOf, momentOf } from '../record/entries.js';
import { type RoomEvent } from '../rules/meeting-guards.js';
import { type MotionEvent } from '../events/motion.events.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { evolveMeeting, type MeetingStreamEvent } from '../record/meeting.history.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type StepEvent } from '../events/step.events.js';
import { type ElectionEvent } from '../votes/election.events.js';
import { naming } from '../record/striking.js';
import { refuseStep } from '../record/step.refusals.js';
import { type Ruling } from '../votes/procedure.events.js';
import { impossibleVotes } from './impossible-votes.js';
import { attendanceOf, presidingAt, quorumAt, standingFor } from './room.js';

type Change = MeetingEvent | MotionEvent | ElectionEvent | MinuteEvent | StepEvent;

/** A change to who was in the room, the rules or a declaration: refused where it would belie what was done, else with its consequences. */
export function recordInRoom(meeting: Meeting, change: Change | readonly Change[], because?: string, id?: string): Decision<RoomEvent> {
  const events = [change].flat().map((event) => plain(event));
  return contradicted(meeting, events) ?? recordAsItIs(meeting, events, because, id);
}

/** A change that is so whatever the record of the meeting says: what it belies stands, and is reported where the record does not agree. */
export const recordAsItIs = (meeting: Meeting, events: readonly Change[], because?: string, id?: string): Decision<RoomEvent> =>
  accept<RoomEvent>(
    withConsequences(
      meeting,
      events.map((event) => plain(event)),
      because,
    ),
    id,
  );

/** A change to the sederunt may not make impossible what the record says was done by those in the room. */
function contradicted(meeting: Meeting, events: readonly Change[]): Refusal | null {
  const changed = after(meeting, events);
  return contradictedVote(meeting, changed) ?? contradictedPart(meeting, changed) ?? contradictedRuling(meeting, changed);
}

/**
 * The events, followed by what they change for rulings and decisions already recorded: each decision that would now have been taken with
 * another quorum, unless it was struck, is found to stand otherwise, or on another sum, in the same append. So a decision's standing and its sum
 * always agree with the sederunt.
 */
function withConsequences(
  meeting: Meeting,
  events: readonly Change[],
  because = 'the record of who was in the room was changed',
): readonly RoomEvent[] {
  if (meeting.decisions.length + meeting.rulings.length === 0) return events;
  const changed = after(meeting, events);
  const found = changed.decisions.flatMap((decision): DecisionEvent[] => {
    const { decisionId, sectionId } = decision;
    if (entryOf(changed, decisionId)?.struck !== undefined) return [];
    const sumIn = (state: Meeting): QuorumSum => quorumAt(state, momentOf(state, decisionId), sectionId);
    const quorum = sumIn(changed);
    const standing = standingFor(quorum);
    if (standing !== decision.standing) return [{ type: 'DecisionStandingFound', v: 1, data: { decisionId, standing, quorum, because } }];
    if (JSON.stringify(quorum) === JSON.stringify(sumIn(meeting))) return [];
    return [{ type: 'DecisionQuorumFound', v: 1, data: { decisionId, quorum, because } }];
  });
  return [...events, ...rulingsAnew(meeting, changed, because), ...found];
}

/** A ruling is given by whoever presides: where somebody else did, it was theirs. */
const rulingsAnew = (meeting: Meeting, changed: Meeting, because: string): readonly StepEvent[] =>
  changed.told.flatMap((told): StepEvent[] => {
    if (told.type !== 'RulingGiven' || entryOf(changed, told.data.rulingId)?.struck !== undefined) return [];
    const by = presidingSince(meeting, changed, told.data);
    if (!by || by.personId === told.data.by.personId) return [];
    return [{ type: 'StepCorrected', v: 1, data: { ...naming(told), was: { by: told.data.by }, now: { by }, reason: because } }];
  });

/** Who presides, in the meeting as changed, where somebody gave a ruling who presided before; `null` where nobody does. */
function presidingSince(meeting: Meeting, changed: Meeting, { rulingId, by }: Pick<Ruling, 'rulingId' | 'by'>): PersonNamed | null {
  const presided = entryOf(meeting, rulingId) ? presidingAt(meeting, momentOf(meeting, rulingId)) : null;
  return presided?.personId === by.personId ? presidingAt(changed, momentOf(changed, rulingId)) : by;
}

/**
 * A change to the sederunt may not make a recorded vote impossible: a vote by somebody who would not have been entitled to it,
 * or more votes than people entitled. What was wrong with a vote before the change is not held against the change.
 */
function contradictedVote(meeting: Meeting, changed: Meeting): Refusal | null {
  const before = new Map(impossibleVotes(meeting).map((one) => [one.voteId, one]));
  for (const { voteId, motionId, people, counted, entitled } of impossibleVotes(changed)) {
    const about = { voteId, ...(motionId !== undefined && { motionId }) };
    const were = before.get(voteId);
    const gone = people.filter(({ personId }) => !were?.people.some((one) => one.personId === personId));
    if (gone.length > 0) return refuseMeeting('attendance.voted', { detail: { ...about, people: gone.map(({ name }) => name) } });
    if (counted > entitled && !(were && were.counted - were.entitled >= counted - entitled))
      return refuseMeeting('attendance.votes-outnumber', { detail: { ...about, counted, entitled } });
  }
  return null;
}

/** Somebody who moved, seconded or dissented was there then. An attendance taken out altogether is that of somebody else. */
function contradictedPart(meeting: Meeting, changed: Meeting): Refusal | null {
  for (const { personId, name, after: place, motionId } of partsTaken(meeting)) {
    const attendance = attendanceOf(changed, personId);
    if (attendance && wasThere(meeting, personId, place) && !wasThere(changed, personId, place))
      return refuseMeeting('attendance.took-part', { detail: { person: name, ...(motionId !== undefined && { motionId }) } });
  }
  return null;
}

function contradictedRuling(meeting: Meeting, changed: Meeting): Refusal | null {
  const nobodys = changed.rulings.find(
    (one) => entryOf(changed, one.rulingId)?.struck === undefined && presidingSince(meeting, changed, one) === null,
  );
  return nobodys ? refuseStep('step.ruling-given', { detail: { rulingId: nobodys.rulingId, by: nobodys.by.name } }) : null;
}

/** A motion is no entry of the record: whoever moved one and left before the next entry was there for it. */
function wasThere(meeting: Meeting, personId: string, place: string | null): boolean {
  const at = momentOf(meeting, place);
  return (attendanceOf(meeting, personId)?.spells ?? []).some(
    ({ from, to }) => momentOf(meeting, from) <= at && (to === undefined || momentOf(meeting, to) >= at),
  );
}

function partsTaken(meeting: Meeting): readonly (PersonNamed & { readonly after: string | null; readonly motionId?: string })[] {
  const stands = (entryId: string): boolean => entryOf(meeting, entryId)?.struck === undefined;
  return [
    ...meeting.procedures.flatMap(({ procedureId: after, movedBy, secondedBy }) =>
      stands(after) ? [{ ...movedBy, after }, ...(secondedBy ? [{ ...secondedBy, after }] : [])] : [],
    ),
    ...meeting.rulings.flatMap(({ rulingId: after, dissents }) => (stands(after) ? dissents.map((one) => ({ ...one, after })) : [])),
    ...meeting.motions.flatMap(({ motionId, movedBy, movedAfter, secondedBy, secondedAfter }) => [
      { ...movedBy, after: movedAfter, motionId },
      ...(secondedBy && secondedAfter !== undefined ? [{ ...secondedBy, after: secondedAfter, motionId }] : []),
    ]),
    ...meeting.dissents.flatMap(({ person, motionId, decisionId }) => {
      const motion = meeting.motions.find((one) => one.motionId === motionId);
      const voteId = motion?.vote?.voteId ?? motion?.division?.divisionId;
      const place = decisionId ?? voteId;
      return place === undefined ? [] : [{ ...person, after: place }];
    }),
  ];
}

/** The state after events that are not stored yet. `happenedAt` is when they happened. */
const after = (meeting: Meeting, events: readonly MeetingStreamEvent[], happenedAt = ''): Meeting =>
  events.reduce(
    (state, event) => evolveMeeting(state, { ...event, happenedAt } as Recorded<DomainEvent> as Recorded<MeetingStreamEvent>),
    meeting,
  );
