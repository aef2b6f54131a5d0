import { inOrder } from '../../../../kernel/names.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type InBodies } from '../../../../kernel/principal.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { searchRecorder, type SearchRecorderRow } from './search.projection.js';

/** Everybody who has recorded something that the reader may read, in the order of their names. */
export class RecordersIn extends Query<readonly { readonly login: string; readonly name: string }[]> {
  constructor(readonly bodies: InBodies) {
    super();
  }
}

@QueryHandler(RecordersIn)
export class RecordersInHandler implements IQueryHandler<RecordersIn> {
  constructor(@InjectReadModel(searchRecorder) private readonly recorders: ReadModel<SearchRecorderRow>) {}

  async execute({ bodies }: RecordersIn) {
    const rows = await this.recorders.findMany(bodies === '*' ? {} : { where: { bodyId: { in: bodies } } });
    const byLogin = new Map(rows.map(({ byId, byName }) => [byId, byName]));
    return [...byLogin].map(([login, name]) => ({ login, name })).sort((a, b) => inOrder(a.name, b.name));
  }
}
