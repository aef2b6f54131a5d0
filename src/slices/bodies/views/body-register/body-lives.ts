import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '../../../../eventstore/event-store.port.js';
import { streamOf } from '../../../../kernel/decider.js';
import { type RecordedEvent } from '../../../../kernel/event.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { rowsOf } from '../../../../projections/rows-of.js';
import { lifeOn, type LifeOn } from '../../life.js';
import { nothingYet } from '../../over-time.js';
import { bodyMeetings, type BodyMeetingsRow, heldDays } from '../../../meetings/agenda/views/body-meetings/body-meetings.projection.js';
import { type BodyRegisterRow } from './body-register.projection.js';

/** How bodies of the register stand in their lives on a day: their rows, and the days on which they met. */
@Injectable()
export class BodyLives {
  constructor(
    @InjectReadModel(bodyMeetings) private readonly meetings: ReadModel<BodyMeetingsRow>,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async held(bodyIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.meetings.findMany({ where: { bodyId: { in: bodyIds } } });
    return new Map(rows.map((row) => [row.bodyId, heldDays(row)]));
  }

  /** The days on which a body was known to have met, by what had been written down until then. */
  async heldAsKnown(bodyId: string, recordedBy: string): Promise<readonly string[]> {
    const known: RecordedEvent[] = [];
    for (const meetingId of Object.keys((await this.meetings.find(bodyId))?.held ?? {}))
      for await (const event of this.store.readStream(streamOf('meeting', meetingId)))
        if (event.recordedAt <= recordedBy) known.push(event);
    return heldDays(rowsOf(bodyMeetings, known).get(bodyId));
  }

  async on(rows: readonly BodyRegisterRow[], dateOf: (row: BodyRegisterRow) => string): Promise<ReadonlyMap<string, LifeOn>> {
    const held = await this.held(rows.map(({ bodyId }) => bodyId));
    return new Map(rows.map((row) => [row.bodyId, lifeOfRow(row, held.get(row.bodyId) ?? [], dateOf(row))]));
  }
}

/** While the register is being made anew its older rows have no life yet. */
export const lifeOfRow = ({ established, establishedOn, overTime }: BodyRegisterRow, held: readonly string[], date: string): LifeOn =>
  lifeOn({ established: (established ?? true) ? { on: establishedOn } : null, overTime: overTime ?? nothingYet, held }, date);
