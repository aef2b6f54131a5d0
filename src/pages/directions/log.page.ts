import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { fieldsOf, type FormFields, formIn } from '../frame/forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { Pages } from '../frame/pages.js';
import { idOfTitle, newRecordPage } from '../frame/steps/new-record.js';
import { type Choice } from '../frame/steps/parts.js';
import { type Shown } from '../frame/steps/step.js';
import { refuseDirection, type DirectionView, logCsv, logText, type DirectionLog } from '../../slices/directions/directions.words.js';
import { DirectionsRevision, DirectionLogAsAt } from '../../slices/directions/directions.queries.js';
import { type DirectionsPageOf, pageOf } from './direction-reading.js';
import { DRAFT } from './direction-steps.js';
import { shown } from './direction-words.js';
import { askedIn, fits, headingOf, HEADINGS, isFiltered, type LogAsked, queryOf, recipientsIn } from './log-filter.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfDirection } from '../frame/addresses.js';

type Params = Readonly<Record<string, string>>;

interface Read extends DirectionsPageOf {
  /** All directions that this reader may see. */
  readonly log: DirectionLog;
  readonly asked: LogAsked;
  readonly found: readonly DirectionView[];
}

type Drafting = Pick<Shown, 'problems' | 'typed'>;

/** The log of a body's directions, and the form for a new draft. Issued directions are public. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId')
export class DirectionLogPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get('directions')
  async log(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(query, request);
    const mayDraft = allows(request.principal!, 'directions.record', read.body.bodyId) && !read.then.past;
    if (query.do === 'draft' && mayDraft) return this.draftPage(read, request, reply, { typed: startOf(query) });
    return this.logPage(read, request, reply);
  }

  @Post('directions')
  @Needs('directions.record')
  async draft(@AskedPage() asked: PageAsked): Promise<string> {
    const { query, request, reply } = asked;
    const read = await this.read(query, request);
    const { bodyId } = read.body;
    const form = formIn(request);
    const direction = idOfTitle(fieldsOf(form).title, 'd', form.get('_key') ?? '');
    return this.forms.take(asked, {
      name: 'draft',
      step: DRAFT,
      known: { bodyId, earlier: earlierIn(read.log) },
      target: bodyId,
      extraFields: { direction },
      at: addressOfDirection(`${bodyId}/${direction}`),
      again: (shown) => this.draftPage(read, request, reply, shown),
    });
  }

  @Get('directions.csv')
  async csv(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const { log, asked, found, day, body } = await this.read(query, request);
    return csvFile(reply, `${body.bodyId}-directions-${day}`, logCsv({ ...log, state: headingOf(asked), items: found }));
  }

  @Get('directions.txt')
  async text(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const { log, asked, found } = await this.read(query, request);
    return plainText(reply, logText({ ...log, state: headingOf(asked), items: found }));
  }

  private async read(query: Params, request: FastifyRequest): Promise<Read> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const log = await this.queries.execute(new DirectionLogAsAt(bodyId, page.day, 'all', page.reader, page.then.moments));
    if (!log) throw new RequestRefused(refuseDirection('directions.not-found', { detail: { bodyId } }));
    const asked = askedIn(query);
    return { ...page, log, asked, found: log.items.filter((view) => fits(view, asked)) };
  }

  private logPage({ body, today, day, then, log, asked, found }: Read, request: FastifyRequest, reply: FastifyReply): string {
    const { bodyId, name } = body;
    const at = `/bodies/${bodyId}/directions`;
    const rows = found.map(shown);
    const drafts = allows(request.principal!, 'meetings.read-drafts', bodyId);
    const pressing = (['not-acknowledged', 'not-reported', 'review-overdue'] as const).map((state) => ({
      text: HEADINGS.find(({ value }) => value === state)!.text.toLowerCase(),
      number: log.items.filter((view) => fits(view, { state })).length,
      href: `${at}${queryOf({ state }, then.query)}`,
    }));
    return this.pages.render(request, reply, {
      title: `Directions – ${name}`,
      template: 'directions/log.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Directions' }),
      problems: then.problems,
      data: {
        body,
        at,
        today,
        day,
        then,
        asked,
        pressing,
        filtered: isFiltered(asked),
        headings: HEADINGS.filter((one) => drafts || !one.drafts),
        recipients: recipientsIn(log.items),
        any: log.items.length > 0,
        found: found.length,
        groups: [
          { caption: 'Drafts', rows: rows.filter(({ state }) => state === 'drafted') },
          { caption: 'Current', rows: rows.filter(({ live }) => live) },
          { caption: 'No longer current', rows: rows.filter(({ end }) => end !== null) },
        ].filter((group) => group.rows.length > 0),
        downloads: queryOf(asked, then.query),
        clear: `${at}${queryOf({ state: 'all' }, then.query)}`,
      },
    });
  }

  private async draftPage(
    { body, log }: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { problems = [], typed }: Drafting,
  ): Promise<string> {
    const { bodyId } = body;
    const page = newRecordPage(
      DRAFT,
      { bodyId, earlier: earlierIn(log) },
      {
        body,
        title: 'Draft a direction',
        template: 'directions/draft.njk',
        list: { text: 'Directions', href: `/bodies/${bodyId}/directions` },
        problems,
        typed,
        key: this.forms.key(),
        revision: await this.queries.execute(new DirectionsRevision(bodyId)),
      },
    );
    return this.pages.render(request, reply, page);
  }
}

/** Live directions, which another can replace. */
export const earlierIn = ({ items }: Pick<DirectionLog, 'items'>): readonly Choice[] =>
  items.filter(({ live }) => live).map(({ direction, reference, title }) => ({ value: direction, text: `${reference ?? ''} ${title}` }));

/** The form's values if it was opened from the direction to be replaced. */
const startOf = ({ replaces }: Params): FormFields =>
  replaces === undefined ? {} : { relation: { kind: 'supersedes', direction: replaces } };
