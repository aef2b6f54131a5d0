import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { ALL_BODIES } from '../../../../kernel/rights.js';
import { BodiesTold } from './bodies-told.js';
import { bodyHistory } from '../../body.state.js';
import { zoneOf } from '../../deciding-life.js';
import { BodyLives } from '../body-register/body-lives.js';
import { type BodyView, bodyView, type ConstitutionView, constitutionsView } from './body.view.js';

/**
 * A body as it stands on a day; without `on`, today where it sits; `null` where there is no such body. `on` decides which facts hold, since
 * each fact of a body has days of its own; `recordedBy`, an instant, leaves out events recorded later; `exemptIn`: where the reader may read
 * what is exempt. Reads the record itself.
 */
export class ShowBody extends Query<BodyView | null> {
  constructor(
    readonly bodyId: string,
    readonly on?: string,
    readonly recordedBy?: string,
    readonly exemptIn: InBodies = [],
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
    private readonly told: BodiesTold,
    private readonly lives: BodyLives,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ bodyId, on, recordedBy, exemptIn }: ShowBody): Promise<BodyView | null> {
    const { state: now, revision } = await this.runner.load(bodyHistory, bodyId);
    if (revision === 'none') return null;
    const today = dateInZone(this.clock.now(), zoneOf(now));
    const day = on ?? today;
    const held =
      recordedBy === undefined ? (await this.lives.held([bodyId])).get(bodyId) : await this.lives.heldAsKnown(bodyId, recordedBy);
    const moments = { ...(recordedBy === undefined ? {} : { recordedBy }), ...(day < today ? { on: day } : {}) };
    return bodyView(await this.told.body(bodyId, exemptIn, moments), revision, day, held);
  }
}

@QueryHandler(ConstitutionsOf)
export class ConstitutionsOfHandler implements IQueryHandler<ConstitutionsOf> {
  constructor(private readonly told: BodiesTold) {}

  async execute({ bodyId, recordedBy }: ConstitutionsOf): Promise<readonly ConstitutionView[] | null> {
    const state = await this.told.body(bodyId, ALL_BODIES, recordedBy === undefined ? {} : { recordedBy });
    return state.established && constitutionsView(state);
  }
}
