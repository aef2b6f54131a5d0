import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../../../eventstore/event-store.port.js';
import { streamOf } from '../../../../../kernel/decider.js';
import { comparePositions, type RecordedEvent } from '../../../../../kernel/event.js';
import { type Moments } from '../../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { meetingEventsAsAt } from '../../../reading/meeting.as-at.js';
import { meetingHistory } from '../../../record/meeting.history.js';
import { meetingRegister, type MeetingRegisterRow } from './meeting-register.projection.js';

/**
 * The events of all a body's meetings by which `moments` tell each meeting (see `meetingEventsAsAt`), in the order of the record. Reads
 * every stream of those meetings: for readings of the past, not for everyday ones.
 */
export class MeetingEventsBy extends Query<readonly RecordedEvent[]> {
  constructor(
    readonly bodyId: string,
    readonly moments: Moments,
  ) {
    super();
  }
}

@QueryHandler(MeetingEventsBy)
export class MeetingEventsByHandler implements IQueryHandler<MeetingEventsBy> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>,
  ) {}

  async execute({ bodyId, moments }: MeetingEventsBy): Promise<readonly RecordedEvent[]> {
    const told: RecordedEvent[] = [];
    for (const { meetingId } of await this.register.findMany({ where: { bodyId } })) {
      const events: RecordedEvent[] = [];
      for await (const event of this.store.readStream(streamOf(meetingHistory.category, meetingId))) events.push(event);
      told.push(...meetingEventsAsAt(events, moments));
    }
    return told.sort((a, b) => comparePositions(a.position, b.position));
  }
}
