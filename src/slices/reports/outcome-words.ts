import { when } from '../../kernel/words.js';
import { type Outcome, type RecommendationOutcome } from './report.events.js';

/** The words for a recommendation by its outcome. */
export const RECOMMENDATION_STATUS_WORDS: Readonly<Record<'undecided' | Outcome, string>> = {
  undecided: 'Undecided',
  continued: 'Continued',
  approved: 'Approved',
  amended: 'Approved as amended',
  rejected: 'Rejected',
  noted: 'Noted',
};

export const outcomeWords = ({ meetingDate, paragraph, part }: RecommendationOutcome): string =>
  `${when(meetingDate)}, paragraph ${paragraph}${part === undefined ? '' : `(${part})`}`;
