import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { type DecisionEvent } from '../record/decision.events.js';
import { evolveMeeting, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { entryOf, momentOf } from '../record/entries.js';
import { quorumAt, standingFor } from './room.js';

/** The state after events that are not stored yet. `happenedAt` is when they happened. */
export const after = (meeting: Meeting, events: readonly MeetingStreamEvent[], happenedAt = ''): Meeting =>
  events.reduce(
    (state, event) => evolveMeeting(state, { ...event, happenedAt } as Recorded<DomainEvent> as Recorded<MeetingStreamEvent>),
    meeting,
  );

/**
 * The events, followed by what they change for decisions already recorded: each decision that would now have been taken with
 * another quorum, unless it was struck, is found to stand otherwise, in the same append. So a decision's standing always agrees with the sederunt.
 */
export function withConsequences<E extends MeetingStreamEvent>(
  meeting: Meeting,
  events: readonly E[],
  because = 'the record of who was in the room was changed',
): readonly (E | DecisionEvent)[] {
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
