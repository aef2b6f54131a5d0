import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Sight } from '../../../../kernel/principal.js';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { type AnnualParticipation, annualParticipationHistory } from '../../annual-participation.state.js';
import { reportingYear, reportingYearOf } from '../../participation.periods.js';
import { type Publishable, toPublish } from '../../publishing.js';
import { ParticipationRows } from '../register/participation-rows.js';
import { type AnnualReport, annualReport } from './annual-report.js';

const EVER = '9999-12-31';

/** The report of a reporting year as the record has it now; `null` where there is no such body. */
export class AnnualParticipationReport extends Query<AnnualReport | null> {
  constructor(
    readonly bodyId: string,
    readonly year: number,
  ) {
    super();
  }
}

@QueryHandler(AnnualParticipationReport)
export class AnnualParticipationReportHandler implements IQueryHandler<AnnualParticipationReport> {
  constructor(
    private readonly rows: ParticipationRows,
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ bodyId, year }: AnnualParticipationReport): Promise<AnnualReport | null> {
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) return null;
    const { state } = await this.runner.load(annualParticipationHistory, bodyId);
    const { requests, hidden } = await this.rows.received(bodyId, EVER, { exempt: false });
    return annualReport(body, year, requests, state[year] ?? {}, hidden);
  }
}

/** A document that must be published and has not been. */
export interface PublicationDuty extends Publishable {
  /** `null` for the report of a year. */
  readonly requestId: string | null;
  readonly title: string;
  /** The last day, where the Act sets one. */
  readonly dueOn: string | null;
}

/** Documents an authority must have published and has not by a day: of each request, and the reports of reporting years that are over. */
export class ToBePublished extends Query<readonly PublicationDuty[]> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly sight: Pick<Sight, 'exempt'>,
  ) {
    super();
  }
}

@QueryHandler(ToBePublished)
export class ToBePublishedHandler implements IQueryHandler<ToBePublished> {
  constructor(
    private readonly rows: ParticipationRows,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ bodyId, asAt, sight }: ToBePublished): Promise<readonly PublicationDuty[]> {
    const requests = await this.rows.readable(bodyId, asAt, sight);
    const [first] = await this.rows.all(bodyId, asAt);
    const { state } = await this.runner.load(annualParticipationHistory, bodyId);
    return [
      ...requests.flatMap((request) =>
        toPublish(request, asAt).map((one) => ({ ...one, requestId: request.requestId, title: request.title, dueOn: null })),
      ),
      ...(first ? yearsOver(reportingYearOf(first.receivedOn), state, asAt) : []),
    ];
  }
}

/** From the first year that had a request: the record cannot tell what was before it. */
function yearsOver(firstYear: number, years: AnnualParticipation, asAt: string): PublicationDuty[] {
  const duties: PublicationDuty[] = [];
  for (let year = firstYear; reportingYear(year).to < asAt; year += 1) {
    const published = years[year]?.published;
    if (published && published.publishedOn <= asAt) continue;
    const title = `Participation requests, 1 April ${year} to 31 March ${year + 1}`;
    duties.push({
      requestId: null,
      title,
      what: `annual-report-${year}`,
      source: 's.32',
      since: `${year + 1}-04-01`,
      dueOn: `${year + 1}-06-30`,
    });
  }
  return duties;
}

/** A reporting year, with the day its report was published where it was. */
export interface YearOfReport {
  readonly year: number;
  readonly publishedOn: string | null;
}

/** The reporting years an authority has something to report of, up to the one a day is in; the latest first. */
export class ParticipationYears extends Query<readonly YearOfReport[]> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
  ) {
    super();
  }
}

@QueryHandler(ParticipationYears)
export class ParticipationYearsHandler implements IQueryHandler<ParticipationYears> {
  constructor(
    private readonly rows: ParticipationRows,
    private readonly runner: CommandRunner,
  ) {}

  async execute({ bodyId, asAt }: ParticipationYears): Promise<readonly YearOfReport[]> {
    const [first] = await this.rows.all(bodyId, asAt);
    const { state } = await this.runner.load(annualParticipationHistory, bodyId);
    const last = reportingYearOf(asAt);
    const from = Math.min(last, ...Object.keys(state).map(Number), ...(first ? [reportingYearOf(first.receivedOn)] : []));
    return Array.from({ length: last - from + 1 }, (_, at) => last - at).map((year) => ({
      year,
      publishedOn: state[year]?.published?.publishedOn ?? null,
    }));
  }
}

/** The revision of what an authority recorded of its reporting years; `null` where it recorded nothing. Reads the record itself. */
export class AnnualParticipationRevision extends Query<number | null> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(AnnualParticipationRevision)
export class AnnualParticipationRevisionHandler implements IQueryHandler<AnnualParticipationRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId }: AnnualParticipationRevision): Promise<number | null> {
    const { revision } = await this.runner.load(annualParticipationHistory, bodyId);
    return revision === 'none' ? null : revision;
  }
}
