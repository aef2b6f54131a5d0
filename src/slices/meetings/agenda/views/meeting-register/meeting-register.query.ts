import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Moments } from '../../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { inOrderOf, pageIn, rowsOf } from '../../../../../projections/rows-of.js';
import { MeetingEventsBy } from './meeting-events.query.js';
import { meetingRegister, type MeetingRegisterRow, type MinuteStatus } from './meeting-register.projection.js';

export type ListedMeeting = Omit<MeetingRegisterRow, 'standings' | 'declared'>;

export interface MeetingsAsked {
  readonly bodyId?: string;
  /** First and last date of the meetings, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly status?: MeetingRegisterRow['status'];
  readonly minuteStatus?: MinuteStatus;
  /** Only meetings whose notice was given, or whose minute is signed. */
  readonly publishedOnly?: boolean;
  readonly newestFirst?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  /** The register of one body as at a moment and as known at one: made anew from the record of its meetings. */
  readonly moments?: Moments | undefined;
}

/** A page of the register of meetings, in the order of their dates. */
export class ListMeetings extends Query<{ readonly rows: readonly ListedMeeting[]; readonly next: string | null }> {
  constructor(readonly asked: MeetingsAsked) {
    super();
  }
}

/** One meeting of the register; `null` where there is none. */
export class MeetingHead extends Query<ListedMeeting | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(
    @InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ asked }: ListMeetings): Promise<{ readonly rows: readonly ListedMeeting[]; readonly next: string | null }> {
    const { bodyId, from, to, status, minuteStatus, publishedOnly, newestFirst, limit, cursor, moments } = asked;
    if (moments && bodyId !== undefined) return this.turnedBack(asked, bodyId, moments);
    const { rows, next } = await this.register.page({
      where: {
        bodyId,
        status,
        minuteStatus,
        date: from === undefined && to === undefined ? undefined : { gte: from, lte: to },
        published: publishedOnly ? true : undefined,
      },
      orderBy: { date: newestFirst ? 'desc' : 'asc' },
      limit,
      cursor,
    });
    return { rows: rows.map(listed), next };
  }

  private async turnedBack(asked: MeetingsAsked, bodyId: string, moments: Moments) {
    const { from = '', to = '9999-12-31', status, minuteStatus, publishedOnly, newestFirst = false } = asked;
    const rows = rowsOf(meetingRegister, await this.queries.execute(new MeetingEventsBy(bodyId, moments)));
    const wanted = [...rows.values()].filter(
      (row) =>
        row.date >= from &&
        row.date <= to &&
        (status === undefined || row.status === status) &&
        (minuteStatus === undefined || row.minuteStatus === minuteStatus) &&
        (!publishedOnly || row.published),
    );
    const { rows: shown, next } = pageIn(wanted, inOrderOf(['date', 'meetingId'], newestFirst), asked);
    return { rows: shown.map(listed), next };
  }
}

@QueryHandler(MeetingHead)
export class MeetingHeadHandler implements IQueryHandler<MeetingHead> {
  constructor(@InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>) {}

  async execute({ meetingId }: MeetingHead): Promise<ListedMeeting | null> {
    const row = await this.register.find(meetingId);
    return row && listed(row);
  }
}

const listed = ({ standings: _standings, declared: _declared, ...row }: MeetingRegisterRow): ListedMeeting => row;
