import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Refusal } from '../../../../../kernel/refusal.js';
import { type Moments } from '../../../../../kernel/moments.js';
import { MeetingAsAt, MeetingAsItStands } from '../../../reading/meeting-now.query.js';
import { refuseMinute } from '../../minute.refusals.js';
import { exemptAsNow } from '../../../exempt/exempt.js';
import { hasExempt } from '../minute/minute.query.js';
import { minuteText } from '../../../document/minute-text.js';
import { changesSince, type MinuteChanges } from './changes-since.js';

/** The changes in a minute since its last draft was circulated, now or by `moments`; the whole minute, where none was circulated. */
export class ChangesSinceCirculated extends Query<ChangesRead | Refusal> {
  constructor(
    readonly meetingId: string,
    readonly moments?: Moments,
  ) {
    super();
  }
}

export interface ChangesRead extends MinuteChanges {
  readonly accepted: true;
  readonly meetingId: string;
  /** The draft compared with, `null` where nothing was circulated. */
  readonly since: { readonly draft: number; readonly at: string; readonly hash: string; readonly to: string | null } | null;
  /** Whether it shows what was taken in private. */
  readonly exempt: boolean;
}

@QueryHandler(ChangesSinceCirculated)
export class ChangesSinceCirculatedHandler implements IQueryHandler<ChangesSinceCirculated> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ meetingId, moments }: ChangesSinceCirculated): Promise<ChangesRead | Refusal> {
    const now = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    const meeting = moments ? await this.queries.execute(new MeetingAsAt(meetingId, moments)) : now;
    if (!now || meeting?.openedAt === undefined) return refuseMinute('minute.not-found', { detail: { meetingId } });
    const last = meeting.minute.circulated.at(-1);
    return {
      accepted: true,
      meetingId,
      since: last ? { draft: last.draft, at: last.at, hash: last.hash, to: last.to ?? null } : null,
      exempt: hasExempt(exemptAsNow(meeting, now)),
      ...changesSince(last?.text ?? '', meeting.minute.signed?.text ?? minuteText(meeting)),
    };
  }
}
