import { type GroundTable } from '../../kernel/exempt.js';
import { type ActionEvent } from './action.events.js';

/** An action is exempt as long as the decision it comes from is, or the item in which it was agreed. */
export const actionGrounds: GroundTable<ActionEvent> = {
  ActionRaised: ({ data: { actionId, source } }) =>
    source.kind === 'decision'
      ? [{ kind: 'action', recordId: actionId, meetingId: source.decision.meetingId, place: source.decision.decisionId }]
      : source.kind === 'discussion'
        ? [{ kind: 'action', recordId: actionId, meetingId: source.meetingId, place: source.entryId }]
        : [],
};
