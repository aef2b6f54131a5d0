import { type InBodies } from '../../../../access/principal.js';
import { Injectable } from '@nestjs/common';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type Column } from '../../../../projections/projection.js';
import { snakeCase } from '../../../../projections/row-codec.js';
import { actionRegister, type ActionRegisterRow } from './action-register.projection.js';
import { type RowRead } from './action-view.js';

export const COLUMNS = Object.keys(actionRegister.columns as Record<string, Column>)
  .filter((property) => property !== 'updates')
  .map((property) => `a.${snakeCase(property)}`)
  .join(', ');
/** Updates are large, and only needed where the columns do not hold on the day. */
export const UPDATES = 'CASE WHEN a.last_changed_on > :date THEN a.updates END AS updates';
export const RENUMBERED = `(SELECT p.paragraph FROM action_paragraph p WHERE p.key = a.meeting_id || '#' || a.decision_id) AS renumbered`;

export const readable = (exemptIn: InBodies): string => {
  if (exemptIn === '*') return '1 = 1';
  return exemptIn.length ? '(a.exempt = 0 OR a.body_id IN (:...exemptIn))' : 'a.exempt = 0';
};

/** What the views of actions have in common. */
@Injectable()
export class ActionRows {
  constructor(@InjectReadModel(actionRegister) readonly register: ReadModel<ActionRegisterRow>) {}

  /** Everything that may have been on a body's tracker on a day; whether it was, the action itself tells. */
  tracker(bodyId: string, date: string, exemptIn: InBodies): Promise<RowRead[]> {
    const select = `SELECT ${COLUMNS}, ${UPDATES}, ${RENUMBERED} FROM action_register a WHERE a.body_id = :bodyId AND ${readable(exemptIn)}`;
    return this.register.sql<RowRead>(
      `${select} AND a.on_tracker = 1 AND a.raised_on <= :date
       UNION ALL ${select} AND a.on_tracker = 0 AND a.noted_on >= :date AND a.raised_on <= :date`,
      { bodyId, date, exemptIn },
    );
  }

  async one(actionId: string): Promise<RowRead | null> {
    const [row] = await this.register.sql<RowRead>(
      `SELECT ${COLUMNS}, a.updates, ${RENUMBERED} FROM action_register a WHERE a.action_id = :actionId`,
      { actionId },
    );
    return row ?? null;
  }

  /** The dates of the bodies' meetings that are not cancelled, in order. */
  async meetings(bodyIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const dates = new Map<string, string[]>(bodyIds.map((bodyId) => [bodyId, []]));
    if (!dates.size) return dates;
    const rows = await this.register.sql<{ bodyId: string; date: string }>(
      'SELECT m.body_id, m.date FROM action_meeting m WHERE m.body_id IN (:...bodyIds) ORDER BY m.body_id, m.date',
      { bodyIds: [...dates.keys()] },
    );
    for (const { bodyId, date } of rows) dates.get(bodyId)?.push(date);
    return dates;
  }
}
