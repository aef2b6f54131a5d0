import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { dutyOn } from '../../duty.state.js';
import { type Known, knownOf } from '../known.js';
import { dutyRegister, type DutyRegisterRow } from './duty-register.projection.js';
import { dutyView, type DutyView } from './duty-view.js';

/** A body's duties on a day, by their titles; `null` where there is no such body. */
export class ListDuties extends Query<Page<DutyView> | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

/** One duty on a day; `null` where there is none, or it was not recorded yet. */
export class DutyAsAt extends Query<DutyView | null> {
  constructor(
    readonly dutyId: string,
    readonly asAt: string,
    readonly known?: Known,
  ) {
    super();
  }
}

@QueryHandler(ListDuties)
export class ListDutiesHandler implements IQueryHandler<ListDuties> {
  constructor(
    @InjectReadModel(dutyRegister) private readonly register: ReadModel<DutyRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, asAt, page }: ListDuties): Promise<Page<DutyView> | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const { rows, next } = await this.register.page({
      where: { bodyId, recordedOn: { lte: asAt } },
      orderBy: { title: 'asc' },
      ...page,
    });
    const duties = rows.flatMap(({ updates }) => dutyOn(updates, asAt) ?? []);
    return { rows: duties.map((duty) => dutyView(duty, asAt)), next };
  }
}

@QueryHandler(DutyAsAt)
export class DutyAsAtHandler implements IQueryHandler<DutyAsAt> {
  constructor(@InjectReadModel(dutyRegister) private readonly register: ReadModel<DutyRegisterRow>) {}

  async execute({ dutyId, asAt, known }: DutyAsAt): Promise<DutyView | null> {
    const row = await this.register.find(dutyId);
    const duty = row && dutyOn(knownOf(row.updates, asAt, known), asAt);
    return duty && dutyView(duty, asAt);
  }
}
