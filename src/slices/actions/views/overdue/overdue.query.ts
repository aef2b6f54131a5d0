import { type InBodies } from '../../../../kernel/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type DatingFacts } from '../../../../kernel/deadline.js';
import { isAsked, keysAsked, type NameAsked, nameLine } from '../../../../kernel/names.js';
import { type Refusal } from '../../../../kernel/refusal.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { type Page } from '../../../../projections/read-model.js';
import { inDatedOrder } from '../../../calendars/calendars.words.js';
import { refuseAction } from '../../action.refusals.js';
import {
  ActionRows,
  ACTIONS,
  COLUMNS,
  either,
  knownBy,
  readable,
  RENUMBERED,
  TABLE,
  UNCHANGED_BEFORE,
} from '../action-register/action-register.query.js';
import { actionAsAt, type ActionView, type Exactly, type RowRead, viewOf, viewThen } from '../action-register/action-view.js';

export interface OverdueFilter {
  readonly bodyId?: string;
  /** Several names are spellings of one. */
  readonly officer?: NameAsked | undefined;
  readonly organisation?: NameAsked | undefined;
}

/** Overdue actions of all bodies on a day, most overdue first; with `exactly`, as at a moment of the day or as known at a moment. */
export class OverdueActions extends Query<Page<ActionView> | Refusal> {
  constructor(
    readonly asAt: string,
    readonly filter: OverdueFilter,
    readonly exemptIn: InBodies,
    readonly page: { readonly limit: number; readonly cursor?: string },
    readonly exactly?: Exactly,
  ) {
    super();
  }
}

/** By the deadline's last day, and then by id. */
const ORDER: Ordering = [
  { property: 'latest', type: 'date', nullable: false, direction: 'ASC' },
  { property: 'actionId', type: 'text', nullable: false, direction: 'ASC' },
];

interface Ranked {
  readonly latest: string;
  readonly row: RowRead;
}

/**
 * An action that has not changed since the day is as its row says, and an index has it in order. Actions changed since a day in the past
 * are looked at one by one and merged in; with `exactly`, actions written of since the moment, or whose deadline was moved since, count as
 * changed too.
 */
@QueryHandler(OverdueActions)
export class OverdueActionsHandler implements IQueryHandler<OverdueActions> {
  constructor(private readonly rows: ActionRows) {}

