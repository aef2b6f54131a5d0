import { type PlanEvent } from './plan.events.js';
import { because, decision as decisionOf, longDate, quoted, type Sentences } from '../../kernel/sentences.js';

const by = (decided?: { readonly meetingId: string; readonly decisionId: string }): string => (decided ? ` by ${decisionOf(decided)}` : '');

export const planSentences: Sentences<PlanEvent> = {
  PlanAdopted: ({ title, adopted }) => `${title} adopted${adopted.by === 'decision' ? by(adopted.decision) : `: ${quoted(adopted.words)}`}`,
  PlanGroupAdded: ({ group: { number, heading } }) => `Heading added: ${number === undefined ? '' : `${number} `}${quoted(heading)}`,
  PlanReviewed: ({ outcome, nextReview, decision }) =>
    `Plan reviewed${by(decision)}: ${quoted(outcome)}${nextReview ? `; next review ${nextReview.words}` : ''}`,
  PlanClosed: ({ reason, decision }) => `Plan closed${by(decision)}${because(reason)}`,
  PlanReopened: ({ reason }) => `Plan reopened${because(reason)}`,
  PlanCorrected: ({ reason }) => `Plan corrected${because(reason)}`,
  PlanItemAdded: ({ itemId, details }) =>
    `Item ${details.number ?? itemId} added, due ${details.due.words || 'not said'}: ${quoted(details.text)}`,
  PlanItemAmended: ({ itemId, changes, decision, reason }) =>
    `Item ${itemId} amended${by(decision)} (${Object.keys(changes).join(', ')})${because(reason)}`,
  PlanItemDueRecounted: ({ itemId, due, because: why }) =>
    `Item ${itemId} counted again${due.latest === undefined ? '' : `: now ${longDate(due.latest)}`}, as ${why}`,
  PlanItemAchievementReported: ({ itemId, words }) => `Item ${itemId}: ${quoted(words, 400)}`,
  PlanItemSelfEvaluated: ({ itemId, rating, evidence }) =>
    `Item ${itemId} evaluated as ${rating.replaceAll('-', ' ')}${evidence === undefined ? '' : `: ${quoted(evidence)}`}`,
  PlanItemOccurrenceMet: ({ itemId, occurrence, words }) => `Item ${itemId} met for ${longDate(occurrence)}: ${quoted(words)}`,
  PlanItemCompleted: ({ itemId, words, decision }) => `Item ${itemId} achieved${by(decision)}: ${quoted(words)}`,
  PlanItemReopened: ({ itemId, reason }) => `Item ${itemId} reopened${because(reason)}`,
  PlanItemSuperseded: ({ itemId, by: other, decision }) => `Item ${itemId} superseded by ${other}${decision ? `,${by(decision)}` : ''}`,
  PlanItemDropped: ({ itemId, reason, decision }) => `Item ${itemId} dropped${by(decision)}${because(reason)}`,
  DutyRecorded: ({ title, source, next }) => `Duty recorded: ${title} (${source}); ${next.words}`,
  DutyFulfilled: ({ occurrence, on, words }) =>
    `Fulfilled for ${longDate(occurrence)}${on > occurrence ? `, late, on ${longDate(on)}` : ''}: ${quoted(words)}`,
  DutyChanged: ({ next, reason }) => `Now ${next.words}${because(reason)}`,
  DutyEnded: ({ on, reason }) => `Ended on ${longDate(on)}${because(reason)}`,
};
