import { type Principal } from '../kernel/principal.js';
import { type Refusal } from '../kernel/refusal.js';

/** Who asks, and the token they proved it with. */
export interface Identified {
  readonly principal: Principal;
  readonly tokenId: string | null;
}

/** Tells from a request's `Authorization` who asks. The slice of people answers it. */
export abstract class WhoAsks {
  abstract identify(authorization: string | undefined): Promise<Identified | Refusal>;
}
