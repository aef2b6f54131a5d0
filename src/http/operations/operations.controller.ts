import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { VERSION } from '../../config/version.js';
import { Anyone } from '../needs.js';
import { EVENT_STORE, type EventStore, StoreFault } from '../../eventstore/event-store.port.js';
import { ProjectionEngine, type ProjectionStatus } from '../../projections/projection-engine.js';
import { WriteAccess } from '../write-access.js';
import { Metrics } from './metrics.js';
import { PoliciesWatched, type PolicyStatus } from './policies-watched.port.js';

export interface Readiness {
  /** `degraded`: the record is served and written, but a read model or a policy stands still. */
  readonly status: 'ready' | 'degraded' | 'unavailable';
  /** The program's version. */
  readonly version: string;
  readonly store: { readonly status: 'ok' | 'failing'; readonly mode: 'read-write' | 'read-only'; readonly error?: string };
  readonly projections: readonly ProjectionStatus[];
  readonly policies: readonly PolicyStatus[];
}

/** Health and metrics, for those who run the server. Tells nothing of what is recorded. */
@ApiExcludeController()
@Anyone()
@Controller()
export class OperationsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly projections: ProjectionEngine,
    private readonly writing: WriteAccess,
    private readonly metrics: Metrics,
    private readonly policies: PoliciesWatched,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  live(): { readonly status: 'ok'; readonly version: string } {
    return { status: 'ok', version: VERSION };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const error = await this.store.head().then(
      () => null,
      (fault: unknown) => (fault instanceof StoreFault ? fault.code : 'store.unavailable'),
    );
    const projections = error === null ? await this.projections.status() : [];
    const policies = this.policies.status();
    const troubled =
      projections.some(({ halted, fault }) => halted !== null || fault !== null) || policies.some(({ fault }) => fault !== null);
    if (error !== null) void reply.code(503);
    return {
      status: error !== null ? 'unavailable' : troubled ? 'degraded' : 'ready',
      version: VERSION,
      store: {
        status: error === null ? 'ok' : 'failing',
        mode: this.writing.open ? 'read-write' : 'read-only',
        ...(error === null ? {} : { error }),
      },
      projections,
      policies,
    };
  }

  @Get('metrics')
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  prometheus(): Promise<string> {
    return this.metrics.text();
  }
}
