import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Caller, Needs } from '../../../../http/needs.js';
import { allows, type Principal } from '../../../../kernel/principal.js';
import { knownBy } from '../../../../http/as-known-at.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { orRefuse } from '../../../../http/request-refused.js';
import { rightMissing } from '../../../../http/right-missing.js';
import { USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { renderChanges } from '../views/changes/changes-since.js';
import { ChangesSinceCirculated, type ChangesRead } from '../views/changes/changes.query.js';
import { type MinuteDocument } from '../../document/minute-document.js';
import { minuteIn, ReadMinute } from '../views/minute/minute.query.js';
import { ReadSignedMinute, type SignedMinute } from '../views/minute/signed-minute.query.js';
import { MinuteChangesDto, MinuteQuery, SignedMinuteDto, TextOrJsonQuery } from './minute.dto.js';

/** A signed minute is public, without items taken in private; a draft needs the right to drafts. */
@ApiTags('Minutes')
@ApiParam({ name: 'bodyId', type: String })
@ApiParam({ name: 'meeting', type: String })
@ApiNotFoundResponse({ description: '`minute.not-found`' })
@Controller(`${API}/bodies/:bodyId/meetings/:meeting/minute`)
export class MinutesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Anyone()
  @ApiOperation({ summary: 'The minute, as data, as plain text or as HTML' })
  @ApiProduces('application/json', 'text/plain', 'text/html')
  @ApiOkResponse({ description: 'The minute as it stands; of a signed minute in text, the very text that was signed' })
  async minute(
    @Param() params: object,
    @Query() { format = 'json', 'as-known-at': asKnownAt }: MinuteQuery,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MinuteDocument | string> {
    const bodyId = idIn(params, 'bodyId');
    const audience = {
      drafts: allows(principal, 'meetings.read-drafts', bodyId),
      exempt: allows(principal, 'meetings.read-exempt', bodyId),
    };
    const meetingId = `${bodyId}/${idIn(params, 'meeting')}`;
    const timeZone = (asKnownAt && (await this.queries.execute(new BodyHead(bodyId)))?.timeZone) || USUAL_TIME_ZONE;
    const recordedBy = knownBy(asKnownAt, principal, { bodyId, timeZone });
    const read = await this.queries.execute(new ReadMinute(meetingId, audience, recordedBy === undefined ? undefined : { recordedBy }));
    if (!read.accepted && read.code === 'minute.not-published') throw rightMissing(principal, 'meetings.read-drafts', bodyId);
    const minute = orRefuse(read);
    if (format === 'json') return minute.document;
    return tagged(request, reply, format === 'text' ? 'text/plain' : 'text/html', minuteIn(format, minute));
  }

  @Get('changes')
  @Needs('meetings.read-drafts')
  @ApiOperation({ summary: 'What changed since the last draft was circulated' })
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: MinuteChangesDto })
  async changes(
    @Param() params: object,
    @Query() { format }: TextOrJsonQuery,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Omit<ChangesRead, 'accepted'> | string> {
    const bodyId = idIn(params, 'bodyId');
    const { accepted: _, ...changes } = orRefuse(
      await this.queries.execute(new ChangesSinceCirculated(`${bodyId}/${idIn(params, 'meeting')}`)),
    );
    if (changes.exempt && !allows(principal, 'meetings.read-exempt', bodyId)) throw rightMissing(principal, 'meetings.read-exempt', bodyId);
    return format === 'text' ? tagged(request, reply, 'text/plain', renderChanges(changes, changes.since?.draft ?? null)) : changes;
  }

  @Get('signed')
  @Anyone()
  @ApiOperation({ summary: 'Exactly the text that was signed, with its SHA-256' })
  @ApiProduces('application/json', 'text/plain')
  @ApiOkResponse({ type: SignedMinuteDto })
  async signed(
    @Param() params: object,
    @Query() { format }: TextOrJsonQuery,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Omit<SignedMinute, 'accepted'> | string> {
    const bodyId = idIn(params, 'bodyId');
    const { accepted: _, ...signed } = orRefuse(await this.queries.execute(new ReadSignedMinute(`${bodyId}/${idIn(params, 'meeting')}`)));
    if (signed.exempt && !allows(principal, 'meetings.read-exempt', bodyId)) throw rightMissing(principal, 'meetings.read-exempt', bodyId);
    return format === 'text' ? tagged(request, reply, 'text/plain', signed.text) : signed;
  }
}

/** Text with an ETag of its bytes; 304 where the asker has them. JSON gets its tag where all JSON does. */
function tagged(request: FastifyRequest, reply: FastifyReply, type: string, body: string): string {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  void reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'authorization');
  if (request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)) {
    void reply.code(304);
    return '';
  }
  void reply.type(`${type}; charset=utf-8`);
  return body;
}
