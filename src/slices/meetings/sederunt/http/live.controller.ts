import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { API, idIn } from '../../../../http/command-routes.js';
import { LiveFeed, LiveFeedDocumented } from '../../../../http/live/live-feed.js';
import { Needs } from '../../../../http/needs.js';
import { streamOf } from '../../../../kernel/decider.js';
import { meetingHistory } from '../../record/meeting.history.js';

/** A live feed of the events recorded of a meeting. */
@Controller(`${API}/bodies/:bodyId/meetings/:meeting/live`)
export class MeetingLiveController {
  constructor(private readonly live: LiveFeed) {}

  @Get()
  @Needs('meetings.read-drafts')
  @LiveFeedDocumented('Follow one meeting')
  @ApiParam({ name: 'meeting', schema: { type: 'string' } })
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bodyId = idIn(request.params, 'bodyId');
    const meeting = streamOf(meetingHistory.category, `${bodyId}/${idIn(request.params, 'meeting')}`);
    await this.live.follow({ bodyId, includes: (stream) => stream === meeting }, request, reply);
  }
}
