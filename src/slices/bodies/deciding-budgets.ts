import { accept, type Decision } from '../../kernel/decider.js';
import { shortId } from '../../kernel/ids.js';
import { plain } from '../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type LifeCommandNamed } from './body-life.commands.js';
import { type BudgetPhase, type Money } from './body-life.events.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { type BodyState } from './body.state.js';
import { datedBy, deadlineOf, factsOf, groundsOf } from './deciding-grounds.js';
import { type LifeFacts } from './life.facts.js';
import { type BudgetPhaseDto, type MoneyDto } from './body-life.payloads.js';
import { type Budget } from './over-time.js';

const money = (told: MoneyDto | undefined): Money | undefined => told && { pence: told.pence, currency: 'GBP' };

/** The phases with their deadlines; a phase that depends on the launch of a body already launched gets its dates at once. */
function phasesOf(
  told: readonly BudgetPhaseDto[],
  saidOn: string,
  { established, overTime }: BodyState,
  facts: LifeFacts,
): readonly BudgetPhase[] | Refusal {
  const launched = overTime.relaunches.at(-1)?.on ?? established?.on;
  const phases: BudgetPhase[] = [];
  for (const [index, { phaseId = `phase-${index + 1}`, words, amount }] of told.entries()) {
    if (phases.some((one) => one.phaseId === phaseId))
      return refuseBody('budget.phase-twice', { field: `phases.${index}.phaseId`, detail: { phaseId } });
    const read = deadlineOf(words, undefined, saidOn, facts);
    if (isRefusal(read)) return read;
    phases.push(plain({ phaseId, deadline: launched === undefined ? read : datedBy(read, launched), amount: money(amount) }));
  }
  return phases;
}

const tooMuch = (amount: Money | undefined, phases: readonly BudgetPhase[]): Refusal | null => {
  const sum = phases.reduce((all, phase) => all + (phase.amount?.pence ?? 0), 0);
  return amount && sum > amount.pence
    ? refuseBody('budget.phases-exceed', { field: 'phases', detail: { pence: amount.pence, phases: sum } })
    : null;
};

export function delegateBudget(command: LifeCommandNamed<'DelegateBudget'>, body: BodyState): Decision<BodyEvent> {
  const { budgetId = shortId('budget', command.commandId), title, delegatedBy, toBeDefined, phases: told = [], on, ...rest } = command.data;
  const amount = money(rest.amount);
  if (body.overTime.budgets.some((one) => one.budgetId === budgetId))
    return refuseBody('budget.exists', { field: 'budgetId', detail: { budgetId } });
  if ((amount === undefined) === (toBeDefined === undefined)) return refuseBody('budget.amount-or-words', { field: 'amount' });
  const phases = phasesOf(told, on, body, factsOf(command));
  if (isRefusal(phases)) return phases;
  const grounds = groundsOf(rest, factsOf(command));
  if (isRefusal(grounds)) return grounds;
  return (
    tooMuch(amount, phases) ??
    accept<BodyEvent>(
      {
        type: 'BudgetDelegated',
        v: 1,
        data: plain({ bodyId: body.bodyId, budgetId, title, on, delegatedBy, amount, toBeDefined, phases, ...grounds }),
      },
      budgetId,
    )
  );
}

const budgetOf = ({ overTime }: BodyState, budgetId: string): Budget | Refusal =>
  overTime.budgets.find((one) => one.budgetId === budgetId) ?? refuseBody('budget.unknown', { field: 'budgetId', detail: { budgetId } });

export function changeBudget(command: LifeCommandNamed<'ChangeBudget'>, body: BodyState): Decision<BodyEvent> {
  const { budgetId, title, toBeDefined, phases: told, on, reason, ...rest } = command.data;
  const budget = budgetOf(body, budgetId);
  if (isRefusal(budget)) return budget;
  const amount = money(rest.amount);
  if (amount && toBeDefined !== undefined) return refuseBody('budget.amount-or-words', { field: 'amount' });
  const phases = told && phasesOf(told, on, body, factsOf(command));
  if (phases && isRefusal(phases)) return phases;
  const gone = phases ? budget.phases.filter((one) => !phases.some(({ phaseId }) => phaseId === one.phaseId)) : [];
  const begun = gone.find((one) => one.begun !== undefined);
  if (begun) return refuseBody('budget.phase-begun-already', { field: 'phases', detail: { phaseId: begun.phaseId } });
  const changes = plain({ title, amount, toBeDefined, phases });
  if (Object.keys(changes).length === 0) return refuseBody('budget.unchanged', { detail: { budgetId } });
  const grounds = groundsOf(rest, factsOf(command));
  if (isRefusal(grounds)) return grounds;
  return (
    tooMuch(amount ?? (toBeDefined === undefined ? budget.amount : undefined), phases ?? budget.phases) ??
    accept<BodyEvent>({
      type: 'BudgetChanged',
      v: 1,
      data: plain({ bodyId: body.bodyId, budgetId, on, changes, dropped: gone.map(({ phaseId }) => phaseId), reason, ...grounds }),
    })
  );
}

export function beginPhase(command: LifeCommandNamed<'BeginBudgetPhase'>, body: BodyState): Decision<BodyEvent> {
  const { budgetId, phaseId, on, words, ...rest } = command.data;
  const budget = budgetOf(body, budgetId);
  if (isRefusal(budget)) return budget;
  const phase = budget.phases.find((one) => one.phaseId === phaseId);
  if (!phase) return refuseBody('budget.phase-unknown', { field: 'phaseId', detail: { phases: budget.phases.map((one) => one.phaseId) } });
  if (phase.begun !== undefined) return refuseBody('budget.phase-begun-already', { field: 'phaseId', detail: { begun: phase.begun } });
  if (on < budget.on) return refuseBody('body.dates-out-of-order', { field: 'on', detail: { delegated: budget.on } });
  const grounds = groundsOf(rest, factsOf(command));
  if (isRefusal(grounds)) return grounds;
  return accept<BodyEvent>({
    type: 'BudgetPhaseBegun',
    v: 1,
    data: plain({ bodyId: body.bodyId, budgetId, phaseId, on, words, ...grounds }),
  });
}
