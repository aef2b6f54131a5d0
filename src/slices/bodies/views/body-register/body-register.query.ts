import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { BodiesTold } from '../body/bodies-told.js';
import { type BodyKind } from '../../body.events.js';
import { type LifeOn, type LifeStatus } from '../../life.js';
import { localityOn, nothingYet } from '../../over-time.js';
import { BodyLives } from './body-lives.js';
import { bodyRegister, type BodyRegisterRow } from './body-register.projection.js';

export const BODY_ORDERS = ['bodyId', '-bodyId', 'name', '-name'] as const;
export type BodyOrder = (typeof BODY_ORDERS)[number];

export interface ListedBody {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly timeZone: string;
  /** The body's parent on that day, where the body sits. */
  readonly parentId: string | null;
  readonly establishedOn: string | null;
  readonly state: LifeStatus;
  readonly stateSince: string | null;
  readonly stateExplained: string;
  /** The localities of the body's area on that day. */
  readonly localities: readonly string[];
  /** The localities whose group the body is, as `area/locality`. */
  readonly serves: readonly string[];
}

export interface BodyListPage {
  readonly rows: readonly ListedBody[];
  readonly next: string | null;
}

export interface BodiesAsked {
  readonly limit: number;
  readonly cursor?: string;
  readonly kind?: BodyKind;
  readonly sort?: BodyOrder;
  /** The day asked for; without one, today where each body sits. */
  readonly asAt?: string;
  readonly state?: LifeStatus;
  /** Where the reader may read what is exempt; nowhere if left out. */
  readonly exemptIn?: InBodies;
}

/** A page of the register of bodies. */
export class ListBodies extends Query<BodyListPage> {
  constructor(readonly asked: BodiesAsked) {
    super();
  }
}

@QueryHandler(ListBodies)
export class ListBodiesHandler implements IQueryHandler<ListBodies> {
  constructor(
    @InjectReadModel(bodyRegister) private readonly register: ReadModel<BodyRegisterRow>,
    private readonly told: BodiesTold,
    private readonly lives: BodyLives,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asked: { kind, sort = 'bodyId', asAt, state, limit, cursor: first, exemptIn = [] } }: ListBodies): Promise<BodyListPage> {
    const orderBy = { [sort.replace('-', '')]: sort.startsWith('-') ? 'desc' : 'asc' } as const;
    const now = this.clock.now();
    const dateOf = ({ timeZone }: BodyRegisterRow): string => asAt ?? dateInZone(now, timeZone);
    const found: ListedBody[] = [];
    let cursor: string | null | undefined = first;
    // A state is derived, so rows are asked for until the page is full; never more than still fit, so that the cursor stays true.
    do {
      const { rows: all, next } = await this.register.page({ limit: limit - found.length, cursor, orderBy, where: { kind } });
      const rows = await this.told.rows(all, exemptIn);
      const lives = await this.lives.on(rows, dateOf);
      for (const row of rows) {
        const life = lives.get(row.bodyId)!;
        if (state === undefined || life.state === state) found.push(listed(row, dateOf(row), life));
      }
      cursor = next ?? undefined;
    } while (cursor !== undefined && found.length < limit);
    return { rows: found, next: cursor ?? null };
  }
}

const listed = (
  { bodyId, name, kind, timeZone, establishedOn, placements, overTime }: BodyRegisterRow,
  date: string,
  life: LifeOn,
): ListedBody => ({
  bodyId,
  name,
  kind,
  timeZone,
  establishedOn,
  parentId: placements.findLast(({ from }) => from <= date)?.parentId ?? null,
  state: life.state,
  stateSince: life.since,
  stateExplained: life.explanation,
  localities: (overTime ?? nothingYet).localities.flatMap((one) => localityOn(one, date)?.name ?? []),
  serves: (overTime ?? nothingYet).serves
    .filter(({ from }) => from <= date)
    .map(({ areaBodyId, localityId }) => `${areaBodyId}/${localityId}`),
});
