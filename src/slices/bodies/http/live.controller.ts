import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { API, idIn } from '../../../http/command-routes.js';
import { BODY_OF_STREAM, type BodyOfStream, LiveFeed, LiveFeedDocumented } from '../../../http/live/live-feed.js';
import { Needs } from '../../../http/needs.js';

const FEED = { right: 'meetings.read-drafts', rightToAll: 'meetings.read-exempt' } as const;
const WITHHELD = 'those who may not read exempt items';

/** A live feed of the events recorded for a body. */
@Controller(`${API}/bodies/:bodyId/live`)
export class BodyLiveController {
  constructor(
    private readonly live: LiveFeed,
    @Inject(BODY_OF_STREAM) private readonly bodyOf: BodyOfStream,
  ) {}

  @Get()
  @Needs(FEED.right)
  @LiveFeedDocumented('Follow everything recorded for a body', FEED.right, WITHHELD)
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bodyId = idIn(request.params, 'bodyId');
    await this.live.follow({ ...FEED, bodyId, includes: (stream) => this.bodyOf(stream) === bodyId }, request, reply);
  }
}
