import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, EntitySchema, type QueryRunner } from 'typeorm';
import { READ_MODEL_FILE, readerOptions, storedType, writerOptions } from './dialect.js';
import { ProjectionState1767225600000 } from './migrations/1767225600000-projection-state.js';
import { type AnyProjection } from '../kernel/projection.js';
import { storedColumns } from './row-codec.js';
import { Turns } from './turns.js';

export interface ReadModelOptions {
  /** The data directory; the read models are its `readmodels.db`, which may be deleted: everything in it comes from the record. */
  readonly directory: string;
  readonly projections: readonly AnyProjection[];
  /** True for a process beside the one that projects: no writer, nothing created. */
  readonly readOnly?: boolean;
}

/** The description of a live table that TypeORM needs in order to query it. */
export const entityOf = (projection: AnyProjection): EntitySchema<Record<string, unknown>> =>
  new EntitySchema<Record<string, unknown>>({
    name: projection.name,
    tableName: projection.name,
    columns: Object.fromEntries(
      storedColumns(projection).map(({ property, column, type, nullable }) => [
        property,
        { name: column, type: storedType(type), nullable, primary: property === projection.primaryKey },
      ]),
    ),
  });

/**
 * The read-model database: one writing connection whose transactions take turns (TypeORM on SQLite would otherwise let two overlap on
 * one connection), and one for reading.
 *
 * Only the engine's own table has migrations. A projection's table is made from its declaration, and its `version` is its migration:
 * a new version is built beside the old table and swapped in.
 */
export class ReadModels {
  private readonly turns = new Turns();

  private constructor(
    readonly directory: string,
    readonly projections: readonly AnyProjection[],
    readonly reader: DataSource,
    private readonly writer: DataSource | undefined,
  ) {}

  get readOnly(): boolean {
    return this.writer === undefined;
  }

  static async open({ directory, projections, readOnly = false }: ReadModelOptions): Promise<ReadModels> {
    const names = new Set<string>();
    for (const { name } of projections) {
      if (!/^[a-z][a-z0-9_]*$/.test(name) || name.includes('__')) throw new Error(`A projection's name is snake_case: ${name}.`);
      if (names.has(name) || name === 'projection_state') throw new Error(`Two read models are called ${name}.`);
      names.add(name);
    }
    if (readOnly && !existsSync(join(directory, READ_MODEL_FILE))) throw new Error(`There are no read models in ${directory} yet.`);
    let writer: DataSource | undefined;
    if (!readOnly) {
      writer = await new DataSource({ ...writerOptions(directory), migrations: [ProjectionState1767225600000] }).initialize();
      await writer.runMigrations();
    }
    try {
      const reader = await new DataSource({ ...readerOptions(directory), entities: projections.map(entityOf) }).initialize();
      return new ReadModels(directory, projections, reader, writer);
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
