import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type InBodies } from '../../../../../kernel/principal.js';
import { bodyIdOf } from '../../../../../kernel/record-id.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { BodyHead } from '../../../../bodies/bodies.queries.js';
import { ExemptPlaces } from '../../../../bodies/meetings.port.js';
import { type MinuteResolved } from '../../../events/meeting.events.js';
import { MeetingAsItStands } from '../../../reading/meeting-now.query.js';
import { receivedMinutes, type ReceivedMinuteRow } from './received-minutes.projection.js';

/** What another body resolved on a minute that was submitted to it. */
export interface MinuteReceivedThere {
  readonly atMeeting: string;
  readonly body: string;
  readonly date: string;
  readonly resolved: MinuteResolved;
  readonly amendment: string | null;
  readonly decisionId: string | null;
}

/** Where somebody may read what is not published yet, and what is exempt. */
interface Reader {
  readonly draftsIn: InBodies;
  readonly exemptIn: InBodies;
}

/** What other bodies resolved on the minute of a meeting, the earliest first, as far as the reader may know of it. */
export class MinuteReceivedAt extends Query<readonly MinuteReceivedThere[]> {
  constructor(
    readonly meetingId: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

const isIn = (bodies: InBodies, bodyId: string): boolean => bodies === '*' || bodies.includes(bodyId);

@QueryHandler(MinuteReceivedAt)
export class MinuteReceivedAtHandler implements IQueryHandler<MinuteReceivedAt> {
  constructor(
    private readonly queries: QueryBus,
    @InjectReadModel(receivedMinutes) private readonly received: ReadModel<ReceivedMinuteRow>,
  ) {}

  async execute({ meetingId, reader }: MinuteReceivedAt): Promise<readonly MinuteReceivedThere[]> {
    const rows = await this.received.findMany({ where: { ofMeeting: meetingId }, orderBy: { key: 'asc' } });
    const places = await this.queries.execute(new ExemptPlaces(rows.map(({ atMeeting }) => atMeeting)));
    const shown = rows.map(async ({ atMeeting, itemId, resolved, amendment, decisionId }): Promise<MinuteReceivedThere[]> => {
      const bodyId = bodyIdOf(atMeeting);
      const meeting = (await this.queries.execute(new MeetingAsItStands(atMeeting)))?.meeting;
      const open = meeting?.minute.signed !== undefined || isIn(reader.draftsIn, bodyId);
      if (!meeting || !open || (places.has(`${atMeeting}#${itemId}`) && !isIn(reader.exemptIn, bodyId))) return [];
      const body = (await this.queries.execute(new BodyHead(bodyId)))?.name ?? bodyId;
      return [{ atMeeting, body, date: meeting.date, resolved, amendment, decisionId }];
    });
    return (await Promise.all(shown)).flat().sort((a, b) => (a.date < b.date ? -1 : 1));
  }
}
