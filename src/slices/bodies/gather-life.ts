import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { bodyHistory, type BodyState } from './body.state.js';
import { type EstablishBody } from './bodies.commands.js';
import { type bodyLifeCommands } from './body-life.commands.js';
import { type GroundsDto } from './body-life.payloads.js';
import { type Gate, type LifeFacts } from './life.facts.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { DiariesNamed } from './diaries-named.query.js';
import { DaysMet, MeetingCited, MeetingDates } from './meetings.port.js';
import { pathfinderGates, type PathfinderGateRow } from './views/pathfinders/pathfinder-gates.projection.js';

interface Named extends Pick<GroundsDto, 'decision'> {
  /** The command is judged by the days on which the body met. */
  readonly byMeetings?: true;
  /** The command begins the body's work, for which it may wait for pathfinders. */
  readonly launches?: true;
  /** The body whose meetings are to review a pathfinder. */
  readonly reviewedBy?: string | undefined;
  /** Words that may name the meeting of a body. */
  readonly words?: readonly (string | undefined)[];
  /** The body whose localities are meant. */
  readonly areaBodyId?: string;
  /** Bodies that must be there. */
  readonly bodies?: readonly string[];
}
const nothing = (): Named => ({});
const byDecision = ({ decision }: Pick<GroundsDto, 'decision'>): Named => (decision === undefined ? {} : { decision });

/** Gathers the facts of a body's life from outside its stream. Read models are waited for; records that are named are read themselves. */
@Injectable()
export class GatherLife implements FactGatherer<Partial<LifeFacts>> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(pathfinderGates) private readonly gates: ReadModel<PathfinderGateRow>,
  ) {}

  async gather(command: BusCommand, type: CommandClass): Promise<Partial<LifeFacts>> {
    const { target } = command;
    const { decision, byMeetings, launches, reviewedBy, words = [], areaBodyId, bodies } = await madeOf(this.named, type, command);
    return {
      ...(decision && { meeting: await this.queries.execute(new MeetingCited(decision.meetingId)) }),
      ...(byMeetings && { held: await this.daysMet(target) }),
      ...(reviewedBy !== undefined && { meetings: await this.queries.execute(new MeetingDates(reviewedBy)) }),
      ...(reviewedBy !== undefined && reviewedBy !== target && { of: { named: await this.nameOf(reviewedBy), bodyId: reviewedBy } }),
      ...(words.length > 0 && { diaries: await this.queries.execute(new DiariesNamed(reviewedBy ?? target, words)) }),
      ...(words.length > 0 && { holidays: await this.queries.execute(new HolidaysFor(target)) }),
      ...(launches && { gates: await this.gatesOf(target) }),
      ...(areaBodyId !== undefined && { localities: await this.localitiesOf(areaBodyId) }),
      ...(bodies && { unknownBodies: await this.unknown(bodies) }),
    };
  }

  /** The records outside the body's stream that each command names, and what else it is judged by. */
  private readonly named: ByCommand<readonly [typeof EstablishBody, ...typeof bodyLifeCommands], Named | Promise<Named>> = {
    EstablishBody: () => ({ launches: true }),
    ProposeBody: byDecision,
    BeginSabbatical: (data) => ({ ...byDecision(data), words: [data.until] }),
    EndSabbatical: byDecision,
    RelaunchBody: (data) => ({ ...byDecision(data), byMeetings: true, launches: true }),
    DissolveBody: (data) => ({ ...byDecision(data), byMeetings: true }),
    AdoptDormancyRule: nothing,
    RecordDormant: () => ({ byMeetings: true }),
    SetReadinessConditions: byDecision,
    EvidenceCondition: nothing,
    WithdrawEvidence: nothing,
    NamePathfinder: (data) => ({ ...byDecision(data), reviewedBy: data.reviewedBy, words: [data.reviewAt], bodies: data.gated }),
    ReviewPathfinder: async (data, bodyId) => ({
      ...byDecision(data),
      reviewedBy: (await this.body(bodyId)).overTime.pathfinder?.reviewedBy,
      words: [data.nextReview],
    }),
    DefineLocality: nothing,
    ChangeLocality: nothing,
    EndLocality: nothing,
    ServeLocality: ({ areaBodyId }) => ({ areaBodyId }),
    DelegateBudget: (data) => ({ ...byDecision(data), words: data.phases?.map(({ words }) => words) ?? [] }),
    ChangeBudget: (data) => ({ ...byDecision(data), words: data.phases?.map(({ words }) => words) ?? [] }),
    BeginBudgetPhase: byDecision,
    PlaceSeatInSector: nothing,
    RecordRemit: byDecision,
    PlanConstitutionReview: (data) => ({ ...byDecision(data), words: [data.words] }),
    ReviewConstitution: byDecision,
  };

  private async body(bodyId: string): Promise<BodyState> {
    return (await this.runner.load(bodyHistory, bodyId)).state;
  }

  private async nameOf(bodyId: string): Promise<string> {
    return (await this.body(bodyId)).established?.name ?? bodyId;
  }

  private async daysMet(bodyId: string): Promise<readonly string[]> {
    return (await this.queries.execute(new DaysMet([bodyId], { upToHead: true }))).get(bodyId) ?? [];
  }

  private async gatesOf(bodyId: string): Promise<readonly Gate[]> {
    await this.caughtUp(pathfinderGates.name);
    const { pathfinders = [] } = (await this.gates.find(bodyId)) ?? {};
    const gates: Gate[] = [];
    for (const pathfinderId of pathfinders) {
      const { pathfinder } = (await this.body(pathfinderId)).overTime;
      const review = pathfinder?.reviews.find(({ outcome }) => outcome === 'proceed');
      gates.push({ pathfinderId, proceedOn: review?.on ?? null, reviewAt: pathfinder?.reviewAt.words ?? '' });
    }
    return gates;
  }

  private async localitiesOf(areaBodyId: string): Promise<LifeFacts['localities']> {
    return (await this.body(areaBodyId)).overTime.localities.flatMap(({ localityId, lastDay, told }) => {
      const [first] = told;
      return first ? [{ localityId, from: first.from, ...(lastDay === undefined ? {} : { lastDay }) }] : [];
    });
  }

  private async unknown(bodyIds: readonly string[]): Promise<readonly string[]> {
    const unknown: string[] = [];
    for (const bodyId of bodyIds) {
      const { established, overTime } = await this.body(bodyId);
      if (!established && !overTime.proposed) unknown.push(bodyId);
    }
    return unknown;
  }

  private async caughtUp(name: string): Promise<void> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [name] });
  }
}
