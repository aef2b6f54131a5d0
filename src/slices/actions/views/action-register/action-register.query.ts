import { type InBodies } from '../../../../kernel/principal.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DatingFacts, otherBodiesIn, type Deadline } from '../../../../kernel/deadline.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type Column } from '../../../../kernel/projection.js';
import { snakeCase } from '../../../../projections/row-codec.js';
import { datedRead, withDatesOf } from '../../../calendars/calendars.words.js';
import { exemptAt } from '../../../meetings/meetings.tables.js';
import { actionRegister, type ActionRegisterRow } from './action-register.projection.js';
import { DatingFactsOf } from '../../../bodies/meetings.port.js';
import { type Spelled, SpelledAlike } from '../../../directory/directory.queries.js';
import { type Exactly, isAsItStands, type RowRead } from './action-view.js';

/** By its own flag, or because what it comes from is exempt now. */
const EXEMPT = `(a.exempt = 1 OR ${exemptAt('a.meeting_id', "a.meeting_id || '#' || a.place")})`;

export const TABLE = { rows: 'action_register a', datings: 'action_dating x', key: 'action_id' };
/** What every query of actions selects from: `a` the row, `x` the dating of its deadline, where that is dated apart. */
export const { from: ACTIONS, either } = datedRead(TABLE);
const READ_AS: Readonly<Record<string, string>> = {
  exempt: `${EXEMPT} AS exempt`,
  due: 'a.due, x.deadline AS dated_as',
  dueLatest: `${either('due_latest', 'latest')} AS due_latest`,
  datedAt: "CASE WHEN COALESCE(x.dated_at, '') > COALESCE(a.dated_at, '') THEN x.dated_at ELSE a.dated_at END AS dated_at",
};
export const COLUMNS = Object.keys(actionRegister.columns as Record<string, Column>)
  .filter((property) => property !== 'updates')
  .map((property) => READ_AS[property] ?? `a.${snakeCase(property)}`)
  .join(', ');
const PARAGRAPH = "FROM action_paragraph p WHERE p.key = a.meeting_id || '#' || a.place";
export const RENUMBERED = `(SELECT p.paragraph ${PARAGRAPH}) AS renumbered, (SELECT p.numbers ${PARAGRAPH}) AS numbers`;
const DECODED = { numbers: 'json', dated_as: 'json' } as const;

/** Later than every instant: without `recordedBy`, everything recorded is known. */
const NEVER = '9999-12-31T23:59:59.999Z';
export const knownBy = ({ recordedBy = NEVER, happenedBy = NEVER }: Partial<Exactly> = {}) => ({
  recordedBy,
  datedBy: happenedBy < recordedBy ? happenedBy : recordedBy,
  never: NEVER,
});
/** Some update of the action was written down only after `:recordedBy`, or its deadline was moved after `:datedBy`. */
export const RECORDED_SINCE =
  "(COALESCE(a.last_recorded_at, :never) > :recordedBy OR COALESCE(a.dated_at, '') > :datedBy OR COALESCE(x.dated_at, '') > :datedBy)";
/** Updates are large, and only needed where the record is not what it was on the day. */
const UPDATES = `CASE WHEN a.last_changed_on >= :date OR ${RECORDED_SINCE} THEN a.updates END AS updates`;

/** With `exactly`: the actions whose columns hold for that moment, and those whose updates have to be read. */
export const UNCHANGED_BEFORE = `COALESCE(a.last_changed_on, '') < :asAt AND NOT (${RECORDED_SINCE})`;
const CHANGED_OR_WRITTEN = `(COALESCE(a.last_changed_on, '') >= :asAt OR ${RECORDED_SINCE})`;

/** The most actions changed since a day in the past, or written of since a moment, that one list looks into; with more it is refused. */
const MOST_CHANGED = 10_000;

/** SQL: whether a reader with the right to exempt items in these bodies may read the action `a`, or another row `a` that is `exempt`. */
export const readable = (exemptIn: InBodies, exempt = EXEMPT): string => {
  if (exemptIn === '*') return '1 = 1';
  return exemptIn.length ? `(NOT ${exempt} OR a.body_id IN (:...exemptIn))` : `NOT ${exempt}`;
};

