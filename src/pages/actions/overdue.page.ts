import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone } from '../../http/needs.js';
import { allows, bodiesWith } from '../../kernel/principal.js';
import { orRefuse } from '../../http/request-refused.js';
import { ALL_BODIES } from '../../kernel/rights.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { Pages } from '../frame/pages.js';
import { pageMomentFor } from '../frame/turning-back.js';
import { BodyHead } from '../../slices/bodies/bodies.queries.js';
import { spelledIn } from '../../slices/directory/directory.queries.js';
import { OverdueActions } from '../../slices/actions/actions.queries.js';
import { askedIn } from './tracker-filter.js';
import { trackerRow } from './tracker-view.js';

const ON_A_PAGE = 50;

/** Overdue actions of all bodies, the longest overdue first. Public, except exempt ones. */
@ApiExcludeController()
@Anyone()
@Controller('actions')
export class OverduePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async overdue(
    @Query() query: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { officer, organisation } = askedIn(query);
    const then = pageMomentFor(request, { bodyId: ALL_BODIES, timeZone: USUAL_TIME_ZONE }, { byDay: true });
    const today = dateInZone(this.clock.now(), USUAL_TIME_ZONE);
    const asAt = then.day ?? today;
    const exactly = then.past ? { ...then.moments, timeZone: USUAL_TIME_ZONE } : undefined;
    const exemptIn = bodiesWith(request.principal!, 'meetings.read-exempt');
    const page = { limit: ON_A_PAGE, ...(query.after && { cursor: query.after }) };
    const { rows, next } = orRefuse(
      await this.queries.execute(
        new OverdueActions(asAt, await spelledIn(this.queries, { officer, organisation }), exemptIn, page, exactly),
      ),
    );
    const kept = Object.entries({ officer, organisation, after: next ?? undefined });
    return this.pages.render(request, reply, {
      title: 'Overdue actions',
      template: 'actions/overdue.njk',
      problems: then.problems,
      data: {
        rows: rows.map((row) => trackerRow(row, then.to)),
        bodies: await this.namesOf([...new Set(rows.map(({ bodyId }) => bodyId))]),
        officer,
        organisation,
        asAt,
        then,
        audits: allows(request.principal!, 'audit.read', ALL_BODIES),
        today,
        filtered: officer !== undefined || organisation !== undefined,
        later:
          next &&
          then.to(`/actions?${new URLSearchParams(kept.filter((one): one is [string, string] => one[1] !== undefined)).toString()}`),
      },
    });
  }

  private async namesOf(bodyIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const heads = await Promise.all(bodyIds.map((bodyId) => this.queries.execute(new BodyHead(bodyId))));
    return Object.fromEntries(heads.flatMap((head) => (head ? [[head.bodyId, head.name]] : [])));
  }
}
