import { DataSource } from 'typeorm';
import { type Dialect } from '../../../src/projections/dialect.port.js';

/** A statement by somebody who is not the engine. */
export async function behindItsBack(dialect: Dialect, statement: string): Promise<unknown> {
  const source = await new DataSource(dialect.writer()).initialize();
  try {
    return (await source.query(statement)) as unknown;
  } finally {
    await source.destroy();
  }
}
