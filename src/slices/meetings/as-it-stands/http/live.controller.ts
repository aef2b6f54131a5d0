import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { API, idIn } from '../../../../http/command-routes.js';
import { LiveFeed, LiveFeedDocumented } from '../../../../http/live/live-feed.js';
import { Needs } from '../../../../http/needs.js';
import { streamOf } from '../../../../kernel/decider.js';
import { meetingHistory } from '../../record/meeting.history.js';

const FEED = { right: 'meetings.read-drafts', rightToAll: 'meetings.read-exempt' } as const;
const WITHHELD = 'those who may not read exempt items';

/** A live feed of the events recorded of a meeting. */
@Controller(`${API}/bodies/:bodyId/meetings/:meeting/live`)
export class MeetingLiveController {
  constructor(private readonly live: LiveFeed) {}

  @Get()
  @Needs(FEED.right)
  @LiveFeedDocumented('Follow one meeting', FEED.right, WITHHELD)
  @ApiParam({ name: 'meeting', schema: { type: 'string' } })
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bodyId = idIn(request.params, 'bodyId');
    const meeting = streamOf(meetingHistory.category, `${bodyId}/${idIn(request.params, 'meeting')}`);
    await this.live.follow({ ...FEED, bodyId, includes: (stream) => stream === meeting }, request, reply);
  }
}
