import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListDecisions, ListMeetings, standingOfMeeting } from '../../slices/meetings/meetings.queries.js';
import { now, type Meeting, standingAt } from '../../slices/meetings/meetings.words.js';
import { type EarlierBusiness, earlierBusiness } from './decision-choices.js';
import { dayOf } from './live-clock.js';
import { rollChanges } from '../../slices/bodies/bodies.words.js';

export interface Beside {
  /** Business that earlier meetings left, for a decision or a motion; else `null`. */
  readonly earlier: EarlierBusiness | null;
  /** Differences between the meeting's roll and the body's record now, for the composer of the roll; else `null`. */
  readonly rollChanges: readonly string[] | null;
}

const MOST = 50;

/** Data of a composer from outside this meeting, read only for the composer that shows it. */
@Injectable()
export class ComposerBeside {
  constructor(private readonly queries: QueryBus) {}

  async read(mode: string, meeting: Meeting, exempt: boolean): Promise<Beside> {
    return {
      earlier: mode === 'decision' || mode === 'motion' ? await this.earlier(meeting, exempt) : null,
      rollChanges: mode === 'roll' ? await this.roll(meeting) : null,
    };
  }

  private async earlier({ bodyId, meetingId, date }: Meeting, exempt: boolean): Promise<EarlierBusiness> {
    const asked = { bodyId, drafts: true, exempt, newestFirst: true, limit: MOST };
    const [meetings, awaiting, decisions] = await Promise.all([
      this.queries.execute(new ListMeetings({ bodyId, to: date, newestFirst: true, limit: MOST })),
      this.queries.execute(new ListDecisions({ ...asked, awaitingRatification: true, newestFirst: false })),
      this.queries.execute(new ListDecisions(asked)),
    ]);
    return earlierBusiness(meetingId, meetings.rows, awaiting.rows, decisions.rows);
  }

  private async roll(meeting: Meeting): Promise<readonly string[]> {
    const stands = standingAt(meeting, now(meeting));
    const known = await this.queries.execute(standingOfMeeting(meeting, dayOf(meeting)));
    return stands && known ? rollChanges(stands, known) : [];
  }
}
