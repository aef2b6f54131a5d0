import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { refuseAccess } from '../../../http/access.refusals.js';
import { Identity, NOBODY } from './identity.js';
import { bodyAddressed, type Requirement, REQUIREMENT } from '../../../http/needs.js';
import { allows, type Principal, roleAnywhere } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { sessionOf } from './session-cookie.js';

/** Lets a request through when its route's requirement is met; a route without one is met by nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly identity: Identity,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const identified = await this.identity.identify(request);
    // A browser whose sign-in has ended is treated as not signed in; a program that sends an invalid token is refused.
    const { principal, tokenId } = sessionOf(request) !== undefined && 'code' in identified ? NOBODY : orRefuse(identified);
    request.principal = principal;
    request.tokenId = tokenId;
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIREMENT, [context.getHandler(), context.getClass()]);
    requireMet(requirement, principal, bodyNamed(requirement, request.params));
    return true;
  }
}

const bodyNamed = (requirement: Requirement | undefined, params: unknown): string | undefined =>
  requirement?.kind === 'right' && requirement.bodyIn
    ? requirement.bodyIn(params as Readonly<Record<string, string | undefined>>)
    : bodyAddressed(params);

function requireMet(requirement: Requirement | undefined, principal: Principal, addressed: string | undefined): void {
  switch (requirement?.kind) {
    case 'anyone':
      return;
    case 'signed-in':
      if (principal.id === 'public') throw new RequestRefused(refuseAccess('access.sign-in-needed'));
      return;
    case 'right': {
      const { right, where } = requirement;
      const bodyId = where === 'body' && addressed !== undefined ? addressed : ALL_BODIES;
      const may = where === 'anywhere' ? roleAnywhere(principal, right) !== undefined : allows(principal, right, bodyId);
      if (may) return;
      const named = where === 'anywhere' ? 'any' : bodyId;
      const sentence = `This takes the right ${right} in ${where === 'anywhere' ? 'some body' : bodyId === ALL_BODIES ? 'all bodies' : `the body ${bodyId}`}.`;
      const code = principal.id === 'public' ? 'access.sign-in-needed' : 'access.right-missing';
      throw new RequestRefused(refuseAccess(code, { detail: { right, bodyId: named, sentence } }));
    }
    case undefined:
      throw new Error('The route declares no requirement.');
  }
}
