import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Sight } from '../../../../kernel/principal.js';
import { daysBetween } from '../../../../kernel/dates.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../../projections/read-model.js';
import { type DatingFacts } from '../../../../kernel/deadline.js';
import { byTheEndOf, factsAt } from '../../../bodies/bodies.queries.js';
import { dated } from '../../../calendars/calendars.words.js';
import { exemptAt } from '../../../meetings/meetings.tables.js';
import { exemptReport, readableReport } from '../report-register/report-register.query.js';
import { type ReportPromiseRow, reportPromises } from './report-promise.projection.js';
import { type ReportPromise } from '../../report.state.js';

/** A promise as a reader sees it on a day. */
export interface PromiseView extends Omit<ReportPromise, 'kind' | 'organisation' | 'released'> {
  readonly organisation: string | null;
  readonly released: NonNullable<ReportPromise['released']> | null;
  readonly keptBy: ReportPromiseRow['keptBy'];
  readonly outstanding: boolean;
  readonly state: 'outstanding' | 'kept' | 'released';
  readonly overdue: boolean;
  readonly daysOverdue: number;
}

export interface PromisesAsked extends Sight {
  readonly bodyId: string;
  readonly asAt: string;
  /** Only outstanding promises: neither kept nor released. */
  readonly outstanding?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of a body's promised reports, in the order they were promised. */
export class ListReportPromises extends Query<Page<PromiseView>> {
  constructor(readonly asked: PromisesAsked) {
    super();
  }
}

/** One promise on a day; `null` where there is none the asker may see, or it was not made yet. */
export class ShowReportPromise extends Query<PromiseView | null> {
  constructor(
    readonly promiseId: string,
    readonly asAt: string,
    readonly sight: Sight,
  ) {
    super();
  }
}

const ORDER: Ordering = [
  { property: 'promisedOn', type: 'date', nullable: false, direction: 'ASC' },
  { property: 'promiseId', type: 'text', nullable: false, direction: 'ASC' },
];

/** By its own flag, or because the decision or the report that makes the promise is exempt now. */
const EXEMPT = `(q.exempt = 1 OR ${exemptReport('q.in_report')} OR EXISTS (SELECT 1 FROM report_place p
  WHERE p.record_id = q.promise_id AND ${exemptAt('p.meeting_id', 'p.place')}))`;

/** A decision's promise is public once its minute is signed; a report's promise, with that report. */
const readable = (sight: Sight): string =>
  [
    `(q.in_report IS NULL OR EXISTS (SELECT 1 FROM report_register r WHERE r.report_id = q.in_report AND ${readableReport(sight)}))`,
    ...(sight.drafts
      ? []
      : [
          `(q.in_report IS NOT NULL OR EXISTS (SELECT 1 FROM report_place p JOIN report_meeting m
            ON m.meeting_id = p.meeting_id WHERE p.record_id = q.promise_id AND m.signed = 1))`,
        ]),
    ...(sight.exempt ? [] : [`NOT ${EXEMPT}`]),
  ].join(' AND ');

type PromiseRead = ReportPromiseRow & { readonly isExempt: boolean };
const DECODED = { is_exempt: 'boolean' } as const;

@QueryHandler(ListReportPromises)
export class ListReportPromisesHandler implements IQueryHandler<ListReportPromises> {
  constructor(
    @InjectReadModel(reportPromises) private readonly promises: ReadModel<ReportPromiseRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ asked }: ListReportPromises): Promise<Page<PromiseView>> {
    const { bodyId, asAt, outstanding, limit, cursor } = asked;
    const after = cursor === undefined ? null : (decodeCursor(ORDER, cursor) as { promisedOn: string; promiseId: string });
    const found = await this.promises.sql<PromiseRead>(
      `SELECT q.*, ${EXEMPT} AS is_exempt FROM report_promise q WHERE q.body_id = :bodyId AND q.promised_on <= :asAt AND ${readable(asked)}
       ${outstanding ? 'AND q.outstanding = 1' : ''} ${after ? 'AND (q.promised_on, q.promise_id) > (:promisedOn, :promiseId)' : ''}
       ORDER BY q.promised_on, q.promise_id LIMIT ${limit + 1}`,
      { bodyId, asAt, ...(after ?? {}) },
      DECODED,
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const ends = rows.map(({ endedAt }) => endedAt);
    const facts = await factsAt(this.queries, bodyId, { deadlines: rows, moments: byTheEndOf(asAt), ends });
    return {
      rows: rows.map((row) => promiseView(row, asAt, facts(row.endedAt))),
      next: found.length > limit && last ? encodeCursor(ORDER, { promisedOn: last.promisedOn, promiseId: last.promiseId }) : null,
    };
  }
}

@QueryHandler(ShowReportPromise)
export class ShowReportPromiseHandler implements IQueryHandler<ShowReportPromise> {
  constructor(
    @InjectReadModel(reportPromises) private readonly promises: ReadModel<ReportPromiseRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ promiseId, asAt, sight }: ShowReportPromise): Promise<PromiseView | null> {
    const [row] = await this.promises.sql<PromiseRead>(
      `SELECT q.*, ${EXEMPT} AS is_exempt FROM report_promise q WHERE q.promise_id = :promiseId AND q.promised_on <= :asAt AND ${readable(sight)}`,
      { promiseId, asAt },
      DECODED,
    );
    if (!row) return null;
    const facts = await factsAt(this.queries, row.bodyId, { deadlines: row, moments: byTheEndOf(asAt), ends: [row.endedAt] });
    return promiseView(row, asAt, facts(row.endedAt));
  }
}

export function promiseView(
  { promise: { kind: _kind, ...promise }, keptBy, outstanding, saidOn, isExempt: exempt }: PromiseRead,
  asAt: string,
  facts: DatingFacts,
): PromiseView {
  const due = dated(promise.due, saidOn, facts);
  const { organisation = null, released = null } = promise;
  const state = released ? 'released' : keptBy.length > 0 ? 'kept' : 'outstanding';
  const late = state === 'outstanding' && due.latest !== undefined ? Math.max(0, daysBetween(due.latest, asAt)) : 0;
  return { ...promise, exempt, due, organisation, released, keptBy, outstanding, state, overdue: late > 0, daysOverdue: late };
}
