import { because, decision as decisionOf, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { changesOf, choice, deadlineSaid as due, type Labels, labelsOf, linesOf, parts } from '../../kernel/lines.js';
import { when } from '../../kernel/words.js';
import {
  type DecisionCited,
  type Implication,
  type PlanAdoptedData,
  type PlanCorrection,
  type PlanHeadEvent,
  type PlanItemDetails,
  type PlanItemEvent,
} from './plan.events.js';

const by = (decided?: { readonly meetingId: string; readonly decisionId: string }): string => (decided ? ` by ${decisionOf(decided)}` : '');
const byParagraph = (decided?: DecisionCited): string | undefined =>
  decided && `By paragraph ${decided.paragraph} of the meeting of ${when(decided.meetingDate)}`;

/** What is said of a plan beside what adopted it. */
type PlanSaid = PlanCorrection & Pick<PlanAdoptedData, 'kind' | 'report' | 'saidOn' | 'scale' | 'review'>;
const PLAN: Labels<PlanSaid> = {
  title: 'Title',
  kind: ['Kind', choice],
  source: 'Stands in',
  report: ['Brought by report', (report) => report],
  saidOn: ['Its periods count from', when],
  review: ['To be reviewed', due],
  scale: ['Ratings, the lowest first', (ratings) => ratings.map(choice).join('; ')],
  introduction: 'Words above its items',
  ending: 'Words below its items',
  exempt: ['Publication', (exempt) => (exempt ? 'exempt by itself: not public' : 'not exempt by itself')],
};

/** `PlanGroupAdded` has no title: a heading is part of how the plan was recorded, and no step of its story. */
export const planTold: Told<PlanHeadEvent> = {
  PlanAdopted: ({ title, on, adopted, exempt, ...said }) => ({
    sentence: `${title} adopted on ${longDate(on)}${adopted.by === 'decision' ? by(adopted.decision) : `: ${quoted(adopted.words)}`}`,
    title: 'Adopted',
    lines: [
      adopted.by === 'decision' ? byParagraph(adopted.decision) : adopted.words,
      ...linesOf<Partial<PlanSaid>>(PLAN, { ...said, ...(exempt && { exempt }) }),
    ],
  }),
  PlanGroupAdded: ({ on, group: { groupId, number, heading, leadIn, within } }) => ({
    sentence: `Heading added on ${longDate(on)}: ${number === undefined ? '' : `${number} `}${quoted(heading)}${number === groupId ? '' : ` (${groupId})`}${within === undefined ? '' : `, under the heading ${within}`}`,
    title: null,
    lines: [heading, leadIn && `Above its items: ${leadIn}`],
  }),
  PlanReviewed: ({ on, outcome, nextReview, decision }) => ({
    sentence: `Plan reviewed on ${longDate(on)}${by(decision)}: ${quoted(outcome)}${nextReview ? `; next review ${nextReview.words}` : ''}`,
    title: 'Reviewed',
    lines: [outcome, byParagraph(decision), nextReview && `Next review: ${due(nextReview)}`],
  }),
  PlanClosed: ({ on, reason, decision }) => ({
    sentence: `Plan closed on ${longDate(on)}${by(decision)}${because(reason)}`,
    title: 'Closed',
    lines: [reason, byParagraph(decision)],
  }),
  PlanReopened: ({ on, reason }) => ({
    sentence: `Plan reopened on ${longDate(on)}${because(reason)}`,
    title: 'Reopened',
    lines: [reason],
  }),
  PlanCorrected: ({ changes, reason }) => ({
    sentence: `Plan corrected (${labelsOf(PLAN, changes)})${because(reason)}`,
    title: 'Corrected',
    lines: [reason, ...changesOf<Partial<PlanSaid>>(PLAN, changes)],
  }),
};

const implication = ({ of, words }: Implication): string => (of === undefined ? words : `${words} (${of})`);

/** The fields of an item. */
const ITEM: Labels<PlanItemDetails> = {
  number: 'Number',
  groupId: 'Heading',
  text: 'What is to be done',
  leads: 'Who leads',
  leadWords: 'Leads as the document has them',
  due: [
    'Deadline',
    (deadline) =>
      parts(
        due(deadline, ''),
        deadline.recurrence && `falls due ${deadline.recurrence}`,
        deadline.counted && `counted from ${when(deadline.counted.from)}`,
      ),
  ],
  measure: 'How it is measured',
  outcome: 'Outcome sought',
  implications: ['Implication', (all) => all.map(implication)],
  links: ['Link', (all) => all.map(({ item, words }) => `${words} (item ${item})`)],
};

export const planItemTold: Told<PlanItemEvent> = {
  PlanItemAdded: ({ itemId, on, details: { number, ...details } }) => ({
    sentence: `Item ${number ?? itemId} added on ${longDate(on)}, due ${details.due.words || 'not said'}: ${quoted(details.text)}`,
    title: 'Added to the plan',
    lines: linesOf(ITEM, details),
  }),
  PlanItemAmended: ({ itemId, on, changes, decision, reason }) => ({
    sentence: `Item ${itemId} amended on ${longDate(on)}${by(decision)} (${labelsOf(ITEM, changes)})${because(reason)}`,
    title: 'Changed',
    lines: [reason, byParagraph(decision), ...changesOf(ITEM, changes)],
  }),
  PlanItemDueRecounted: ({ itemId, due: deadline, because: why }) => ({
    sentence: `Item ${itemId} counted again${deadline.latest === undefined ? '' : `: now ${longDate(deadline.latest)}`}, as ${why}`,
    title: 'Deadline counted again',
    lines: [`Deadline: ${due(deadline)}`, why],
  }),
  PlanItemAchievementReported: ({ itemId, on, words, reportedBy }) => ({
    sentence: `Item ${itemId} reported on ${longDate(on)}: ${quoted(words, 400)}`,
    title: 'Reported',
    lines: [words, reportedBy && `Reported by ${reportedBy}`],
  }),
  PlanItemSelfEvaluated: ({ itemId, on, rating, evidence, improvement }) => ({
    sentence: `Item ${itemId} evaluated on ${longDate(on)} as ${choice(rating)}${evidence === undefined ? '' : `: ${quoted(evidence)}`}`,
    title: `Evaluated: ${choice(rating)}`,
    lines: [evidence, improvement && `Proposed improvement: ${improvement}`],
  }),
  PlanItemOccurrenceMet: ({ itemId, on, occurrence, words, decision }) => ({
    sentence: `Item ${itemId} met on ${longDate(on)} for ${longDate(occurrence)}: ${quoted(words)}`,
    title: `Met for ${when(occurrence)}`,
    lines: [words, byParagraph(decision)],
  }),
  PlanItemCompleted: ({ itemId, on, words, decision }) => ({
    sentence: `Item ${itemId} achieved on ${longDate(on)}${by(decision)}: ${quoted(words)}`,
    title: 'Achieved',
    lines: [words, byParagraph(decision)],
  }),
  PlanItemReopened: ({ itemId, on, reason }) => ({
    sentence: `Item ${itemId} reopened on ${longDate(on)}${because(reason)}`,
    title: 'Reopened',
    lines: [reason],
  }),
  PlanItemSuperseded: ({ itemId, on, by: other, ref, words, decision }) => ({
    sentence: `Item ${itemId} superseded on ${longDate(on)} by ${other}${ref === undefined ? '' : ` (${ref})`}${decision ? `,${by(decision)}` : ''}`,
    title: 'Superseded',
    lines: [`By ${other}${ref === undefined ? '' : ` (${ref})`}`, words, byParagraph(decision)],
  }),
  PlanItemDropped: ({ itemId, on, reason, decision }) => ({
    sentence: `Item ${itemId} dropped on ${longDate(on)}${by(decision)}${because(reason)}`,
    title: 'Dropped',
    lines: [reason, byParagraph(decision)],
  }),
};
