import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { refuseAccess } from '../../../http/access.refusals.js';
import { Anyone, Caller, Needs } from '../../../http/needs.js';
import { allows, type Principal, sightOf } from '../../../kernel/principal.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer } from '../../../http/page.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { TodayIn } from '../../calendars/calendars.queries.js';
import { reportingYearOf } from '../participation.periods.js';
import { refuseParticipation } from '../participation.refusals.js';
import { type AnnualReport, annualReportCsv, annualReportText } from '../views/annual-report/annual-report.js';
import { AnnualParticipationReport, type PublicationDuty, ToBePublished } from '../views/annual-report/annual-report.query.js';
import { NoticeOf, type NoticeShown } from '../views/register/notice.query.js';
import { ListParticipationRequests } from '../views/register/participation-register.query.js';
import { ParticipationRequestAsAt, type RequestStory } from '../views/register/participation-request.query.js';
import { registerCsv, registerText } from '../views/register/register-csv.js';
import { dutiesText, requestText, similarText } from '../views/register/request-text.js';
import { type ListedRequest, type PublicRequest } from '../views/register/request-view.js';
import { type SimilarRequest, SimilarRequests } from '../views/register/similar.query.js';
import { AnnualReportQuery, NoticeQuery, NOTICE_KINDS, OneRequestQuery, RequestsQuery } from './participation-queries.dto.js';
import {
  AnnualReportDto,
  NoticeShownDto,
  PublicationDutiesDto,
  RequestShownDto,
  RequestsPageDto,
  SimilarRequestsDto,
} from './participation-view.dto.js';
import { type NoticeKind } from '../participation.events.js';

const READ = 'meetings.read-drafts';
const BODY = ApiParam({ name: 'bodyId', schema: { type: 'string' } });
const REQUEST = ApiParam({ name: 'request', schema: { type: 'string' } });

type Params = Readonly<Record<string, string>>;

/** The public reads documents the Act has published, once they are; the rest needs the right to read unpublished requests. */
@ApiTags('participation')
@Anyone()
@Controller(API)
export class ParticipationController {
  constructor(private readonly queries: QueryBus) {}

