import { type Recorded } from '../../../../kernel/event.js';
import { updateOf } from '../../../../kernel/update.js';
import { projection } from '../../../../kernel/projection.js';
import { contradictionsIn } from '../../contradictions.js';
import { type ReportEvent } from '../../report.events.js';
import { evolveReport, isUndecided, type Report } from '../../report.state.js';

/** One row per report as it stands now, withdrawn ones too. */
export interface ReportRegisterRow {
  readonly reportId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly submittedOn: string;
  /** The day the report is ordered by: the date on the paper, else the day it was submitted. */
  readonly date: string;
  readonly exempt: boolean;
  readonly withdrawn: boolean;
  /** Recommendations that are still to be decided; none of a report that was withdrawn. */
  readonly undecided: number;
  readonly contradictions: number;
  readonly report: Report;
}

type Event = Extract<ReportEvent, { data: { readonly reportId: string } }>;

const changed = (row: ReportRegisterRow | undefined, event: Recorded<Event>): ReportRegisterRow => {
  const report = evolveReport(row?.report ?? null, updateOf<Event>(event));
  if (report?.kind !== 'report') throw new Error(`${event.type} of a report that was never submitted: ${event.data.reportId}`);
  return rowOf(report);
};

export const rowOf = (report: Report): ReportRegisterRow => ({
  reportId: report.reportId,
  bodyId: report.bodyId,
  title: report.title,
  submittedOn: report.submittedOn,
  date: report.date ?? report.submittedOn,
  exempt: report.exempt !== undefined,
  withdrawn: report.withdrawn !== undefined,
  undecided: report.withdrawn ? 0 : report.recommendations.filter(({ letter }) => isUndecided(report, letter)).length,
  contradictions: contradictionsIn(report).length,
  report,
});

export const reportRegister = projection<ReportRegisterRow, Event>({
  name: 'report_register',
  version: 1,
  columns: {
    reportId: { type: 'text' },
    bodyId: { type: 'text' },
    title: { type: 'text' },
    submittedOn: { type: 'date' },
    date: { type: 'date' },
    exempt: { type: 'boolean' },
    withdrawn: { type: 'boolean' },
    undecided: { type: 'integer' },
    contradictions: { type: 'integer' },
    report: { type: 'json' },
  },
  primaryKey: 'reportId',
  indexes: [
    { columns: ['bodyId', 'date'] },
    { columns: ['bodyId', 'date', 'reportId'], where: 'undecided > 0' },
    { columns: ['bodyId', 'date', 'reportId'], where: 'contradictions > 0' },
  ],
  key: (event) => event.data.reportId,
  on: {
    ReportSubmitted: changed,
    ReportCorrected: changed,
    ReportWithdrawn: changed,
    ReportPutOnAgenda: changed,
    ReportEscalated: changed,
    RecommendationDecided: changed,
    RecommendationReopened: changed,
    ReportPromiseKept: changed,
  },
});
