import { type Principal } from '../kernel/principal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before any handler runs. Its `id` is the correlation id. */
    principal: Principal | null;
    /** The token they asked with, where there was one. */
    tokenId: string | null;
    /** The code the request was refused with, for the log and the metrics. */
    refusedWith: string | null;
  }
}

/** The properties Fastify sets up on every request. */
export const REQUEST_PROPERTIES = ['principal', 'tokenId', 'refusedWith'] as const;
