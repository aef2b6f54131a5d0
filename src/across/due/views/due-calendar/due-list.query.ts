import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, type ReadModel } from '../../../../projections/read-model.js';
import { type DueKind } from '../../../../kernel/due.js';
import { keysAsked, type NameAsked, nameLine } from '../../../../kernel/names.js';
import { snakeCase } from '../../../../projections/row-codec.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { datedRead, inDatedOrder, occurrences, withDatesOf } from '../../../../slices/calendars/calendars.words.js';
import { dueCalendar, type DueRow, PUBLIC_KINDS } from './due-calendar.projection.js';
import { EXEMPT_ON_GROUNDS } from './due-ground.projection.js';
import { type DueShown, dueShown } from './due-view.js';

export interface DueFilter {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly bodyId?: string | undefined;
  /** Several names are spellings of one. */
  readonly officer?: NameAsked | undefined;
  readonly organisation?: NameAsked | undefined;
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
export const BY_DAY = ordered(['latest', 'date'], ['orderKey', 'text'], ['dueId', 'text']);
export const BY_BODY = ordered(['bodyId', 'text'], ['orderKey', 'text'], ['dueId', 'text']);
const BY_CHANGE = ordered(['changedAt', 'instant'], ['dueId', 'text']);

const TABLE = { rows: 'due_calendar d', datings: 'due_dating x', key: 'due_id' };
const { from: DUES, either } = datedRead(TABLE);

/** How a query names what a dating has too: as columns of the row, of the dating, or of whichever holds the dates of a deadline. */
interface Names {
  readonly latest: string;
  readonly bodyId: string;
  readonly kind: string;
}
const OWN: Names = { latest: 'd.latest', bodyId: 'd.body_id', kind: 'd.kind' };
const APART: Names = { latest: 'x.latest', bodyId: 'x.body_id', kind: 'x.kind' };
const EITHER: Names = { ...OWN, latest: either('latest', 'latest') };

const columnsOf = (order: Ordering, { latest, bodyId }: Names): readonly string[] => {
  const columns: Readonly<Record<string, string>> = {
    latest,
    bodyId,
    orderKey: 'd.order_key',
    changedAt: 'd.changed_at',
    dueId: 'd.due_id',
  };
  return order.map(({ property }) => columns[property]!);
};

type DueRead = Omit<DueRow, 'earliest'> & { readonly isExempt: boolean };
const DATED_ANEW: Readonly<Record<string, string>> = {
  latest: `${EITHER.latest} AS latest`,
  deadline: 'd.deadline, x.deadline AS dated_as',
  sequence: 'd.sequence + COALESCE(x.moves, 0) AS sequence',
  datedAt: "CASE WHEN COALESCE(x.dated_at, '') > COALESCE(d.dated_at, '') THEN x.dated_at ELSE d.dated_at END AS dated_at",
};
const COLUMNS = [
  ...Object.keys(dueCalendar.columns)
    .filter((property) => property !== 'earliest')
    .map((property) => DATED_ANEW[property] ?? `d.${snakeCase(property)}`),
  `(d.exempt = 1 OR ${EXEMPT_ON_GROUNDS}) AS is_exempt`,
].join(', ');
const DECODED = { is_exempt: 'boolean', dated_as: 'json' } as const;
const exemptOf = ({ isExempt, ...row }: DueRead) => ({ ...row, exempt: isExempt });

/** Rows of {@link COLUMNS}, each with its deadline as it is dated now. */
async function readDues(dues: ReadModel<DueRow>, text: string, values: Readonly<Record<string, unknown>>): Promise<DueRead[]> {
  const rows = await dues.sql<DueRead & { readonly datedAs: Deadline | null }>(`SELECT ${COLUMNS} FROM ${text}`, values, DECODED);
  return rows.map(({ datedAs, ...row }) => (datedAs ? { ...row, deadline: withDatesOf(row.deadline, datedAs) } : row));
}

@QueryHandler(ListDues)
export class ListDuesHandler implements IQueryHandler<ListDues> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  async execute({ filter, asAt, reader, page: { limit, cursor } }: ListDues): Promise<Page<DueShown>> {
    const order = filter.undated ? BY_BODY : filter.standing === 'ended' ? BY_CHANGE : BY_DAY;
    const after = cursor === undefined ? null : decodeCursor(order, cursor);
    const conditions = (wanted: DueFilter, names: Names): string[] => [
      ...ofStatus(wanted, names),
      ...restrictions(wanted, names),
      ...visibleTo(reader),
      ...onlyIn(wanted, reader),
      ...(after ? beyond(order, names) : []),
    ];
    const read = (text: string): Promise<DueRead[]> =>
      readDues(this.dues, text, { asAt, ...parameters(filter), ...readerParameters(reader), ...(after ?? {}) });
    const whole = (wanted: DueFilter, more: readonly string[]): string => {
      const table = wanted.officer === undefined || keysAsked(wanted.officer).length > 1 ? DUES : `${OF_OFFICER} ${DUES}`;
      const where = [...conditions(wanted, EITHER), ...more].join(' AND ');
      return `${table} WHERE ${where} ORDER BY ${columnsOf(order, EITHER).join(', ')}`;
    };
    const page = (most: number): string => {
      if (filter.officer !== undefined || order === BY_CHANGE) return `${whole(filter, [])} LIMIT ${most}`;
      const by = order === BY_BODY ? { own: 'body_id', ofDating: 'body_id' } : { own: 'latest', ofDating: 'latest' };
      const then = ['order_key', 'due_id'];
      const [own, apart] = [conditions(filter, OWN), conditions(filter, APART)];
      return `${inDatedOrder(TABLE, { by, then, own, apart, limit: most })} ORDER BY listed.first, listed.order_key, listed.due_id`;
    };
    // What recurs and began before the span stands before all that begins in it, so that the order, and with it the cursor, is one.
    const { from, until } = filter;
    const began = from === undefined || order !== BY_DAY || (typeof after?.latest === 'string' && after.latest >= from);
    const again = began ? [] : (await read(whole({ ...filter, from: undefined }, [RECURRED]))).filter(fallsWithin(from, until));
    const left = limit + 1 - again.length;
    const rows = [...again.slice(0, limit + 1), ...(left > 0 ? await read(page(left)) : [])];
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => dueShown(exemptOf(row), asAt)),
      next: rows.length > limit && last ? encodeCursor(order, last) : null,
    };
  }
}