  @Get('bodies/:bodyId/participation-requests')
  @BODY
  @ApiOperation({
    operationId: 'ListParticipationRequests',
    summary: 'The participation requests made to an authority, oldest first, with each clock.',
  })
  @ApiOkResponse({ type: RequestsPageDto })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  async list(
    @Param() params: Params,
    @Query() query: RequestsQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<ListedRequest | PublicRequest> | string> {
    const bodyId = idIn(params, 'bodyId');
    const { state, late, format } = query;
    const mayRead = allows(principal, READ, bodyId);
    if (!mayRead && (state ?? late) !== undefined)
      throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right: READ, bodyId } }));
    const filter = { ...(state === undefined ? {} : { state }), ...(late === undefined ? {} : { late: late === 'true' }) };
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const found = await this.queries.execute(new ListParticipationRequests(bodyId, asAt, sightOf(principal, bodyId), filter, page(query)));
    return answerAs(reply, format, pageAnswer(found), {
      text: ({ items }) => registerText(items),
      csv: ({ items }) => registerCsv(items),
    });
  }

  @Get('bodies/:bodyId/participation-requests/:request')
  @BODY
  @REQUEST
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'ReadParticipationRequest',
    summary: 'One participation request on a day: its clocks with how they were counted, what is late, its whole story.',
  })
  @ApiOkResponse({ type: RequestShownDto })
  @ApiProduces('application/json', 'text/plain')
  async one(
    @Param() params: Params,
    @Query() query: OneRequestQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestStory | PublicRequest | string> {
    const { bodyId, requestId } = named(params);
    const asAt = query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId)));
    const reading = !allows(principal, READ, bodyId)
      ? 'public'
      : allows(principal, 'participation.read-personal', bodyId)
        ? 'with-personal'
        : 'without-personal';
    const found = await this.queries.execute(new ParticipationRequestAsAt(requestId, asAt, reading, sightOf(principal, bodyId)));
    if (!found) throw new RequestRefused(refuseParticipation('participation.not-found', { detail: { requestId } }));
    return answerAs(reply, query.format, found, { text: requestText });
  }

  @Get('bodies/:bodyId/participation-requests/:request/notices/:kind')
  @BODY
  @REQUEST
  @ApiParam({ name: 'kind', enum: NOTICE_KINDS })
  @ApiOperation({
    operationId: 'ReadParticipationNotice',
    summary: 'A notice as text: as it was given, or as it would be; refused where it would lack what the law requires of it.',
  })
  @ApiOkResponse({ type: NoticeShownDto })
  @ApiProduces('text/plain', 'application/json')
  async notice(
    @Param() params: Params,
    @Query() { authority, format }: NoticeQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoticeShown | string> {
    const { bodyId, requestId } = named(params);
    const kind: NoticeKind | undefined = NOTICE_KINDS.find((one) => one === idIn(params, 'kind'));
    if (!kind)
      throw new RequestRefused(refuseParticipation('participation-notice.not-found', { field: 'kind', detail: { kinds: NOTICE_KINDS } }));
    const query = new NoticeOf(requestId, kind, authority, await this.queries.execute(new TodayIn(bodyId)), sightOf(principal, bodyId));
    const notice = orRefuse(await this.queries.execute(query));
    return answerAs(reply, format ?? 'text', notice, { text: ({ text }) => text });
  }

  @Get('bodies/:bodyId/participation-requests/:request/similar')
  @BODY
  @REQUEST
  @Needs(READ)
  @ApiOperation({
    operationId: 'ListSimilarParticipationRequests',
    summary: 'Requests of the two years before that may be on the same matters, whoever made them.',
  })
  @ApiOkResponse({ type: SimilarRequestsDto })
  @ApiProduces('application/json', 'text/plain')
  async similar(
    @Param() params: Params,
    @Query() query: OneRequestQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly SimilarRequest[] } | string> {
    const { bodyId, requestId } = named(params);
    const items = await this.queries.execute(
      new SimilarRequests(requestId, query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId))), sightOf(principal, bodyId)),
    );
    if (!items) throw new RequestRefused(refuseParticipation('participation.not-found', { detail: { requestId } }));
    return answerAs(reply, query.format, { items }, { text: () => similarText(items) });
  }

  @Get('bodies/:bodyId/participation/to-publish')
  @BODY
  @Needs(READ)
  @ApiOperation({
    operationId: 'ListParticipationToPublish',
    summary: 'What must be published of participation requests and has not been.',
  })
  @ApiOkResponse({ type: PublicationDutiesDto })
  @ApiProduces('application/json', 'text/plain')
  async toPublish(
    @Param() params: Params,
    @Query() query: OneRequestQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly PublicationDuty[] } | string> {
    const bodyId = idIn(params, 'bodyId');
    const items = await this.queries.execute(
      new ToBePublished(bodyId, query['as-at'] ?? (await this.queries.execute(new TodayIn(bodyId))), sightOf(principal, bodyId)),
    );
    return answerAs(reply, query.format, { items }, { text: () => dutiesText(items) });
  }

  @Get('bodies/:bodyId/participation/annual-report')
  @BODY
  @ApiOperation({
    operationId: 'ReadParticipationReport',
    summary: 'The participation request report of a year from 1 April, with the requests behind each number; public once it is published.',
  })
  @ApiOkResponse({ type: AnnualReportDto })
  @ApiProduces('application/json', 'text/plain', 'text/csv')
  async annualReport(
    @Param() params: Params,
    @Query() { year, format }: AnnualReportQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AnnualReport | string> {
    const bodyId = idIn(params, 'bodyId');
    const asked = year === undefined ? reportingYearOf(await this.queries.execute(new TodayIn(bodyId))) : Number(year);
    const report = await this.queries.execute(new AnnualParticipationReport(bodyId, asked));
    if (!report || !(report.published || allows(principal, READ, bodyId)))
      throw new RequestRefused(refuseParticipation('annual-participation.not-found', { detail: { bodyId, year: asked } }));
    return answerAs(reply, format, report, { text: annualReportText, csv: annualReportCsv });
  }
}

function named(params: Params): { readonly bodyId: string; readonly requestId: string } {
  const bodyId = idIn(params, 'bodyId');
  return { bodyId, requestId: `${bodyId}/${idIn(params, 'request')}` };
}
