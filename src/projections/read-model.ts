import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor } from './cursor.js';
import { type WordSearch } from './full-text/words.port.js';
import { beyond, type Ordering } from './keyset.js';
import { type AnyProjection, type ColumnType, type Projection } from '../kernel/projection.js';
import { type ReadModels } from './read-models.js';
import { camelCase, decodeValue, type Row as AnyRow, RowCodec, snakeCase } from './row-codec.js';

/** What a column must be: a value, `null` for no value, or bounds (`{ gte: '2016-03-01', lt: '2016-04-01' }`) or a set. */
export type Condition<V> =
  | V
  | null
  | {
      readonly lt?: NonNullable<V>;
      readonly lte?: NonNullable<V>;
      readonly gt?: NonNullable<V>;
      readonly gte?: NonNullable<V>;
      readonly in?: readonly NonNullable<V>[];
      readonly isNull?: boolean;
    };

/** Conditions by property, all of which must hold. A property that is `undefined` is no condition. JSON columns cannot be conditions. */
export type Where<Row> = { readonly [K in keyof Row]?: Condition<Row[K]> | undefined };

/** Properties in order of weight. No value sorts before every value. The key is added at the end, so that the order is total. */
export type OrderBy<Row> = { readonly [K in keyof Row]?: 'asc' | 'desc' };

export interface Query<Row> {
  readonly where?: Where<Row>;
  readonly orderBy?: OrderBy<Row>;
  /** The most rows to return; all of them if absent. */
  readonly limit?: number;
  /** Only rows strictly after this one in the order; only the ordered properties and the key of this row matter. */
  readonly after?: Partial<Row>;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Opaque: the `cursor` of the next page; `null` on the last. */
  readonly next: string | null;
}

/**
 * How a slice asks about its read model; inject it with `@InjectReadModel(projection)`. Rows come back as the reducers made them, with
 * `null` where a column has no value. Reads see whole batches only, also while the read model is being rebuilt; while a **new version**
 * is being built, the old version's rows are served, and columns that only the new one has are null in them.
 *
 * Order by columns of a declared index, in its order, after the columns asked for with `=`: then a page costs the same however many rows there are.
 */
export class ReadModel<Row extends object> {
  private readonly codec: RowCodec;

  constructor(
    private readonly models: Pick<ReadModels, 'reader' | 'dialect'>,
    readonly projection: Projection<Row, never> | AnyProjection,
  ) {
    this.codec = new RowCodec(projection as AnyProjection);
  }

  /** How `sql` asks for words, where the projection has an index of them. */
  get words(): WordSearch {
    return this.models.dialect.words.search((this.projection.fullText ?? []).map((name) => snakeCase(name)));
  }

  /** The row of a key, `null` when there is none. */
  async find(key: string): Promise<Row | null> {
    const [row] = await this.rows(this.select({ [this.projection.primaryKey]: key } as Where<Row>).limit(1));
    return row ?? null;
  }

  async findMany(query: Query<Row> = {}): Promise<Row[]> {
    const select = this.select(query.where);
    const order = this.order(query.orderBy);
    for (const { property, direction } of order)
      select.addOrderBy(`r.${property}`, direction, this.models.dialect.nullsSmallest(direction));
    if (query.limit !== undefined) select.limit(query.limit);
    if (query.after) {
      const { text, parameters } = beyond(order, query.after);
      select.andWhere(text, asStored(parameters));
    }
    return this.rows(select);
  }

  /** A page after a cursor given out with the page before it, in the same order. Throws `InvalidCursor` for anything else. */
  async page({
    cursor,
    limit,
    ...query
  }: Omit<Query<Row>, 'after' | 'limit'> & { readonly limit: number; readonly cursor?: string | undefined }): Promise<Page<Row>> {
    const order = this.order(query.orderBy);
    const after = cursor === undefined ? undefined : (decodeCursor(order, cursor) as Partial<Row>);
    const rows = await this.findMany({ ...query, limit: limit + 1, ...(after ? { after } : {}) });
    const more = rows.length > limit;
    if (more) rows.pop();
    return { rows, next: more ? encodeCursor(order, rows.at(-1) as AnyRow) : null };
  }

  async count(where?: Where<Row>): Promise<number> {
    const counted = await this.select(where).select('COUNT(*)', 'count').getRawOne<{ count: number | string }>();
    return Number(counted?.count ?? 0);
  }

