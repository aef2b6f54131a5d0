import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, type ReadModel } from '../../../../projections/read-model.js';
import { type DueKind } from '../../../../kernel/due.js';
import { nameKey, nameLine } from '../../../../kernel/names.js';
import { occurrences } from '../../../../slices/calendars/calendars.words.js';
import { dueCalendar, type DueRow, PUBLIC_KINDS } from './due-calendar.projection.js';
import { EXEMPT_ON_GROUNDS } from './due-ground.projection.js';
import { type DueShown, dueShown } from './due-view.js';

export interface DueFilter {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly bodyId?: string | undefined;
  readonly officer?: string | undefined;
  readonly organisation?: string | undefined;
  readonly kind?: DueKind | undefined;
  /** `overdue`: live, and its last day before `asAt`. `ended`: met or dropped, since `changedSince`. */
  readonly standing: 'live' | 'overdue' | 'all' | 'ended';
  /** True for live deadlines without a computed date, instead of those with one. */
  readonly undated?: boolean;
  readonly changedSince?: string;
}

type Bodies = '*' | readonly string[];

/** The bodies whose unpublished deadlines, and the bodies whose exempt deadlines, a reader may see. */
export interface DueReader {
  readonly drafts: Bodies;
  readonly exempt: Bodies;
}

/** Deadlines by last day, those without a date by body; and then by the number and title of their item, as on a sheet. */
export class ListDues extends Query<Page<DueShown>> {
  constructor(
    readonly filter: DueFilter,
    readonly asAt: string,
    readonly reader: DueReader,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

/** One deadline; `null` if there is none that the reader may see. */
export class OneDue extends Query<DueShown | null> {
  constructor(
    readonly dueId: string,
    readonly asAt: string,
    readonly reader: DueReader,
  ) {
    super();
  }
}

const ordered = (...properties: readonly (readonly [string, 'date' | 'text' | 'instant'])[]): Ordering =>
  properties.map(([property, type]) => ({ property, type, nullable: false, direction: 'ASC' }));
const BY_DAY = ordered(['latest', 'date'], ['orderKey', 'text'], ['dueId', 'text']);
const BY_BODY = ordered(['bodyId', 'text'], ['orderKey', 'text'], ['dueId', 'text']);
const BY_CHANGE = ordered(['changedAt', 'instant'], ['dueId', 'text']);
const COLUMN: Readonly<Record<string, string>> = {
  latest: 'd.latest',
  bodyId: 'd.body_id',
  orderKey: 'd.order_key',
  changedAt: 'd.changed_at',
  dueId: 'd.due_id',
};

type DueRead = DueRow & { readonly isExempt: boolean };
const COLUMNS = `d.*, (d.exempt = 1 OR ${EXEMPT_ON_GROUNDS}) AS is_exempt`;
const DECODED = { is_exempt: 'boolean' } as const;
const exemptOf = ({ isExempt, ...row }: DueRead): DueRow => ({ ...row, exempt: isExempt });

@QueryHandler(ListDues)
export class ListDuesHandler implements IQueryHandler<ListDues> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  async execute({ filter, asAt, reader, page: { limit, cursor } }: ListDues): Promise<Page<DueShown>> {
    const order = filter.undated ? BY_BODY : filter.standing === 'ended' ? BY_CHANGE : BY_DAY;
    const columns = order.map(({ property }) => COLUMN[property]!);
    const after = cursor === undefined ? null : decodeCursor(order, cursor);
    const read = (wanted: DueFilter, more: readonly string[], most = ''): Promise<DueRead[]> => {
      const conditions = [
        ...ofStatus(wanted),
        ...restrictions(wanted),
        ...more,
        ...visibleTo(reader),
        ...onlyIn(wanted, reader),
        ...(after ? [`(${columns.join(', ')}) > (${order.map(({ property }) => `:${property}`).join(', ')})`] : []),
      ];
      const table = filter.officer === undefined ? 'due_calendar d' : OF_OFFICER;
      return this.dues.sql<DueRead>(
        `SELECT ${COLUMNS} FROM ${table} WHERE ${conditions.join(' AND ')} ORDER BY ${columns.join(', ')} ${most}`,
        { asAt, ...parameters(filter), ...readerParameters(reader), ...(after ?? {}) },
        DECODED,
      );
    };
    // What recurs and began before the span stands before all that begins in it, so that the order, and with it the cursor, is one.
    const { from, until } = filter;
    const began = from === undefined || order !== BY_DAY || (typeof after?.latest === 'string' && after.latest >= from);
    const again = began ? [] : (await read({ ...filter, from: undefined }, RECURRED)).filter(fallsWithin(from, until));
    const left = limit + 1 - again.length;
    const rows = [...again.slice(0, limit + 1), ...(left > 0 ? await read(filter, [], `LIMIT ${left}`) : [])];
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => dueShown(exemptOf(row), asAt)),
      next: rows.length > limit && last ? encodeCursor(order, last as unknown as Record<string, unknown>) : null,
    };
  }
}

