import { type DecisionRef } from '../../kernel/citation.js';
import { type Ground, type GroundTable } from '../../kernel/exempt.js';
import { type ParticipationEvent } from './participation.events.js';

const decidedBy = ({ requestId, decision }: { readonly requestId: string; readonly decision?: DecisionRef }): readonly Ground[] =>
  decision ? [{ kind: 'participation-request', recordId: requestId, meetingId: decision.meetingId, place: decision.decisionId }] : [];

/** A request is exempt as long as the decision of a meeting by which it was decided is. */
export const participationGrounds: GroundTable<ParticipationEvent> = {
  ParticipationRequestRefused: ({ data }) => decidedBy(data),
  ParticipationRequestAgreed: ({ data }) => decidedBy(data),
};
