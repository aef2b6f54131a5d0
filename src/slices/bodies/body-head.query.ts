import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { SeatOfBody } from '../calendars/bodies.port.js';
import { type BodyKind } from './body.events.js';
import { standingItemsOn, standingOn } from './body.standing.js';
import { bodyHistory } from './body.state.js';
import { type Standing } from './constitution.js';
import { jointStanding } from './joint-meeting.js';
import { type StandingItem } from './standing-items.js';

/** The rules, seats and offices for a meeting of a body, or of several, on a day; `null`: no such body, or one without a constitution then. Reads the record itself. */
export class StandingOn extends Query<Standing | null> {
  constructor(
    readonly bodyId: string,
    readonly date: string,
    /** The bodies that meet with it. */
    readonly jointlyWith: readonly string[] = [],
  ) {
    super();
  }
}

/** The standing items of a body's agendas on a day, in their order. Reads the record itself. */
export class StandingItemsOn extends Query<readonly StandingItem[]> {
  constructor(
    readonly bodyId: string,
    readonly date: string,
  ) {
    super();
  }
}

export interface BodyHeading {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly timeZone: string;
  /** First day on which the body no longer exists. */
  readonly dissolvedOn?: string;
}

/** A body's name and time zone; `null` where there is no such body. Reads the record itself. */
export class BodyHead extends Query<BodyHeading | null> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(StandingOn)
export class StandingOnHandler implements IQueryHandler<StandingOn> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId, date, jointlyWith }: StandingOn): Promise<Standing | null> {
    const [calling, ...others] = await Promise.all(
      [bodyId, ...jointlyWith].map(async (one) => standingOn((await this.runner.load(bodyHistory, one)).state, date)),
    );
    const joined = others.flatMap((one) => one ?? []);
    return calling && joined.length === others.length ? jointStanding(calling, joined) : null;
  }
}

@QueryHandler(StandingItemsOn)
export class StandingItemsOnHandler implements IQueryHandler<StandingItemsOn> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId, date }: StandingItemsOn): Promise<readonly StandingItem[]> {
    return standingItemsOn((await this.runner.load(bodyHistory, bodyId)).state, date);
  }
}

@QueryHandler(BodyHead)
export class BodyHeadHandler implements IQueryHandler<BodyHead> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId }: BodyHead): Promise<BodyHeading | null> {
    const { established, overTime } = (await this.runner.load(bodyHistory, bodyId)).state;
    if (!established) return null;
    const { name, kind, timeZone } = established;
    return { bodyId, name, kind, timeZone, ...(overTime.dissolved && { dissolvedOn: overTime.dissolved.on }) };
  }
}

@QueryHandler(SeatOfBody)
export class SeatOfBodyHandler implements IQueryHandler<SeatOfBody> {
  constructor(private readonly queries: QueryBus) {}

  execute({ bodyId }: SeatOfBody): Promise<BodyHeading | null> {
    return this.queries.execute(new BodyHead(bodyId));
  }
}
