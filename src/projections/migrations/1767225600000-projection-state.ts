import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** One row per projection: which version its live table holds, and how far it has come. */
export class ProjectionState1767225600000 implements MigrationInterface {
  readonly name = 'ProjectionState1767225600000';

  async up(run: QueryRunner): Promise<void> {
    await run.createTable(
      new Table({
        name: 'projection_state',
        columns: [
          { name: 'name', type: 'text', isPrimary: true },
          { name: 'version', type: 'integer' },
          { name: 'shape', type: 'text' },
          { name: 'generation', type: 'integer' },
          { name: 'checkpoint', type: 'text', isNullable: true },
          { name: 'status', type: 'text' },
          { name: 'halted_event_id', type: 'text', isNullable: true },
          { name: 'halted_position', type: 'text', isNullable: true },
          { name: 'halted_type', type: 'text', isNullable: true },
          { name: 'halted_error', type: 'text', isNullable: true },
          { name: 'updated_at', type: 'text' },
        ],
      }),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.dropTable('projection_state');
  }
}
