import { isRefusal } from '../../kernel/refusal.js';
import { given } from '../../kernel/plain.js';
import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { addItems } from './adding-items.js';
import { type Ground, groundOf, itemDeadline } from './citing.js';
import { decideItem, settleOpen } from './deciding-items.js';
import { type PlanAdoptedData, type PlanAdoption, type PlanCorrection, type PlanNamed, type PlanRecordEvent } from './plan.events.js';
import { refusePlan } from './plan.refusals.js';
import { type Plan, planHistory } from './plan.state.js';
import {
  type AdoptPlan,
  type ClosePlan,
  type CorrectPlan,
  type PlanAskedFor,
  type PlanCommand,
  type ReviewPlan,
} from './plans.commands.js';
import { bodyIdOf } from '../../kernel/record-id.js';

/** The scale of the self-evaluation of progress with integration, 2019: the lowest first. */
export const USUAL_SCALE = ['not-yet-established', 'partly-established', 'established', 'exemplary'] as const;

export const planDecider: Decider<Plan | null, PlanCommand, PlanRecordEvent> = {
  history: planHistory,
  decide(command, plan): Decision<PlanRecordEvent> {
    const { timeZone } = command.facts;
    if (timeZone === null) return refusePlan('plan.body-unknown');
    const today = dateInZone(command.happenedAt, timeZone);
    if (command.type === 'AdoptPlan') return adopt(command, today);
    if (!plan) return refusePlan('plan.not-adopted', { detail: { planId: command.target } });
    if (command.type === 'CorrectPlan') return correct(command, plan, today);
    const ground = groundOf(command.data, plan.bodyId, today, command.facts);
    if (isRefusal(ground)) return ground;
    const { on } = ground;
    if (on < plan.adoptedOn) return refusePlan('plan.before-adoption', { field: 'on', detail: { on, adoptedOn: plan.adoptedOn } });
    if (plan.closed && command.type !== 'ReopenPlan') return refusePlan('plan.closed', { detail: { on: plan.closed.on } });
    return decideStep(command, plan, ground);
  },
};

function decideStep(
  command: Exclude<PlanCommand, { type: 'AdoptPlan' | 'CorrectPlan' }>,
  plan: Plan,
  ground: Ground,
): Decision<PlanRecordEvent> {
  switch (command.type) {
    case 'AddPlanItem':
      return addItems(command, plan, ground);
    case 'ReviewPlan':
      return inOrder(plan, ground) ?? review(command, plan, ground);
    case 'ClosePlan':
      return inOrder(plan, ground) ?? close(command, plan, ground);
    case 'ReopenPlan': {
      if (!plan.closed) return refusePlan('plan.open-already');
      const { on } = ground;
      return (
        inOrder(plan, ground) ??
        accept<PlanRecordEvent>({ type: 'PlanReopened', v: 1, data: { ...named(plan), on, reason: command.data.reason } })
      );
    }
    case 'AmendPlanItem':
    case 'ReportAchievement':
    case 'SelfEvaluateItem':
    case 'CompletePlanItem':
    case 'ReopenPlanItem':
    case 'SupersedePlanItem':
    case 'DropPlanItem':
      return decideItem(command, plan, ground);
  }
}

const named = ({ planId, bodyId }: Plan): PlanNamed => ({ planId, bodyId });

const inOrder = ({ settledOn }: Plan, { on }: Ground) =>
  on < settledOn ? refusePlan('plan.before-its-last-step', { field: 'on', detail: { on, lastStepOn: settledOn } }) : null;

function adopt({ target, data, facts }: PlanAskedFor<typeof AdoptPlan>, today: string): Decision<PlanRecordEvent> {
  const bodyId = bodyIdOf(target);
  if (data.decision && data.cited !== undefined) return refusePlan('plan.adoption-twice', { field: 'cited' });
  if (!data.decision && data.cited === undefined) return refusePlan('plan.adoption-missing', { field: 'cited' });
  const ground = groundOf(data, bodyId, today, facts);
  if (isRefusal(ground)) return ground;
  const scale = data.scale ?? USUAL_SCALE;
  if (new Set(scale).size < scale.length) return refusePlan('plan.scale-repeats', { field: 'scale' });
  const saidOn = data.saidOn ?? ground.on;
  const review = data.review === undefined ? undefined : itemDeadline(data.review, undefined, ground.on, facts);
  if (review && isRefusal(review)) return review;
  const adopted: PlanAdoption = ground.decision ? { by: 'decision', decision: ground.decision } : { by: 'cited', words: data.cited ?? '' };
  const { title, kind, source, report, introduction, ending } = data;
  const { on } = ground;
  const { exempt = false } = data;
  const adoptedData: PlanAdoptedData = {
    planId: target,
    bodyId,
    on,
    title,
    kind,
    source,
    adopted,
    report,
    saidOn,
    scale,
    introduction,
    ending,
    review,
    exempt,
  };
  return accept<PlanRecordEvent>({ type: 'PlanAdopted', v: 1, data: given(adoptedData) });
}

function review({ data, facts }: PlanAskedFor<typeof ReviewPlan>, plan: Plan, { on, decision }: Ground): Decision<PlanRecordEvent> {
  const next = data.nextReview === undefined ? undefined : itemDeadline(data.nextReview, undefined, on, facts);
  if (next && isRefusal(next)) return next;
  const { title, exempt } = plan;
  const reviewed = { ...named(plan), on, outcome: data.outcome, nextReview: next, decision, plan: { title, exempt } };
  return accept<PlanRecordEvent>({ type: 'PlanReviewed', v: 1, data: given(reviewed) });
}

function close({ data }: PlanAskedFor<typeof ClosePlan>, plan: Plan, ground: Ground): Decision<PlanRecordEvent> {
  const open = plan.items.filter(({ standing }) => standing === 'open');
  if (open.length > 0 && data.openItems === undefined)
    return refusePlan('plan.items-open', { field: 'openItems', detail: { items: open.map(({ itemId }) => itemId) } });
  const settled = settleOpen(plan, open, data, ground);
  if (isRefusal(settled)) return settled;
  const { on, decision } = ground;
  return accept<PlanRecordEvent>([
    ...settled,
    { type: 'PlanClosed', v: 1, data: given({ ...named(plan), on, reason: data.reason, decision }) },
  ]);
}

function correct({ data }: PlanAskedFor<typeof CorrectPlan>, plan: Plan, on: string): Decision<PlanRecordEvent> {
  const { title, source, introduction, ending, exempt, reason } = data;
  const changes: PlanCorrection = given({ title, source, introduction, ending, exempt });
  if (!Object.keys(changes).length) return refusePlan('plan.nothing-given');
  const itemIds = plan.items.map(({ itemId }) => itemId);
  return accept<PlanRecordEvent>({ type: 'PlanCorrected', v: 1, data: { ...named(plan), on, changes, itemIds, reason } });
}
