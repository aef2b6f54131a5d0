import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Sight } from '../../../../kernel/principal.js';
import { Inject } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '../../../../eventstore/event-store.port.js';
import { type RecordAt, recordAt } from '../../../../eventstore/record-at.js';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { daysBetween } from '../../../../kernel/dates.js';
import { type Moments } from '../../../../kernel/moments.js';
import { type RecordedEvent } from '../../../../kernel/event.js';
import { type RecommendationOutcome } from '../../report.events.js';
import { reportHistory, type ReportRecord } from '../../report.state.js';
import { type PromiseView, ShowReportPromise } from '../promises/promises.query.js';
import { ReportRows } from '../report-register/report-register.query.js';
import { factsAt } from '../../../bodies/bodies.queries.js';
import { dated } from '../../../calendars/calendars.words.js';
import { reportView, type ReportView } from '../report/report-view.js';

/** A report, or the promise of one, as it was and as it was known, with all that led there. */
export type ReportThen = { readonly story: readonly RecordedEvent[]; readonly revision: number | null } & (
  { readonly kind: 'report'; readonly report: ReportView } | { readonly kind: 'promise'; readonly promise: PromiseView }
);

/** `null` where there is none the asker may see, or nothing of it was known then. `asAt`: the day a promise is judged on. */
export class ShowReportThen extends Query<ReportThen | null> {
  constructor(
    readonly recordId: string,
    readonly asAt: string,
    readonly sight: Sight,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(ShowReportThen)
export class ShowReportThenHandler implements IQueryHandler<ShowReportThen> {
  constructor(
    private readonly queries: QueryBus,
    private readonly rows: ReportRows,
    private readonly runner: CommandRunner,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ recordId, asAt, sight, moments }: ShowReportThen): Promise<ReportThen | null> {
    const { revision } = await this.runner.load(reportHistory, recordId);
    if (revision === 'none') return null;
    const history = await this.history(recordId, moments);
    const then = history?.state;
    if (!history || !then) return null;
    if (then.kind === 'promise') {
      const now = await this.queries.execute(new ShowReportPromise(recordId, asAt, sight));
      const promise = now && (await this.promiseThen(now, then, asAt, moments));
      return promise && { kind: 'promise', promise, story: sight.drafts ? history.events : [], revision };
    }
    const row = await this.rows.one(recordId, sight);
    if (!row) return null;
    const hidden = await this.rows.hidden([row], sight);
    const told = ({ type, data }: RecordedEvent): boolean => {
      if (hidden.size === 0) return true;
      if (type !== 'RecommendationDecided') return type !== 'RecommendationReopened';
      const { decision } = data as RecommendationOutcome;
      return !hidden.has(`${decision.meetingId}#${decision.decisionId}`);
    };
    const story = sight.drafts ? history.events.filter(told) : [];
    return { kind: 'report', report: reportView({ ...row, report: then }, hidden), story, revision };
  }

  /** The deadline and the release are in the promise's own stream; its keeping is in the stream of the report that keeps it. */
  private async promiseThen(
    now: PromiseView,
    then: Extract<ReportRecord, { kind: 'promise' }>,
    asAt: string,
    moments: Moments,
  ): Promise<PromiseView> {
    if (moments.happenedBy === undefined && moments.recordedBy === undefined) return now;
    const keepers = await Promise.all(
      now.keptBy.map(async (one) => {
        const keeper = (await this.history(one.reportId, moments))?.state;
        return keeper?.kind === 'report' && !keeper.withdrawn && keeper.keeps.includes(then.promiseId) ? [one] : [];
      }),
    );
    const keptBy = keepers.flat();
    const state = then.released ? 'released' : keptBy.length > 0 ? 'kept' : 'outstanding';
    const facts = await factsAt(this.queries, then.bodyId, { deadlines: then, moments });
    // A promise that was kept or released by then has the day it ended with.
    const ended = state !== 'outstanding' && now.state !== 'outstanding' && then.due.words === now.due.words;
    const due = ended ? now.due : dated(then.due, then.promisedOn, facts());
    const daysOverdue = state === 'outstanding' && due.latest !== undefined ? Math.max(0, daysBetween(due.latest, asAt)) : 0;
    return {
      ...now,
      due,
      keptBy,
      released: then.released ?? null,
      state,
      overdue: daysOverdue > 0,
      daysOverdue,
      outstanding: state === 'outstanding',
    };
  }

  private history(recordId: string, moments: Moments): Promise<RecordAt<ReportRecord | null> | null> {
    return recordAt(this.store, reportHistory, recordId, moments);
  }
}
