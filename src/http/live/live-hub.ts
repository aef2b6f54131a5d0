import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Subject } from 'rxjs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { type Position, type RecordedEvent } from '../../kernel/event.js';

/** One subscription to the store, shared by everybody who watches. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Every event from the start of the hub on, in order. */
  readonly events = new Subject<RecordedEvent>();
  private readonly stop = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private readonly logger = new Logger('Live');

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** Aborts when the server stops. */
  get stopping(): AbortSignal {
    return this.stop.signal;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.running = this.run(await this.store.head());
  }

  /** Must run before the server waits for its open requests: a watcher's request would never end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    this.events.complete();
    await this.running;
  }

  private async run(head: Position | null): Promise<void> {
    let after = head;
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        for await (const message of this.store.subscribe({ ...(after === null ? {} : { after }), signal })) {
          if (message.kind !== 'event') continue;
          after = message.event.position;
          this.events.next(message.event);
        }
        if (signal.aborted) return;
      } catch (error) {
        if (signal.aborted) return;
        this.logger.error({ msg: 'the live feed lost its subscription and takes it up again', err: error });
      }
      await pause(1_000, undefined, { signal }).catch(() => undefined);
    }
  }
}