@QueryHandler(OneDue)
export class OneDueHandler implements IQueryHandler<OneDue> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  async execute({ dueId, asAt, reader }: OneDue): Promise<DueShown | null> {
    const conditions = ['d.due_id = :dueId', ...visibleTo(reader)];
    const [row] = await this.dues.sql<DueRead>(
      `SELECT ${COLUMNS} FROM due_calendar d WHERE ${conditions.join(' AND ')}`,
      { dueId, ...readerParameters(reader) },
      DECODED,
    );
    return row ? dueShown(exemptOf(row), asAt) : null;
  }
}

/** Live deadlines that fall due again and again, from a day before the span that is asked for. */
const RECURRED = ["d.standing = 'live' AND d.recurs = 1 AND d.latest < :from"];

/** Whether a deadline falls due within a span on any of its days; a span without an end holds some day of whatever recurs. */
const fallsWithin =
  (from: string, until: string | undefined) =>
  ({ deadline }: DueRead): boolean =>
    until === undefined || occurrences(deadline, until).some((day) => day >= from);

/** The join must keep this order: an officer’s deadlines are few, and the index on their name finds them. */
const OF_OFFICER = 'due_officer o CROSS JOIN due_calendar d';

function ofStatus({ standing, undated }: DueFilter): string[] {
  if (undated) return ["d.standing = 'live' AND d.latest IS NULL"];
  switch (standing) {
    case 'live':
      return ["d.standing = 'live' AND d.latest IS NOT NULL"];
    case 'overdue':
      return ["d.standing = 'live' AND d.latest IS NOT NULL AND d.latest < :asAt"];
    case 'ended':
      return ["d.standing <> 'live' AND d.latest IS NOT NULL AND d.changed_at >= :changedSince"];
    case 'all':
      return ['d.latest IS NOT NULL'];
  }
}

/** Conditions of a filter. The narrowest of them keeps its index; `+` stops SQLite from choosing an index for the others. */
function restrictions({ from, until, bodyId, officer, organisation, kind, undated }: DueFilter): string[] {
  const by = officer !== undefined ? 'officer' : organisation !== undefined ? 'organisation' : bodyId !== undefined ? 'body' : 'kind';
  const plus = (name: string): string => (by === name ? '' : '+');
  return [
    ...(officer === undefined
      ? []
      : ["o.officer_key = :officerKey AND d.due_id = o.due_id AND REPLACE(d.officer_lines, :officerLine, '') <> d.officer_lines"]),
    ...(organisation === undefined ? [] : [`${plus('organisation')}d.organisation_key = :organisationKey`]),
    ...(bodyId === undefined ? [] : [`${plus('body')}d.body_id = :bodyId`]),
    ...(kind === undefined ? [] : [`${by === 'body' ? '' : plus('kind')}d.kind = :kind`]),
    ...(from === undefined || undated ? [] : ['d.latest >= :from']),
    ...(until === undefined || undated ? [] : ['d.latest <= :until']),
  ];
}

const parameters = ({ officer, from, until, bodyId, organisation, kind, changedSince }: DueFilter): Readonly<Record<string, unknown>> => ({
  ...{ from, until, bodyId, kind, changedSince },
  ...(organisation === undefined ? {} : { organisationKey: nameKey(organisation) }),
  ...(officer === undefined ? {} : { officerKey: nameKey(officer), officerLine: nameLine(officer) }),
});

function visibleTo({ drafts, exempt }: DueReader): string[] {
  if (drafts === '*' && exempt === '*') return [];
  const inBodies = (bodies: Bodies, name: string): string =>
    bodies === '*' ? '' : bodies.length ? ` AND d.body_id IN (:...${name})` : ' AND 1 = 0';
  const audiences = [
    "+d.audience = 'public'",
    `(d.audience = 'drafts'${inBodies(drafts, 'drafts')})`,
    `(d.audience = 'exempt'${inBodies(exempt, 'exempt')})`,
  ];
  const onGrounds =
    exempt === '*' ? [] : [exempt.length ? `(d.body_id IN (:...exempt) OR NOT ${EXEMPT_ON_GROUNDS})` : `NOT ${EXEMPT_ON_GROUNDS}`];
  return [`(${audiences.join(' OR ')})`, ...onGrounds];
}

/**
 * Of a kind that is not public, a reader sees only deadlines of bodies they have a right in: the query looks those up instead of the whole
 * kind.
 */
function onlyIn({ kind, bodyId, standing }: DueFilter, { drafts, exempt }: DueReader): string[] {
  const hidden =
    kind !== undefined && !PUBLIC_KINDS.includes(kind) && (kind !== 'meeting' || standing === 'live' || standing === 'overdue');
  if (!hidden || bodyId !== undefined || drafts === '*' || exempt === '*') return [];
  return [drafts.length + exempt.length > 0 ? 'd.body_id IN (:...readable)' : '1 = 0'];
}

const readerParameters = ({ drafts, exempt }: DueReader): Readonly<Record<string, unknown>> => ({
  drafts,
  exempt,
  readable: [...(drafts === '*' ? [] : drafts), ...(exempt === '*' ? [] : exempt)],
});
