import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { decisionMeant } from '../../kernel/citation.js';
import { type Decided } from './direction.events.js';
import { type DecidingDecision, type DirectionFacts } from './direction.facts.js';
import { refuseDirection } from './direction.refusals.js';
import { type Direction, directionOf, type Directions, isLive, statusOf } from './direction.state.js';
import { type DirectionDecisionDto } from './direction.payloads.js';
import { nextReference, sameReference } from './references.js';

interface DecisionNamed {
  readonly decision: DirectionDecisionDto;
  readonly paragraph?: string;
  readonly part?: string;
}

/** A decision that an approval, completion or revocation may rest on, with the quorum that makes it good. */
export interface GoodDecision {
  readonly decided: Decided;
  readonly on: string;
  readonly standing: string;
}

/** Only a decision of the body itself, taken with a quorum or ratified since, makes, revokes or closes a direction. */
export function goodDecision(named: DecisionNamed, bodyId: string, { meeting, behind }: DirectionFacts): GoodDecision | Refusal {
  const { meetingId } = named.decision;
  if (!meeting) return refuseDirection('direction.meeting-unknown', { field: 'decision.meetingId', detail: { meetingId } });
  if (meeting.bodyId !== bodyId)
    return refuseDirection('direction.decision-of-another-body', { field: 'decision.meetingId', detail: { bodyId: meeting.bodyId } });
  const found = findDecision(named, meeting.decisions);
  if (isRefusal(found)) return found;
  const decision = { meetingId, decisionId: found.decisionId };
  if (behind) return refuseDirection('direction.decision-behind', { detail: decision });
  if (found.rescindedBy)
    return refuseDirection('direction.decision-rescinded', { field: 'decision', detail: { ...decision, by: found.rescindedBy } });
  const ratified = found.ratification?.outcome === 'ratified' ? found.ratification.by : undefined;
  if (found.standing !== 'quorate' && !ratified) {
    const { standing, quorum } = found;
    const mend = howToMend(found);
    return refuseDirection('direction.decision-without-quorum', {
      field: 'decision',
      detail: { ...decision, standing, quorum, mend, sentence: `Taken with ${quorum}. ${mend}` },
    });
  }
  const { paragraph, quorum } = found;
  return {
    decided: { decision, paragraph, ...(named.part === undefined ? {} : { part: named.part }) },
    on: meeting.date,
    standing: ratified ? `${quorum}; ratified by decision ${ratified.decisionId} of ${ratified.meetingId}` : quorum,
  };
}

function howToMend({ standing, ratification }: DecidingDecision): string {
  if (ratification?.outcome === 'declined') return 'Ratification was declined: the board takes the decision anew at a quorate meeting.';
  return standing === 'informal'
    ? 'Ratify it at a quorate meeting, or correct the sederunt where it leaves out somebody who was there.'
    : 'Record the quorum declared from the chair, or the roll and sederunt that it is counted from; or ratify it at a quorate meeting.';
}

function findDecision({ decision, paragraph, part }: DecisionNamed, decisions: readonly DecidingDecision[]): DecidingDecision | Refusal {
  const { decisionId } = decision;
  const found = decisionMeant(decisions, { decisionId, paragraph, part });
  if (!found.problem) return found.decision;
  const field = decisionId === undefined ? 'paragraph' : 'decision.decisionId';
  if (found.problem === 'unnamed') return refuseDirection('direction.decision-unnamed', { field });
  if (found.problem === 'part-unknown') return refuseDirection('direction.part-unknown', { field: 'part', detail: found.detail });
  const detail = found.problem === 'ambiguous' ? found.detail : { ...decision, paragraph };
  return refuseDirection(`direction.decision-${found.problem}`, { field, detail });
}

/** The reference as given, or the next in the body's format. Unique in the body for good: a revoked direction keeps its reference. */
export function referenceFor(
  asked: string | undefined,
  approvedOn: string,
  { format }: DirectionFacts,
  { directions }: Directions,
): { readonly reference: string } | Refusal {
  const taken = directions.flatMap(({ direction, approval }) => (approval ? [{ direction, reference: approval.reference }] : []));
  if (asked === undefined) {
    if (format === null) return refuseDirection('direction.no-reference-format', { field: 'reference' });
    return {
      reference: nextReference(
        format,
        approvedOn,
        taken.map(({ reference }) => reference),
      ),
    };
  }
  const reference = asked.trim();
  const holder = taken.find((one) => sameReference(one.reference, reference));
  return holder ? refuseDirection('direction.reference-taken', { field: 'reference', detail: { ...holder } }) : { reference };
}

/** Refused unless the direction to be replaced is live and no other live direction claims to replace it. */
export function notReplaceable({ terms, direction }: Direction, approvedOn: string, state: Directions): Refusal | null {
  const id = terms.relation?.direction;
  if (id === undefined) return null;
  const before = directionOf(state, id);
  if (!before?.approval || !isLive(before))
    return refuseDirection('direction.predecessor-not-live', {
      field: 'direction',
      detail: { predecessor: id, state: before && statusOf(before), by: before?.end?.by },
    });
  const claimant = state.directions.find((one) => one.direction !== direction && isLive(one) && one.terms.relation?.direction === id);
  if (claimant)
    return refuseDirection('direction.predecessor-claimed', {
      field: 'direction',
      detail: { predecessor: id, by: { direction: claimant.direction, reference: claimant.approval?.reference } },
    });
  if (before.approval.on > approvedOn)
    return refuseDirection('direction.predecessor-later', {
      field: 'decision',
      detail: { predecessor: id, approvedOn: before.approval.on },
    });
  return null;
}