  async execute(query: OverdueActions): Promise<Page<ActionView> | Refusal> {
    const { asAt, page, exactly } = query;
    const after = page.cursor === undefined ? null : (decodeCursor(ORDER, page.cursor) as { latest: string; actionId: string });
    const changed = await this.rows.changedSince(asAt, query.filter.bodyId, query.exemptIn, exactly);
    if (!changed) return refuseAction('action.too-much-changed-since', { field: 'as-at', detail: { asAt } });
    const indexed = await this.indexed(query, after);
    const rows = [...indexed, ...changed];
    const facts = await this.rows.facts(rows, asAt, exactly);
    const ranked = rows.flatMap((row) => this.rank(row, query, facts.get(row.bodyId)));
    const beyond = ranked
      .filter((one) => !after || inOrder(one, { latest: after.latest, row: { actionId: after.actionId } }) > 0)
      .sort(inOrder);
    const shown = beyond.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(({ row }) => viewThen(row, actionAsAt(row, asAt, exactly)!, asAt, facts.get(row.bodyId), exactly)),
      next: beyond.length > page.limit && last ? encodeCursor(ORDER, { latest: last.latest, actionId: last.row.actionId }) : null,
    };
  }

  private rank(row: RowRead, { asAt, filter, exactly }: OverdueActions, facts?: DatingFacts): Ranked[] {
    const action = actionAsAt(row, asAt, exactly);
    if (!action) return [];
    const view = viewOf(action, asAt, facts);
    const wanted =
      view.status === 'overdue' &&
      (filter.officer === undefined || view.officers.some((one) => isAsked(filter.officer!, one))) &&
      (filter.organisation === undefined || isAsked(filter.organisation, view.organisation));
    return wanted && view.due.latest !== undefined ? [{ latest: view.due.latest, row }] : [];
  }

  /** Reads in the order of an index; an officer's few actions are found by name and sorted. */
  private indexed(
    { asAt, filter, exemptIn, page, exactly }: OverdueActions,
    after: { latest: string; actionId: string } | null,
  ): Promise<RowRead[]> {
    const conditions = (latest: string, apart = false): string[] => [
      ...(apart ? [] : ["a.standing = 'open'"]),
      `${latest} < :asAt AND ${exactly ? UNCHANGED_BEFORE : UNCHANGED}`,
      ...(after ? [`${latest} >= :latest`, `(${latest}, a.action_id) > (:latest, :actionId)`] : []),
      ...restrictions(filter, exemptIn, apart),
    ];
    const limit = page.limit + 1;
    const whole = (latest: string): string =>
      `${keysAsked(filter.officer!).length > 1 ? '' : OF_OFFICER} ${ACTIONS} WHERE ${conditions(latest).join(' AND ')} ORDER BY ${latest}, a.action_id LIMIT ${limit}`;
    const by = { own: 'due_latest', ofDating: 'latest' };
    const inOrderOfDays = (): string =>
      `${inDatedOrder(TABLE, { by, then: ['action_id'], own: conditions('a.due_latest'), apart: conditions('x.latest', true), limit })}
       ORDER BY listed.first, listed.action_id`;
    return this.rows.read(
      `SELECT ${COLUMNS}, NULL AS updates, ${RENUMBERED} FROM ${filter.officer === undefined ? inOrderOfDays() : whole(either('due_latest', 'latest'))}`,
      { asAt, exemptIn, ...parameters(filter), ...(after ?? {}), ...(exactly && knownBy(exactly)) },
    );
  }
}

/** `CROSS JOIN` keeps SQLite to this order: an officer's actions are few, and the index on the officer's name finds them. */
const OF_OFFICER = 'action_officer o CROSS JOIN';

/** Nearly all actions have not changed since; `COALESCE` keeps an index from being chosen for this condition. */
const UNCHANGED = "COALESCE(a.last_changed_on, '') <= :asAt";

const parameters = ({ bodyId, officer, organisation }: OverdueFilter): Readonly<Record<string, unknown>> => ({
  bodyId,
  ...(organisation === undefined ? {} : { organisationKey: keysAsked(organisation) }),
  ...(officer === undefined ? {} : { officerKey: keysAsked(officer), ...linesOf(keysAsked(officer)) }),
});

const linesOf = (keys: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.map((key, at) => [`officerLine${at}`, nameLine(key)]));

/** Only actions with an officer now, of those the officer ever had; of one name by a join, of several spellings by looking each up. */
function ofOfficer(officer: NameAsked): string {
  const keys = keysAsked(officer);
  const now = `(${keys.map((_, at) => `REPLACE(a.officer_lines, :officerLine${at}, '') <> a.officer_lines`).join(' OR ')})`;
  return keys.length === 1
    ? `o.officer_key IN (:...officerKey) AND a.action_id = o.action_id AND ${now}`
    : `a.action_id IN (SELECT o.action_id FROM action_officer o WHERE o.officer_key IN (:...officerKey)) AND ${now}`;
}

const restrictions = ({ bodyId, officer, organisation }: OverdueFilter, exemptIn: InBodies, apart: boolean): string[] => [
  readable(exemptIn),
  ...(bodyId === undefined ? [] : [`${apart ? 'x' : 'a'}.body_id = :bodyId`]),
  ...(organisation === undefined ? [] : ['a.organisation_key IN (:...organisationKey) AND a.on_tracker = 1']),
  ...(officer === undefined ? [] : [ofOfficer(officer)]),
];

const inOrder = (a: { latest: string; row: { actionId: string } }, b: { latest: string; row: { actionId: string } }): number =>
  a.latest < b.latest ? -1 : a.latest > b.latest ? 1 : a.row.actionId < b.row.actionId ? -1 : a.row.actionId > b.row.actionId ? 1 : 0;
