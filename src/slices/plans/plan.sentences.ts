import { because, decision as decisionOf, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { deadlineWords, when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionCited, type PlanHeadEvent, type PlanItemEvent } from './plan.events.js';

const by = (decided?: { readonly meetingId: string; readonly decisionId: string }): string => (decided ? ` by ${decisionOf(decided)}` : '');
const byParagraph = (decided?: DecisionCited): string | undefined =>
  decided && `By paragraph ${decided.paragraph} of the meeting of ${when(decided.meetingDate)}`;
const due = (deadline: Deadline): string => deadlineWords(deadline, 'not said');

/** `PlanGroupAdded` has no title: a heading is part of how the plan was recorded, and no step of its story. */
export const planTold: Told<PlanHeadEvent> = {
  PlanAdopted: ({ title, adopted }) => ({
    sentence: `${title} adopted${adopted.by === 'decision' ? by(adopted.decision) : `: ${quoted(adopted.words)}`}`,
    title: 'Adopted',
    lines: [adopted.by === 'decision' ? byParagraph(adopted.decision) : adopted.words],
  }),
  PlanGroupAdded: ({ group: { number, heading } }) => ({
    sentence: `Heading added: ${number === undefined ? '' : `${number} `}${quoted(heading)}`,
    title: null,
  }),
  PlanReviewed: ({ outcome, nextReview, decision }) => ({
    sentence: `Plan reviewed${by(decision)}: ${quoted(outcome)}${nextReview ? `; next review ${nextReview.words}` : ''}`,
    title: 'Reviewed',
    lines: [outcome, byParagraph(decision), nextReview && `Next review: ${due(nextReview)}`],
  }),
  PlanClosed: ({ reason, decision }) => ({
    sentence: `Plan closed${by(decision)}${because(reason)}`,
    title: 'Closed',
    lines: [reason, byParagraph(decision)],
  }),
  PlanReopened: ({ reason }) => ({ sentence: `Plan reopened${because(reason)}`, title: 'Reopened', lines: [reason] }),
  PlanCorrected: ({ reason }) => ({ sentence: `Plan corrected${because(reason)}`, title: 'Corrected', lines: [reason] }),
};

const CHANGED: Readonly<Record<string, string>> = {
  text: 'What is to be done',
  leads: 'Who leads',
  leadWords: 'Leads, as the document has them',
  measure: 'How it is measured',
  outcome: 'Outcome sought',
  due: 'Deadline',
  number: 'Number',
  groupId: 'Heading',
  implications: 'Implications',
  links: 'Links',
};

function changed(name: string, value: unknown): string {
  const label = CHANGED[name] ?? name;
  if (name === 'due') return `${label}: ${due(value as Deadline)}`;
  if (typeof value === 'string') return `${label}: ${value}`;
  const texts = (value as readonly (string | { readonly words: string })[]).map((one) => (typeof one === 'string' ? one : one.words));
  return `${label}: ${texts.join(', ')}`;
}

export const planItemTold: Told<PlanItemEvent> = {
  PlanItemAdded: ({ itemId, details }) => ({
    sentence: `Item ${details.number ?? itemId} added, due ${details.due.words || 'not said'}: ${quoted(details.text)}`,
    title: 'Added to the plan',
    lines: [details.text, `Deadline: ${due(details.due)}`],
  }),
  PlanItemAmended: ({ itemId, changes, decision, reason }) => ({
    sentence: `Item ${itemId} amended${by(decision)} (${Object.keys(changes).join(', ')})${because(reason)}`,
    title: 'Changed',
    lines: [reason, byParagraph(decision), ...Object.entries(changes).map(([name, value]) => changed(name, value))],
  }),
  PlanItemDueRecounted: ({ itemId, due: deadline, because: why }) => ({
    sentence: `Item ${itemId} counted again${deadline.latest === undefined ? '' : `: now ${longDate(deadline.latest)}`}, as ${why}`,
    title: 'Deadline counted again',
    lines: [`Deadline: ${due(deadline)}`, why],
  }),
  PlanItemAchievementReported: ({ itemId, words, reportedBy }) => ({
    sentence: `Item ${itemId}: ${quoted(words, 400)}`,
    title: 'Reported',
    lines: [words, reportedBy && `Reported by ${reportedBy}`],
  }),
  PlanItemSelfEvaluated: ({ itemId, rating, evidence, improvement }) => ({
    sentence: `Item ${itemId} evaluated as ${rating.replaceAll('-', ' ')}${evidence === undefined ? '' : `: ${quoted(evidence)}`}`,
    title: `Evaluated: ${rating.replaceAll('-', ' ')}`,
    lines: [evidence, improvement && `Proposed improvement: ${improvement}`],
  }),
  PlanItemOccurrenceMet: ({ itemId, occurrence, words, decision }) => ({
    sentence: `Item ${itemId} met for ${longDate(occurrence)}: ${quoted(words)}`,
    title: `Met for ${when(occurrence)}`,
    lines: [words, byParagraph(decision)],
  }),
  PlanItemCompleted: ({ itemId, words, decision }) => ({
    sentence: `Item ${itemId} achieved${by(decision)}: ${quoted(words)}`,
    title: 'Achieved',
    lines: [words, byParagraph(decision)],
  }),
  PlanItemReopened: ({ itemId, reason }) => ({
    sentence: `Item ${itemId} reopened${because(reason)}`,
    title: 'Reopened',
    lines: [reason],
  }),
  PlanItemSuperseded: ({ itemId, by: other, words, decision }) => ({
    sentence: `Item ${itemId} superseded by ${other}${decision ? `,${by(decision)}` : ''}`,
    title: 'Superseded',
    lines: [`By ${other}`, words, byParagraph(decision)],
  }),
  PlanItemDropped: ({ itemId, reason, decision }) => ({
    sentence: `Item ${itemId} dropped${by(decision)}${because(reason)}`,
    title: 'Dropped',
    lines: [reason, byParagraph(decision)],
  }),
};
