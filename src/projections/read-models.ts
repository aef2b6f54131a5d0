import { DataSource, EntitySchema, type QueryRunner } from 'typeorm';
import { type Dialect } from './dialect.port.js';
import { ProjectionState1767225600000 } from './migrations/1767225600000-projection-state.js';
import { ProjectedRecord1796083200000 } from './migrations/1796083200000-projected-record.js';
import { type AnyProjection } from '../kernel/projection.js';
import { ProjectionStates } from './projection-state.js';
import { storedColumns } from './row-codec.js';
import { Turns } from './turns.js';

export interface ReadModelOptions {
  /** Of the database they lie in. */
  readonly dialect: Dialect;
  readonly projections: readonly AnyProjection[];
  /** True for a process beside the one that projects: no writer, nothing created. */
  readonly readOnly?: boolean;
}

/** What TypeORM needs to know of a live table to ask it questions. */
const entityOf = (projection: AnyProjection, dialect: Dialect): EntitySchema<Record<string, unknown>> =>
  new EntitySchema<Record<string, unknown>>({
    name: projection.name,
    tableName: projection.name,
    columns: Object.fromEntries(
      storedColumns(projection).map(({ property, column, type, nullable }) => [
        property,
        { name: column, type: dialect.storedType(type), nullable, primary: property === projection.primaryKey },
      ]),
    ),
  });

/**
 * The read-model database, all of which comes from the record: one writing connection whose transactions take turns (TypeORM on SQLite would
 * otherwise let two overlap on one connection), and one for reading.
 *
 * Only the engine's own table has migrations. A projection's table is made from its declaration, and its `version` is its migration:
 * a new version is built beside the old table and swapped in.
 */
export class ReadModels {
  readonly states: ProjectionStates;
  private readonly turns = new Turns();

  private constructor(
    readonly dialect: Dialect,
    readonly projections: readonly AnyProjection[],
    readonly reader: DataSource,
    private readonly writer: DataSource | undefined,
  ) {
    this.states = new ProjectionStates(dialect);
  }

  get readOnly(): boolean {
    return this.writer === undefined;
  }

  static async open({ dialect, projections, readOnly = false }: ReadModelOptions): Promise<ReadModels> {
    const names = new Set<string>();
    for (const { name } of projections) {
      if (!/^[a-z][a-z0-9_]*$/.test(name) || name.includes('__')) throw new Error(`A projection's name is snake_case: ${name}.`);
      if (names.has(name) || name === 'projection_state') throw new Error(`Two read models are called ${name}.`);
      names.add(name);
    }
    if (readOnly && !(await dialect.exists())) throw new Error(`There are no read models in ${dialect.place} yet.`);
    let writer: DataSource | undefined;
    if (!readOnly) {
      await dialect.prepare();
      writer = await new DataSource({
        ...dialect.writer(),
        migrations: [ProjectionState1767225600000, ProjectedRecord1796083200000],
      }).initialize();
      await writer.runMigrations();
    }
    try {
      const reader = await new DataSource({ ...dialect.reader(), entities: projections.map((one) => entityOf(one, dialect)) }).initialize();
      return new ReadModels(dialect, projections, reader, writer);
    } catch (error) {
      await writer?.destroy();
      throw error;
    }
  }

  /** Runs the work in one transaction, after the transactions begun before it. Everything is undone if the work throws. */
  transaction<T>(work: (run: QueryRunner) => Promise<T>): Promise<T> {
    return this.turns.take(async () => {
      if (!this.writer?.isInitialized) throw new Error('The read models are open for reading only.');
      const run = this.writer.createQueryRunner();
      await run.query('BEGIN');
      try {
        const result = await work(run);
        await run.query('COMMIT');
        return result;
      } catch (error) {
        // On a full disk SQLite has already rolled back, and says that there is no transaction.
        await run.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        await run.release();
      }
    });
  }

  async close(): Promise<void> {
    await this.turns.take(async () => {
      if (this.reader.isInitialized) await this.reader.destroy();
      if (this.writer?.isInitialized) await this.writer.destroy();
    });
  }
}
