import { because, longDate, officers, quoted, type Told } from '../../kernel/sentences.js';
import { deadlineWords, when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { outcomeWords, RECOMMENDATION_STATUS_WORDS } from './outcome-words.js';
import { type ReportEvent } from './report.events.js';

const due = (deadline: Deadline): string => `When: ${deadlineWords(deadline, 'No deadline said')}`;

export const reportTold: Told<ReportEvent> = {
  ReportSubmitted: ({ title, authors, recommendations }) => {
    const names = authors.map(({ name }) => name);
    return {
      sentence: `Report ${quoted(title)} by ${officers(names)}, with ${recommendations.length} recommendation${recommendations.length === 1 ? '' : 's'}`,
      title: 'Submitted',
      lines: [`By ${names.join(', ')}`],
    };
  },
  ReportCorrected: ({ changes, reason }) => ({
    sentence: `Report corrected (${Object.keys(changes).join(', ')})${because(reason)}`,
    title: 'Corrected',
    lines: [reason],
  }),
  ReportWithdrawn: ({ reason }) => ({ sentence: `Report withdrawn${because(reason)}`, title: 'Withdrawn', lines: [reason] }),
  ReportPutOnAgenda: ({ meetingId, meetingDate, number }) => ({
    sentence: `Put on the agenda of ${meetingId}${number === undefined ? '' : ` as item ${number}`}`,
    title: `Put before the meeting of ${when(meetingDate)}`,
    lines: [number && `As item ${number}`],
  }),
  ReportEscalated: ({ to, why }) => ({ sentence: `Escalated to ${to}${because(why)}`, title: `Escalated to ${to}`, lines: [why] }),
  RecommendationDecided: (decided) => {
    const { letter, outcome, decision, paragraph, part, words } = decided;
    return {
      sentence: `Recommendation ${letter} ${outcome} by ${decision.meetingId}, paragraph ${paragraph}${part === undefined ? '' : `(${part})`}${words ? `: ${quoted(words)}` : ''}`,
      title: `Recommendation ${letter}: ${RECOMMENDATION_STATUS_WORDS[outcome].toLowerCase()}`,
      lines: [outcomeWords(decided), words],
    };
  },
  RecommendationReopened: ({ letter, reason }) => ({
    sentence: `What was recorded as decided on recommendation ${letter} withdrawn${because(reason)}`,
    title: `Recommendation ${letter}: what was recorded taken back`,
    lines: [reason],
  }),
  ReportPromiseKept: ({ promiseId }) => ({
    sentence: `Keeps the promise ${promiseId}`,
    title: 'Recorded as a report that was promised',
  }),
  ReportPromised: ({ title, words, officers: by, due: deadline, exempt }) => ({
    sentence: `Report promised, ${quoted(title)}, by ${officers(by)}, due ${deadline.words || 'at no time named'}: ${quoted(words)}${exempt ? '; exempt: not published' : ''}`,
    title: 'Promised',
    lines: [words, due(deadline)],
  }),
  ReportPromiseExtended: ({ due: deadline, reason }) => ({
    sentence: `Now due ${deadline.words}${deadline.latest === undefined ? '' : ` (by ${longDate(deadline.latest)})`}${because(reason)}`,
    title: 'Deadline changed',
    lines: [due(deadline), reason],
  }),
  ReportPromiseReleased: ({ reason }) => ({
    sentence: `No longer wanted${because(reason)}`,
    title: 'No longer wanted',
    lines: [reason],
  }),
};
