import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { bodyIdOf } from '../../../../../kernel/record-id.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { type ListedMeeting, MeetingHead } from '../../../agenda/views/meeting-register/meeting-register.query.js';
import { bodyMeetings, type BodyMeetingsRow } from './body-meetings.projection.js';

/** The joint meetings that other bodies called and this one takes part in, in the order of their dates; those cancelled are left out. */
export class JointMeetingsOf extends Query<readonly ListedMeeting[]> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(JointMeetingsOf)
export class JointMeetingsOfHandler implements IQueryHandler<JointMeetingsOf> {
  constructor(
    private readonly queries: QueryBus,
    @InjectReadModel(bodyMeetings) private readonly meetings: ReadModel<BodyMeetingsRow>,
  ) {}

  async execute({ bodyId }: JointMeetingsOf): Promise<readonly ListedMeeting[]> {
    const row = await this.meetings.find(bodyId);
    const joint = Object.keys(row?.called ?? {}).filter((meetingId) => bodyIdOf(meetingId) !== bodyId);
    const heads = await Promise.all(joint.map((meetingId) => this.queries.execute(new MeetingHead(meetingId))));
    return heads.flatMap((one) => one ?? []).sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}
