import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { lifeOn, type LifeOn } from '../../life.js';
import { DaysMet } from '../../meetings.port.js';
import { nothingYet } from '../../over-time.js';
import { BodyDates } from '../body-dates.js';
import { type BodyRegisterRow } from './body-register.projection.js';

/** The life of each body of the register on a day, from its row and the days on which the body met. */
@Injectable()
export class BodyLives {
  constructor(
    private readonly queries: QueryBus,
    private readonly dates: BodyDates,
  ) {}

  held(bodyIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.queries.execute(new DaysMet(bodyIds));
  }

  /** The days on which a body was known to have met, by what had been written down until then. */
  async heldAsKnown(bodyId: string, recordedBy: string): Promise<readonly string[]> {
    return (await this.queries.execute(new DaysMet([bodyId], { recordedBy }))).get(bodyId) ?? [];
  }

  async on(rows: readonly BodyRegisterRow[], dateOf: (row: BodyRegisterRow) => string): Promise<ReadonlyMap<string, LifeOn>> {
    const held = await this.held(rows.map(({ bodyId }) => bodyId));
    const lives = rows.map(async (row) => {
      const overTime = row.overTime && (await this.dates.dated(row.bodyId, row.overTime, row.timeZone));
      return [row.bodyId, lifeOfRow({ ...row, overTime }, held.get(row.bodyId) ?? [], dateOf(row))] as const;
    });
    return new Map(await Promise.all(lives));
  }
}

/** A row written before the register had the column has no life until the register is rebuilt. */
export const lifeOfRow = ({ established, establishedOn, overTime }: BodyRegisterRow, held: readonly string[], date: string): LifeOn =>
  lifeOn({ established: (established ?? true) ? { on: establishedOn } : null, overTime: overTime ?? nothingYet, held }, date);
