import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { bodyHistory } from '../../body.state.js';
import { zoneOf } from '../../deciding-life.js';
import { BodyLives } from '../body-register/body-lives.js';
import { type BodyView, bodyView, type ConstitutionView, constitutionsView } from './body.view.js';

/** A body as it stands on a day, today where it sits if none is given; `null` where there is no such body. Reads the record itself. */
export class ShowBody extends Query<BodyView | null> {
  constructor(
    readonly bodyId: string,
    readonly on?: string,
  ) {
    super();
  }
}

/** Every version of a body's constitution, oldest first; `null` where there is no such body. Reads the record itself. */
export class ConstitutionsOf extends Query<readonly ConstitutionView[] | null> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(ShowBody)
export class ShowBodyHandler implements IQueryHandler<ShowBody> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly lives: BodyLives,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ bodyId, on }: ShowBody): Promise<BodyView | null> {
    const { state, revision } = await this.runner.load(bodyHistory, bodyId);
    if (revision === 'none') return null;
    const held = (await this.lives.held([bodyId])).get(bodyId);
    return bodyView(state, revision, on ?? dateInZone(this.clock.now(), zoneOf(state)), held);
  }
}

@QueryHandler(ConstitutionsOf)
export class ConstitutionsOfHandler implements IQueryHandler<ConstitutionsOf> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId }: ConstitutionsOf): Promise<readonly ConstitutionView[] | null> {
    const { state } = await this.runner.load(bodyHistory, bodyId);
    return state.established && constitutionsView(state);
  }
}
