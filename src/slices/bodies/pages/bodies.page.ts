import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../../access/needs.js';
import { allows } from '../../../access/principal.js';
import { idIn } from '../../../http/command-routes.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { dateInZone, isDate } from '../../../kernel/dates.js';
import { FormDoor } from '../../../web/form-door.js';
import { type FormFields } from '../../../web/forms.js';
import { type PageProblem } from '../../../web/page-problem.js';
import { Pages } from '../../../web/pages.js';
import { seeOther } from '../../../web/see-other.js';
import { ListMeetings } from '../../meetings/meetings.queries.js';
import { FillSeat } from '../bodies.commands.js';
import { refuseBody } from '../body.refusals.js';
import { ConstitutionsOf, ShowBody } from '../views/body/body.query.js';
import { type ConstitutionView } from '../views/body/body.view.js';
import { ListBodies } from '../views/body-register/body-register.query.js';

type Params = Readonly<Record<string, string>>;

/** The register of bodies, and the page of each: its meetings, who sits on it, and its rules with their history. */
@ApiExcludeController()
@Anyone()
@Controller()
export class BodiesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(['', 'bodies'])
  async register(
    @Query() { after }: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { rows, next } = await this.queries.execute(new ListBodies({ limit: 100, sort: 'name', ...(after && { cursor: after }) }));
    return this.pages.render(request, reply, { title: 'Bodies', template: 'bodies/pages/bodies.njk', data: { bodies: rows, next } });
  }

  @Get('bodies/:bodyId')
  async body(
    @Param() params: Params,
    @Query() { on, done }: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.bodyPage(idIn(params, 'bodyId'), request, reply, { on, ...(done === 'seat' && { done: 'The seat is filled.' }) });
  }

  @Post('bodies/:bodyId/fill-seat')
  @Needs('bodies.govern')
  async fillSeat(
    @Param() params: Params,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const bodyId = idIn(params, 'bodyId');
    const sent = await this.forms.submit(FillSeat, bodyId, request, {
      labels: { seatId: 'Seat', 'holder.name': 'Name', 'holder.personId': 'Short name', from: 'First day' },
    });
    if (sent.done) return seeOther(reply, `/bodies/${bodyId}?done=seat#membership`);
    return this.bodyPage(bodyId, request, reply, { problems: sent.problems, typed: sent.typed });
  }

  private async bodyPage(
    bodyId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    {
      on,
      problems = [],
      typed = {},
      done,
    }: { readonly on?: string; readonly problems?: readonly PageProblem[]; readonly typed?: FormFields; readonly done?: string },
  ): Promise<string> {
    const body = await this.queries.execute(new ShowBody(bodyId, on !== undefined && isDate(on) ? on : undefined));
    if (!body) throw new RequestRefused(refuseBody('body.not-found', { detail: { bodyId } }));
    const principal = request.principal!;
    const constitutions = (await this.queries.execute(new ConstitutionsOf(bodyId))) ?? [];
    const today = dateInZone(this.clock.now(), body.timeZone);
    const publishedOnly = !allows(principal, 'meetings.read-drafts', bodyId);
    const coming = await this.queries.execute(new ListMeetings({ bodyId, from: today, publishedOnly, limit: 10 }));
    const held = await this.queries.execute(new ListMeetings({ bodyId, to: today, publishedOnly, newestFirst: true, limit: 10 }));
    return this.pages.render(request, reply, {
      title: body.name,
      template: 'bodies/pages/body.njk',
      breadcrumbs: [{ text: 'Bodies', href: '/bodies' }, { text: body.name }],
      problems,
      ...(done && { done }),
      data: {
        body,
        constitutions: constitutions.map(inRows),
        vacantSeats: body.vacancies.map(({ seatId, label }) => ({ value: seatId, text: label })),
        today,
        coming: coming.rows,
        held: held.rows.filter(({ date }) => date < today),
        typed,
        key: this.forms.key(),
      },
    });
  }
}

/** The rules in words, as a summary list takes them. */
const inRows = (version: ConstitutionView): object => ({
  ...version,
  rows: Object.entries(version.inWords)
    .filter(([, words]) => typeof words === 'string')
    .map(([name, words]) => ({ key: { text: `${name[0]!.toUpperCase()}${name.slice(1)}` }, value: { text: words as string } })),
});
