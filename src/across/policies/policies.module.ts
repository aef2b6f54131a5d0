import {
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.token.js';
import { type Outcome } from '../../eventstore/command-runner.js';
import { type BusCommand } from '../../kernel/command.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { WriteAccess } from '../../http/write-access.js';
import { type Refusal } from '../../kernel/refusal.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { CallNextMeetings } from './call-next-meetings.policy.js';
import { CarryRemits } from './carry-remits.policy.js';
import { CarryRequisitions } from './carry-requisitions.policy.js';
import { FollowAgreedActions } from './follow-agreed-actions.policy.js';
import { ElectedFillSeats } from './elected-fill-seats.policy.js';
import { ElectedTakeOffice } from './elected-take-office.policy.js';
import { EndedVacatesSeat } from './ended-vacates-seat.policy.js';
import { JudgeRollsAnew } from './judge-rolls-anew.policy.js';
import { PolicyCheckpoints } from './policy-checkpoints.js';
import { PolicyRunner } from './policy-runner.js';
import { PoliciesWatched, type PolicyStatus } from '../../http/operations/policies-watched.port.js';
import { type Policy, type PolicyClass } from './policy.js';

/** Every policy that reacts to events; reminding reacts to the calendar and stands in `reminding/`. */
export const POLICIES: readonly PolicyClass[] = [JudgeRollsAnew, ElectedTakeOffice, ElectedFillSeats, EndedVacatesSeat, FollowAgreedActions, CarryRemits, CallNextMeetings, CarryRequisitions];

const MADE = Symbol('Policies');
/** Milliseconds to wait for the read models before a policy's reaction counts as a fault. */
const SHOWN_WITHIN_MS = 30_000;

/** Runs the policies in the process that writes, from when the application is up until it stops. */
@Injectable()
export class Policies implements PoliciesWatched, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Policies');
  private running: { readonly runner: PolicyRunner; readonly checkpoints: PolicyCheckpoints } | undefined;

  constructor(
    @Inject(MADE) private readonly policies: readonly Policy[],
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CONFIG) private readonly config: Config,
    private readonly projections: ProjectionEngine,
    private readonly bus: CommandBus,
    private readonly writing: WriteAccess,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.writing.open || this.policies.length === 0) return;
    const checkpoints = new PolicyCheckpoints(this.config.dataDir);
    const runner = new PolicyRunner({
      store: this.store,
      policies: this.policies,
      checkpoints,
      execute: (command) => this.bus.execute<BusCommand, Outcome | Refusal>(command),
      shown: (position) => this.projections.waitFor(position, { timeoutMs: SHOWN_WITHIN_MS }),
      onRefusal: (policy, { command, target }, code) =>
        this.log.debug({ msg: 'refused', policy, command: command.spec.type, target, code }),
      onTrouble: (policy, error) => this.log.warn({ msg: 'a policy stands still', policy, error }),
    });
    this.running = { runner, checkpoints };
    runner.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.running?.runner.stop();
    this.running?.checkpoints.close();
    this.running = undefined;
  }

  status(): readonly PolicyStatus[] {
    return this.running?.runner.status() ?? [];
  }
}

/** The policies, and the runner that reacts to events by them. */
@Module({})
export class PoliciesModule {
  static forRoot(policies: readonly PolicyClass[]): DynamicModule {
    return {
      module: PoliciesModule,
      global: true,
      imports: [CqrsModule],
      providers: [
        ...policies,
        { provide: MADE, inject: [...policies], useFactory: (...made: Policy[]) => made },
        Policies,
        { provide: PoliciesWatched, useExisting: Policies },
      ],
      exports: [Policies, PoliciesWatched],
    };
  }
}
