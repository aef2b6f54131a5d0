import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { nameKey, nameLine } from '../../../../kernel/names.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { dueCalendar, type DueRow } from './due-calendar.projection.js';
import { type DueReader, readerParameters, visibleTo } from './due-list.query.js';

/** Whose names are asked for. */
export type NamedIn = 'officer' | 'organisation';

/** The keys of every name a deadline was ever with, in order. What they are written as, and in which records, {@link DueNamed} tells. */
export class DueNames extends Query<readonly string[]> {
  constructor(readonly of: NamedIn) {
    super();
  }
}

/** A name as a record writes it. */
export interface NameWritten {
  readonly name: string;
  readonly kind: DueRow['kind'];
  readonly recordId: string;
}

/** Where a name stands now, of what the reader may see; the first few records. */
export class DueNamed extends Query<readonly NameWritten[]> {
  constructor(
    readonly of: NamedIn,
    readonly key: string,
    readonly reader: DueReader,
  ) {
    super();
  }
}

const FEW = 3;
const TABLES = {
  officer: { table: 'due_officer', column: 'officer_key' },
  organisation: { table: 'due_organisation', column: 'organisation_key' },
} as const;

@QueryHandler(DueNames)
export class DueNamesHandler implements IQueryHandler<DueNames> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  /** Names come from an index one after another, whatever number of deadlines each has. */
  async execute({ of }: DueNames): Promise<readonly string[]> {
    const { table, column } = TABLES[of];
    const next = `SELECT MIN(o.${column}) FROM ${table} o WHERE o.${column} >`;
    const rows = await this.dues.sql<{ name: string }>(
      `WITH RECURSIVE keys(name) AS (${next} '' UNION ALL SELECT (${next} keys.name) FROM keys WHERE keys.name IS NOT NULL)
       SELECT keys.name AS name FROM keys WHERE keys.name IS NOT NULL`,
    );
    return rows.map(({ name }) => name);
  }
}

@QueryHandler(DueNamed)
export class DueNamedHandler implements IQueryHandler<DueNamed> {
  constructor(@InjectReadModel(dueCalendar) private readonly dues: ReadModel<DueRow>) {}

  async execute({ of, key, reader }: DueNamed): Promise<readonly NameWritten[]> {
    const { table, column } = TABLES[of];
    const now = of === 'officer' ? "REPLACE(d.officer_lines, :line, '') <> d.officer_lines" : 'd.organisation_key = :key';
    const rows = await this.dues.sql<Pick<DueRow, 'kind' | 'recordId' | 'officers' | 'organisation'>>(
      `SELECT d.kind, d.record_id, d.officers, d.organisation FROM ${table} o CROSS JOIN due_calendar d
       WHERE ${[`o.${column} = :key AND d.due_id = o.due_id AND ${now}`, ...visibleTo(reader)].join(' AND ')} LIMIT ${FEW}`,
      { key, line: nameLine(key), ...readerParameters(reader) },
    );
    return rows.flatMap(({ kind, recordId, officers, organisation }) => {
      const name = of === 'officer' ? officers.find((one) => nameKey(one) === key) : (organisation ?? undefined);
      return name === undefined ? [] : [{ name, kind, recordId }];
    });
  }
}