@QueryHandler(OneDue)
export class OneDueHandler implements IQueryHandler<OneDue> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  async execute({ dueId, asAt, reader }: OneDue): Promise<DueShown | null> {
    const conditions = ['d.due_id = :dueId', ...visibleTo(reader)];
    const [row] = await readDues(this.dues, `${DUES} WHERE ${conditions.join(' AND ')}`, { dueId, ...readerParameters(reader) });
    return row ? dueShown(exemptOf(row), asAt) : null;
  }
}

/** Strictly after the cursor; the first column alone is what an index is sought by. */
const beyond = (order: Ordering, names: Names): string[] => {
  const columns = columnsOf(order, names);
  const asked = order.map(({ property }) => `:${property}`);
  return [`${columns[0]} >= ${asked[0]}`, `(${columns.join(', ')}) > (${asked.join(', ')})`];
};

/** Live deadlines that fall due again and again, from a day before the span that is asked for. */
const RECURRED = `d.standing = 'live' AND d.recurs = 1 AND ${EITHER.latest} < :from`;

/** Whether a deadline falls due within a span on any of its days; a span without an end holds some day of whatever recurs. */
const fallsWithin =
  (from: string, until: string | undefined) =>
  ({ deadline }: DueRead): boolean =>
    until === undefined || occurrences(deadline, until).some((day) => day >= from);

/** The join must keep this order: an officer’s deadlines are few, and the index on their name finds them. */
const OF_OFFICER = 'due_officer o CROSS JOIN';

