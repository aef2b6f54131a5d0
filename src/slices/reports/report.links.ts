import { type Link, type LinkTable } from '../../kernel/links.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { type DirectionsBox, type ReportEvent } from './report.events.js';

const report = (id: string): string => `report:${id}`;
const decision = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;
const appended = (reportId: string, directions?: DirectionsBox): Link[] =>
  (directions?.appended ?? []).flatMap(({ directionId }) =>
    directionId === undefined ? [] : [{ from: report(reportId), to: `direction:${directionId}`, how: 'direction appended' }],
  );

/** Links from a report to the decisions on it, and from a promise to the report that was brought. */
export const reportLinks: LinkTable<ReportEvent> = {
  ReportSubmitted: ({ data: { reportId, directions } }) => appended(reportId, directions),
  ReportCorrected: ({ data: { reportId, changes } }) => appended(reportId, changes.directions),
  ReportPutOnAgenda: ({ data: { reportId, meetingId, itemId } }) => [
    { from: report(reportId), to: itemId === undefined ? meetingId : `${meetingId}#${itemId}`, how: 'put on the agenda' },
  ],
  ReportEscalated: ({ data: { reportId, toBodyId } }) => [{ from: report(reportId), to: toBodyId, how: 'escalated' }],
  RecommendationDecided: ({ data: { reportId, letter, outcome, decision: by, part } }) => [
    {
      from: `${report(reportId)}#${letter}`,
      to: decision(by),
      how: `recommendation ${outcome}${part === undefined ? '' : ` by part (${part})`}`,
    },
  ],
  ReportPromised: ({ data: { promiseId, source } }) => [
    {
      from: source.kind === 'decision' ? decision(source.decision) : report(source.reportId),
      to: report(promiseId),
      how: 'report promised',
    },
  ],
  ReportPromiseKept: ({ data: { promiseId, reportId } }) => [{ from: report(promiseId), to: report(reportId), how: 'brought back' }],
};
