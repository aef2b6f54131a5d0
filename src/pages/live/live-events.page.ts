import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { idIn } from '../../http/command-routes.js';
import { Follower, type Message } from '../../http/live/follower.js';
import { BODY_OF_STREAM, type BodyOfStream } from '../../http/live/live-feed.js';
import { Needs } from '../../http/needs.js';
import { type RecordedEvent } from '../../kernel/event.js';

const RIGHT = 'meetings.read-drafts';
const CHANGED: Message = { event: 'changed', data: {} };
const ACTION: Message = { event: 'action', data: {} };

/**
 * Tells the page when the meeting, or an action of its body, has changed; the page then fetches what it shows. The messages say nothing of
 * what was recorded. The first message comes at once, so that a browser that was away catches up.
 */
@ApiExcludeController()
@Controller('bodies/:bodyId/meetings/:meeting/live/events')
export class LiveEventsPage {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly follower: Follower,
    @Inject(BODY_OF_STREAM) private readonly bodyOf: BodyOfStream,
  ) {}

  @Get()
  @Needs(RIGHT)
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bodyId = idIn(request.params, 'bodyId');
    const mine = `meeting-${bodyId}/${idIn(request.params, 'meeting')}`;
    const about = ({ stream }: RecordedEvent): Message | null => (stream === mine ? CHANGED : stream.startsWith('action-') ? ACTION : null);
    const feed = { bodyId, right: RIGHT, includes: (of: string): boolean => this.bodyOf(of) === bodyId } as const;
    await this.follower.follow(feed, { from: await this.store.head(), first: CHANGED, about }, request, reply);
  }
}
