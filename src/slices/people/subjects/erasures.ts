import { type EventStore } from '../../../eventstore/event-store.port.js';
import { goingOnFrom } from '../../../eventstore/position-reached.js';
import { type KeyFile } from './key-file.js';
import { type SubjectEvent } from './subject.events.js';

/**
 * Erases every key whose erasure is in the record and has not been applied to this file yet: one recorded just before a crash, or since
 * a copy of the keys was made that was then put back. A record restored from an older backup, or moved, is gone through from its beginning.
 * Answers how many keys there were to erase.
 */
export async function applyErasures(store: EventStore, keys: KeyFile): Promise<number> {
  const applied = keys.appliedTo();
  const after = await goingOnFrom(store, applied);
  let [to, count] = [after, 0];
  for await (const event of store.readAll(after === null ? {} : { after })) {
    to = event.position;
    if (event.type === ('SubjectErased' satisfies SubjectEvent['type'])) {
      if (await keys.erase((event.data as SubjectEvent['data']).subject)) count += 1;
    }
  }
  if (to !== applied) keys.noteApplied(to);
  return count;
}