  /**
   * Runs a query that the methods above cannot express: joins, sums, groups. Tables are called by their projections' names, columns by
   * their snake_case names; parameters are named (`:body`, and `:...ids` within `IN (...)`). Rows come back in camelCase; columns named
   * like this projection's are decoded as declared, others as `decode` says (by the name in the result), or left as they are.
   */
  async sql<R extends object = Row>(
    text: string,
    parameters: Readonly<Record<string, unknown>> = {},
    decode: Readonly<Record<string, ColumnType>> = {},
  ): Promise<R[]> {
    const [statement, values] = this.models.reader.driver.escapeQueryWithParameters(text, asStored(parameters));
    const types = { ...Object.fromEntries(this.codec.columns.map(({ column, type }) => [column, type])), ...decode };
    const rows = await this.models.reader.query<AnyRow[]>(statement, values);
    return rows.map((row) => {
      const decoded = Object.entries(row).map(
        ([name, value]) => [camelCase(name), types[name] ? decodeValue(types[name], value) : value] as const,
      );
      return Object.fromEntries(decoded) as R;
    });
  }

  private select(where: Where<Row> = {}): SelectQueryBuilder<AnyRow> {
    const select = this.models.reader.getRepository<AnyRow>(this.projection.name).createQueryBuilder('r').select([]);
    for (const { property, column } of this.codec.columns) select.addSelect(`r.${property}`, column);
    for (const [property, condition] of Object.entries(where)) if (condition !== undefined) this.restrict(select, property, condition);
    return select;
  }

  private restrict(select: SelectQueryBuilder<AnyRow>, property: string, condition: unknown): void {
    const column = this.codec.columns.find((one) => one.property === property);
    if (!column || column.type === 'json') throw new Error(`${this.projection.name} cannot be asked about ${property}.`);
    const name = `r.${property}`;
    const parameter = `w_${property}`;
    if (condition === null) return void select.andWhere(`${name} IS NULL`);
    if (typeof condition !== 'object') return void select.andWhere(`${name} = :${parameter}`, asStored({ [parameter]: condition }));
    const bounds = condition as { lt?: unknown; lte?: unknown; gt?: unknown; gte?: unknown; in?: readonly unknown[]; isNull?: boolean };
    for (const [word, sign] of [
      ['lt', '<'],
      ['lte', '<='],
      ['gt', '>'],
      ['gte', '>='],
    ] as const) {
      if (bounds[word] !== undefined) select.andWhere(`${name} ${sign} :${parameter}_${word}`, { [`${parameter}_${word}`]: bounds[word] });
    }
    if (bounds.isNull !== undefined) select.andWhere(`${name} IS ${bounds.isNull ? '' : 'NOT '}NULL`);
    if (bounds.in?.length === 0) select.andWhere('1 = 0');
    else if (bounds.in)
      select.andWhere(new Brackets((some) => some.where(`${name} IN (:...${parameter}_in)`, { [`${parameter}_in`]: padded(bounds.in!) })));
  }

  private order(orderBy: OrderBy<Row> = {}): Ordering {
    const order: Ordering[number][] = Object.entries(orderBy).map(([property, direction]) => {
      const column = this.codec.columns.find((one) => one.property === property);
      if (!column || column.type === 'json') throw new Error(`${this.projection.name} cannot be ordered by ${property}.`);
      return {
        property,
        type: column.type,
        nullable: column.nullable,
        direction: direction === 'desc' ? ('DESC' as const) : ('ASC' as const),
      };
    });
    const { property, type } = this.codec.key;
    if (!order.some((one) => one.property === property))
      order.push({ property, type, nullable: false, direction: order.at(-1)?.direction ?? 'ASC' });
    return order;
  }

  private async rows(select: SelectQueryBuilder<AnyRow>): Promise<Row[]> {
    return (await select.getRawMany<AnyRow>()).map((raw) => this.codec.decode(raw) as Row);
  }
}

/** True and false as the tables have them. */
const asStored = (parameters: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]));

/** Repeats the last value up to a power of two, so that there are few different statements to prepare. */
function padded(values: readonly unknown[]): unknown[] {
  const size = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...new Array<unknown>(size - values.length).fill(values.at(-1))];
}
