import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../../eventstore/event-store.port.js';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { streamOf } from '../../../../kernel/decider.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { BodiesTold } from '../body/bodies-told.js';
import { bodyHistory } from '../../body.state.js';
import { zoneOf } from '../../deciding-life.js';
import { lifeOn } from '../../life.js';
import { BodyLives } from '../body-register/body-lives.js';
import { bodyRegister, type BodyRegisterRow } from '../body-register/body-register.projection.js';
import { type LocalitySurvey, type Surveyed, surveyOf } from './survey.js';

/** The answers the record gives to the survey of localities, for the body of an area; `null` where there is no such body. */
export class LocalitySurveyOf extends Query<LocalitySurvey | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt?: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

@QueryHandler(LocalitySurveyOf)
export class LocalitySurveyOfHandler implements IQueryHandler<LocalitySurveyOf> {
  constructor(
    private readonly told: BodiesTold,
    private readonly lives: BodyLives,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(bodyRegister) private readonly register: ReadModel<BodyRegisterRow>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ bodyId, asAt, exemptIn }: LocalitySurveyOf): Promise<LocalitySurvey | null> {
    const state = await this.told.body(bodyId, exemptIn);
    if (!state.established && !state.overTime.proposed) return null;
    const date = asAt ?? dateInZone(this.clock.now(), zoneOf(state));
    const serving = (await this.register.findMany({ orderBy: { name: 'asc' } })).filter(({ overTime }) =>
      overTime?.serves.some(({ areaBodyId, from }) => areaBodyId === bodyId && from <= date),
    );
    const held = await this.lives.held([bodyId, ...serving.map((row) => row.bodyId)]);
    const surveyed = async (one: string): Promise<Surveyed> => {
      const body = await this.told.body(one, exemptIn);
      const { established, overTime } = body;
      const events: Surveyed['events'][number][] = [];
      for await (const { type, revision, happenedAt, data } of this.store.readStream(streamOf(bodyHistory.category, one)))
        events.push({ type, revision, happenedAt, data: data as Readonly<Record<string, unknown>> });
      return { body, life: lifeOn({ established, overTime, held: held.get(one) ?? [] }, date), events };
    };
    const groups: Surveyed[] = [];
    for (const row of serving) groups.push(await surveyed(row.bodyId));
    return surveyOf(
      await surveyed(bodyId),
      groups.filter(({ life }) => life.state !== 'not-yet'),
      date,
    );
  }
}
