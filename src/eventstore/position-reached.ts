import { comparePositions, type Position } from '../kernel/event.js';
import { type EventStore, StoreFault, type StoreFaultCode } from './event-store.port.js';

/** Whether the record has come to a position. Only the store knows the form of its positions: it is asked whether it can read on from there. */
export async function hasReached(
  store: EventStore,
  position: Position,
  no: readonly StoreFaultCode[] = ['store.misuse'],
): Promise<boolean> {
  const head = await store.head();
  if (head === null || comparePositions(position, head) > 0) return false;
  try {
    for await (const _ of store.readAll({ after: position, limit: 1 })) break;
    return true;
  } catch (error) {
    if (error instanceof StoreFault && no.includes(error.code)) return false;
    throw error;
  }
}

/**
 * A position that was kept beside the record, to go on from; `null` where it is none of this record's: an older backup was put back, or the
 * record was moved to a store that gives other positions. Whoever goes by it begins anew then, and does nothing twice.
 */
export const goingOnFrom = async (store: EventStore, kept: Position | null): Promise<Position | null> =>
  kept !== null && (await hasReached(store, kept, ['store.misuse', 'store.damaged'])) ? kept : null;
