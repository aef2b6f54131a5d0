import { storyOf, told, type Told } from '../frame/steps/story.js';
import { when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { scheduleWords, type DutyUpdate, type ItemUpdate, type HeadUpdate } from '../../slices/plans/plans.words.js';
import { type DecisionCited } from '../../slices/plans/plan.events.js';

export const deadlineWords = ({ words, latest }: Deadline): string =>
  [words, latest !== undefined && !words.includes(when(latest)) && `by ${when(latest)}`].filter(Boolean).join(', ') || 'not said';

const by = (decision: DecisionCited | undefined): string | undefined =>
  decision && `By paragraph ${decision.paragraph} of the meeting of ${when(decision.meetingDate)}`;

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
  if (name === 'due') return `${label}: ${deadlineWords(value as Deadline)}`;
  if (typeof value === 'string') return `${label}: ${value}`;
  const texts = (value as readonly (string | { readonly words: string })[]).map((one) => (typeof one === 'string' ? one : one.words));
  return `${label}: ${texts.join(', ')}`;
}

function ofItem(update: ItemUpdate): Told {
  switch (update.type) {
    case 'PlanItemAdded':
      return told('Added to the plan', update.data.details.text, `Deadline: ${deadlineWords(update.data.details.due)}`);
    case 'PlanItemAmended': {
      const { changes, reason, decision } = update.data;
      return told('Changed', reason, by(decision), ...Object.entries(changes).map(([name, value]) => changed(name, value)));
    }
    case 'PlanItemDueRecounted':
      return told('Deadline counted again', `Deadline: ${deadlineWords(update.data.due)}`, update.data.because);
    case 'PlanItemAchievementReported':
      return told('Reported', update.data.words, update.data.reportedBy && `Reported by ${update.data.reportedBy}`);
    case 'PlanItemSelfEvaluated': {
      const { rating, evidence, improvement } = update.data;
      return told(`Evaluated: ${rating.replaceAll('-', ' ')}`, evidence, improvement && `Proposed improvement: ${improvement}`);
    }
    case 'PlanItemOccurrenceMet':
      return told(`Met for ${when(update.data.occurrence)}`, update.data.words, by(update.data.decision));
    case 'PlanItemCompleted':
      return told('Achieved', update.data.words, by(update.data.decision));
    case 'PlanItemReopened':
      return told('Reopened', update.data.reason);
    case 'PlanItemSuperseded':
      return told('Superseded', `By ${update.data.by}`, update.data.words, by(update.data.decision));
    case 'PlanItemDropped':
      return told('Dropped', update.data.reason, by(update.data.decision));
  }
}

/** Headings are part of how the plan was recorded, and no step of its story. */
function ofPlan(update: HeadUpdate): Told | null {
  switch (update.type) {
    case 'PlanAdopted':
      return told('Adopted', update.data.adopted.by === 'decision' ? by(update.data.adopted.decision) : update.data.adopted.words);
    case 'PlanGroupAdded':
      return null;
    case 'PlanReviewed': {
      const { outcome, nextReview, decision } = update.data;
      return told('Reviewed', outcome, by(decision), nextReview && `Next review: ${deadlineWords(nextReview)}`);
    }
    case 'PlanClosed':
      return told('Closed', update.data.reason, by(update.data.decision));
    case 'PlanReopened':
      return told('Reopened', update.data.reason);
    case 'PlanCorrected':
      return told('Corrected', update.data.reason);
  }
}

function ofDuty(update: DutyUpdate): Told {
  switch (update.type) {
    case 'DutyRecorded':
      return told('Recorded', `${update.data.what}: ${scheduleWords(update.data.schedule)}`, update.data.source);
    case 'DutyFulfilled':
      return told(`Fulfilled for ${when(update.data.occurrence)}`, update.data.words, update.data.link);
    case 'DutyChanged':
      return told('Changed', `From now on ${scheduleWords(update.data.schedule)}`, update.data.reason);
    case 'DutyEnded':
      return told('Ended', update.data.reason);
  }
}

type DateOf = (instant: string) => string;
export const storyOfItem = (updates: readonly ItemUpdate[], dateOf: DateOf) => storyOf(updates, ofItem, dateOf);
export const storyOfPlan = (updates: readonly HeadUpdate[], dateOf: DateOf) => storyOf(updates, ofPlan, dateOf);
export const storyOfDuty = (updates: readonly DutyUpdate[], dateOf: DateOf) => storyOf(updates, ofDuty, dateOf);
