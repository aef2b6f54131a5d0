import { storyOf, type StoryEntry, told, type Told } from '../frame/steps/story.js';
import { when } from '../../kernel/words.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { type ReportFact } from '../../slices/reports/reports.words.js';
import { dueWords, outcomeWords, tagOf } from './report-words.js';

function tell({ type, data }: ReportFact): Told {
  switch (type) {
    case 'ReportSubmitted':
      return told('Submitted', `By ${data.authors.map(({ name }) => name).join(', ')}`);
    case 'ReportCorrected':
      return told('Corrected', data.reason);
    case 'ReportWithdrawn':
      return told('Withdrawn', data.reason);
    case 'ReportPutOnAgenda':
      return told(`Put before the meeting of ${when(data.meetingDate)}`, data.number && `As item ${data.number}`);
    case 'ReportEscalated':
      return told(`Escalated to ${data.to}`, data.why);
    case 'RecommendationDecided':
      return told(`Recommendation ${data.letter}: ${tagOf(data.outcome).text.toLowerCase()}`, outcomeWords(data), data.words);
    case 'RecommendationReopened':
      return told(`Recommendation ${data.letter}: what was recorded taken back`, data.reason);
    case 'ReportPromiseKept':
      return told('Recorded as a report that was promised');
    case 'ReportPromised':
      return told('Promised', data.words, `When: ${dueWords(data.due)}`);
    case 'ReportPromiseExtended':
      return told('Deadline changed', `When: ${dueWords(data.due)}`, data.reason);
    case 'ReportPromiseReleased':
      return told('No longer wanted', data.reason);
  }
}

export const storyOfReport = (entries: readonly RecordedEvent[], dateOf: (instant: string) => string): readonly StoryEntry[] =>
  storyOf(entries as unknown as readonly (RecordedEvent & ReportFact)[], tell, dateOf);
