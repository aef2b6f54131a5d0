import { type InBodies } from '../../../../kernel/principal.js';
import { Injectable } from '@nestjs/common';
import { dateInZone } from '../../../../kernel/dates.js';
import { byThen } from '../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type Column } from '../../../../kernel/projection.js';
import { snakeCase } from '../../../../projections/row-codec.js';
import { actionRegister, type ActionRegisterRow } from './action-register.projection.js';
import { type ActionMeetingRow } from './action-side.projections.js';
import { type Exactly, type RowRead } from './action-view.js';

export const COLUMNS = Object.keys(actionRegister.columns as Record<string, Column>)
  .filter((property) => property !== 'updates')
  .map((property) => `a.${snakeCase(property)}`)
  .join(', ');
const PARAGRAPH = "FROM action_paragraph p WHERE p.key = a.meeting_id || '#' || a.decision_id";
export const RENUMBERED = `(SELECT p.paragraph ${PARAGRAPH}) AS renumbered, (SELECT p.numbers ${PARAGRAPH}) AS numbers`;
export const DECODED = { numbers: 'json' } as const;

/** Later than every instant: known by then is everything. */
const NEVER = '9999-12-31T23:59:59.999Z';
export const knownBy = ({ recordedBy = NEVER }: Partial<Exactly> = {}) => ({ recordedBy, never: NEVER });
/** Something of it was written down only after `:recordedBy`. */
export const RECORDED_SINCE = 'COALESCE(a.last_recorded_at, :never) > :recordedBy';
/** Updates are large, and only needed where the record is not what it was on the day. */
const UPDATES = `CASE WHEN a.last_changed_on >= :date OR ${RECORDED_SINCE} THEN a.updates END AS updates`;

export const readable = (exemptIn: InBodies): string => {
  if (exemptIn === '*') return '1 = 1';
  return exemptIn.length ? '(a.exempt = 0 OR a.body_id IN (:...exemptIn))' : 'a.exempt = 0';
};

/** What the views of actions have in common. */
@Injectable()
export class ActionRows {
  constructor(@InjectReadModel(actionRegister) readonly register: ReadModel<ActionRegisterRow>) {}

  /** Everything that may have been on a body's tracker on a day, as far as was known; whether it was, the action itself tells. */
  tracker(bodyId: string, date: string, exemptIn: InBodies, exactly?: Exactly): Promise<RowRead[]> {
    const select = `SELECT ${COLUMNS}, ${UPDATES}, ${RENUMBERED} FROM action_register a WHERE a.body_id = :bodyId AND ${readable(exemptIn)}`;
    return this.register.sql<RowRead>(
      `${select} AND a.on_tracker = 1 AND a.raised_on <= :date
       UNION ALL ${select} AND a.on_tracker = 0 AND (a.noted_on >= :date OR ${RECORDED_SINCE}) AND a.raised_on <= :date`,
      { bodyId, date, exemptIn, ...knownBy(exactly) },
      DECODED,
    );
  }

  async one(actionId: string): Promise<RowRead | null> {
    const [row] = await this.register.sql<RowRead>(
      `SELECT ${COLUMNS}, a.updates, ${RENUMBERED} FROM action_register a WHERE a.action_id = :actionId`,
      { actionId },
      DECODED,
    );
    return row ?? null;
  }

  /** The dates of the bodies' meetings that are not cancelled, in order; or were not then, as far as was known. */
  async meetings(bodyIds: readonly string[], exactly?: Exactly): Promise<ReadonlyMap<string, readonly string[]>> {
    const dates = new Map<string, string[]>(bodyIds.map((bodyId) => [bodyId, []]));
    if (!dates.size) return dates;
    const rows = await this.register.sql<ActionMeetingRow>(
      `SELECT m.* FROM action_meeting m WHERE m.body_id IN (:...bodyIds) ${exactly ? '' : 'AND m.cancelled_at IS NULL'} ORDER BY m.body_id, m.date`,
      { bodyIds: [...dates.keys()] },
    );
    for (const row of rows) if (!exactly || stood(row, exactly)) dates.get(row.bodyId)?.push(row.date);
    return dates;
  }
}

/** Called and not cancelled. A meeting whose day was past is one of that day, however late its being called is said to have happened. */
function stood({ date, calledAt, calledRecordedAt, cancelledAt, cancelledRecordedAt }: ActionMeetingRow, exactly: Exactly): boolean {
  const { happenedBy, recordedBy, timeZone } = exactly;
  const past = happenedBy !== undefined && date < dateInZone(happenedBy, timeZone);
  const called = byThen(past ? { recordedBy } : exactly, { happenedAt: calledAt ?? '', recordedAt: calledRecordedAt ?? '' });
  const cancelled = cancelledAt !== null && byThen(exactly, { happenedAt: cancelledAt, recordedAt: cancelledRecordedAt ?? '' });
  return called && !cancelled;
}
