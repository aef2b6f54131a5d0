import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../http/needs.js';
import { orRefuse } from '../../http/request-refused.js';
import { USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { pageMomentFor } from '../frame/turning-back.js';
import { BodyHead } from '../../slices/bodies/bodies.queries.js';
import { minuteIn, ReadSignedMinute } from '../../slices/meetings/meetings.queries.js';
import { missing, readMinute, whoseIn } from './minute-reading.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

/** A minute as plain text, to keep or to print; turned back as the page is. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/meetings/:meeting')
export class MinuteTextPage {
  constructor(private readonly queries: QueryBus) {}

  @Get('minute.txt')
  async text(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const whose = whoseIn(request);
    const body = await this.queries.execute(new BodyHead(whose.bodyId));
    const then = pageMomentFor(request, { bodyId: whose.bodyId, timeZone: body?.timeZone ?? USUAL_TIME_ZONE });
    const minute = await readMinute(this.queries, whose, request, then.past ? then.moments : undefined);
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    return minuteIn('text', minute);
  }

  /** The signed text, byte for byte, for checking its digest. */
  @Get('signed-minute.txt')
  async signed(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const { meetingId, bodyId, may } = whoseIn(request);
    const signed = orRefuse(await this.queries.execute(new ReadSignedMinute(meetingId)));
    if (signed.exempt && !may.exempt) throw missing('meetings.read-exempt', bodyId, request);
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    return signed.text;
  }
}
