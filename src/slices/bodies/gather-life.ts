import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { bodyHistory, type BodyState } from './body.state.js';
import { type GroundsDto, type NamePathfinderDto, type ServeLocalityDto } from './body-life.payloads.js';
import { type Gate, type LifeFacts } from './life.facts.js';
import { DaysMet, MeetingCited, MeetingDates } from './meetings.port.js';
import { pathfinderGates, type PathfinderGateRow } from './views/pathfinders/pathfinder-gates.projection.js';

const LAUNCHES = ['EstablishBody', 'RelaunchBody'];
const MEETING_TELLS = ['RelaunchBody', 'RecordDormant', 'DissolveBody'];

/** Gathers the facts of a body's life from outside its stream. Read models are waited for; records that are named are read themselves. */
@Injectable()
export class GatherLife implements FactGatherer {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(pathfinderGates) private readonly gates: ReadModel<PathfinderGateRow>,
  ) {}

  async gather({ target, data }: BusCommand, { spec: { type } }: CommandClass): Promise<Partial<LifeFacts>> {
    const { decision } = data as GroundsDto;
    const reviewer = await this.reviewer(type, target, data);
    return {
      ...(decision && { meeting: await this.queries.execute(new MeetingCited(decision.meetingId)) }),
      ...(MEETING_TELLS.includes(type) && { held: await this.daysMet(target) }),
      ...(reviewer !== undefined && { meetings: await this.queries.execute(new MeetingDates(reviewer)) }),
      ...(LAUNCHES.includes(type) && { gates: await this.gatesOf(target) }),
      ...(type === 'ServeLocality' && { localities: await this.localitiesOf((data as ServeLocalityDto).areaBodyId) }),
      ...(type === 'NamePathfinder' && { unknownBodies: await this.unknown((data as NamePathfinderDto).gated) }),
    };
  }

  private async reviewer(type: string, target: string, data: object): Promise<string | undefined> {
    if (type === 'NamePathfinder') return (data as NamePathfinderDto).reviewedBy;
    return type === 'ReviewPathfinder' ? (await this.body(target)).overTime.pathfinder?.reviewedBy : undefined;
  }

  private async body(bodyId: string): Promise<BodyState> {
    return (await this.runner.load(bodyHistory, bodyId)).state;
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
