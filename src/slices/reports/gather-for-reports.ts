import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type CorrectReportDto, type PromiseReportDto, type SubmitReportDto } from './report.payloads.js';
import { type MeetingFacts, type PromiseFacts, type ReportFacts } from './report.facts.js';
import { type Report, reportHistory } from './report.state.js';
import { reportPromises, type ReportPromiseRow } from './views/promises/report-promise.projection.js';

type AnyPayload = Partial<SubmitReportDto & CorrectReportDto & PromiseReportDto> & {
  readonly meetingId?: string;
  readonly promise?: string;
  readonly toBodyId?: string;
};

/** What a report's commands must know of meetings, other bodies, and the promises concerned. What is named is read from its own stream. */
@Injectable()
export class GatherForReports implements FactGatherer {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(reportPromises) private readonly promises: ReadModel<ReportPromiseRow>,
  ) {}

  async gather({ target, data }: BusCommand, { spec }: CommandClass): Promise<ReportFacts> {
    const bodyId = target.slice(0, target.indexOf('/'));
    const asked = data as AnyPayload;
    const meetingId = spec.type === 'PutOnAgenda' ? asked.meetingId : (asked.onAgenda?.meetingId ?? asked.decision?.meetingId);
    const ids = await this.promisesNamed(target, asked, spec.type);
    const counts = asked.due !== undefined || asked.dueDates !== undefined;
    const known = ids.length === 0 || (await this.caughtUp());
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: counts ? await this.queries.execute(new MeetingDates(bodyId)) : [],
      meeting: meetingId === undefined ? null : await this.meeting(meetingId),
      escalatedTo: asked.toBodyId === undefined ? null : await this.queries.execute(new BodyHead(asked.toBodyId)),
      promisedIn: asked.report === undefined ? null : await this.promisedIn(asked.report),
      promises: (await Promise.all(ids.map((id) => this.promise(id)))).filter((one) => one !== null),
      behind: !known,
    };
  }

  /** As far as has been recorded until now: what is decided should not depend on how quick the read models are. */
  private async caughtUp(): Promise<boolean> {
    const head = await this.store.head();
    return head === null || this.projections.waitFor(head, { names: [reportPromises.name] });
  }

  private async promisesNamed(target: string, asked: AnyPayload, type: string): Promise<readonly string[]> {
    if (type === 'ExtendReportPromise' || type === 'ReleaseReportPromise') return [target];
    if (type === 'SubmitReport') return (asked.fulfils ?? []).map(({ promise }) => promise);
    if (type === 'KeepReportPromise') return asked.promise === undefined ? [] : [asked.promise];
    return type === 'WithdrawReport' ? ((await this.report(target))?.keeps ?? []) : [];
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
    const { date, submittedOn, exempt, withdrawn, places } = report;
    const said = date ?? places.at(-1)?.meetingDate ?? submittedOn;
    const agendas = await Promise.all(places.map(({ meetingId }) => this.meeting(meetingId)));
    const inPrivate = places.some(({ itemId }, index) => agendas[index]?.agenda.some((item) => item.itemId === itemId && item.exempt));
    return { reportId, date: said, exempt: exempt !== undefined || inPrivate, withdrawn: withdrawn !== undefined };
  }

  private meeting(meetingId: string): Promise<MeetingFacts | null> {
    return this.queries.execute(new MeetingCited(meetingId));
  }
}
