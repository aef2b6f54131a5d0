import { noticeRuleOf } from '../../slices/meetings/meetings.words.js';
import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows, exemptFor } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { idIn } from '../../http/command-routes.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingAtMoment, pageMomentFor } from '../frame/turning-back.js';
import { standingForms } from '../frame/steps/standing-forms.js';
import { type Shown } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { DueSoon } from '../../across/due/due.queries.js';
import { HolidaysFor } from '../../slices/calendars/calendars.queries.js';
import { type ListedMeeting, ListMeetings } from '../../slices/meetings/meetings.queries.js';
import { bodyFound, StandingOn, ConstitutionsOf, ShowBody, ListBodies } from '../../slices/bodies/bodies.queries.js';
import { type BodyView, type ConstitutionView } from '../../slices/bodies/bodies.words.js';
import { BODY_STEPS, FILL_SEAT } from './body-steps.js';
import { noticeDue } from './notice-due.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfMeeting } from '../frame/addresses.js';

/** The register of bodies, and the page of each: its meetings, who sits on it, and its rules with their history. */
@ApiExcludeController()
@Anyone()
@Controller()
export class BodiesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(['', 'bodies'])
  async register(@AskedPage() { query: { after }, request, reply }: PageAsked): Promise<string> {
    const { rows, next } = await this.queries.execute(
      new ListBodies({ limit: 100, sort: 'name', exemptIn: exemptFor(request.principal!), ...(after && { cursor: after }) }),
    );
    const names = new Map(rows.map(({ bodyId, name }) => [bodyId, name]));
    return this.pages.render(request, reply, {
      title: 'Bodies',
      template: 'bodies/bodies.njk',
      data: { bodies: rows.map((row) => ({ ...row, parentName: names.get(row.parentId ?? '') })), next },
    });
  }

  @Get('bodies/:bodyId')
  async body(@AskedPage() asked: PageAsked): Promise<string> {
    return this.bodyPage(asked, { done: asked.query.done === 'seat' ? FILL_SEAT.done : undefined });
  }

  @Post('bodies/:bodyId/fill-seat')
  @Needs('bodies.govern')
  async fillSeat(@AskedPage() asked: PageAsked): Promise<string> {
    const { bodyId, vacancies, timeZone } = await this.head(asked);
    return this.forms.take(asked, {
      name: 'seat',
      step: FILL_SEAT,
      known: { vacancies, today: dateInZone(this.clock.now(), timeZone) },
      target: bodyId,
      standing: true,
      at: `/bodies/${bodyId}`,
      place: 'membership',
      again: (shown) => this.bodyPage(asked, shown),
    });
  }

  private async head({ params, request }: PageAsked): Promise<BodyView> {
    const bodyId = idIn(params, 'bodyId');
    return bodyFound(await this.queries.execute(new ShowBody(bodyId, undefined, undefined, exemptFor(request.principal!))), { bodyId });
  }

  private async bodyPage(asked: PageAsked, { problems = [], typed, done }: Shown): Promise<string> {
    const { request, reply } = asked;
    const head = await this.head(asked);
    const { bodyId } = head;
    const then = pageMomentFor(request, head, { byDay: true });
    const today = dateInZone(this.clock.now(), head.timeZone);
    const day = then.day ?? today;
    const body = then.past
      ? await this.queries.execute(new ShowBody(bodyId, day, then.moments.recordedBy, exemptFor(request.principal!)))
      : head;
    const breadcrumbs = [{ text: 'Bodies', href: '/bodies' }, { text: head.name }];
    if (!body)
      return nothingAtMoment(this.pages, request, reply, then, {
        title: head.name,
        breadcrumbs,
        what: 'a body with this address',
        bodyId,
        ref: bodyId,
      });
    const audits = allows(request.principal!, 'audit.read', bodyId);
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    const seats = { vacancies: body.vacancies, today };
    return this.pages.render(request, reply, {
      title: head.name,
      template: 'bodies/body.njk',
      breadcrumbs,
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        body,
        then,
        audits,
        constitutions: (await this.constitutions(bodyId, day, then)).map(inRows),
        forms: then.past ? {} : standingForms(BODY_STEPS, seats, seats, { at: `/bodies/${bodyId}`, may, typed }),
        today,
        ...(await this.meetings(bodyId, day, then, request)),
        soon: then.past ? null : await this.queries.execute(new DueSoon(bodyId, today, request.principal!)),
        key: this.forms.key(),
      },
    });
  }

  /** The constitutions that applied by that day, the last of them without the end that was not recorded by then. */
  private async constitutions(bodyId: string, day: string, { past, moments }: PageMoment): Promise<readonly ConstitutionView[]> {
    const all = (await this.queries.execute(new ConstitutionsOf(bodyId, moments.recordedBy))) ?? [];
    if (!past) return all;
    const applied = all.filter(({ from }) => from <= day);
    return applied.map((one) => ({ ...one, lastDay: one.lastDay !== null && one.lastDay < day ? one.lastDay : null }));
  }

  private async meetings(bodyId: string, day: string, then: PageMoment, { principal }: FastifyRequest) {
    const publishedOnly = !allows(principal!, 'meetings.read-drafts', bodyId);
    const clerk = !then.past && allows(principal!, 'meetings.record', bodyId);
    const asked = { bodyId, publishedOnly, limit: 10, ...(then.past && { moments: then.moments }) };
    const coming = await this.queries.execute(new ListMeetings({ ...asked, from: day }));
    const held = await this.queries.execute(new ListMeetings({ ...asked, to: day, newestFirst: true }));
    const holidays = clerk ? await this.queries.execute(new HolidaysFor(bodyId)) : [];
    const to = allows(principal!, 'audit.read', bodyId) ? then.to : (address: string): string => address;
    const shown = (row: ListedMeeting) => ({ ...row, href: to(addressOfMeeting(row.meetingId)) });
    const dueFor = async (row: ListedMeeting): Promise<string | null> =>
      noticeDue(row, noticeRuleOf(await this.queries.execute(new StandingOn(bodyId, row.date, row.jointlyWith))), holidays);
    return {
      clerk,
      coming: await Promise.all(coming.rows.map(async (row) => ({ ...shown(row), noticeDue: clerk ? await dueFor(row) : null }))),
      held: held.rows.filter(({ date }) => date < day).map(shown),
    };
  }
}

/** The rules in words, as a summary list takes them. */
const inRows = (version: ConstitutionView): object => ({
  ...version,
  rows: Object.entries(version.inWords)
    .filter(([, words]) => typeof words === 'string')
    .map(([name, words]) => ({ key: { text: `${name[0]!.toUpperCase()}${name.slice(1)}` }, value: { text: words as string } })),
});
