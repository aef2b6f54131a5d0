import { Table, TableIndex, TableUnique, type QueryRunner } from 'typeorm';
import { type Dialect } from './dialect.port.js';
import { type WordedTable } from './full-text/words.port.js';
import { type AnyProjection } from '../kernel/projection.js';
import { type Row, RowCodec, snakeCase, type StoredColumn } from './row-codec.js';

type Touched = ReturnType<NonNullable<AnyProjection['premises']>['touches']>;

const MOST_ROWS_AT_ONCE = 500;

/** The shape of a declaration's table; a table of another shape has to be built anew, whatever its version says. */
export const shapeOf = (projection: AnyProjection): string =>
  JSON.stringify([
    projection.primaryKey,
    new RowCodec(projection).columns.map(({ column, type, nullable }) => [column, type, nullable]),
    projection.indexes,
    ...(projection.fullText ? [projection.fullText] : []),
    ...(projection.premises ? [{ premises: projection.premises.version }] : []),
  ]);

/** The table of a generation still being built. The live table bears the projection's own name. */
export const buildTableName = (projection: AnyProjection, generation: number): string => `${projection.name}__g${generation}`;

/** The table of the facts that a table's rows rest on. */
const factsOf = (projection: AnyProjection): AnyProjection => ({
  name: `${projection.name}_facts`,
  version: projection.version,
  columns: { key: { type: 'text' }, facts: { type: 'json' } },
  primaryKey: 'key',
  indexes: [],
  key: () => [],
  on: {},
});

/** One table of a projection, live or being built: bulk loads and writes by key, in statements whose text repeats and so stay prepared. */
export class ReadTable {
  readonly codec: RowCodec;
  /** Which columns' words are indexed; `null` where none are. */
  readonly worded: WordedTable | null;
  /** The table of the facts that the rows rest on; `null` where they rest on their own events alone. */
  readonly facts: ReadTable | null;
  private readonly sizes: readonly number[];
  private readonly statements = new Map<string, string>();

  constructor(
    readonly projection: AnyProjection,
    readonly name: string,
    private readonly dialect: Dialect,
  ) {
    this.codec = new RowCodec(projection);
    const words = projection.fullText?.map(snakeCase);
    this.worded = words ? { name, columns: words, key: this.codec.key.column } : null;
    this.facts = projection.premises ? new ReadTable(factsOf(projection), `${name}__facts`, dialect) : null;
    const most = Math.min(MOST_ROWS_AT_ONCE, Math.floor(dialect.maxParameters / this.codec.columns.length));
    this.sizes = [...new Set([most, 100, 20, 5, 1].filter((size) => size <= most))];
  }

  /** Index names carry the generation, as two generations stand side by side; the key ends every index, so that cursors stay cheap. */
  async create(run: QueryRunner, generation: number): Promise<void> {
    const key = this.codec.key.column;
    const { words } = this.dialect;
    const numbered = this.worded !== null;
    await run.createTable(
      new Table({
        name: this.name,
        columns: [
          ...(numbered ? [words.numberColumn] : []),
          ...this.codec.columns.map(({ column, type, nullable }) => ({
            name: column,
            type: this.dialect.storedType(type),
            isNullable: nullable,
            isPrimary: column === key && !numbered,
          })),
        ],
        uniques: numbered ? [new TableUnique({ columnNames: [key] })] : [],
        indices: this.projection.indexes.map(({ columns, where }, at) => {
          const names = columns.map(snakeCase);
          return new TableIndex({
            name: `ix_${this.projection.name}_g${generation}_${at}`,
            columnNames: names.includes(key) ? names : [...names, key],
            ...(where === undefined ? {} : { where }),
          });
        }),
      }),
    );
    if (this.worded) await words.create(run, this.worded);
    await this.facts?.create(run, generation);
  }

  /** Removes the table, if it is there, with what belongs to it. */
  async drop(run: QueryRunner): Promise<void> {
    await this.dialect.words.drop(run, this.name);
    await run.query(`DROP TABLE IF EXISTS "${this.name}"`);
    await this.facts?.drop(run);
  }

  /** Gives the table, with what belongs to it, another table's name. TypeORM's `renameTable` would copy every row on SQLite; this does not. */
  async rename(run: QueryRunner, to: ReadTable): Promise<void> {
    await run.query(`ALTER TABLE "${this.name}" RENAME TO "${to.name}"`);
    if (this.worded) await this.dialect.words.rename(run, this.name, to.name);
    if (this.facts && to.facts) await this.facts.rename(run, to.facts);
  }

  async load(run: QueryRunner, keys: readonly string[]): Promise<Map<string, Row>> {
    const rows = new Map<string, Row>();
    for (const chunk of this.chunks(keys)) {
      for (const raw of (await run.query(this.statement('load', chunk.length), chunk)) as Row[]) {
        rows.set(raw[this.codec.key.column] as string, this.codec.decode(raw));
      }
    }
    return rows;
  }

  /** Writes rows as {@link RowCodec.encode} gives them; `replaced` are the keys of those rows that stood in the table before. */
  async upsert(run: QueryRunner, rows: readonly unknown[][], replaced: readonly string[] = []): Promise<void> {
    const write = async (): Promise<void> => {
      for (const chunk of this.chunks(rows)) await run.query(this.statement('upsert', chunk.length), chunk.flat());
    };
    if (this.worded) await this.dialect.words.takeUp(run, this.worded, replaced, write);
    else await write();
  }

