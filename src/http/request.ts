import { type Principal } from '../kernel/principal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller; set before any handler runs. `id` of the request is the correlation id. */
    principal: Principal | null;
    /** The id of the token the caller sent, if any. */
    tokenId: string | null;
    /** The code the request was refused with, for the log and the metrics. */
    refusedWith: string | null;
  }
}

/** The properties Fastify sets up on every request. */
export const REQUEST_PROPERTIES = ['principal', 'tokenId', 'refusedWith'] as const;
