import { type DomainEvent, type Recorded } from './event.js';

/**
 * A link from an earlier record to a record that came of it. Records are named as everywhere: `body/meeting#entry` for a decision, motion
 * or paragraph, `body/action`, and the others with their kind in front: `direction:sb-ijb/2023-eildon`,
 * `participation-request:board/2026-path`, `report:board/2016-06-09-empowerment` (`#a` for its recommendation (a)),
 * `plan:board/third-sector` (`#1.1.3` for an item).
 */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** How the one led to the other, as a phrase: `action raised`, `ratified`, `direction approved`, `recommendation decided`. */
  readonly how: string;
}

/** By event type: the links that an event makes. Pure: each entry sees only the event. */
export type LinkTable<E extends DomainEvent> = {
  readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => readonly Link[];
};
