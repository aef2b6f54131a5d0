import { accept, type Decision } from '../../../kernel/decider.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { plain } from '../../../kernel/plain.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionEvent } from '../record/decision.events.js';
import { entryOf, momentOf } from '../record/entries.js';
import { type RoomEvent } from '../record/meeting-guards.js';
import { type MeetingEvent } from '../record/meeting.events.js';
import { evolveMeeting, type MeetingStreamEvent } from '../record/meeting.history.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { type VoteTakenData } from '../record/motion.events.js';
import { entitledToVote, quorumAt, standingFor } from './room.js';

/** A change to who was in the room, the rules or a declaration: refused where it would belie a vote, else with its consequences. */
export function recordInRoom(meeting: Meeting, event: MeetingEvent, because?: string): Decision<RoomEvent> {
  const events = [plain(event)];
  return contradictedVote(meeting, events) ?? accept<RoomEvent>(withConsequences(meeting, events, because));
}

/**
 * The events, followed by what they change for decisions already recorded: each decision that would now have been taken with
 * another quorum, unless it was struck, is found to stand otherwise, in the same append. So a decision's standing always agrees with the sederunt.
 */
function withConsequences(
  meeting: Meeting,
  events: readonly MeetingEvent[],
  because = 'the record of who was in the room was changed',
): readonly RoomEvent[] {
  if (meeting.decisions.length === 0) return events;
  const changed = after(meeting, events);
  const found = changed.decisions.flatMap((decision): DecisionEvent[] => {
    const { decisionId, sectionId } = decision;
    if (entryOf(changed, decisionId)?.struck !== undefined) return [];
    const quorum = quorumAt(changed, momentOf(changed, decisionId), sectionId);
    const standing = standingFor(quorum);
    if (standing === decision.standing) return [];
    return [{ type: 'DecisionStandingFound', v: 1, data: { decisionId, standing, quorum, because } }];
  });
  return [...events, ...found];
}

/**
 * A change to the sederunt may not make a recorded vote impossible: a vote by somebody who would not have been entitled to it,
 * or more votes than people entitled. What was wrong with a vote before the change is not held against the change.
 */
function contradictedVote(meeting: Meeting, events: readonly MeetingEvent[]): Refusal | null {
  const votes = meeting.motions.flatMap(({ vote }) => (vote && !struck(meeting, vote.voteId) ? [vote] : []));
  if (votes.length === 0) return null;
  const changed = after(meeting, events);
  for (const vote of votes) {
    const [were, are] = [entitledIds(meeting, vote), entitledIds(changed, vote)];
    const gone = vote.votes.filter(({ person, option }) => option !== 'absent' && were.has(person.personId) && !are.has(person.personId));
    if (gone.length > 0)
      return refuseMeeting('attendance.voted', {
        detail: { voteId: vote.voteId, motionId: vote.motionId, people: gone.map(({ person }) => person.name) },
      });
    const { yes, no, abstain, notVoting, paired } = vote.counts;
    const counted = yes + no + abstain + notVoting + paired;
    if (are.size < were.size && counted > are.size)
      return refuseMeeting('attendance.votes-outnumber', {
        detail: { voteId: vote.voteId, motionId: vote.motionId, counted, entitled: are.size },
      });
  }
  return null;
}

const struck = (meeting: Meeting, entryId: string): boolean =>
  meeting.entries.some((entry) => entry.entryId === entryId && entry.struck !== undefined);

const entitledIds = (meeting: Meeting, { voteId, sectionId }: VoteTakenData): ReadonlySet<string> =>
  new Set(entitledToVote(meeting, momentOf(meeting, voteId), sectionId).map(({ person }) => person.personId));

/** The state after events that are not stored yet. `happenedAt` is when they happened. */
const after = (meeting: Meeting, events: readonly MeetingStreamEvent[], happenedAt = ''): Meeting =>
  events.reduce(
    (state, event) => evolveMeeting(state, { ...event, happenedAt } as Recorded<DomainEvent> as Recorded<MeetingStreamEvent>),
    meeting,
  );
