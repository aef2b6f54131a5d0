import { type RecordPlace } from '../config/database-place.js';
import { openPlace } from '../engines.js';
import { type Copied, copyRecord } from '../eventstore/copying.js';

/** Moves a record between any two stores; nobody else may write to the one that is copied to. */
export async function copyBetween(from: RecordPlace, to: RecordPlace): Promise<Copied> {
  const source = await openPlace(from, 'to read');
  try {
    const target = await openPlace(to, 'to write');
    try {
      return await copyRecord(source, target, { oneByOne: to.kind === 'kurrentdb' });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
