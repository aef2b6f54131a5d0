import { type Principal } from '../kernel/principal.js';
import { type Refusal } from '../kernel/refusal.js';

/** The caller, and the token that proves who it is. */
export interface Identified {
  readonly principal: Principal;
  readonly tokenId: string | null;
}

/** Tells the caller from a request's `Authorization`. The slice of people implements this port. */
export abstract class WhoAsks {
  abstract identify(authorization: string | undefined): Promise<Identified | Refusal>;
}