  async remove(run: QueryRunner, keys: readonly string[]): Promise<void> {
    if (this.worded) await this.dialect.words.forget(run, this.worded, keys);
    for (const chunk of this.chunks(keys)) await run.query(this.statement('remove', chunk.length), chunk);
  }

  /** Some columns of the rows for which all conditions hold, in the order of their keys, strictly after a key. */
  async touched(
    run: QueryRunner,
    properties: readonly string[],
    { where, values }: Touched,
    after: string | null,
    limit: number,
  ): Promise<Row[]> {
    const key = `"${this.codec.key.column}"`;
    let at = 0;
    const condition = where.join(' AND ').replaceAll('?', () => this.dialect.parameter((at += 1)));
    const beyond = after === null ? '' : ` AND ${key} > ${this.dialect.parameter(values.length + 1)}`;
    const list = this.columnsOf(properties).map(({ column }) => `"${column}"`);
    const select = `SELECT ${list.join(', ')} FROM "${this.name}" WHERE ${condition}${beyond} ORDER BY ${key} LIMIT ${limit}`;
    const raws = (await run.query(select, [...values, ...(after === null ? [] : [after])])) as Row[];
    return raws.map((raw) => this.codec.decode(raw));
  }

  /** Writes some columns of rows that stand in the table. */
  async update(run: QueryRunner, properties: readonly string[], rows: readonly Row[]): Promise<void> {
    const columns = this.columnsOf([this.codec.key.property, ...properties]);
    const most = Math.floor(this.dialect.maxParameters / columns.length);
    for (let at = 0; at < rows.length; at += most) {
      const some = rows.slice(at, at + most);
      await run.query(
        this.updating(columns, some.length),
        some.flatMap((row) => this.codec.encodeSome(columns, row)),
      );
    }
  }

  private columnsOf = (properties: readonly string[]): readonly StoredColumn[] =>
    [...new Set([this.codec.key.property, ...properties])].map((name) => this.codec.columns.find(({ property }) => property === name)!);

  private updating(columns: readonly StoredColumn[], count: number): string {
    const names = columns.map(({ column }) => `"${column}"`);
    const values = Array.from(
      { length: count },
      (_, row) =>
        `(${columns.map(({ type }, at) => this.dialect.parameter(row * columns.length + at + 1, this.dialect.storedType(type))).join(', ')})`,
    );
    const changes = names.slice(1).map((name) => `${name} = changed.${name}`);
    return `WITH changed(${names.join(', ')}) AS (VALUES ${values.join(', ')})
      UPDATE "${this.name}" SET ${changes.join(', ')} FROM changed WHERE "${this.name}".${names[0]} = changed.${names[0]}`;
  }

  /** Rows as stored, in the order of their keys, strictly after a key. */
  async rawAfter(run: QueryRunner, after: string | null, limit: number): Promise<Row[]> {
    const key = `"${this.codec.key.column}"`;
    const where = after === null ? '' : `WHERE ${key} > ${this.dialect.parameter(1)} `;
    const select = `SELECT ${this.columnList()} FROM "${this.name}" ${where}ORDER BY ${key} LIMIT ${limit}`;
    return (await run.query(select, after === null ? [] : [after])) as Row[];
  }

  private *chunks<T>(items: readonly T[]): Generator<T[]> {
    let at = 0;
    for (const size of this.sizes) {
      for (; items.length - at >= size; at += size) yield items.slice(at, at + size);
    }
  }

  private columnList = (): string => this.codec.columns.map(({ column }) => `"${column}"`).join(', ');

  private statement(kind: 'load' | 'upsert' | 'remove', size: number): string {
    const known = this.statements.get(`${kind} ${size}`);
    if (known !== undefined) return known;
    const text = this.write(kind, size);
    this.statements.set(`${kind} ${size}`, text);
    return text;
  }

  private write(kind: 'load' | 'upsert' | 'remove', size: number): string {
    const key = `"${this.codec.key.column}"`;
    const list = (from: number, count: number) => Array.from({ length: count }, (_, i) => this.dialect.parameter(from + i)).join(', ');
    switch (kind) {
      case 'load':
        return `SELECT ${this.columnList()} FROM "${this.name}" WHERE ${key} IN (${list(1, size)})`;
      case 'remove':
        return `DELETE FROM "${this.name}" WHERE ${key} IN (${list(1, size)})`;
      case 'upsert': {
        const width = this.codec.columns.length;
        const values = Array.from({ length: size }, (_, i) => `(${list(i * width + 1, width)})`).join(', ');
        const changes = this.codec.columns
          .filter(({ column }) => column !== this.codec.key.column)
          .map(({ column }) => `"${column}" = excluded."${column}"`);
        const otherwise = changes.length === 0 ? 'NOTHING' : `UPDATE SET ${changes.join(', ')}`;
        return `INSERT INTO "${this.name}" (${this.columnList()}) VALUES ${values} ON CONFLICT (${key}) DO ${otherwise}`;
      }
    }
  }
}
