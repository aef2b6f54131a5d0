import { type Tag } from '../frame/tag.js';
import { count, deadlineWords } from '../../kernel/words.js';
import { type Author } from '../../slices/reports/report.events.js';
import { type PromiseView } from '../../slices/reports/reports.queries.js';
import { type RecommendationView, outcomeWords, RECOMMENDATION_STATUS_WORDS } from '../../slices/reports/reports.words.js';
import { addressOfReport, addressOfDecision } from '../frame/addresses.js';
const CLASSES: Readonly<Record<RecommendationView['state'], string>> = {
  undecided: 'govuk-tag--yellow',
  continued: 'govuk-tag--yellow',
  approved: 'govuk-tag--green',
  amended: 'govuk-tag--green',
  rejected: 'govuk-tag--red',
  noted: 'govuk-tag--blue',
};

export const tagOf = (state: RecommendationView['state']): Tag => ({ text: RECOMMENDATION_STATUS_WORDS[state], classes: CLASSES[state] });

export function promiseTag({ state, overdue, due }: PromiseView): Tag {
  if (state === 'kept') return { text: 'Kept', classes: 'govuk-tag--green' };
  if (state === 'released') return { text: 'No longer wanted', classes: 'govuk-tag--grey' };
  if (overdue) return { text: 'Overdue', classes: 'govuk-tag--red' };
  return due.latest === undefined
    ? { text: 'Awaited, no day', classes: 'govuk-tag--grey' }
    : { text: 'Awaited', classes: 'govuk-tag--blue' };
}

export const person = ({ name, role }: Author): string => (role === undefined ? name : `${name}, ${role}`);

/** A promise for a row of a table. */
export const shownPromise = (promise: PromiseView) => ({
  ...promise,
  href: addressOfReport(promise.promiseId),
  tag: promiseTag(promise),
  dueWords: deadlineWords(promise.due, 'No deadline said'),
  late: promise.overdue ? `${count(promise.daysOverdue, 'day')} overdue` : null,
});

/** A recommendation with the decisions on it, and links to them. */
export const shownRecommendation = <R extends RecommendationView>(one: R) => ({
  ...one,
  tag: tagOf(one.state),
  decidedHref: one.decided && addressOfDecision(one.decided.decision),
  decidedWords: one.decided && outcomeWords(one.decided),
  earlierWords: one.earlier.map((outcome) => `${tagOf(outcome.outcome).text}, ${outcomeWords(outcome)}`),
});
