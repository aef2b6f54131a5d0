import { type Position } from '../../kernel/event.js';

export interface PolicyStatus {
  readonly name: string;
  readonly sentence: string;
  /** The position up to which the policy has reacted to every event. */
  readonly position: Position | null;
  /** Why the policy stands still, if it does; it tries again by itself. */
  readonly fault: string | null;
  readonly done: number;
  readonly refused: number;
}

/** The state of the policies, for health and metrics; provided by the room that runs them. */
export abstract class PoliciesWatched {
  abstract status(): readonly PolicyStatus[];
}
