import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Scope } from '../kernel/command.js';
import { PUBLIC } from '../kernel/principal.js';
import { type Right } from '../kernel/rights.js';

/**
 * What a route asks of its caller.
 * - `anyone`: nothing.
 * - `signed-in`: a valid token, no right.
 * - `right`: a right: in the body the address names (its `:bodyId`, or what `bodyIn` makes of its parameters), or in all bodies if the
 *   address names none; `anywhere`: in at least one body; `all`: in all bodies, whatever the address names.
 */
export type Requirement =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'right'; readonly right: Right; readonly where: Scope['asks']; readonly bodyIn?: Scope['bodyIn'] };

export const REQUIREMENT = 'quorate:requirement';

type Parameters = Readonly<Record<string, string | undefined>>;

/** The body an address names; `undefined` where it names none. */
export const bodyAddressed = (params: unknown): string | undefined => (params as Parameters).bodyId;

/** The caller needs a right. Goes on a handler, or on a controller for all of its handlers. */
export const Needs = (right: Right, where: Scope['asks'] = 'body', bodyIn?: Scope['bodyIn']) =>
  SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'right', right, where, ...(bodyIn && { bodyIn }) });

/** The route is public: nobody needs to sign in. A handler that shows more to some callers asks `allows(principal, ...)`. */
export const Anyone = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'anyone' });

/** The route takes a valid sign-in, and no right. */
export const SignedIn = () => SetMetadata<string, Requirement>(REQUIREMENT, { kind: 'signed-in' });

/** The handler's parameter `@Caller() principal: Principal`: the principal who asks; `PUBLIC` if nobody has signed in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<FastifyRequest>().principal ?? PUBLIC;
});
