import { Inject, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Identity } from '../../../slices/people/people.queries.js';
import { type Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';
import { EVENT_STORE, type EventStore } from '../../../eventstore/event-store.port.js';
import { WriteAccess } from '../../../http/write-access.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { ProjectionEngine } from '../../../projections/projection-engine.js';
import { Followers } from '../reminders-of.query.js';
import { RemindersModule } from '../reminders.module.js';
import { Mailer } from './mailer.port.js';
import { Raising } from './raising.js';
import { Sending } from './sending.js';
import { SweepMarks } from './sweep-marks.js';

/** The work of one round. */
export interface Round {
  readonly raised: number;
  readonly mailed: number;
}

const SHOWN_WITHIN_MS = 30_000;
/** Milliseconds to wait for a mail in hand when the program stops; a mail that takes longer is sent again. */
const PATIENCE_MS = 5_000;

/**
 * Reminds people, round after round, in the process that serves. A round goes through the calendar for every follower, raises new
 * reminders, and sends the waiting ones. Each step is recorded as it is done: a round that is cut short is taken up by the next.
 */
@Injectable()
export class Reminding implements OnApplicationShutdown {
  private readonly log = new Logger('Reminders');
  private readonly marks: SweepMarks | null;
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly projections: ProjectionEngine,
    private readonly queries: QueryBus,
    private readonly identity: Identity,
    private readonly raising: Raising,
    private readonly sending: Sending,
    @Inject(Mailer) private readonly mailer: Mailer | null,
    writing: WriteAccess,
  ) {
    this.marks = writing.open ? new SweepMarks(config.dataDir) : null;
  }

  /**
   * Begins the rounds. Called once the server listens; commands on the data directory remind nobody. `address`: the server's public
   * address.
   */
  begin(address: string): void {
    const { remindersEvery } = this.config;
    if (remindersEvery === 0 || !this.marks) return;
    const round = (): void =>
      void this.round(address).catch((error: unknown) => this.log.error({ msg: 'a round of reminders failed', err: error }));
    round();
    this.timer = setInterval(round, remindersEvery * 1_000).unref();
  }

  /** Runs a round after the one under way, if any. */
  round(address: string): Promise<Round> {
    const next = this.current.then(
      () => this.run(address),
      () => this.run(address),
    );
    this.current = next;
    return next;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    let patience: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => (patience = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([this.current.catch(() => undefined), enough]);
    clearTimeout(patience);
    this.mailer?.close();
    this.marks?.close();
  }

  private async run(address: string): Promise<Round> {
    const done = { raised: 0, mailed: 0 };
    const { marks } = this;
    if (!marks || this.stopped || (await this.shownHead()) === null) return done;
    const followers = await this.queries.execute(new Followers());
    for (const login of followers) {
      const principal = await this.identity.principal(login);
      if ('code' in principal) continue;
      try {
        const head = await this.shownHead();
        if (head === null || this.hasStopped()) return done;
        done.raised += await this.raising.raiseFor(principal, this.clock.now(), head, marks);
        if (!this.mailer || (await this.shownHead()) === null || this.hasStopped()) continue;
        if (await this.sending.sendTo(principal, this.clock.now(), this.mailer, address)) done.mailed += 1;
      } catch (error) {
        if (this.hasStopped()) return done;
        this.log.error({ msg: 'somebody could not be reminded and is tried again', login, err: error });
      }
    }
    return done;
  }

  private hasStopped(): boolean {
    return this.stopped;
  }

  /** The end of the record, once the calendar shows it; `null` if the calendar does not in time, or if there is no record. */
  private async shownHead() {
    const head = await this.store.head();
    return head !== null && (await this.projections.waitFor(head, { timeoutMs: SHOWN_WITHIN_MS })) ? head : null;
  }
}

@Module({
  imports: [CqrsModule, RemindersModule],
  providers: [Raising, Sending, Reminding],
  exports: [Reminding],
})
export class RemindingModule {}
