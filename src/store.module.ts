import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { CommandRunner } from './eventstore/command-runner.js';
import { FirstUseOf } from './eventstore/first-use.port.js';
import { EVENT_STORE, type EventStore } from './eventstore/event-store.port.js';
import { upcasting, type Vocabulary } from './eventstore/upcasting.js';
import { WriteAccess } from './http/write-access.js';
import { CLOCK, type Clock } from './kernel/clock.js';

/** The store as it is, with every event in the shape it was stored in. Everybody but the projections takes {@link EVENT_STORE}. */
export const RECORD = Symbol('Record');

export interface StoreParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly store: EventStore;
  readonly writing: WriteAccess;
  readonly vocabulary: Vocabulary;
  /** Closes the store, and what else was opened with it. */
  readonly close: () => Promise<void>;
}

/**
 * Nest runs shutdown hooks of global modules in the reverse order of their import. This module is imported first, so the store is
 * closed last, when the projections and everything else that reads it have stopped.
 */
class StoreLifecycle implements OnApplicationShutdown {
  constructor(private readonly close: () => Promise<void>) {}

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

/** The record and what everybody needs beside it. */
@Module({})
export class StoreModule {
  static forRoot({ config, clock, store, writing, vocabulary, close }: StoreParts): DynamicModule {
    const upcasted = upcasting(store, vocabulary);
    return {
      module: StoreModule,
      global: true,
      imports: [CqrsModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLOCK, useValue: clock },
        { provide: RECORD, useValue: store },
        { provide: EVENT_STORE, useValue: upcasted },
        { provide: WriteAccess, useValue: writing },
        { provide: StoreLifecycle, useValue: new StoreLifecycle(close) },
        {
          provide: CommandRunner,
          inject: [QueryBus],
          useFactory: (queries: QueryBus) => new CommandRunner(upcasted, clock, (commandId) => queries.execute(new FirstUseOf(commandId))),
        },
      ],
      exports: [CONFIG, CLOCK, RECORD, EVENT_STORE, WriteAccess, CommandRunner],
    };
  }
}
