import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { BodyHead, DiariesNamed } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type MeetingFacts, type PromiseFacts, type ReportFacts } from './report.facts.js';
import { type Report, reportHistory } from './report.state.js';
import { type reportsCommands } from './reports.commands.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { reportPromises, type ReportPromiseRow } from './views/promises/report-promise.projection.js';
import { bodyIdOf } from '../../kernel/record-id.js';

interface Named {
  readonly meetingId?: string | undefined;
  readonly toBodyId?: string | undefined;
  /** The report that promises another. */
  readonly inReport?: string | undefined;
  readonly due?: string | undefined;
  readonly dueDates?: DueDatesDto | undefined;
  readonly promises?: readonly string[] | undefined;
}
const nothing = (): Named => ({});

/** Gathers the facts that a report's commands need of meetings, other bodies and promises. A record named is read from its own stream. */
@Injectable()
export class GatherForReports implements FactGatherer<ReportFacts> {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(reportPromises) private readonly promises: ReadModel<ReportPromiseRow>,
  ) {}

  async gather(command: BusCommand, type: CommandClass): Promise<ReportFacts> {
    const bodyId = bodyIdOf(command.target);
    const { meetingId, toBodyId, inReport, due, dueDates, promises = [] } = await madeOf(this.named, type, command);
    const counts = due !== undefined || dueDates !== undefined;
    const known = promises.length === 0 || (await this.caughtUp());
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: counts ? await this.queries.execute(new MeetingDates(bodyId)) : [],
      ...(counts ? { holidays: await this.queries.execute(new HolidaysFor(bodyId)) } : {}),
      ...(due === undefined ? {} : { diaries: await this.queries.execute(new DiariesNamed(bodyId, [due])) }),
      meeting: meetingId === undefined ? null : await this.meeting(meetingId),
      escalatedTo: toBodyId === undefined ? null : await this.queries.execute(new BodyHead(toBodyId)),
      promisedIn: inReport === undefined ? null : await this.promisedIn(inReport),
      promises: (await Promise.all(promises.map((id) => this.promise(id)))).filter((one) => one !== null),
      behind: !known,
    };
  }

  /** The records outside the report or the promise that each command names. */
  private readonly named: ByCommand<typeof reportsCommands, Named | Promise<Named>> = {
    SubmitReport: ({ onAgenda, fulfils }) => ({ meetingId: onAgenda?.meetingId, promises: fulfils?.map(({ promise }) => promise) }),
    CorrectReport: nothing,
    WithdrawReport: async (_data, reportId) => ({ promises: (await this.report(reportId))?.keeps }),
    PutOnAgenda: ({ meetingId }) => ({ meetingId }),
    EscalateReport: ({ toBodyId }) => ({ toBodyId }),
    DecideRecommendation: ({ decision }) => ({ meetingId: decision.meetingId }),
    ReopenRecommendation: nothing,
    KeepReportPromise: ({ promise }) => ({ promises: [promise] }),
    PromiseReport: ({ decision, report, due, dueDates }) => ({ meetingId: decision?.meetingId, inReport: report, due, dueDates }),
    ExtendReportPromise: ({ due, dueDates }, promiseId) => ({ due, dueDates, promises: [promiseId] }),
    ReleaseReportPromise: (_data, promiseId) => ({ promises: [promiseId] }),
  };

  /** Waits for the read models, so that a decision does not depend on how quick they are; false where they did not catch up in time. */
  private async caughtUp(): Promise<boolean> {
    const head = await this.store.head();
    return head === null || this.projections.waitFor(head, { names: [reportPromises.name] });
  }

  private async promise(promiseId: string): Promise<PromiseFacts | null> {
    const { state } = await this.runner.load(reportHistory, promiseId);
    if (state?.kind !== 'promise') return null;
    const keptBy = (await this.promises.find(promiseId))?.keptBy ?? [];
    const { bodyId, promisedOn, released } = state;
    return { promiseId, bodyId, on: promisedOn, released: released !== undefined, keptBy: keptBy.map(({ reportId }) => reportId) };
  }

  private async report(reportId: string): Promise<Report | null> {
    const { state } = await this.runner.load(reportHistory, reportId);
    return state?.kind === 'report' ? state : null;
  }

  private async promisedIn(reportId: string): Promise<ReportFacts['promisedIn']> {
    const report = await this.report(reportId);
    if (!report) return null;
    const { date, submittedOn, withdrawn, places } = report;
    const said = date ?? places.at(-1)?.meetingDate ?? submittedOn;
    return { reportId, date: said, withdrawn: withdrawn !== undefined };
  }

  private meeting(meetingId: string): Promise<MeetingFacts | null> {
    return this.queries.execute(new MeetingCited(meetingId));
  }
}
