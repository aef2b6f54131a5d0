import { type LinkTable } from '../../kernel/links.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { type ActionEvent } from './action.events.js';

const decision = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;

/** Links from a decision, or the entry of a discussion, to the action that came of it, and from the action to the meeting or decision that noted it complete. */
export const actionLinks: LinkTable<ActionEvent> = {
  ActionRaised: ({ data: { source, actionId } }) =>
    source.kind === 'decision'
      ? [{ from: decision(source.decision), to: actionId, how: 'action raised' }]
      : source.kind === 'discussion'
        ? [{ from: `${source.meetingId}#${source.entryId}`, to: actionId, how: 'action raised' }]
        : [],
  ActionNotedComplete: ({ data: { actionId, decision: by, atMeeting } }) => [
    { from: actionId, to: by ? decision(by) : atMeeting, how: 'noted complete' },
  ],
};