/** The reads that the views of actions share. */
@Injectable()
export class ActionRows {
  constructor(
    @InjectReadModel(actionRegister) readonly register: ReadModel<ActionRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  /** Rows of {@link COLUMNS}, each with its deadline as it is dated now. */
  async read(text: string, values: Readonly<Record<string, unknown>>): Promise<RowRead[]> {
    const rows = await this.register.sql<RowRead & { readonly datedAs?: Deadline | null }>(text, values, DECODED);
    return rows.map(({ datedAs, ...row }) => (datedAs ? { ...row, due: withDatesOf(row.due, datedAs) } : row));
  }

  /** Every action that may have been on a body's tracker on a day, as far as was known; whether it was, the action's own record decides. */
  tracker(bodyId: string, date: string, exemptIn: InBodies, exactly?: Exactly): Promise<RowRead[]> {
    const select = `SELECT ${COLUMNS}, ${UPDATES}, ${RENUMBERED} FROM ${ACTIONS} WHERE a.body_id = :bodyId AND ${readable(exemptIn)}`;
    return this.read(
      `${select} AND a.on_tracker = 1 AND a.raised_on <= :date
       UNION ALL ${select} AND a.on_tracker = 0 AND (a.noted_on >= :date OR ${RECORDED_SINCE}) AND a.raised_on <= :date`,
      { bodyId, date, exemptIn, ...knownBy(exactly) },
    );
  }

  /** The names of officers, or of organisations, that are declared one. */
  spelled(kind: 'person' | 'organisation'): Promise<Spelled> {
    return this.queries.execute(new SpelledAlike(kind));
  }

  /**
   * Actions of a body, or of all, that have changed since a day, or with `exactly` were written of or moved since that moment; `null` where
   * there are too many to look into: the list then has to be narrowed to a body.
   */
  async changedSince(asAt: string, bodyId: string | undefined, exemptIn: InBodies, exactly?: Exactly): Promise<RowRead[] | null> {
    const conditions = [`${exactly ? CHANGED_OR_WRITTEN : 'a.last_changed_on > :asAt'} AND a.raised_on <= :asAt`, readable(exemptIn)];
    if (bodyId !== undefined) conditions.push('a.body_id = :bodyId');
    const rows = await this.read(
      `SELECT ${COLUMNS}, a.updates, ${RENUMBERED} FROM ${ACTIONS} WHERE ${conditions.join(' AND ')} LIMIT ${MOST_CHANGED + 1}`,
      { asAt, exemptIn, bodyId, ...(exactly && knownBy(exactly)) },
    );
    return rows.length > MOST_CHANGED ? null : rows;
  }

  async one(actionId: string, exemptIn: InBodies): Promise<RowRead | null> {
    const [row] = await this.read(
      `SELECT ${COLUMNS}, a.updates, ${RENUMBERED} FROM ${ACTIONS} WHERE a.action_id = :actionId AND ${readable(exemptIn)}`,
      { actionId, exemptIn },
    );
    return row ?? null;
  }

  /** The actions that came of a meeting, or else those of a body, as they stand now; the first few, with `limit`. */
  raised({
    bodyId,
    meetingId,
    limit,
  }: {
    readonly bodyId?: string;
    readonly meetingId?: string;
    readonly limit?: number;
  }): Promise<RowRead[]> {
    return this.read(
      `SELECT ${COLUMNS}, NULL AS updates FROM ${ACTIONS} WHERE ${meetingId === undefined ? 'a.body_id = :bodyId' : 'a.meeting_id = :meetingId'} AND a.standing <> 'struck'
       ORDER BY a.action_id ${limit === undefined ? '' : `LIMIT ${limit}`}`,
      { bodyId, meetingId },
    );
  }

  /**
   * What the deadlines follow from of rows that are not shown as they stand: by body, now or at `exactly`. Deadlines of the other rows are
   * dated already.
   */
  async facts(rows: readonly RowRead[], date: string, exactly?: Exactly): Promise<ReadonlyMap<string, DatingFacts>> {
    const again = rows.filter((row) => !isAsItStands(row, date, exactly));
    const bodyIds = [...new Set(again.map(({ bodyId }) => bodyId))];
    return bodyIds.length > 0
      ? this.queries.execute(new DatingFactsOf(bodyIds, exactly, exactly?.timeZone, otherBodiesIn(again)))
      : new Map();
  }
}
