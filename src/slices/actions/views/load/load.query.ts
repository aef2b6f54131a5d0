import { type InBodies } from '../../../../kernel/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { addDays } from '../../../../kernel/dates.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { type Page } from '../../../../projections/read-model.js';
import { DAYS_LEFT_WITHIN_A_WEEK } from '../../action-status.js';
import { type Refusal } from '../../../../kernel/refusal.js';
import { nameKey, namesOnce } from '../../../../kernel/names.js';
import { refuseAction } from '../../action.refusals.js';
import { ActionRows, ACTIONS, either, knownBy, readable, UNCHANGED_BEFORE } from '../action-register/action-register.query.js';
import { actionAsAt, type Exactly, viewThen } from '../action-register/action-view.js';

/** The actions of an officer or organisation on trackers: how many are open, overdue, due within a week, and waiting to be noted. */
export interface Load {
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  readonly dueWithinAWeek: number;
  readonly reportedComplete: number;
}

/**
 * The load per officer or organisation, by name, names that are declared one together: actions on trackers now, counted against a day; with `exactly`, what was on trackers at a
 * moment of the day, or was known to be. Names without any are left out. Refused with `action.too-much-changed-since`.
 */
export class ActionLoad extends Query<Page<Load> | Refusal> {
  constructor(
    readonly of: 'officer' | 'organisation',
    readonly asAt: string,
    readonly bodyId: string | undefined,
    readonly exemptIn: InBodies,
    readonly page: { readonly limit: number; readonly cursor?: string },
    readonly exactly?: Exactly,
  ) {
    super();
  }
}

/** Names follow one another by their keys. */
const ORDER: Ordering = [{ property: 'key', type: 'text', nullable: false, direction: 'ASC' }];

type Keyed = Load & { readonly key: string };

/** Names come from an index one after another, so that a page costs as much as the actions of its own names, not of everybody. */
@QueryHandler(ActionLoad)
export class ActionLoadHandler implements IQueryHandler<ActionLoad> {
  constructor(private readonly rows: ActionRows) {}

  async execute(query: ActionLoad): Promise<Page<Load> | Refusal> {
    const { page, asAt } = query;
    const changed = query.exactly ? await this.changed(query, query.exactly) : new Map<string, Keyed>();
    const spelled = await this.rows.spelled(query.of === 'officer' ? 'person' : 'organisation');
    if (!changed) return refuseAction('action.too-much-changed-since', { field: 'as-at', detail: { asAt } });
    let after = page.cursor === undefined ? '' : (decodeCursor(ORDER, page.cursor) as { key: string }).key;
    const loads: Keyed[] = [];
    for (;;) {
      const most = page.limit + 1 - loads.length;
      const more = [...changed.keys()].filter((key) => key > after);
      const keys = [...new Set([...(await this.keys(query, after, most)), ...more])].sort(byCodeUnits).slice(0, most);
      if (!keys.length) return { rows: loads.map(loadOf), next: null };
      const alike = (key: string): readonly string[] => spelled.get(key) ?? [key];
      const unchanged = new Map((await this.loads(query, [...new Set(keys.flatMap(alike))])).map((one) => [one.key, one]));
      loads.push(...keys.flatMap((key) => ofOneName(key, alike(key), (one) => sumOf(unchanged.get(one), changed.get(one))) ?? []));
      after = keys.at(-1)!;
      if (loads.length > page.limit) {
        const rows = loads.slice(0, page.limit);
        return { rows: rows.map(loadOf), next: encodeCursor(ORDER, { key: rows.at(-1)!.key }) };
      }
    }
  }

  private async keys({ of, bodyId }: ActionLoad, after: string, limit: number): Promise<string[]> {
    if (bodyId !== undefined) {
      const { key } = COLUMNS_OF[of];
      const from = of === 'officer' ? 'action_register a CROSS JOIN action_officer o' : 'action_register a';
      const joined = of === 'officer' ? "AND o.key > a.action_id || '#' AND o.key < a.action_id || '$'" : '';
      const rows = await this.rows.register.sql<{ key: string }>(
        `SELECT DISTINCT ${key} AS key FROM ${from} WHERE a.body_id = :bodyId AND a.on_tracker = 1 ${joined} AND ${key} > :after ORDER BY 1 LIMIT ${limit}`,
        { bodyId, after },
      );
      return rows.map(({ key: one }) => one);
    }
    const next =
      of === 'officer'
        ? 'SELECT MIN(o.officer_key) FROM action_officer o WHERE o.officer_key >'
        : 'SELECT MIN(a.organisation_key) FROM action_register a WHERE a.on_tracker = 1 AND a.organisation_key >';
    const rows = await this.rows.register.sql<{ key: string }>(
      `WITH RECURSIVE keys(key) AS (${next} :after UNION ALL SELECT (${next} keys.key) FROM keys WHERE keys.key IS NOT NULL)
       SELECT keys.key FROM keys WHERE keys.key IS NOT NULL LIMIT ${limit}`,
      { after },
    );
    return rows.map(({ key }) => key);
  }

