import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone } from '../../../../access/needs.js';
import { allows, type Sight } from '../../../../access/principal.js';
import { idIn } from '../../../../http/command-routes.js';
import { refuseRequest } from '../../../../http/http.refusals.js';
import { RequestRefused } from '../../../../http/request-refused.js';
import { Pages } from '../../../../web/pages.js';
import { when } from '../../../../web/words.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { ListMeetings } from '../../../meetings/meetings.queries.js';
import { ListDecisions } from '../../views/decision-register/decision-register.query.js';
import { decisionsCsv, decisionsText } from '../../views/decision-register/decisions-text.js';
import { askedIn, entryOf, queryOf, STATES } from './register-view.js';

type Params = Readonly<Record<string, string>>;

const ON_A_PAGE = 50;
/** What waits stands whole above the register, as far as that is a page. */
const MOST_AWAITING = 50;
const MOST_MEETINGS = 200;
const MOST_AT_ONCE = 10_000;

/** The register of a body's decisions, those awaiting ratification first. To the public, what is in signed minutes and not exempt. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId')
export class RegisterPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('decisions')
  async register(
    @Param() params: Params,
    @Query() query: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { bodyId, sight } = this.whose(params, request);
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseRequest('request.not-found', { field: 'bodyId' }));
    const asked = askedIn(query);
    const { meeting: meetingId, text } = asked;
    const filtered = meetingId !== undefined || text !== undefined || asked.state !== undefined;
    const cursor = query.after || undefined;
    const { rows, next } = await this.queries.execute(
      new ListDecisions({
        bodyId,
        meetingId,
        text,
        ...queryOf(asked),
        newestFirst: meetingId === undefined,
        limit: ON_A_PAGE,
        ...(cursor !== undefined && { cursor }),
        ...sight,
      }),
    );
    const awaiting = filtered || cursor !== undefined ? [] : await this.awaiting(bodyId, sight);
    const meetings = await this.queries.execute(
      new ListMeetings({ bodyId, publishedOnly: !sight.drafts, newestFirst: true, limit: MOST_MEETINGS }),
    );
    const known = new Set(meetings.rows.map((one) => one.meetingId));
    const mayOpen = (id: string): boolean => sight.drafts || known.has(id);
    const kept = Object.entries({ ...asked, after: next ?? undefined }).filter((one): one is [string, string] => one[1] !== undefined);
    return this.pages.render(request, reply, {
      title: `Decisions – ${body.name}`,
      template: 'decisions/pages/register/register.njk',
      breadcrumbs: [{ text: 'Bodies', href: '/bodies' }, { text: body.name, href: `/bodies/${bodyId}` }, { text: 'Decisions' }],
      data: {
        body,
        at: `/bodies/${bodyId}/decisions`,
        asked,
        filtered,
        drafts: sight.drafts,
        awaiting: awaiting.map((one) => entryOf(one, mayOpen)),
        // Each decision stands once on the page, so that an address leads to it.
        decisions: rows.filter(({ ref }) => !awaiting.some((one) => one.ref === ref)).map((one) => entryOf(one, mayOpen)),
        meetings: meetings.rows.filter(({ decisions }) => decisions > 0).map((one) => ({ value: one.meetingId, text: when(one.date) })),
        states: STATES,
        later: next && `/bodies/${bodyId}/decisions?${new URLSearchParams(kept).toString()}`,
      },
    });
  }

  @Get('decisions.csv')
  async csv(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { bodyId, sight } = this.whose(params, request);
    void reply
      .type('text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="${bodyId}-decisions.csv"`)
      .header('cache-control', 'no-store');
    return decisionsCsv((await this.queries.execute(new ListDecisions({ bodyId, limit: MOST_AT_ONCE, ...sight }))).rows);
  }

  @Get('decisions.txt')
  async text(@Param() params: Params, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { bodyId, sight } = this.whose(params, request);
    void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
    return decisionsText((await this.queries.execute(new ListDecisions({ bodyId, limit: MOST_AT_ONCE, ...sight }))).rows);
  }

  private async awaiting(bodyId: string, sight: Sight) {
    const { rows } = await this.queries.execute(new ListDecisions({ bodyId, awaitingRatification: true, limit: MOST_AWAITING, ...sight }));
    return rows;
  }

  private whose(params: Params, { principal }: FastifyRequest): { readonly bodyId: string; readonly sight: Sight } {
    const bodyId = idIn(params, 'bodyId');
    const may = (right: 'meetings.read-drafts' | 'meetings.read-exempt'): boolean => allows(principal!, right, bodyId);
    return { bodyId, sight: { drafts: may('meetings.read-drafts'), exempt: may('meetings.read-exempt') } };
  }
}
