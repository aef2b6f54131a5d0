import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone } from '../../../http/needs.js';
import { type Sight, sightOf } from '../../../kernel/principal.js';
import { idIn } from '../../../http/command-routes.js';
import { refuseRequest } from '../../../http/http.refusals.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { breadcrumbsOf } from '../../frame/breadcrumbs.js';
import { csvFile, plainText } from '../../frame/downloads.js';
import { Pages } from '../../frame/pages.js';
import { type PageMoment } from '../../frame/page-moment.js';
import { pageMomentFor } from '../../frame/turning-back.js';
import { when } from '../../../kernel/words.js';
import { BodyHead, type BodyHeading } from '../../../slices/bodies/bodies.queries.js';
import { ListMeetings, ListDecisions } from '../../../slices/meetings/meetings.queries.js';
import { decisionsCsv, decisionsText } from '../../../slices/meetings/meetings.words.js';
import { askedIn, entryOf, queryOf, REGISTER_FILTERS } from './register-view.js';
import { AskedPage, type PageAsked } from '../../frame/page-asked.js';

type Params = Readonly<Record<string, string>>;

const ON_A_PAGE = 50;
/** The most decisions awaiting ratification that are listed above the register. */
const MOST_AWAITING = 50;
const MOST_MEETINGS = 200;
const MOST_AT_ONCE = 10_000;

/** The register of a body's decisions, those awaiting ratification first. Public for decisions in signed minutes that are not exempt. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId')
export class RegisterPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('decisions')
  async register(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const { body, bodyId, sight, then } = await this.whose(params, request);
    const moments = then.past ? then.moments : undefined;
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
        moments,
        ...(cursor !== undefined && { cursor }),
        ...sight,
      }),
    );
    const awaiting = filtered || cursor !== undefined ? [] : await this.awaiting(bodyId, sight, then);
    const meetings = await this.queries.execute(
      new ListMeetings({ bodyId, publishedOnly: !sight.drafts, newestFirst: true, limit: MOST_MEETINGS, moments }),
    );
    const known = new Set(meetings.rows.map((one) => one.meetingId));
    const mayOpen = (id: string): boolean => sight.drafts || known.has(id);
    const kept = Object.entries({ ...asked, after: next ?? undefined }).filter((one): one is [string, string] => one[1] !== undefined);
    return this.pages.render(request, reply, {
      title: `Decisions – ${body.name}`,
      template: 'decisions/register/register.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Decisions' }),
      problems: then.problems,
      data: {
        then,
        body,
        at: `/bodies/${bodyId}/decisions`,
        asked,
        filtered,
        drafts: sight.drafts,
        awaiting: awaiting.map((one) => entryOf(one, mayOpen, then.to)),
        // Each decision must stand only once on the page, so that its anchor is unique.
        decisions: rows.filter(({ ref }) => !awaiting.some((one) => one.ref === ref)).map((one) => entryOf(one, mayOpen, then.to)),
        clearHref: then.to(`/bodies/${bodyId}/decisions`),
        meetings: meetings.rows.filter(({ decisions }) => decisions > 0).map((one) => ({ value: one.meetingId, text: when(one.date) })),
        states: REGISTER_FILTERS,
        later: next && then.to(`/bodies/${bodyId}/decisions?${new URLSearchParams(kept).toString()}`),
      },
    });
  }

  @Get('decisions.csv')
  async csv(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { bodyId, sight, then } = await this.whose(params, request);
    return csvFile(reply, `${bodyId}-decisions`, decisionsCsv(await this.whole(bodyId, sight, then)));
  }

  @Get('decisions.txt')
  async text(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const { bodyId, sight, then } = await this.whose(params, request);
    return plainText(reply, decisionsText(await this.whole(bodyId, sight, then)));
  }

  private async whole(bodyId: string, sight: Sight, { past, moments }: PageMoment) {
    const asked = { bodyId, limit: MOST_AT_ONCE, ...(past && { moments }), ...sight };
    return (await this.queries.execute(new ListDecisions(asked))).rows;
  }

  private async awaiting(bodyId: string, sight: Sight, { past, moments }: PageMoment) {
    const asked = { bodyId, awaitingRatification: true, limit: MOST_AWAITING, ...(past && { moments }), ...sight };
    return (await this.queries.execute(new ListDecisions(asked))).rows;
  }

  private async whose(params: Params, request: FastifyRequest): Promise<Whose> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseRequest('request.not-found', { field: 'bodyId' }));
    return { body, bodyId, sight: sightOf(request.principal!, bodyId), then: pageMomentFor(request, body) };
  }
}

interface Whose {
  readonly body: BodyHeading;
  readonly bodyId: string;
  readonly sight: Sight;
  readonly then: PageMoment;
}
