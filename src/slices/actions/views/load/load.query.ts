import { type InBodies } from '../../../../kernel/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { addDays } from '../../../../kernel/dates.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { type Page } from '../../../../projections/read-model.js';
import { DAYS_LEFT_WITHIN_A_WEEK } from '../../action-status.js';
import { ActionRows, readable } from '../action-register/action-register.query.js';

/** The actions of an officer or organisation on trackers: how many are open, overdue, due within a week, and waiting to be noted. */
export interface Load {
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  readonly dueWithinAWeek: number;
  readonly reportedComplete: number;
}

/** The load per officer or organisation, by name: actions on trackers now, counted against a day. Names without any are left out. */
export class ActionLoad extends Query<Page<Load>> {
  constructor(
    readonly of: 'officer' | 'organisation',
    readonly asAt: string,
    readonly bodyId: string | undefined,
    readonly exemptIn: InBodies,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

const ORDER: Ordering = [{ property: 'name', type: 'text', nullable: false, direction: 'ASC' }];

/** Names come from an index one after another, so that a page costs as much as the actions of its own names, not of everybody. */
@QueryHandler(ActionLoad)
export class ActionLoadHandler implements IQueryHandler<ActionLoad> {
  constructor(private readonly rows: ActionRows) {}

  async execute(query: ActionLoad): Promise<Page<Load>> {
    const { page } = query;
    let after = page.cursor === undefined ? '' : (decodeCursor(ORDER, page.cursor) as { name: string }).name;
    const loads: Load[] = [];
    for (;;) {
      const names = await this.names(query, after, page.limit + 1 - loads.length);
      if (!names.length) return { rows: loads, next: null };
      loads.push(...(await this.loads(query, names)));
      after = names.at(-1)!;
      if (loads.length > page.limit) {
        const rows = loads.slice(0, page.limit);
        return { rows, next: encodeCursor(ORDER, { name: rows.at(-1)!.name }) };
      }
    }
  }

  private async names({ of, bodyId }: ActionLoad, after: string, limit: number): Promise<string[]> {
    if (bodyId !== undefined) {
      const name = of === 'officer' ? 'o.officer' : 'a.organisation';
      const from = of === 'officer' ? 'action_register a CROSS JOIN action_officer o' : 'action_register a';
      const joined = of === 'officer' ? "AND o.key > a.action_id || '#' AND o.key < a.action_id || '$'" : '';
      const rows = await this.rows.register.sql<{ name: string }>(
        `SELECT DISTINCT ${name} AS name FROM ${from} WHERE a.body_id = :bodyId AND a.on_tracker = 1 ${joined} AND ${name} > :after ORDER BY 1 LIMIT ${limit}`,
        { bodyId, after },
      );
      return rows.map(({ name }) => name);
    }
    const next =
      of === 'officer'
        ? 'SELECT MIN(o.officer) FROM action_officer o WHERE o.officer >'
        : 'SELECT MIN(a.organisation) FROM action_register a WHERE a.on_tracker = 1 AND a.organisation >';
    const rows = await this.rows.register.sql<{ name: string }>(
      `WITH RECURSIVE names(name) AS (${next} :after UNION ALL SELECT (${next} names.name) FROM names WHERE names.name IS NOT NULL)
       SELECT names.name FROM names WHERE names.name IS NOT NULL LIMIT ${limit}`,
      { after },
    );
    return rows.map(({ name }) => name);
  }

  private async loads({ of, asAt, bodyId, exemptIn }: ActionLoad, names: readonly string[]): Promise<Load[]> {
    const name = of === 'officer' ? 'o.officer' : 'a.organisation';
    const rows = await this.rows.register.sql<Load>(
      `SELECT t.name, COUNT(CASE WHEN t.standing = 'open' THEN 1 END) AS open,
              COUNT(CASE WHEN t.standing = 'open' AND t.latest < :asAt THEN 1 END) AS overdue,
              COUNT(CASE WHEN t.standing = 'open' AND t.latest BETWEEN :asAt AND :week THEN 1 END) AS due_within_a_week,
              COUNT(CASE WHEN t.standing = 'reported-complete' THEN 1 END) AS reported_complete
       FROM (SELECT ${name} AS name, a.standing, a.due_latest AS latest
             FROM ${of === 'officer' ? 'action_officer o CROSS JOIN action_register a' : 'action_register a'}
             WHERE ${name} IN (:...names) AND a.on_tracker = 1 AND a.raised_on <= :asAt AND ${readable(exemptIn)}
             ${of === 'officer' ? `AND a.action_id = o.action_id AND REPLACE(a.officer_lines, '\n' || o.officer || '\n', '') <> a.officer_lines` : ''}
             ${bodyId === undefined ? '' : 'AND a.body_id = :bodyId'}) t
       GROUP BY t.name ORDER BY t.name`,
      { asAt, week: addDays(asAt, DAYS_LEFT_WITHIN_A_WEEK), names, exemptIn, bodyId },
    );
    return rows.map((row) => ({ ...row }));
  }
}
