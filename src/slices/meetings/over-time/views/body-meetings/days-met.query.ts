import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../../../eventstore/event-store.port.js';
import { streamOf } from '../../../../../kernel/decider.js';
import { type RecordedEvent } from '../../../../../kernel/event.js';
import { ProjectionEngine } from '../../../../../projections/projection-engine.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { rowsOf } from '../../../../../projections/rows-of.js';
import { DaysMet } from '../../../../bodies/meetings.port.js';
import { meetingHistory } from '../../../record/meeting.history.js';
import { bodyMeetings, type BodyMeetingsRow, heldDays } from './body-meetings.projection.js';

@QueryHandler(DaysMet)
export class DaysMetHandler implements IQueryHandler<DaysMet> {
  constructor(
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(bodyMeetings) private readonly meetings: ReadModel<BodyMeetingsRow>,
  ) {}

  async execute({ bodyIds, how: { upToHead = false, recordedBy } }: DaysMet): Promise<ReadonlyMap<string, readonly string[]>> {
    const head = upToHead ? await this.store.head() : null;
    if (head !== null) await this.projections.waitFor(head, { names: [bodyMeetings.name] });
    const days = new Map<string, readonly string[]>();
    for (const row of await this.meetings.findMany({ where: { bodyId: { in: bodyIds } } }))
      days.set(row.bodyId, heldDays(recordedBy === undefined ? row : await this.asKnown(row, recordedBy)));
    return days;
  }

  private async asKnown({ bodyId, held }: BodyMeetingsRow, recordedBy: string): Promise<BodyMeetingsRow | undefined> {
    const known: RecordedEvent[] = [];
    for (const meetingId of Object.keys(held))
      for await (const event of this.store.readStream(streamOf(meetingHistory.category, meetingId)))
        if (event.recordedAt <= recordedBy) known.push(event);
    return rowsOf(bodyMeetings, known).get(bodyId);
  }
}
