import { type FastifyRequest } from 'fastify';
import { type Principal } from '../kernel/principal.js';
import { type Refusal } from '../kernel/refusal.js';

/** The caller, and the token that proves who it is. */
export interface Identified {
  readonly principal: Principal;
  readonly tokenId: string | null;
}

/** Tells who sent a request, by its `Authorization` or, of a page, by the sign-in of the browser. The slice of people implements this port. */
export abstract class WhoAsks {
  abstract identify(request: FastifyRequest): Promise<Identified | Refusal>;
}
