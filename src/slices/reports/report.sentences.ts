import { type ReportEvent } from './report.events.js';
import { because, longDate, officers, quoted, type Sentences } from '../../kernel/sentences.js';

export const reportSentences: Sentences<ReportEvent> = {
  ReportSubmitted: ({ title, authors, recommendations }) =>
    `Report ${quoted(title)} by ${officers(authors.map(({ name }) => name))}, with ${recommendations.length} recommendation${recommendations.length === 1 ? '' : 's'}`,
  ReportCorrected: ({ changes, reason }) => `Report corrected (${Object.keys(changes).join(', ')})${because(reason)}`,
  ReportWithdrawn: ({ reason }) => `Report withdrawn${because(reason)}`,
  ReportPutOnAgenda: ({ meetingId, number }) => `Put on the agenda of ${meetingId}${number === undefined ? '' : ` as item ${number}`}`,
  ReportEscalated: ({ to, why }) => `Escalated to ${to}${because(why)}`,
  RecommendationDecided: ({ letter, outcome, decision, paragraph, part, words }) =>
    `Recommendation ${letter} ${outcome} by ${decision.meetingId}, paragraph ${paragraph}${part === undefined ? '' : `(${part})`}${words ? `: ${quoted(words)}` : ''}`,
  RecommendationReopened: ({ letter, reason }) => `What was recorded as decided on recommendation ${letter} withdrawn${because(reason)}`,
  ReportPromiseKept: ({ promiseId }) => `Keeps the promise ${promiseId}`,
  ReportPromised: ({ title, words, officers: by, due }) =>
    `Report promised, ${quoted(title)}, by ${officers(by)}, due ${due.words || 'at no time named'}: ${quoted(words)}`,
  ReportPromiseExtended: ({ due, reason }) =>
    `Now due ${due.words}${due.latest === undefined ? '' : ` (by ${longDate(due.latest)})`}${because(reason)}`,
  ReportPromiseReleased: ({ reason }) => `No longer wanted${because(reason)}`,
};
