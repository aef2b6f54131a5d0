import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { plain } from '../../kernel/plain.js';
import { isRefusal } from '../../kernel/refusal.js';
import { type LifeCommandNamed } from './body-life.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { type BodyState } from './body.state.js';
import { deadlineOf, factsOf, groundsOf } from './deciding-grounds.js';
import { zoneOf } from './deciding-life.js';
import { lacking } from './over-time.js';

/** The conditions are laid down anew as a whole: a condition that keeps its id keeps its evidence. */
export function setConditions(command: LifeCommandNamed<'SetReadinessConditions'>, body: BodyState): Decision<BodyEvent> {
  const { conditions, on = dateInZone(command.happenedAt, zoneOf(body)), ...grounds } = command.data;
  const ids = conditions.map(({ conditionId }) => conditionId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) return refuseBody('condition.twice', { field: `conditions.${twice}.conditionId`, detail: { conditionId: ids[twice] } });
  const told = groundsOf(grounds, factsOf(command));
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({
    type: 'ReadinessConditionsSet',
    v: 1,
    data: plain({
      bodyId: body.bodyId,
      on,
      conditions: conditions.map(({ conditionId, title, source }) => ({ conditionId, title, source })),
      ...told,
    }),
  });
}

export function evidence({ data }: LifeCommandNamed<'EvidenceCondition'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { condition, words, link, on } = data;
  const known = overTime.conditions.find(({ conditionId }) => conditionId === condition);
  if (!known) return refuseBody('condition.unknown', { field: 'condition', detail: { condition } });
  const standing = known.evidence.find(({ withdrawn }) => withdrawn === undefined || withdrawn > on);
  if (standing)
    return refuseBody('condition.evidenced-already', { field: 'condition', detail: { on: standing.on, words: standing.words } });
  return accept<BodyEvent>({ type: 'ConditionEvidenced', v: 1, data: plain({ bodyId, condition, words, link, on }) });
}

export function withdrawEvidence({ data }: LifeCommandNamed<'WithdrawEvidence'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { condition, reason, on } = data;
  const known = overTime.conditions.find(({ conditionId }) => conditionId === condition);
  if (!known) return refuseBody('condition.unknown', { field: 'condition', detail: { condition } });
  const stands = !lacking(overTime, on).includes(known) && known.evidence.some((one) => one.withdrawn === undefined && one.on <= on);
  if (!stands) return refuseBody('condition.not-evidenced', { field: 'on', detail: { condition } });
  return accept<BodyEvent>({ type: 'EvidenceWithdrawn', v: 1, data: { bodyId, condition, reason, on } });
}

export function namePathfinder(command: LifeCommandNamed<'NamePathfinder'>, body: BodyState): Decision<BodyEvent> {
  const { gated, reviewAt: words, reviewDates, reviewedBy, on = dateInZone(command.happenedAt, zoneOf(body)), ...grounds } = command.data;
  const facts = factsOf(command);
  const { bodyId, overTime } = body;
  if (overTime.pathfinder) return refuseBody('pathfinder.named-already', { detail: { on: overTime.pathfinder.on } });
  if (gated.includes(bodyId)) return refuseBody('pathfinder.gates-itself', { field: 'gated' });
  if (facts.unknownBodies.length > 0)
    return refuseBody('pathfinder.body-unknown', { field: 'gated', detail: { unknown: facts.unknownBodies } });
  const reviewAt = deadlineOf(words, reviewDates, on, facts);
  if (isRefusal(reviewAt)) return reviewAt;
  const told = groundsOf(grounds, facts);
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({ type: 'PathfinderNamed', v: 1, data: plain({ bodyId, gated, on, reviewAt, reviewedBy, ...told }) });
}

export function reviewPathfinder(command: LifeCommandNamed<'ReviewPathfinder'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { on, outcome, findings, nextReview: words, ...grounds } = command.data;
  const facts = factsOf(command);
  const { pathfinder } = overTime;
  if (!pathfinder) return refuseBody('pathfinder.not-named');
  if (pathfinder.reviews.some((one) => one.outcome === 'proceed')) return refuseBody('pathfinder.reviewed-already');
  if (on < pathfinder.on) return refuseBody('body.dates-out-of-order', { field: 'on', detail: { named: pathfinder.on } });
  if (!grounds.decision && grounds.source === undefined) return refuseBody('body.grounds-missing', { field: 'decision' });
  const told = groundsOf(grounds, facts);
  if (isRefusal(told)) return told;
  const nextReview = words === undefined ? undefined : deadlineOf(words, undefined, on, facts);
  if (nextReview && isRefusal(nextReview)) return nextReview;
  return accept<BodyEvent>({ type: 'PathfinderReviewed', v: 1, data: plain({ bodyId, on, outcome, findings, nextReview, ...told }) });
}

export function planReview(command: LifeCommandNamed<'PlanConstitutionReview'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { words, dates, on, ...grounds } = command.data;
  if (overTime.reviewPlanned) return refuseBody('constitution.review-planned-already', { detail: { words: overTime.reviewPlanned.words } });
  const by = deadlineOf(words, dates, on, factsOf(command));
  if (isRefusal(by)) return by;
  const told = groundsOf(grounds, factsOf(command));
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({ type: 'ConstitutionReviewPlanned', v: 1, data: plain({ bodyId, on, by, ...told }) });
}

export function reviewConstitution(command: LifeCommandNamed<'ReviewConstitution'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { on, findings, ...grounds } = command.data;
  if (!overTime.reviewPlanned) return refuseBody('constitution.review-not-planned');
  const told = groundsOf(grounds, factsOf(command));
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({ type: 'ConstitutionReviewed', v: 1, data: plain({ bodyId, on, findings, ...told }) });
}
