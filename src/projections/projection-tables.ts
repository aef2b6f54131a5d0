import { type QueryRunner } from 'typeorm';
import { type Clock } from '../kernel/clock.js';
import { type AnyProjection } from '../kernel/projection.js';
import { type HaltedAt, type ProjectionState } from './projection-state.js';
import { type ReadModels } from './read-models.js';
import { buildTableName, ReadTable, shapeOf } from './read-table.js';
import { Track } from './track.js';

/** The tables of one projection: the live one, and the one being built beside it. */
export interface Tables {
  readonly live: Track;
  readonly build: Track | undefined;
  /** Version and shape of the live table's rows. */
  readonly version: number;
  readonly shape: string;
  /** False while the live table is of another version: that version's reducers are gone, so its rows stay as they are until the swap. */
  readonly maintained: boolean;
}

/**
 * Where a projection's tables come from. Every change of tables happens in the caller's transaction together with the state that records
 * it, and answers the {@link Tables} that hold once the transaction has committed: a crash leaves either all of the change or none.
 */
export class ProjectionTables {
  private constructor(
    private readonly models: ReadModels,
    readonly projection: AnyProjection,
    private readonly clock: Clock,
    public tables: Tables,
  ) {}

  static async prepare(
    run: QueryRunner,
    models: ReadModels,
    projection: AnyProjection,
    stored: ProjectionState | undefined,
    clock: Clock,
  ): Promise<ProjectionTables> {
    const shape = shapeOf(projection);
    const liveTable = new ReadTable(projection, projection.name, models.dialect);
    const live = new Track(projection, liveTable, 'live', stored?.generation ?? 1, stored?.checkpoint ?? null);
    const current = !stored || (stored.version === projection.version && stored.shape === shape);
    const own = new ProjectionTables(models, projection, clock, {
      live,
      build: undefined,
      version: stored?.version ?? projection.version,
      shape: stored?.shape ?? shape,
      maintained: current,
    });
    if (!stored) {
      await liveTable.create(run, 1);
      await models.states.save(run, own.state(), clock.now());
      return own;
    }
    if (current && stored.status !== 'rebuilding') {
      live.halted = stored.halted;
      return own;
    }
    // A build that was cut short starts again: how far it had come is not recorded.
    if (!current) await own.addMissingColumns(run);
    own.tables = await own.beginBuild(run);
    return own;
  }

  async beginBuild(run: QueryRunner): Promise<Tables> {
    const { dialect, states } = this.models;
    const generation = this.tables.live.generation + 1;
    const table = new ReadTable(this.projection, buildTableName(this.projection, generation), dialect);
    await table.drop(run);
    await table.create(run, generation);
    await states.save(run, { ...this.state(this.tables.live.halted), status: 'rebuilding' }, this.clock.now());
    return { ...this.tables, build: new Track(this.projection, table, 'build', generation, null) };
  }

  /** Puts the new table in the live one's place. */
  async swap(run: QueryRunner): Promise<Tables> {
    const { build } = this.tables;
    if (!build) return this.tables;
    const { name, version } = this.projection;
    const { dialect, states } = this.models;
    const table = new ReadTable(this.projection, name, dialect);
    await table.drop(run);
    await build.table.rename(run, table);
    const live = new Track(this.projection, table, 'live', build.generation, build.checkpoint);
    const tables: Tables = { live, build: undefined, version, shape: shapeOf(this.projection), maintained: true };
    await states.save(run, new ProjectionTables(this.models, this.projection, this.clock, tables).state(), this.clock.now());
    return tables;
  }

  /** The state to store for these tables, by where their tracks stand. */
  state(halted: HaltedAt | null = this.tables.live.halted ?? this.tables.build?.halted ?? null): ProjectionState {
    const { live, build, version, shape } = this.tables;
    return {
      name: this.projection.name,
      version,
      shape,
      generation: live.generation,
      checkpoint: live.checkpoint,
      status: build ? 'rebuilding' : halted ? 'halted' : 'running',
      halted,
    };
  }

  /**
   * Columns that only the new version has are null in the old table's rows, and an index of words that only it has is empty, so that
   * queries written for the new one run meanwhile.
   */
  private async addMissingColumns(run: QueryRunner): Promise<void> {
    const { dialect } = this.models;
    const { live } = this.tables;
    const { facts } = live.table;
    if (facts && !(await run.hasTable(facts.name))) await facts.create(run, live.generation);
    const there = new Set((await run.getTable(live.table.name))?.columns.map(({ name }) => name));
    for (const { column, type } of live.table.codec.columns) {
      if (!there.has(column)) await run.query(`ALTER TABLE "${live.table.name}" ADD COLUMN "${column}" ${dialect.storedType(type)}`);
    }
    const { name, worded } = live.table;
    if (worded && !(await dialect.words.exists(run, name))) await dialect.words.create(run, worded);
  }
}
