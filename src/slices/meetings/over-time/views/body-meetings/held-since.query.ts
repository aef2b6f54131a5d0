import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { bodyMeetings, type BodyMeetingsRow } from './body-meetings.projection.js';

/** The meetings of a body that were held, or resumed, on a day or after it. */
export class MeetingsHeldSince extends Query<readonly string[]> {
  constructor(
    readonly bodyId: string,
    readonly from: string,
  ) {
    super();
  }
}

@QueryHandler(MeetingsHeldSince)
export class MeetingsHeldSinceHandler implements IQueryHandler<MeetingsHeldSince> {
  constructor(@InjectReadModel(bodyMeetings) private readonly meetings: ReadModel<BodyMeetingsRow>) {}

  async execute({ bodyId, from }: MeetingsHeldSince): Promise<readonly string[]> {
    const [row] = await this.meetings.findMany({ where: { bodyId: { in: [bodyId] } } });
    return Object.entries(row?.held ?? {}).flatMap(([meetingId, days]) => (days.some((day) => day >= from) ? [meetingId] : []));
  }
}
