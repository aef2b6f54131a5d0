import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { streamOf } from '../../kernel/decider.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { type Moments } from '../../kernel/moments.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { meetingAsAt } from './record/meeting.as-at.js';
import { meetingHistory } from './record/meeting.history.js';
import { type Meeting } from './record/meeting.state.js';
import { meetingRegister, type MeetingRegisterRow } from './agenda/views/meeting-register/meeting-register.projection.js';

export { meetingEventsAsAt } from './record/meeting.as-at.js';
export { MeetingEventsBy } from './agenda/views/meeting-register/meeting-events.query.js';
export { type ListedMeeting, ListMeetings } from './agenda/views/meeting-register/meeting-register.query.js';
export { quorumTimeline } from './sederunt/views/quorum/quorum-timeline.js';

/** A meeting as the record has it now; `null` where none was called. Reads the record itself, so it is never behind. */
export class MeetingAsItStands extends Query<MeetingNow | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

export interface MeetingNow {
  readonly meeting: Meeting;
  /** Revision of its last event: what a command on it is to expect. */
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

/**
 * The dates of a body's meetings that are not cancelled, in order, as far as has been recorded until now: what "next meeting" means should
 * not depend on how quick the read models are.
 */
export class MeetingDates extends Query<readonly string[]> {
  constructor(readonly bodyId: string) {
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

@QueryHandler(MeetingDates)
export class MeetingDatesHandler implements IQueryHandler<MeetingDates> {
  constructor(
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>,
  ) {}

  async execute({ bodyId }: MeetingDates): Promise<readonly string[]> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [meetingRegister.name] });
    const meetings = await this.register.findMany({ where: { bodyId }, orderBy: { date: 'asc' } });
    return meetings.filter(({ status }) => status !== 'cancelled').map(({ date }) => date);
  }
}
