import { andNames } from '../../kernel/words.js';
import { type Tag } from '../frame/tag.js';
import { type DirectionStatus, GAPS, type DirectionView } from '../../slices/directions/directions.words.js';
import { addressOfDirection } from '../frame/addresses.js';

const TAGS: Readonly<Record<DirectionStatus, Tag>> = {
  drafted: { text: 'Draft', classes: 'govuk-tag--grey' },
  approved: { text: 'Approved', classes: 'govuk-tag--yellow' },
  issued: { text: 'Issued', classes: 'govuk-tag--blue' },
  'in-force': { text: 'In force', classes: 'govuk-tag--green' },
  completed: { text: 'Completed', classes: 'govuk-tag--grey' },
  superseded: { text: 'Superseded', classes: 'govuk-tag--grey' },
  revised: { text: 'Revised', classes: 'govuk-tag--grey' },
  revoked: { text: 'Revoked', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
};

export const tagOf = (state: DirectionStatus): Tag => TAGS[state];

/** Recipients of a live direction to whom it was issued and who have made no report. */
export const unreported = ({ live, issues, reports, terms }: DirectionView): readonly string[] =>
  live
    ? terms.recipients
        .filter(({ recipient }) => issues.some((one) => one.recipient === recipient) && !reports.some((one) => one.recipient === recipient))
        .map(({ name }) => name)
    : [];

/** The name that the direction gives a recipient. */
export const recipientIn =
  ({ terms }: DirectionView) =>
  (recipient: string): string =>
    terms.recipients.find((one) => one.recipient === recipient)?.name ?? recipient;

/** A direction as its page and the log show it. */
export function shown(view: DirectionView) {
  const { live, terms, issues, notAcknowledged, reviewOverdue, timeframePassed } = view;
  const course = terms.recipients.map(({ recipient, name }) => ({
    name,
    issue: issues.find((one) => one.recipient === recipient) ?? null,
  }));
  const toBeIssued = live ? course.filter(({ issue }) => !issue).map(({ name }) => name) : [];
  const silent = unreported(view);
  return {
    ...view,
    href: addressOfDirection(view.directionId),
    tag: tagOf(view.state),
    to: andNames(terms.recipients.map(({ name }) => name)),
    issuedOn: [...new Set(issues.map(({ on }) => on))],
    /** Each recipient, with its issue; `null` if the direction was not issued to it. */
    course,
    toBeIssued,
    unreported: silent,
    /** Whether the direction needs attention: an issue, an acknowledgement or a report is missing, or a day has passed. */
    marked: toBeIssued.length + notAcknowledged.length + silent.length > 0 || reviewOverdue || timeframePassed,
    gapWords: view.gaps.map((gap) => GAPS[gap]),
  };
}
