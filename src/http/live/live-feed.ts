import { Inject, Injectable } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { allows, PUBLIC } from '../../kernel/principal.js';
import { Metrics } from '../operations/metrics.js';
import { knownPosition } from '../read-after.guard.js';
import { WhoAsks } from '../who-asks.port.js';
import { EventStream } from './event-stream.js';
import { LiveHub } from './live-hub.js';
import { watching } from './watching.js';

const HEARTBEAT_MS = 15_000;

/** Documents the address of a live feed of a body. */
export const LiveFeedDocumented =
  (summary: string): MethodDecorator =>
  (target, key, descriptor) => {
    const description =
      'Server-Sent Events. `id` is the event’s position, `event` its type, `data` JSON with type, stream, revision, happenedAt, recordedAt, by and data. ' +
      '`data` is left out for those who may not read exempt items. Needs the right `meetings.read-drafts` in the body. Comments keep the connection alive. ' +
      'Without `Last-Event-ID` the feed begins now.';
    for (const decorate of [
      ApiOperation({ summary, description }),
      ApiTags('live'),
      ApiProduces('text/event-stream'),
      ApiHeader({
        name: 'Last-Event-ID',
        required: false,
        description: 'The position of the last event received: the feed goes on after it',
      }),
      ApiQuery({
        name: 'after',
        required: false,
        schema: { type: 'string', maxLength: 64 },
        description: 'The same as `Last-Event-ID`, where a header cannot be set',
      }),
      ApiParam({ name: 'bodyId', schema: { type: 'string' } }),
    ]) {
      decorate(target, key, descriptor);
    }
  };

/** Which body a stream belongs to, by its name; handed in by the application, which knows every kind of record. */
export type BodyOfStream = (stream: string) => string | null;
export const BODY_OF_STREAM = Symbol('BodyOfStream');

/** The subject of a live feed: the streams of which it tells, and the body in which the right to follow them is asked for. */
export interface Feed {
  readonly bodyId: string;
  readonly includes: (stream: string) => boolean;
}

/** Tells watchers of events as these are recorded. */
@Injectable()
export class LiveFeed {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly hub: LiveHub,
    private readonly whoAsks: WhoAsks,
    private readonly metrics: Metrics,
  ) {}

  async follow(feed: Feed, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const sent = request.headers['last-event-id'] ?? (request.query as { after?: unknown }).after;
    const from = sent === undefined ? await this.store.head() : await knownPosition(this.store, sent, 'Last-Event-ID');
    const stream = new EventStream(reply);
    if (request.method === 'HEAD') return stream.end();

    const mayReadExempt = allows(request.principal ?? PUBLIC, 'meetings.read-exempt', feed.bodyId);
    const heartbeat = setInterval(
      () => void this.stillAllowed(request, feed).then((may) => (may ? stream.comment() : stream.end())),
      HEARTBEAT_MS,
    );
    const end = (): void => stream.end();
    this.hub.stopping.addEventListener('abort', end, { once: true });
    this.metrics.watchers.inc();
    try {
      for await (const event of watching(this.store, this.hub, feed.includes, from, stream.closed)) {
        const { type, stream: of, revision, happenedAt, recordedAt, by, data } = event;
        const shown = { type, stream: of, revision, happenedAt, recordedAt, by: { name: by.name }, ...(mayReadExempt ? { data } : {}) };
        if (!(await stream.send(event.position, type, shown))) this.metrics.watchersCut.inc();
      }
    } finally {
      clearInterval(heartbeat);
      this.hub.stopping.removeEventListener('abort', end);
      this.metrics.watchers.dec();
      stream.end();
    }
  }

  /** Checked again and again: a token may expire, and a role be withdrawn, while its holder watches. */
  private async stillAllowed({ headers }: FastifyRequest, { bodyId }: Feed): Promise<boolean> {
    const identified = await this.whoAsks.identify(headers.authorization).catch(() => null);
    return identified !== null && 'principal' in identified && allows(identified.principal, 'meetings.read-drafts', bodyId);
  }
}
