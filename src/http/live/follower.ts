import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { allows, type Principal } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { Metrics } from '../operations/metrics.js';
import { WhoAsks } from '../who-asks.port.js';
import { EventStream } from './event-stream.js';
import { LiveHub } from './live-hub.js';
import { watching } from './watching.js';

const HEARTBEAT_MS = 15_000;

/** The streams that are followed, the body they are of, and the right without which nobody follows them. */
export interface Feed {
  readonly bodyId: string;
  readonly right: Right;
  readonly includes: (stream: string) => boolean;
}

/** The name of a message and what it says. */
export interface Message {
  readonly event: string;
  readonly data: object;
}

/** What a watcher is sent. */
export interface Told {
  /** The events told of are those after it. */
  readonly from: Position | null;
  /** A message sent at once. */
  readonly first?: Message;
  /** The message about an event, to whoever the watcher is when it is sent; `null` for none. */
  readonly about: (event: RecordedEvent, watcher: Principal) => Message | null;
}

/** Tells a watcher of events as these are recorded, for as long as the watcher may know of them and the server runs. */
@Injectable()
export class Follower {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly hub: LiveHub,
    private readonly whoAsks: WhoAsks,
    private readonly metrics: Metrics,
  ) {}

  async follow(feed: Feed, { from, first, about }: Told, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const stream = new EventStream(reply);
    if (request.method === 'HEAD') return stream.end();
    const end = (): void => stream.end();
    const heartbeat = setInterval(
      () => void this.stillAllowed(feed, request).then((watcher) => (watcher ? stream.comment() : stream.end()), end),
      HEARTBEAT_MS,
    );
    this.hub.stopping.addEventListener('abort', end, { once: true });
    this.metrics.watchers.inc();
    try {
      if (first) await stream.send(from ?? '0', first.event, first.data);
      for await (const event of watching(this.store, this.hub, feed.includes, from, stream.closed)) {
        const watcher = await this.stillAllowed(feed, request);
        if (!watcher) break;
        const message = about(event, watcher);
        if (message && !(await stream.send(event.position, message.event, message.data))) this.metrics.watchersCut.inc();
      }
    } finally {
      clearInterval(heartbeat);
      this.hub.stopping.removeEventListener('abort', end);
      this.metrics.watchers.dec();
      stream.end();
    }
  }

  /**
   * The watcher, if they may still follow; asked at every event and every heartbeat, since a sign-in may end, a token expire, and a role be
   * withdrawn, while somebody watches.
   */
  private async stillAllowed({ bodyId, right }: Feed, request: FastifyRequest): Promise<Principal | null> {
    const identified = await this.whoAsks.identify(request);
    return 'principal' in identified && allows(identified.principal, right, bodyId) ? identified.principal : null;
  }
}
