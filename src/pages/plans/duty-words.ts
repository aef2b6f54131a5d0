import { type Choice } from '../frame/steps/parts.js';
import { count } from '../../kernel/words.js';
import { type Occurrence, type DutyView } from '../../slices/plans/plans.words.js';
import { type Tag } from '../frame/tag.js';

export const RECURRENCES: readonly Choice[] = [
  { value: 'yearly', text: 'Every year' },
  { value: 'every-n-years', text: 'Every few years' },
];

const DUTY_STATUS_WORDS: Readonly<Record<DutyView['status'], Tag>> = {
  'not-yet-due': { text: 'Not yet due', classes: 'govuk-tag--blue' },
  overdue: { text: 'Overdue', classes: 'govuk-tag--red' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
};

const OCCURRENCE_STATUS_WORDS: Readonly<Record<Occurrence['state'], Tag>> = {
  fulfilled: { text: 'Fulfilled', classes: 'govuk-tag--green' },
  late: { text: 'Fulfilled late', classes: 'govuk-tag--yellow' },
  missed: { text: 'Missed', classes: 'govuk-tag--red' },
  due: { text: 'Due', classes: 'govuk-tag--blue' },
};

/** A duty for its pages, the newest occurrence first. */
export const shownDuty = (duty: DutyView) => ({
  ...duty,
  tag: DUTY_STATUS_WORDS[duty.status],
  overdue: duty.status === 'overdue' ? `${count(duty.daysOverdue, 'day')} overdue` : null,
  occurrences: duty.occurrences.map((one) => ({ ...one, tag: OCCURRENCE_STATUS_WORDS[one.state] })).reverse(),
});
