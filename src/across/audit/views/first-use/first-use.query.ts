import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type FirstUse, FirstUseOf } from '../../../../eventstore/first-use.port.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { firstUse, type FirstUseRow } from './first-use.projection.js';

@QueryHandler(FirstUseOf)
export class FirstUseOfHandler implements IQueryHandler<FirstUseOf> {
  constructor(@InjectReadModel(firstUse) private readonly uses: ReadModel<FirstUseRow>) {}

  execute({ commandId }: FirstUseOf): Promise<FirstUse | null> {
    return this.uses.find(commandId);
  }
}
