import { addressOfReading } from '../frame/addresses.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, ifAny } from '../frame/steps/parts.js';
import { type Step, type Steps, unchangedIn } from '../frame/steps/step.js';
import { PLAN_KINDS } from '../../slices/plans/plan.events.js';
import { AddPlanItem, AdoptPlan, ClosePlan, CorrectPlan, ReopenPlan, ReviewPlan } from '../../slices/plans/plans.commands.js';
import { headingsOver, type PlanView } from '../../slices/plans/plans.words.js';
import { byDecision, due, ON, REASON, reviewed, WORDING } from './plan-fields.js';
import { KIND_NAMES } from './plan-words.js';

/** The data from which a plan’s form is made. */
export interface PlanAt {
  readonly plan: PlanView;
  /** The meetings that can have taken a decision, the latest first. */
  readonly meetings: readonly Choice[];
}

export const ADOPT: Step<void, Pick<PlanAt, 'meetings'> & { readonly bodyId: string }> = {
  command: AdoptPlan,
  name: 'Record a plan',
  button: 'Record the plan',
  done: 'The plan is recorded. Add its items next.',
  parts: ({ meetings, bodyId }) => [
    { id: 'title', as: 'line', label: 'Title' },
    { id: 'kind', as: 'choice', label: 'Kind', choices: PLAN_KINDS.map((value) => ({ value, text: KIND_NAMES[value] })) },
    ...byDecision(meetings),
    { id: 'cited', as: 'words', label: 'What adopted it', hint: 'Where its meeting is not recorded here' },
    { id: 'source', as: 'words', label: 'Document it stands in' },
    { id: 'saidOn', as: 'date', label: 'Day from which “6 months” counts', hint: 'The day it was adopted, where nothing is said' },
    { id: 'scale', as: 'list', label: 'Ratings of its self-evaluation', hint: 'The lowest first, one on each line' },
    reviewed(bodyId, 'review', 'When it is reviewed'),
    { id: 'introduction', as: 'words', label: 'Words above its items' },
    { id: 'ending', as: 'words', label: 'Words below its items' },
  ],
  offered: () => true,
};

const OPEN_ITEMS: readonly Choice[] = [
  { value: 'superseded', text: 'Are superseded' },
  { value: 'dropped', text: 'Are dropped' },
];
const headingsOf = (plan: PlanView): readonly Choice[] =>
  plan.groups.flatMap((group) => (group.groupId === null ? [] : [{ value: group.groupId, text: headingsOver(plan, group) }]));
/** The fields that a correction can mend, with their values now. */
const asItIs = ({ title, source, introduction, ending }: PlanView): FormFields => ({
  title,
  ...(source !== null && { source }),
  ...(introduction !== null && { introduction }),
  ...(ending !== null && { ending }),
});
const openPlan = ({ closed }: PlanView): boolean => closed === null;

export const PLAN_STEPS: Steps<PlanView, PlanAt> = {
  'add-item': {
    command: AddPlanItem,
    name: 'Add an item',
    button: 'Add the item',
    done: 'The item is in the plan.',
    parts: ({ plan }) => [
      { id: 'items.0.itemId', as: 'line', label: 'Short name', hint: 'Small letters, digits, full stops and hyphens, such as 1.1.3' },
      { id: 'items.0.number', as: 'line', label: 'Number', hint: 'As the document writes it' },
      ...ifAny({ id: 'items.0.group', as: 'choice', label: 'Heading', choices: headingsOf(plan) }),
      { id: 'items.0.text', as: 'words', label: 'What is to be done' },
      ...WORDING.map((field) => ({ ...field, id: `items.0.${field.id}` })),
      { ...due(plan.bodyId), id: 'items.0.due', readAt: `${addressOfReading(plan.bodyId)}?on=${plan.saidOn}` },
    ],
    offered: openPlan,
  },
  review: {
    command: ReviewPlan,
    name: 'Record a review',
    button: 'Record the review',
    done: 'The review is recorded.',
    parts: ({ plan, meetings }) => [
      { id: 'outcome', as: 'words', label: 'What the review came to' },
      reviewed(plan.bodyId, 'nextReview', 'Next review'),
      ...byDecision(meetings),
      ON,
    ],
    offered: openPlan,
  },
  close: {
    command: ClosePlan,
    name: 'Close the plan',
    button: 'Close the plan',
    done: 'The plan is closed.',
    parts: ({ meetings }) => [
      REASON,
      { id: 'openItems', as: 'choice', label: 'Items that are still open', choices: OPEN_ITEMS },
      { id: 'supersededBy', as: 'line', label: 'Superseded by' },
      ...byDecision(meetings),
      ON,
    ],
    offered: openPlan,
  },
  reopen: {
    command: ReopenPlan,
    name: 'Reopen the plan',
    button: 'Reopen the plan',
    done: 'The plan is open again.',
    parts: () => [REASON, ON],
    offered: (plan) => !openPlan(plan),
  },
  correct: {
    command: CorrectPlan,
    name: 'Correct a slip',
    button: 'Correct it',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    parts: () => [
      { id: 'title', as: 'line', label: 'Title' },
      { id: 'source', as: 'words', label: 'Document it stands in' },
      { id: 'introduction', as: 'words', label: 'Words above its items' },
      { id: 'ending', as: 'words', label: 'Words below its items' },
      { id: 'reason', as: 'words', label: 'What was wrong' },
    ],
    start: ({ plan }) => asItIs(plan),
    extraFields: (typed, { plan }) => unchangedIn(typed, asItIs(plan)),
    offered: () => true,
  },
};
