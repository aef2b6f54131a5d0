import { projection } from '../../../../kernel/projection.js';
import { type DecisionEvent } from '../../../meetings/events/decision.events.js';
import { type DecisionPart } from '../../../../kernel/citation.js';
import { type MinuteEvent } from '../../../meetings/events/minute.events.js';
import { bodyIdOf } from '../../../../kernel/record-id.js';
import { meetingIdOf } from '../../../meetings/events/meeting.events.js';

/** A decision whose words ask for a report; its words themselves are read from the meeting. */
export interface CandidateRow {
  /** `<meetingId>#<decisionId>` */
  readonly ref: string;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly decisionId: string;
}

const ASKS = /\b(report|paper|update)s?\b.{0,200}?\b(be|is|are)\s+(?:\w+\s+)?(brought|prepared|submitted|presented|provided|produced)\b/is;
export const asksForReport = (words: string): boolean => ASKS.test(words);

const asked = ({ words, parts }: { readonly words: string; readonly parts: readonly DecisionPart[] }): boolean =>
  asksForReport(words) || parts.some(({ text }) => asksForReport(text));
const candidate = (
  _row: CandidateRow | undefined,
  { stream, data }: { readonly stream: string; readonly data: { decisionId: string; words: string; parts: readonly DecisionPart[] } },
  ref: string,
): CandidateRow | undefined => {
  const meetingId = meetingIdOf(stream);
  return asked(data) ? { ref, bodyId: bodyIdOf(meetingId), meetingId, decisionId: data.decisionId } : undefined;
};

export const reportCandidates = projection<
  CandidateRow,
  Extract<DecisionEvent, { type: 'DecisionRecorded' | 'DecisionCorrected' }> | Extract<MinuteEvent, { type: 'EntryStruck' }>
>({
  name: 'report_candidate',
  version: 1,
  columns: { ref: { type: 'text' }, bodyId: { type: 'text' }, meetingId: { type: 'text' }, decisionId: { type: 'text' } },
  primaryKey: 'ref',
  indexes: [{ columns: ['bodyId'] }],
  key: ({ stream, data }) => `${meetingIdOf(stream)}#${'entryId' in data ? data.entryId : data.decisionId}`,
  on: { DecisionRecorded: candidate, DecisionCorrected: candidate, EntryStruck: () => undefined },
});
