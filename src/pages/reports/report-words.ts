import { count, when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type Author } from '../../slices/reports/report.events.js';
import { type PromiseView } from '../../slices/reports/reports.queries.js';
import { type RecommendationView } from '../../slices/reports/reports.words.js';
import { addressOfReport, addressOfDecision } from '../frame/addresses.js';

export interface Tag {
  readonly text: string;
  readonly classes: string;
}

const STATES: Readonly<Record<RecommendationView['state'], Tag>> = {
  undecided: { text: 'Undecided', classes: 'govuk-tag--yellow' },
  continued: { text: 'Continued', classes: 'govuk-tag--yellow' },
  approved: { text: 'Approved', classes: 'govuk-tag--green' },
  amended: { text: 'Approved as amended', classes: 'govuk-tag--green' },
  rejected: { text: 'Rejected', classes: 'govuk-tag--red' },
  noted: { text: 'Noted', classes: 'govuk-tag--blue' },
};

export const tagOf = (state: RecommendationView['state']): Tag => STATES[state];

export function promiseTag({ state, overdue, due }: PromiseView): Tag {
  if (state === 'kept') return { text: 'Kept', classes: 'govuk-tag--green' };
  if (state === 'released') return { text: 'No longer wanted', classes: 'govuk-tag--grey' };
  if (overdue) return { text: 'Overdue', classes: 'govuk-tag--red' };
  return due.latest === undefined
    ? { text: 'Awaited, no day', classes: 'govuk-tag--grey' }
    : { text: 'Awaited', classes: 'govuk-tag--blue' };
}

export const dueWords = ({ words, latest }: Deadline): string =>
  [words, latest !== undefined && !words.includes(when(latest)) && `by ${when(latest)}`].filter(Boolean).join(', ') || 'No deadline said';

export const person = ({ name, role }: Author): string => (role === undefined ? name : `${name}, ${role}`);

/** A promise as a row has it. */
export const shownPromise = (promise: PromiseView) => ({
  ...promise,
  href: addressOfReport(promise.promiseId),
  tag: promiseTag(promise),
  dueWords: dueWords(promise.due),
  late: promise.overdue ? `${count(promise.daysOverdue, 'day')} overdue` : null,
});

/** A recommendation with what was decided of it, and where that is to be read. */
export const shownRecommendation = <R extends RecommendationView>(one: R) => ({
  ...one,
  tag: tagOf(one.state),
  decidedHref: one.decided && addressOfDecision(one.decided.decision),
  decidedWords: one.decided && outcomeWords(one.decided),
  earlierWords: one.earlier.map((outcome) => `${tagOf(outcome.outcome).text}, ${outcomeWords(outcome)}`),
});

export const outcomeWords = ({ meetingDate, paragraph, part }: NonNullable<RecommendationView['decided']>): string =>
  `${when(meetingDate)}, paragraph ${paragraph}${part === undefined ? '' : `(${part})`}`;
