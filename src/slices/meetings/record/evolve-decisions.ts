import { type Recorded } from '../../../kernel/event.js';
import { type DecisionEvent } from '../events/decision.events.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type DecisionState, type Meeting } from './meeting.state.js';
import { insertEntry } from './entries.js';

export function evolveDecisions(meeting: Meeting, event: Recorded<DecisionEvent>): Meeting {
  switch (event.type) {
    case 'DecisionRecorded': {
      const { decisionId, sectionId, after } = event.data;
      const entries = insertEntry(
        meeting.entries,
        { entryId: decisionId, kind: 'decision', sectionId, happenedAt: event.happenedAt },
        after,
      );
      return { ...meeting, entries, decisions: [...meeting.decisions, event.data] };
    }
    case 'DecisionCorrected': {
      const { decisionId, verb, words, parts } = event.data;
      return ofDecision(meeting, decisionId, { verb, words, parts });
    }
    case 'DecisionStandingFound': {
      const { decisionId, standing, quorum } = event.data;
      return ofDecision(meeting, decisionId, { standing, quorum });
    }
    case 'DecisionQuorumFound':
      return ofDecision(meeting, event.data.decisionId, { quorum: event.data.quorum });
    case 'DecisionExemptionFound':
      return ofDecision(meeting, event.data.decisionId, { exempt: event.data.exempt });
    case 'DecisionRatified':
      return { ...meeting, ratified: [...meeting.ratified, { ...event.data, outcome: 'ratified' }] };
    case 'RatificationDeclined': {
      const { decision, by } = event.data;
      return { ...meeting, ratified: [...meeting.ratified, { decision, by, outcome: 'declined' }] };
    }
    case 'DecisionRescinded':
      return undo(meeting, event.data, { rescindedBy: event.data.by });
    case 'DecisionSuperseded':
      return undo(meeting, event.data, { supersededBy: event.data.by });
  }
}

const ofDecision = (meeting: Meeting, decisionId: string, change: Partial<DecisionState>): Meeting => ({
  ...meeting,
  decisions: meeting.decisions.map((decision) => (decision.decisionId === decisionId ? { ...decision, ...change } : decision)),
});

/** Recorded by the meeting that rescinds or supersedes; the decision itself is in this state only where it is this meeting's own. */
function undo(
  meeting: Meeting,
  { decision, by }: { readonly decision: DecisionRef; readonly by: DecisionRef },
  change: Partial<DecisionState>,
): Meeting {
  const undone = { ...meeting, undone: [...meeting.undone, { decision, by }] };
  return decision.meetingId === meeting.meetingId ? ofDecision(undone, decision.decisionId, change) : undone;
}
