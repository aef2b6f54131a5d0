import { BODY_OF_STREAM, type BodyOfStream } from '../../http/live/live-feed.js';
import { Identity, sessionOf } from '../../slices/people/people.queries.js';
import { Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { idIn } from '../../http/command-routes.js';
import { EventStream } from '../../http/live/event-stream.js';
import { LiveHub } from '../../http/live/live-hub.js';
import { watching } from '../../http/live/watching.js';
import { Metrics } from '../../http/operations/metrics.js';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';

const HEARTBEAT_MS = 15_000;

/**
 * Tells the page when the meeting, or an action of its body, has changed; the page then fetches what it shows. The messages say nothing of
 * what was recorded. The first message comes at once, so that a browser that was away catches up.
 */
@ApiExcludeController()
@Controller('bodies/:bodyId/meetings/:meeting/live/events')
export class LiveEventsPage {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly hub: LiveHub,
    private readonly identity: Identity,
    private readonly metrics: Metrics,
    @Inject(BODY_OF_STREAM) private readonly bodyOf: BodyOfStream,
  ) {}

  @Get()
  @Needs('meetings.read-drafts')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bodyId = idIn(request.params, 'bodyId');
    const mine = `meeting-${bodyId}/${idIn(request.params, 'meeting')}`;
    const ofBody = (of: string): boolean => this.bodyOf(of) === bodyId;
    const from = await this.store.head();
    const stream = new EventStream(reply);
    if (request.method === 'HEAD') return stream.end();
    const end = (): void => stream.end();
    const heartbeat = setInterval(
      () => void this.stillAllowed(request, bodyId).then((may) => (may ? stream.comment() : stream.end()), end),
      HEARTBEAT_MS,
    );
    this.hub.stopping.addEventListener('abort', end, { once: true });
    this.metrics.watchers.inc();
    try {
      await stream.send(from ?? '0', 'changed', {});
      for await (const { stream: of, position } of watching(this.store, this.hub, ofBody, from, stream.closed)) {
        const action = of.startsWith('action-');
        if ((of === mine || action) && !(await stream.send(position, action ? 'action' : 'changed', {}))) this.metrics.watchersCut.inc();
      }
    } finally {
      clearInterval(heartbeat);
      this.hub.stopping.removeEventListener('abort', end);
      this.metrics.watchers.dec();
      stream.end();
    }
  }

  /** Checked again and again: a sign-in may end, and a role be withdrawn, while somebody watches. */
  private async stillAllowed(request: FastifyRequest, bodyId: string): Promise<boolean> {
    const session = sessionOf(request);
    const identified = await this.identity.identify(session === undefined ? request.headers.authorization : `Bearer ${session}`);
    return 'principal' in identified && allows(identified.principal, 'meetings.read-drafts', bodyId);
  }
}
