import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { dateInZone } from '../../../../kernel/dates.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type BodyKind } from '../../body.events.js';
import { bodyRegister, type BodyRegisterRow } from './body-register.projection.js';

export const BODY_ORDERS = ['bodyId', '-bodyId', 'name', '-name'] as const;
export type BodyOrder = (typeof BODY_ORDERS)[number];

export interface ListedBody {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly timeZone: string;
  /** What it reports to today, where it sits. */
  readonly parentId: string | null;
  readonly establishedOn: string | null;
}

export interface BodyListPage {
  readonly rows: readonly ListedBody[];
  readonly next: string | null;
}

/** A page of the register of bodies. */
export class ListBodies extends Query<BodyListPage> {
  constructor(readonly asked: { readonly limit: number; readonly cursor?: string; readonly kind?: BodyKind; readonly sort?: BodyOrder }) {
    super();
  }
}

@QueryHandler(ListBodies)
export class ListBodiesHandler implements IQueryHandler<ListBodies> {
  constructor(
    @InjectReadModel(bodyRegister) private readonly register: ReadModel<BodyRegisterRow>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asked: { kind, sort = 'bodyId', ...asked } }: ListBodies): Promise<BodyListPage> {
    const orderBy = { [sort.replace('-', '')]: sort.startsWith('-') ? 'desc' : 'asc' } as const;
    const { rows, next } = await this.register.page({ ...asked, orderBy, ...(kind === undefined ? {} : { where: { kind } }) });
    const now = this.clock.now();
    return { rows: rows.map((row) => listed(row, dateInZone(now, row.timeZone))), next };
  }
}

const listed = ({ placements, ...body }: BodyRegisterRow, today: string): ListedBody => ({
  ...body,
  parentId: placements.findLast(({ from }) => from <= today)?.parentId ?? null,
});