function ofStatus({ standing, undated }: DueFilter, names: Names): string[] {
  const { latest } = names;
  // Only a deadline that runs is dated apart.
  const live = names === APART ? [] : ["d.standing = 'live' AND (d.lapses_after IS NULL OR d.lapses_after >= :asAt)"];
  if (undated) return [...live, `${latest} IS NULL`];
  switch (standing) {
    case 'live':
      return [...live, `${latest} IS NOT NULL`];
    case 'overdue':
      return [...live, `${latest} IS NOT NULL`, `${latest} < :asAt`];
    case 'ended':
      return ["d.standing <> 'live' AND d.latest IS NOT NULL AND d.changed_at >= :changedSince"];
    case 'all':
      return [`${latest} IS NOT NULL`];
  }
}

/** Only deadlines with an officer now, of those the officer ever had; of one name by a join, of several spellings by looking each up. */
function ofOfficer(keys: readonly string[]): string[] {
  if (keys.length === 0) return [];
  const has = (at: string): string => `REPLACE(d.officer_lines, :officerLine${at}, '') <> d.officer_lines`;
  if (keys.length === 1) return [`o.officer_key = :officerKey AND d.due_id = o.due_id AND ${has('')}`];
  return [
    'd.due_id IN (SELECT o.due_id FROM due_officer o WHERE o.officer_key IN (:...officerKey))',
    `(${keys.map((_, at) => has(String(at))).join(' OR ')})`,
  ];
}

/** A column whose index is not to be used: another is narrower. */
const unindexed = (column: string): string => `${column} || ''`;

/** Conditions of a filter. The narrowest of them keeps its index; the database does not choose that of another. */
function restrictions({ from, until, bodyId, officer, organisation, kind, undated }: DueFilter, names: Names): string[] {
  const officers = officer === undefined ? [] : keysAsked(officer);
  const by = officers.length > 0 ? 'officer' : organisation !== undefined ? 'organisation' : bodyId !== undefined ? 'body' : 'kind';
  const column = (name: typeof by, said: string): string =>
    by === name && !(name === 'kind' && names === EITHER) ? said : unindexed(said);
  return [
    ...ofOfficer(officers),
    ...(organisation === undefined
      ? []
      : [
          `${column('organisation', 'd.organisation_key')} ${keysAsked(organisation).length > 1 ? 'IN (:...organisationKey)' : '= :organisationKey'}`,
        ]),
    ...(bodyId === undefined ? [] : [`${column('body', names.bodyId)} = :bodyId`]),
    ...(kind === undefined ? [] : [`${by === 'body' ? names.kind : column('kind', names.kind)} = :kind`]),
    ...(from === undefined || undated ? [] : [`${names.latest} >= :from`]),
    ...(until === undefined || undated ? [] : [`${names.latest} <= :until`]),
  ];
}

export const parameters = ({
  officer,
  from,
  until,
  bodyId,
  organisation,
  kind,
  changedSince,
}: DueFilter): Readonly<Record<string, unknown>> => ({
  ...{ from, until, bodyId, kind, changedSince },
  ...(organisation === undefined ? {} : { organisationKey: oneOrAll(keysAsked(organisation)) }),
  ...(officer === undefined ? {} : { officerKey: oneOrAll(keysAsked(officer)), ...linesOf(keysAsked(officer)) }),
});

const oneOrAll = (keys: readonly string[]): string | readonly string[] => (keys.length === 1 ? keys[0]! : keys);
const linesOf = (keys: readonly string[]): Readonly<Record<string, string>> =>
  keys.length === 1 ? { officerLine: nameLine(keys[0]!) } : Object.fromEntries(keys.map((key, at) => [`officerLine${at}`, nameLine(key)]));

export function visibleTo({ drafts, exempt }: DueReader): string[] {
  if (drafts === '*' && exempt === '*') return [];
  const inBodies = (bodies: Bodies, name: string): string =>
    bodies === '*' ? '' : bodies.length ? ` AND d.body_id IN (:...${name})` : ' AND 1 = 0';
  const audiences = [
    `${unindexed('d.audience')} = 'public'`,
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

export const readerParameters = ({ drafts, exempt }: DueReader): Readonly<Record<string, unknown>> => ({
  drafts,
  exempt,
  readable: [...(drafts === '*' ? [] : drafts), ...(exempt === '*' ? [] : exempt)],
});
