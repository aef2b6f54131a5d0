import { type GroundTable } from '../../kernel/exempt.js';
import { type ReportEvent } from './report.events.js';

/** A promise is exempt as long as what makes it is: a decision, or a report, which is exempt itself or under an exempt item. */
export const reportGrounds: GroundTable<ReportEvent> = {
  ReportSubmitted: ({ data: { reportId, exempt } }) => [{ kind: 'report', recordId: reportId, own: exempt !== undefined }],
  ReportCorrected: ({ data: { reportId, changes } }) =>
    changes.exempt === undefined ? [] : [{ kind: 'report', recordId: reportId, own: changes.exempt !== null }],
  ReportPutOnAgenda: ({ data: { reportId, meetingId, itemId } }) =>
    itemId === undefined ? [] : [{ kind: 'report', recordId: reportId, meetingId, place: itemId }],
  ReportPromised: ({ data: { promiseId, source } }) =>
    source.kind === 'report'
      ? [{ kind: 'report', recordId: promiseId, through: { kind: 'report', recordId: source.reportId } }]
      : [{ kind: 'report', recordId: promiseId, meetingId: source.decision.meetingId, place: source.decision.decisionId }],
};
