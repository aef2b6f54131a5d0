import { type RemitStanding, type RemitView } from '../../slices/remits/remits.words.js';
import { type Tag } from '../frame/tag.js';

const STANDING_TAGS: Readonly<Record<RemitStanding, Tag>> = {
  'awaiting-ruling': { text: 'Awaits a ruling', classes: 'govuk-tag--yellow' },
  refused: { text: 'Not allowed', classes: 'govuk-tag--grey' },
  waiting: { text: 'Waiting', classes: 'govuk-tag--yellow' },
  'on-agenda': { text: 'On an agenda', classes: 'govuk-tag--blue' },
  accepted: { text: 'Accepted', classes: 'govuk-tag--blue' },
  declined: { text: 'Declined', classes: 'govuk-tag--orange' },
  answered: { text: 'Answered', classes: 'govuk-tag--green' },
  noted: { text: 'Answer noted', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
};

/** A remit for its pages. */
export const shownRemit = (remit: RemitView) => ({ ...remit, tag: STANDING_TAGS[remit.standing] });
