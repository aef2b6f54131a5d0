import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { meetingRegister, type MeetingRegisterRow, type MinuteStatus } from './meeting-register.projection.js';

export type ListedMeeting = Omit<MeetingRegisterRow, 'standings' | 'declaredLost'>;

export interface MeetingsAsked {
  readonly bodyId?: string;
  /** First and last date of the meetings, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly status?: MeetingRegisterRow['status'];
  readonly minuteStatus?: MinuteStatus;
  /** Only those whose notice was given, or whose minute is signed. */
  readonly publishedOnly?: boolean;
  readonly newestFirst?: boolean;
  readonly limit: number;
  readonly cursor?: string;
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
  constructor(@InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>) {}

  async execute({ asked }: ListMeetings): Promise<{ readonly rows: readonly ListedMeeting[]; readonly next: string | null }> {
    const { bodyId, from, to, status, minuteStatus, publishedOnly, newestFirst, limit, cursor } = asked;
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
}

@QueryHandler(MeetingHead)
export class MeetingHeadHandler implements IQueryHandler<MeetingHead> {
  constructor(@InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>) {}

  async execute({ meetingId }: MeetingHead): Promise<ListedMeeting | null> {
    const row = await this.register.find(meetingId);
    return row && listed(row);
  }
}

const listed = ({ standings: _standings, declaredLost: _declaredLost, ...row }: MeetingRegisterRow): ListedMeeting => row;
