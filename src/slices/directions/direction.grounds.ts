import { type GroundTable } from '../../kernel/exempt.js';
import { type DirectionEvent } from './direction.events.js';

/** A direction is exempt as long as the decision that approved it is, or it was found to be exempt itself. */
export const directionGrounds: GroundTable<DirectionEvent> = {
  DirectionApproved: ({ data: { bodyId, direction, decision } }) => [
    { kind: 'direction', recordId: `${bodyId}/${direction}`, meetingId: decision.meetingId, place: decision.decisionId },
  ],
  DirectionCorrected: ({ data: { bodyId, direction, changes } }) =>
    changes.exempt === undefined ? [] : [{ kind: 'direction', recordId: `${bodyId}/${direction}`, own: changes.exempt }],
};
