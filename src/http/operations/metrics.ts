import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { PoliciesWatched } from './policies-watched.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';

/** The metrics that every process of Node has; one registry for the process, however many applications run in it. */
let processMetrics: Registry | undefined;

function processRegistry(): Registry {
  if (!processMetrics) collectDefaultMetrics({ register: (processMetrics = new Registry()) });
  return processMetrics;
}

/** The counts and measures of this server, in Prometheus' terms. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'quorate_http_request_duration_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  readonly accepted = new Counter({
    name: 'quorate_commands_accepted_total',
    help: 'Commands accepted, repetitions included',
    labelNames: ['type'] as const,
    registers: [this.registry],
  });
  readonly refused = new Counter({
    name: 'quorate_commands_refused_total',
    help: 'Commands refused, by the code of the refusal',
    labelNames: ['type', 'code'] as const,
    registers: [this.registry],
  });
  readonly watchers = new Gauge({ name: 'quorate_live_watchers', help: 'Watchers of live feeds', registers: [this.registry] });
  readonly watchersCut = new Counter({
    name: 'quorate_live_watchers_cut_total',
    help: 'Watchers cut for being slow',
    registers: [this.registry],
  });
  private readonly behind = new Gauge({
    name: 'quorate_projection_behind',
    help: '1 while events are recorded that the read model does not show',
    labelNames: ['projection'] as const,
    registers: [this.registry],
  });
  private readonly halted = new Gauge({
    name: 'quorate_projection_halted',
    help: '1 while a projection stands at an event it cannot apply',
    labelNames: ['projection'] as const,
    registers: [this.registry],
  });
  private readonly standing = new Gauge({
    name: 'quorate_policy_standing_still',
    help: '1 while a policy cannot get past an event',
    labelNames: ['policy'] as const,
    registers: [this.registry],
  });
  private readonly storeUp = new Gauge({ name: 'quorate_store_up', help: '1 while the event store answers', registers: [this.registry] });

  constructor(
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly policies: PoliciesWatched,
  ) {}

  async text(): Promise<string> {
    this.storeUp.set(
      await this.store.head().then(
        () => 1,
        () => 0,
      ),
    );
    for (const { name, behind, halted } of await this.projections.status().catch(() => [])) {
      this.behind.set({ projection: name }, behind ? 1 : 0);
      this.halted.set({ projection: name }, halted ? 1 : 0);
    }
    for (const { name, fault } of this.policies.status()) this.standing.set({ policy: name }, fault === null ? 0 : 1);
    return Registry.merge([processRegistry(), this.registry]).metrics();
  }
}
