import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../eventstore/command-runner.js';
import { EVENT_STORE, type EventStore } from '../../../eventstore/event-store.port.js';
import { streamOf } from '../../../kernel/decider.js';
import { type RecordedEvent } from '../../../kernel/event.js';
import { type Moments } from '../../../kernel/moments.js';
import { meetingAsAt } from './meeting.as-at.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';

/** A meeting as the record has it now; `null` where none was called. Reads the record itself, so it is never behind. */
export class MeetingAsItStands extends Query<MeetingNow | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

export interface MeetingNow {
  readonly meeting: Meeting;
  /** Revision of the meeting's last event, which a command on it must expect. */
  readonly revision: number;
}

/** A meeting as it was at a moment, as it was known at a moment; `null` where it had not been called. */
export class MeetingAsAt extends Query<Meeting | null> {
  constructor(
    readonly meetingId: string,
    readonly asAt: Moments,
  ) {
    super();
  }
}

@QueryHandler(MeetingAsItStands)
export class MeetingAsItStandsHandler implements IQueryHandler<MeetingAsItStands> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ meetingId }: MeetingAsItStands): Promise<MeetingNow | null> {
    const { state, revision } = await this.runner.load(meetingHistory, meetingId);
    return revision === 'none' ? null : { meeting: state, revision };
  }
}

@QueryHandler(MeetingAsAt)
export class MeetingAsAtHandler implements IQueryHandler<MeetingAsAt> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ meetingId, asAt }: MeetingAsAt): Promise<Meeting | null> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readStream(streamOf(meetingHistory.category, meetingId))) events.push(event);
    return meetingAsAt(events, asAt);
  }
}
