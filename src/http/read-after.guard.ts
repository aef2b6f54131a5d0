import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '../eventstore/event-store.port.js';
import { hasReached } from '../eventstore/position-reached.js';
import { type Position } from '../kernel/event.js';
import { ProjectionEngine } from '../projections/projection-engine.js';
import { refuseRequest } from './http.refusals.js';
import { RequestRefused } from './request-refused.js';

/** The longest a query waits for the read models. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Reading one's own write: a GET with `Quorate-After: <position>` runs once the read models have come to that position.
 * A guard, after the one for access, because an interceptor would put an observable around every command too.
 */
@Injectable()
export class ReadAfterGuard implements CanActivate {
  constructor(
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const after = request.headers['quorate-after'];
    if (after !== undefined && request.method === 'GET') await this.waitFor(await knownPosition(this.store, after, 'Quorate-After'));
    return true;
  }

  private async waitFor(position: Position): Promise<void> {
    if (await this.projections.waitFor(position, { timeoutMs: LONGEST_WAIT_MS })) return;
    throw new RequestRefused(refuseRequest('query.behind', { detail: { position } }), { 'retry-after': '1' });
  }
}

/** A position that the record has reached; any other is refused, since waiting for it would be in vain. */
export async function knownPosition(store: EventStore, sent: unknown, field: string): Promise<Position> {
  const position = sent as Position;
  if (typeof sent === 'string' && /^[\x21-\x7e]{1,64}$/.test(sent) && (await hasReached(store, position))) return position;
  throw new RequestRefused(refuseRequest('query.position-unknown', { field }));
}
