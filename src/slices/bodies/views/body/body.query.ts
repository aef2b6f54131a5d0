import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../../eventstore/event-store.port.js';
import { streamOf } from '../../../../kernel/decider.js';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { bodyHistory, type BodyState } from '../../body.state.js';
import { zoneOf } from '../../deciding-life.js';
import { BodyDates } from '../body-dates.js';
import { BodyLives } from '../body-register/body-lives.js';
import { type BodyView, bodyView, type ConstitutionView, constitutionsView } from './body.view.js';

/**
 * A body as it stands on a day; without `on`, today where it sits; `null` where there is no such body. `on` decides which facts hold, since
 * each fact of a body has days of its own; `recordedBy`, an instant, leaves out events recorded later. Reads the record itself.
 */
export class ShowBody extends Query<BodyView | null> {
  constructor(
    readonly bodyId: string,
    readonly on?: string,
    readonly recordedBy?: string,
  ) {
    super();
  }
}

/** Every version of a body's constitution, or every one known by an instant, oldest first; `null` where there is no such body. Reads the record itself. */
export class ConstitutionsOf extends Query<readonly ConstitutionView[] | null> {
  constructor(
    readonly bodyId: string,
    readonly recordedBy?: string,
  ) {
    super();
  }
}

@QueryHandler(ShowBody)
export class ShowBodyHandler implements IQueryHandler<ShowBody> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly lives: BodyLives,
    private readonly dates: BodyDates,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ bodyId, on, recordedBy }: ShowBody): Promise<BodyView | null> {
    const { state: now, revision } = await this.runner.load(bodyHistory, bodyId);
    if (revision === 'none') return null;
    const today = dateInZone(this.clock.now(), zoneOf(now));
    const day = on ?? today;
    const known = recordedBy === undefined ? now : await knownBy(this.store, bodyId, recordedBy);
    const held =
      recordedBy === undefined ? (await this.lives.held([bodyId])).get(bodyId) : await this.lives.heldAsKnown(bodyId, recordedBy);
    const moments = { ...(recordedBy === undefined ? {} : { recordedBy }), ...(day < today ? { on: day } : {}) };
    const overTime = await this.dates.dated(bodyId, known.overTime, zoneOf(now), moments);
    return bodyView({ ...known, overTime }, revision, day, held);
  }
}

@QueryHandler(ConstitutionsOf)
export class ConstitutionsOfHandler implements IQueryHandler<ConstitutionsOf> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ bodyId, recordedBy }: ConstitutionsOf): Promise<readonly ConstitutionView[] | null> {
    const now = (await this.runner.load(bodyHistory, bodyId)).state;
    const state = recordedBy === undefined ? now : await knownBy(this.store, bodyId, recordedBy);
    return state.established && constitutionsView(state);
  }
}

async function knownBy(store: EventStore, bodyId: string, recordedBy: string): Promise<BodyState> {
  let state = bodyHistory.initial;
  for await (const event of store.readStream(streamOf(bodyHistory.category, bodyId)))
    if (event.recordedAt <= recordedBy) state = bodyHistory.evolve(state, event);
  return state;
}