  /** What the actions come to that have changed since the moment, as they stood at it; `null` where there are too many. */
  private async changed({ of, asAt, bodyId, exemptIn }: ActionLoad, exactly: Exactly): Promise<ReadonlyMap<string, Keyed> | null> {
    const rows = await this.rows.changedSince(asAt, bodyId, exemptIn, exactly);
    if (!rows) return null;
    const facts = await this.rows.facts(rows, asAt, exactly);
    const found = new Map<string, Keyed>();
    for (const row of rows) {
      const action = actionAsAt(row, asAt, exactly);
      if (!action || action.noted) continue;
      const { officers, organisation, due } = viewThen(row, action, asAt, facts.get(row.bodyId), exactly);
      const open = action.standing === 'open';
      for (const name of of === 'officer' ? namesOnce(officers) : organisation === null ? [] : [organisation]) {
        const key = nameKey(name);
        const one: Keyed = {
          key,
          name,
          open: Number(open),
          overdue: Number(open && due.latest !== undefined && due.latest < asAt),
          dueWithinAWeek: Number(
            open && due.latest !== undefined && due.latest >= asAt && due.latest <= addDays(asAt, DAYS_LEFT_WITHIN_A_WEEK),
          ),
          reportedComplete: Number(action.standing === 'reported-complete'),
        };
        found.set(key, sumOf(found.get(key), one)!);
      }
    }
    return found;
  }

  /** Of several writings of one name, the greatest is shown: small letters are greater than capitals. */
  private async loads({ of, asAt, bodyId, exemptIn, exactly }: ActionLoad, keys: readonly string[]): Promise<Keyed[]> {
    const { key, name } = COLUMNS_OF[of];
    const rows = await this.rows.register.sql<Keyed>(
      `SELECT t.key, MAX(t.name) AS name, COUNT(CASE WHEN t.standing = 'open' THEN 1 END) AS open,
              COUNT(CASE WHEN t.standing = 'open' AND t.latest < :asAt THEN 1 END) AS overdue,
              COUNT(CASE WHEN t.standing = 'open' AND t.latest BETWEEN :asAt AND :week THEN 1 END) AS due_within_a_week,
              COUNT(CASE WHEN t.standing = 'reported-complete' THEN 1 END) AS reported_complete
       FROM (SELECT ${key} AS key, ${name} AS name, a.standing, ${either('due_latest', 'latest')} AS latest
             FROM ${of === 'officer' ? 'action_officer o CROSS JOIN ' : ''}${ACTIONS}
             WHERE ${key} IN (:...keys) AND a.on_tracker = 1 AND a.raised_on <= :asAt AND ${readable(exemptIn)} ${exactly ? `AND ${UNCHANGED_BEFORE}` : ''}
             ${of === 'officer' ? `AND a.action_id = o.action_id AND REPLACE(a.officer_lines, '\n' || o.officer_key || '\n', '') <> a.officer_lines` : ''}
             ${bodyId === undefined ? '' : 'AND a.body_id = :bodyId'}) t
       GROUP BY t.key ORDER BY t.key`,
      { asAt, week: addDays(asAt, DAYS_LEFT_WITHIN_A_WEEK), keys, exemptIn, bodyId, ...(exactly && knownBy(exactly)) },
    );
    return rows.map((row) => ({ ...row }));
  }
}

const COLUMNS_OF = {
  officer: { key: 'o.officer_key', name: 'o.officer' },
  organisation: { key: 'a.organisation_key', name: 'a.organisation' },
} as const;

const byCodeUnits = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * What names that are declared one come to together, at the first of those that have any; `undefined` at the others. `alike`: their keys, the
 * one that is kept first, whose writing is shown.
 */
function ofOneName(key: string, alike: readonly string[], loadOfKey: (key: string) => Keyed | undefined): Keyed | undefined {
  const some = alike.flatMap((one) => loadOfKey(one) ?? []);
  if (some.map((one) => one.key).sort(byCodeUnits)[0] !== key) return undefined;
  const [kept] = some;
  return kept && { ...some.reduce((sum, one) => sumOf(sum, one)!), key, name: kept.name };
}

const sumOf = (one: Keyed | undefined, other: Keyed | undefined): Keyed | undefined => {
  if (!one || !other) return one ?? other;
  return {
    key: one.key,
    name: one.name > other.name ? one.name : other.name,
    open: one.open + other.open,
    overdue: one.overdue + other.overdue,
    dueWithinAWeek: one.dueWithinAWeek + other.dueWithinAWeek,
    reportedComplete: one.reportedComplete + other.reportedComplete,
  };
};

const loadOf = ({ name, open, overdue, dueWithinAWeek, reportedComplete }: Keyed): Load => ({
  name,
  open,
  overdue,
  dueWithinAWeek,
  reportedComplete,
});
