import { type RecordedEvent } from '../../kernel/event.js';
import { eventOf } from '../proof.js';

/** The columns needed to read one event and prove it, in the order in which the statements select them. */
export type EventRow = [position: number, revision: number, previous: number, crcBefore: number, crc: number, body: string];

export const ROW_COLUMNS = 'position, revision, previous, crc_before, crc, body';

/** The event of a row; throws `store.damaged` if the row is not what was written. `due` says which event is expected, if known. */
export const decodeRow = (
  [position, revision, , crcBefore, crc, body]: EventRow,
  due: { readonly stream?: string; readonly revision?: number },
): RecordedEvent => eventOf({ position, revision, crcBefore, crc, body }, due);
