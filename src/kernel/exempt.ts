import { type DueName } from './due.js';
import { type DomainEvent, type Recorded } from './event.js';

/** Instead of the words of a step that a decision taken in private made. */
export const DECIDED_IN_PRIVATE = 'Decided in private';

/**
 * Why the deadlines of a record may be hidden although they do not say so themselves: by its own flag, or as long as what it came of is
 * exempt.
 */
export type Ground = GroundOf & (OwnGround | PlaceGround | RecordGround);

/** The record, as its deadlines name it, or only one clock of it. */
type GroundOf = Omit<DueName, 'clock'> & Partial<Pick<DueName, 'clock'>>;
interface OwnGround {
  readonly own: boolean;
}
/** A decision, or an item of an agenda, by its meeting and its id there. */
interface PlaceGround {
  readonly meetingId: string;
  readonly place: string;
}
/** Another record, which has grounds of its own. */
interface RecordGround {
  readonly through: Omit<DueName, 'clock'>;
}

/** By event type: what an event says of the grounds of a record. Pure: each entry sees only the event. */
export type GroundTable<E extends DomainEvent> = {
  readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => readonly Ground[];
};
