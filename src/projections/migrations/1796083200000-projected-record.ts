import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** One row: the id of the first event of the record that the read models are of. */
export class ProjectedRecord1796083200000 implements MigrationInterface {
  readonly name = 'ProjectedRecord1796083200000';

  async up(run: QueryRunner): Promise<void> {
    await run.createTable(new Table({ name: 'projected_record', columns: [{ name: 'first_event_id', type: 'text', isPrimary: true }] }));
  }

  async down(run: QueryRunner): Promise<void> {
    await run.dropTable('projected_record');
  }
}
