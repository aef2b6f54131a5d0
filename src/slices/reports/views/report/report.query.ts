import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Sight } from '../../../../kernel/principal.js';
import { type Page } from '../../../../projections/read-model.js';
import { type Contradiction } from '../../contradictions.js';
import { ReportRows, type ReportsAsked } from '../report-register/report-register.query.js';
import { reportView, type ReportView } from './report-view.js';

/** A page of a body's reports by the date on the paper. */
export class ListReports extends Query<Page<ReportView>> {
  constructor(readonly asked: ReportsAsked) {
    super();
  }
}

/** One report; `null` where there is none or the asker may not see it. */
export class ShowReport extends Query<ReportView | null> {
  constructor(
    readonly reportId: string,
    readonly sight: Sight,
  ) {
    super();
  }
}

export interface ReportContradiction extends Contradiction {
  readonly reportId: string;
  readonly title: string;
}

/** A page of reports that do not agree with themselves, and the places in each; nothing is mended. `limit` counts reports. */
export class ReportContradictions extends Query<Page<ReportContradiction>> {
  constructor(readonly asked: Omit<ReportsAsked, 'undecided' | 'contradicting' | 'decided'>) {
    super();
  }
}

@QueryHandler(ListReports)
export class ListReportsHandler implements IQueryHandler<ListReports> {
  constructor(private readonly rows: ReportRows) {}

  async execute({ asked }: ListReports): Promise<Page<ReportView>> {
    const { rows, next } = await this.rows.page(asked);
    const hidden = await this.rows.hidden(rows, asked);
    return { rows: rows.map((row) => reportView(row, hidden)), next };
  }
}

@QueryHandler(ShowReport)
export class ShowReportHandler implements IQueryHandler<ShowReport> {
  constructor(private readonly rows: ReportRows) {}

  async execute({ reportId, sight }: ShowReport): Promise<ReportView | null> {
    const row = await this.rows.one(reportId, sight);
    return row && reportView(row, await this.rows.hidden([row], sight));
  }
}

@QueryHandler(ReportContradictions)
export class ReportContradictionsHandler implements IQueryHandler<ReportContradictions> {
  constructor(private readonly rows: ReportRows) {}

  async execute({ asked }: ReportContradictions): Promise<Page<ReportContradiction>> {
    const { rows, next } = await this.rows.page({ ...asked, contradicting: true });
    return {
      rows: rows.flatMap((row) =>
        reportView(row, new Set()).contradictions.map((one) => ({ reportId: row.reportId, title: row.title, ...one })),
      ),
      next,
    };
  }
}
