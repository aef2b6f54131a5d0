import { type DomainEvent } from '../../src/kernel/event.js';
import { type AnyProjection, type Projection, projection } from '../../src/kernel/projection.js';
import { type Dialect } from '../../src/projections/dialect.port.js';
import { ReadModel } from '../../src/projections/read-model.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { ReadTable } from '../../src/projections/read-table.js';

/** A row with a column of every type there is. */
export interface Sample {
  readonly id: string;
  readonly words: string | null;
  readonly size: number | null;
  readonly sound: boolean | null;
  readonly takenOn: string | null;
  readonly takenAt: string | null;
  readonly found: unknown;
}

export const samples: Projection<Sample> = projection<Sample, DomainEvent>({
  name: 'samples',
  version: 1,
  columns: {
    id: { type: 'text' },
    words: { type: 'text', nullable: true },
    size: { type: 'integer', nullable: true },
    sound: { type: 'boolean', nullable: true },
    takenOn: { type: 'date', nullable: true },
    takenAt: { type: 'instant', nullable: true },
    found: { type: 'json', nullable: true },
  },
  primaryKey: 'id',
  indexes: [{ columns: ['size', 'takenOn'] }, { columns: ['words'], where: '"sound" = 1' }],
  key: () => [],
  on: {},
});

export const sample = (id: string, said: Partial<Sample> = {}): Sample => ({
  id,
  words: null,
  size: null,
  sound: null,
  takenOn: null,
  takenAt: null,
  found: null,
  ...said,
});

/** The table of the samples without an engine: written and read by hand. */
export class Samples {
  private constructor(
    readonly models: ReadModels,
    readonly table: ReadTable,
    readonly rows: ReadModel<Sample>,
  ) {}

  static async open(dialect: Dialect): Promise<Samples> {
    const of = samples as AnyProjection;
    const models = await ReadModels.open({ dialect, projections: [of] });
    const table = new ReadTable(of, samples.name, dialect);
    await models.transaction((run) => table.create(run, 1));
    return new Samples(models, table, new ReadModel<Sample>(models, of));
  }

  encoded = (rows: readonly Sample[]): unknown[][] => rows.map((row) => this.table.codec.encode({ ...row }));

  write = (...rows: readonly Sample[]): Promise<void> => this.models.transaction((run) => this.table.upsert(run, this.encoded(rows)));

  remove(...ids: readonly string[]): Promise<void> {
    return this.models.transaction((run) => this.table.remove(run, ids));
  }

  ids = async (...query: Parameters<ReadModel<Sample>['findMany']>): Promise<string[]> =>
    (await this.rows.findMany(...query)).map(({ id }) => id);
}
