import { Inject, Injectable } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { type RecordedEvent } from '../../kernel/event.js';
import { allows, type Principal } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { knownPosition } from '../read-after.guard.js';
import { type Feed, Follower, type Message } from './follower.js';

/** Documents the address of a live feed of a body. */
export const LiveFeedDocumented =
  (summary: string, right: Right, withheld: string): MethodDecorator =>
  (target, key, descriptor) => {
    const description =
      'Server-Sent Events. `id` is the event’s position, `event` its type, `data` JSON with type, stream, revision, happenedAt, recordedAt, by and data. ' +
      `\`data\` is left out for ${withheld}. Needs the right \`${right}\` in the body. Comments keep the connection alive. ` +
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

/** A feed of whole events: their data only to those with this right. */
export interface EventFeed extends Feed {
  readonly rightToAll: Right;
}

/** Tells watchers of events, with what is in them, as these are recorded. */
@Injectable()
export class LiveFeed {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly follower: Follower,
  ) {}

  async follow(feed: EventFeed, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const sent = request.headers['last-event-id'] ?? (request.query as { after?: unknown }).after;
    const from = sent === undefined ? await this.store.head() : await knownPosition(this.store, sent, 'Last-Event-ID');
    const about = ({ type, stream, revision, happenedAt, recordedAt, by, data }: RecordedEvent, watcher: Principal): Message => {
      const mayReadAll = allows(watcher, feed.rightToAll, feed.bodyId);
      return { event: type, data: { type, stream, revision, happenedAt, recordedAt, by: { name: by.name }, ...(mayReadAll && { data }) } };
    };
    await this.follower.follow(feed, { from, about }, request, reply);
  }
}
