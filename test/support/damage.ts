import { expect } from '@jest/globals';
import { type RecordedEvent } from '../../src/kernel/event.js';

/** What is given out before the fault, and the fault. */
export async function readUntilFault(events: AsyncIterable<RecordedEvent>): Promise<{ readonly given: number; readonly fault: unknown }> {
  let given = 0;
  try {
    for await (const _event of events) given += 1;
  } catch (fault) {
    return { given, fault };
  }
  throw new Error(`All ${given} events were given out.`);
}

/** The fault that names a damaged place. */
export const damagedAt = (place: string) => ({ code: 'store.damaged', message: expect.stringContaining(place) as unknown as string });
