import { type LinkTable } from '../../../kernel/links.js';
import { type DiscussionEvent } from '../events/discussion.events.js';
import { meetingIdOf } from '../events/meeting.events.js';

const resolved = (stream: string, hearingId: string, decisionId: string | undefined) =>
  decisionId === undefined
    ? []
    : [{ from: `${meetingIdOf(stream)}#${hearingId}`, to: `${meetingIdOf(stream)}#${decisionId}`, how: 'resolved' }];

/** Links from a question, petition or deputation to the decision that says what was resolved on it. */
export const discussionLinks: LinkTable<DiscussionEvent> = {
  HearingRecorded: ({ stream, data: { hearingId, decisionId } }) => resolved(stream, hearingId, decisionId),
  HearingResolved: ({ stream, data: { hearingId, decisionId } }) => resolved(stream, hearingId, decisionId),
};
