import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { exemptReport, ReportRows } from './report-register.query.js';

/** Of some reports, by their ids, those that are exempt now, by themselves or under an exempt item. */
export class ExemptReports extends Query<ReadonlySet<string>> {
  constructor(readonly reportIds: readonly string[]) {
    super();
  }
}

@QueryHandler(ExemptReports)
export class ExemptReportsHandler implements IQueryHandler<ExemptReports> {
  constructor(private readonly reports: ReportRows) {}

  async execute({ reportIds }: ExemptReports): Promise<ReadonlySet<string>> {
    const wanted = [...new Set(reportIds)];
    if (wanted.length === 0) return new Set();
    const rows = await this.reports.register.sql<{ readonly reportId: string }>(
      `SELECT q.report_id FROM report_register q WHERE q.report_id IN (:...wanted) AND ${exemptReport('q.report_id')}`,
      { wanted },
    );
    return new Set(rows.map(({ reportId }) => reportId));
  }
}
