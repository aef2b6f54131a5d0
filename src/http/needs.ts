import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { PUBLIC } from '../kernel/principal.js';
import { type Right } from '../kernel/rights.js';

/**
 * What a route asks of whoever calls it.
 * - `anyone`: nothing.
 * - `signed-in`: a valid token, no right.
 * - `right`: a right: in the body the address names (`:bodyId`, or `:calendar` for a body's own), or in all bodies where it names none;
 *   `anywhere`: in at least one body; `all`: in all bodies, whatever the address names.
 */
export type Requirement =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'right'; readonly right: Right; readonly where: 'body' | 'anywhere' | 'all' };

export const REQUIREMENT = 'quorate:requirement';

/** The calendar of what is kept everywhere; it is nobody's in particular, as any other is a body's. */
const KEPT_EVERYWHERE = 'scotland';

/** The body an address names; `undefined` where it names none. */
export function bodyAddressed(params: unknown): string | undefined {
  const { bodyId, calendar } = params as { readonly bodyId?: string; readonly calendar?: string };
  return bodyId ?? (calendar === KEPT_EVERYWHERE ? undefined : calendar);
}

/** The caller needs a right. Goes on a handler, or on a controller for all of its handlers. */
export const Needs = (right: Right, where: 'body' | 'anywhere' | 'all' = 'body') =>
  SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'right', right, where });

/** Published: nobody needs to sign in. A handler that shows more to some asks `allows(principal, ...)`. */
export const Anyone = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'anyone' });

/** Whoever is signed in, whatever they may. */
export const SignedIn = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'signed-in' });

/** The handler's parameter `@Caller() principal: Principal`: who asks; the public where nobody has signed in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<FastifyRequest>().principal ?? PUBLIC;
});
