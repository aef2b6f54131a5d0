import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { bodyHistory } from '../../body.state.js';
import { type Coverage, coverageOn } from './membership-coverage.js';

/** Who is at the table on a day; `null` where there is no such body. Reads the record itself. */
export class CoverageOf extends Query<Coverage | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt?: string,
  ) {
    super();
  }
}

@QueryHandler(CoverageOf)
export class CoverageOfHandler implements IQueryHandler<CoverageOf> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ bodyId, asAt }: CoverageOf): Promise<Coverage | null> {
    const { state } = await this.runner.load(bodyHistory, bodyId);
    return state.established && coverageOn(state, asAt ?? dateInZone(this.clock.now(), state.established.timeZone));
  }
}
