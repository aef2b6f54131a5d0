import { type GroundTable } from '../../../kernel/exempt.js';
import { type DecisionEvent } from '../events/decision.events.js';
import { meetingIdOf } from '../events/meeting.events.js';

const own = (stream: string, decisionId: string) => {
  const meetingId = meetingIdOf(stream);
  return [{ kind: 'decision', recordId: `${meetingId}#${decisionId}`, meetingId, place: decisionId } as const];
};

/** That a decision awaits ratification is exempt as long as the decision is. */
export const decisionGrounds: GroundTable<DecisionEvent> = {
  DecisionRecorded: ({ stream, data: { decisionId, standing } }) => (standing === 'informal' ? own(stream, decisionId) : []),
  DecisionStandingFound: ({ stream, data: { decisionId, standing } }) => (standing === 'informal' ? own(stream, decisionId) : []),
};
