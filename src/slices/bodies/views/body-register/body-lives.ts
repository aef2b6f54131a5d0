import { Injectable } from '@nestjs/common';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { lifeOn, type LifeOn } from '../../life.js';
import { nothingYet } from '../../over-time.js';
import { bodyMeetings, type BodyMeetingsRow, heldDays } from '../body-meetings/body-meetings.projection.js';
import { type BodyRegisterRow } from './body-register.projection.js';

/** How bodies of the register stand in their lives on a day: their rows, and the days on which they met. */
@Injectable()
export class BodyLives {
  constructor(@InjectReadModel(bodyMeetings) private readonly meetings: ReadModel<BodyMeetingsRow>) {}

  async held(bodyIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.meetings.findMany({ where: { bodyId: { in: bodyIds } } });
    return new Map(rows.map((row) => [row.bodyId, heldDays(row)]));
  }

  async on(rows: readonly BodyRegisterRow[], dateOf: (row: BodyRegisterRow) => string): Promise<ReadonlyMap<string, LifeOn>> {
    const held = await this.held(rows.map(({ bodyId }) => bodyId));
    return new Map(rows.map((row) => [row.bodyId, lifeOfRow(row, held.get(row.bodyId) ?? [], dateOf(row))]));
  }
}

/** While the register is being made anew its older rows have no life yet. */
export const lifeOfRow = ({ established, establishedOn, overTime }: BodyRegisterRow, held: readonly string[], date: string): LifeOn =>
  lifeOn({ established: (established ?? true) ? { on: establishedOn } : null, overTime: overTime ?? nothingYet, held }, date);
