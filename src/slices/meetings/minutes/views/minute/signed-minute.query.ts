import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Refusal } from '../../../../../kernel/refusal.js';
import { MeetingAsItStands } from '../../../reading/meeting-now.query.js';
import { refuseMinute } from '../../minute.refusals.js';
import { hasExempt } from './minute.query.js';
import { hashOf } from '../../../document/minute-text.js';

/** Exactly the text that was signed, byte for byte, with its hash. Refused with `minute.not-found`, or `signed-minute.not-found`. */
export class ReadSignedMinute extends Query<SignedMinute | Refusal> {
  constructor(readonly meetingId: string) {
    super();
  }
}

export interface SignedMinute {
  readonly accepted: true;
  readonly meetingId: string;
  readonly signedBy: { readonly personId: string; readonly name: string };
  readonly atMeeting: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly algorithm: 'sha-256';
  readonly hash: string;
  /** Whether the text kept still has the hash it was signed with. */
  readonly intact: boolean;
  /** Whether the text holds items taken in private. */
  readonly exempt: boolean;
  readonly text: string;
}

@QueryHandler(ReadSignedMinute)
export class ReadSignedMinuteHandler implements IQueryHandler<ReadSignedMinute> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ meetingId }: ReadSignedMinute): Promise<SignedMinute | Refusal> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (meeting?.openedAt === undefined) return refuseMinute('minute.not-found', { detail: { meetingId } });
    const { signed } = meeting.minute;
    if (!signed) return refuseMinute('signed-minute.not-found', { detail: { meetingId } });
    const { signedBy, atMeeting, at, hash, text } = signed;
    const intact = hashOf(text) === hash;
    return { accepted: true, meetingId, signedBy, atMeeting, at, algorithm: 'sha-256', hash, intact, exempt: hasExempt(meeting), text };
  }
}
