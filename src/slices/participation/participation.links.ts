import { type Link, type LinkTable } from '../../kernel/links.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { type ParticipationEvent } from './participation.events.js';

const ref = (requestId: string): string => `participation-request:${requestId}`;
const decidedBy = (requestId: string, decision: DecisionRef | undefined, how: string): readonly Link[] =>
  decision ? [{ from: `${decision.meetingId}#${decision.decisionId}`, to: ref(requestId), how }] : [];

/** The links these events record: an earlier request and a meeting's decision to a request. */
export const participationLinks: LinkTable<ParticipationEvent> = {
  ParticipationRequestDeclined: ({ data }) => [{ from: ref(data.earlier.requestId), to: ref(data.requestId), how: 'declined as a repeat' }],
  ParticipationRequestRefused: ({ data }) => decidedBy(data.requestId, data.decision, 'participation request refused'),
  ParticipationRequestAgreed: ({ data }) => decidedBy(data.requestId, data.decision, 'participation request agreed to'),
};
