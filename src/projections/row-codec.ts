import { type AnyProjection, type ColumnType } from '../kernel/projection.js';

export interface StoredColumn {
  readonly property: string;
  readonly column: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

export type Row = Record<string, unknown>;

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const camelCase = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const storedColumns = (projection: AnyProjection): readonly StoredColumn[] =>
  Object.entries<{ type: ColumnType; nullable?: boolean }>(projection.columns).map(([property, { type, nullable }]) => ({
    property,
    column: snakeCase(property),
    type,
    nullable: nullable === true,
  }));

/** A value of the database, turned into the declared type. */
export function decodeValue(type: ColumnType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'boolean':
      return value === 1 || value === true;
    case 'json':
      return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
    case 'integer':
      return Number(value);
    case 'text':
    case 'date':
    case 'instant':
      return value;
  }
}

const misfit = (column: StoredColumn, what: string) => new TypeError(`The row's ${column.property} ${what}.`);

function encodeValue(column: StoredColumn, value: unknown): unknown {
  if (value === null || value === undefined) {
    if (!column.nullable) throw misfit(column, 'is missing, and its column is not nullable');
    return null;
  }
  switch (column.type) {
    case 'text':
    case 'date':
    case 'instant':
      if (typeof value !== 'string') throw misfit(column, 'is not text');
      return value;
    case 'integer':
      if (!Number.isSafeInteger(value)) throw misfit(column, 'is not a whole number');
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw misfit(column, 'is not true or false');
      return value ? 1 : 0;
    case 'json':
      return JSON.stringify(value);
  }
}

/** A JSON value as it comes back from the table: without properties that are undefined. The value itself, where it has none. */
function asStored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) => (part === undefined ? null : asStored(part)));
    return parts.some((part, index) => part !== value[index]) ? parts : value;
  }
  const entries = Object.entries(value).map(([name, part]) => [name, asStored(part)] as const);
  const same = entries.every(([name, part]) => part !== undefined && part === (value as Row)[name]);
  return same ? value : Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}

/** Turns a reducer's rows into those of the table, and back. */
export class RowCodec {
  readonly columns: readonly StoredColumn[];
  readonly key: StoredColumn;
  private readonly properties: ReadonlySet<string>;

  constructor(projection: AnyProjection) {
    this.columns = storedColumns(projection);
    this.properties = new Set(this.columns.map(({ property }) => property));
    const key = this.columns.find(({ property }) => property === projection.primaryKey);
    if (!key || key.type !== 'text') throw new TypeError(`The projection ${projection.name} needs a primary key that is a text column.`);
    this.key = key;
  }

  /**
   * A reducer's row in the shape in which it would come back from the table, so that the next reducer sees the same row whether or not
   * a batch ended between the two. Throws on a property without a column and on a key that is not the row's.
   */
  complete(row: Row, key: string): Row {
    if (row[this.key.property] !== key) throw misfit(this.key, `is not the key ${JSON.stringify(key)} of the event`);
    let complete = row;
    for (const { property, type } of this.columns) {
      const value = row[property];
      const stored = value === undefined ? null : type === 'json' ? asStored(value) : value;
      if (stored === value) continue;
      if (complete === row) complete = { ...row };
      complete[property] = stored;
    }
    for (const property in row) if (!this.properties.has(property)) throw new TypeError(`The row's ${property} has no column.`);
    return complete;
  }

  /** The row's values in the order of the columns. Throws where a value does not fit its column. */
  encode(row: Row): unknown[] {
    const values = new Array<unknown>(this.columns.length);
    for (let i = 0; i < values.length; i += 1) {
      const column = this.columns[i]!;
      values[i] = encodeValue(column, row[column.property]);
    }
    return values;
  }

  /** Some of the row's values, in the order of those columns. */
  encodeSome = (columns: readonly StoredColumn[], row: Row): unknown[] =>
    columns.map((column) => encodeValue(column, row[column.property]));

  /** The row of stored values; of some columns, where others were not asked for. */
  decode(raw: Row): Row {
    const row: Row = {};
    for (const { property, column, type } of this.columns) if (column in raw) row[property] = decodeValue(type, raw[column]);
    return row;
  }
}
