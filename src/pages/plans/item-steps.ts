import { type FormFields } from '../frame/forms.js';
import { type Choice, ifAny } from '../frame/steps/parts.js';
import { type Steps, unchangedIn } from '../frame/steps/step.js';
import { type PlanItemStatus, type PlanItemView, type PlanView } from '../../slices/plans/plans.words.js';
import {
  AmendPlanItem,
  CompletePlanItem,
  DropPlanItem,
  ReopenPlanItem,
  ReportAchievement,
  SelfEvaluateItem,
  SupersedePlanItem,
} from '../../slices/plans/plans.commands.js';
import { byDecision, due, ON, REASON, WORDING } from './plan-fields.js';

/** An item with its plan, which together decide what is offered. */
export interface ItemOffered {
  readonly item: PlanItemView;
  readonly plan: PlanView;
}

/** The data from which an item’s form is made. */
export interface ItemAt extends ItemOffered {
  /** The meetings that can have taken a decision, the latest first. */
  readonly meetings: readonly Choice[];
  /** The days on which the item fell due, or falls due next, and was not met. */
  readonly occurrences: readonly Choice[];
}

const ratingsOf = ({ scale }: PlanView): readonly Choice[] => scale.map((value) => ({ value, text: value.replaceAll('-', ' ') }));
/** The item's wording now, for the form. */
const asItIs = ({ text, leads, measure, outcome }: PlanItemView): FormFields => ({
  text,
  leads,
  ...(measure !== null && { measure }),
  ...(outcome !== null && { outcome }),
});
const SETTLED: readonly PlanItemStatus[] = ['achieved', 'superseded', 'dropped'];
const isOpen = ({ item, plan }: ItemOffered): boolean => plan.closed === null && !SETTLED.includes(item.status);
const reportable = ({ item, plan }: ItemOffered): boolean =>
  plan.closed === null && item.status !== 'superseded' && item.status !== 'dropped';

export const ITEM_STEPS: Steps<ItemOffered, ItemAt> = {
  achievement: {
    command: ReportAchievement,
    name: 'Report an achievement',
    button: 'Report it',
    done: 'The achievement is reported; what was reported before stays.',
    parts: () => [
      { id: 'words', as: 'words', label: 'What was done', hint: 'As the plan is to show it' },
      { id: 'reportedBy', as: 'line', label: 'Who said so', hint: 'Where it was somebody else' },
      ON,
    ],
    offered: reportable,
  },
  evaluate: {
    command: SelfEvaluateItem,
    name: 'Evaluate it',
    button: 'Record the evaluation',
    done: 'The evaluation is recorded.',
    parts: ({ plan }) => [
      { id: 'rating', as: 'choice', label: 'Rating', choices: ratingsOf(plan) },
      { id: 'evidence', as: 'words', label: 'What the rating rests on' },
      { id: 'improvement', as: 'words', label: 'Proposed improvement' },
      ON,
    ],
    offered: (one) => reportable(one) && one.plan.scale.length > 0,
  },
  complete: {
    command: CompletePlanItem,
    name: 'Record that it is achieved',
    button: 'Record it as achieved',
    done: 'It is recorded as achieved.',
    parts: ({ meetings, occurrences }) => [
      { id: 'words', as: 'words', label: 'What was achieved' },
      ...ifAny({ id: 'occurrence', as: 'choice', label: 'For', choices: occurrences, hint: 'Of an item that falls due again and again' }),
      ...byDecision(meetings),
      ON,
    ],
    offered: isOpen,
  },
  extend: {
    command: AmendPlanItem,
    name: 'Change its deadline',
    button: 'Change the deadline',
    done: 'The deadline is changed; the earlier one stays in the story.',
    parts: ({ plan }) => [
      { ...due(plan.bodyId), label: 'New deadline' },
      { id: 'dueDates.latest', as: 'date', label: 'By', hint: 'Where the words give no day: overdue from the day after' },
      REASON,
    ],
    offered: isOpen,
  },
  amend: {
    command: AmendPlanItem,
    name: 'Change its wording',
    button: 'Change it',
    done: 'The wording is changed; the earlier one stays in the story.',
    parts: () => [{ id: 'text', as: 'words', label: 'What is to be done' }, ...WORDING, REASON],
    start: ({ item }) => asItIs(item),
    extraFields: (typed, { item }) => unchangedIn(typed, asItIs(item)),
    offered: isOpen,
  },
  supersede: {
    command: SupersedePlanItem,
    name: 'Record what supersedes it',
    button: 'Record it as superseded',
    done: 'It is recorded as superseded.',
    parts: ({ meetings }) => [
      { id: 'by', as: 'words', label: 'Superseded by' },
      { id: 'words', as: 'words', label: 'What the plan says of it', hint: 'Word for word, where it says anything' },
      ...byDecision(meetings),
      ON,
    ],
    offered: isOpen,
  },
  drop: {
    command: DropPlanItem,
    name: 'Drop it',
    button: 'Drop it',
    done: 'It is dropped.',
    parts: ({ meetings }) => [REASON, ...byDecision(meetings), ON],
    offered: isOpen,
  },
  reopen: {
    command: ReopenPlanItem,
    name: 'Reopen it',
    button: 'Reopen it',
    done: 'It is open again.',
    parts: () => [REASON, ON],
    offered: ({ item, plan }) => plan.closed === null && SETTLED.includes(item.status),
  },
};
