import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type ListedMeeting, ListMeetings } from '../../../agenda/views/meeting-register/meeting-register.query.js';
import { JointMeetingsOf } from '../body-meetings/joint-meetings.query.js';
import { BodyHead } from '../../../../bodies/bodies.queries.js';

const HELD: readonly ListedMeeting['status'][] = ['open', 'adjourned', 'concluded', 'abandoned'];

/** The meetings of a body that were held in a period, with the joint meetings that others called, in the order of their dates. */
@Injectable()
export class HeldMeetings {
  constructor(private readonly queries: QueryBus) {}

  /** `null` where there is no such body. A meeting's record is public once its minute is signed; `leftOut` counts those that are not. */
  async during(
    bodyId: string,
    { from, until, drafts }: { readonly from?: string; readonly until?: string; readonly drafts: boolean },
  ): Promise<{ readonly meetings: readonly ListedMeeting[]; readonly leftOut: number } | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const held: ListedMeeting[] = [];
    let cursor: string | undefined;
    do {
      const period = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { to: until }) };
      const { rows, next } = await this.queries.execute(
        new ListMeetings({ bodyId, ...period, limit: 200, ...(cursor === undefined ? {} : { cursor }) }),
      );
      held.push(...rows.filter(({ status }) => HELD.includes(status)));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    const joint = await this.queries.execute(new JointMeetingsOf(bodyId));
    held.push(
      ...joint.filter(
        ({ status, date }) => HELD.includes(status) && (from === undefined || date >= from) && (until === undefined || date <= until),
      ),
    );
    held.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const shown = held.filter(({ minuteStatus }) => drafts || minuteStatus === 'signed');
    return { meetings: shown, leftOut: held.length - shown.length };
  }
}
