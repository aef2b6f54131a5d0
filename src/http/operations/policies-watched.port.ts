import { type Position } from '../../kernel/event.js';

export interface PolicyStatus {
  readonly name: string;
  readonly sentence: string;
  /** Everything up to here has been reacted to. */
  readonly position: Position | null;
  /** Why it stands still, while it does; it is tried again by itself. */
  readonly fault: string | null;
  readonly done: number;
  readonly refused: number;
}

/** How the policies stand, for health and metrics; answered by those who run them. */
export abstract class PoliciesWatched {
  abstract status(): readonly PolicyStatus[];
}
