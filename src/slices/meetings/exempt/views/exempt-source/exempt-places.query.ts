import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { ExemptPlaces } from '../../../../bodies/meetings.port.js';
import { exemptSources, type ExemptSourceRow } from './exempt-source.projection.js';

@QueryHandler(ExemptPlaces)
export class ExemptPlacesHandler implements IQueryHandler<ExemptPlaces> {
  constructor(@InjectReadModel(exemptSources) private readonly sources: ReadModel<ExemptSourceRow>) {}

  async execute({ meetingIds }: ExemptPlaces): Promise<ReadonlySet<string>> {
    const wanted = [...new Set(meetingIds)];
    const rows =
      wanted.length === 0
        ? []
        : await this.sources.sql<Pick<ExemptSourceRow, 'places'>>(
            "SELECT x.places FROM exempt_source x WHERE x.meeting_id IN (:...wanted) AND x.places <> ''",
            { wanted },
          );
    return new Set(rows.flatMap(({ places }) => places.trim().split(' ')));
  }
}
