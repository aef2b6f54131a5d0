import { capital } from '../../kernel/words.js';
import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, Needs } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { fieldsOf, type FormFields, formIn } from '../frame/forms.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { csvFile, plainText } from '../frame/downloads.js';
import { Pages } from '../frame/pages.js';
import { idOfTitle, newRecordPage } from '../frame/steps/new-record.js';
import { ownIn } from '../frame/steps/parts.js';
import { type Shown } from '../frame/steps/step.js';
import {
  REQUEST_STATUSES,
  registerCsv,
  registerText,
  type ListedRequest,
  type PublicRequest,
  publishedWords,
} from '../../slices/participation/participation.words.js';
import { ParticipationYears, ToBePublished, ListParticipationRequests } from '../../slices/participation/participation.queries.js';
import { askedIn, fits, isFiltered, isWhole, queryOf, type RegisterAsked } from './register-filter.js';
import { RECEIVE } from './receipt-steps.js';
import { newSubject, RECEIPT } from './request-fields.js';
import { happenedOn, pageOf, type RequestsPageOf } from './request-reading.js';
import { nextDue, clockStatusWords, tagOf, tagOfDecision } from './request-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfRequest } from '../frame/addresses.js';
type Params = Readonly<Record<string, string>>;

interface Read extends RequestsPageOf {
  readonly all: readonly (ListedRequest | PublicRequest)[];
  readonly asked: RegisterAsked;
  readonly found: readonly (ListedRequest | PublicRequest)[];
}

type Recording = Pick<Shown, 'problems' | 'typed'>;

/** The most requests read: an authority has tens of them. */
const MOST = 1_000;

/**
 * The register of participation requests, and the form to record one that was received. Public for requests whose decision notice was
 * published.
 */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId')
export class ParticipationRegisterPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get('participation-requests')
  async register(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(query, request);
    const mayRecord = allows(request.principal!, 'participation.record', read.body.bodyId) && !read.then.past;
    if (query.do === 'record' && mayRecord)
      return this.recordPage(read, request, reply, { typed: { happenedAt: read.today, contacts: [{ subject: newSubject() }] } });
    return this.registerPage(read, request, reply);
  }

  @Post('participation-requests')
  @Needs('participation.record')
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { query, request, reply } = asked;
    const read = await this.read(query, request);
    const form = formIn(request);
    const requestId = idFor(read.body.bodyId, { ...fieldsOf(form), ...ownIn(form, RECEIPT) }, form.get('_key') ?? '', read.today);
    return this.forms.take(asked, {
      name: 'received',
      step: RECEIVE,
      known: undefined,
      target: requestId,
      extraFields: (typed) => happenedOn(typed, read),
      at: addressOfRequest(requestId),
      again: (shown) => this.recordPage(read, request, reply, shown),
    });
  }

  @Get('participation-requests.csv')
  async csv(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const { found, body, day } = await this.read(query, request);
    return csvFile(reply, `${body.bodyId}-participation-requests-${day}`, registerCsv(found));
  }

  @Get('participation-requests.txt')
  async text(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const { found } = await this.read(query, request);
    return plainText(reply, registerText(found));
  }

  private async read(query: Params, request: FastifyRequest): Promise<Read> {
    const page = await pageOf(this.queries, request);
    const { body, day, mayRead, sight, then } = page;
    const { rows } = await this.queries.execute(new ListParticipationRequests(body.bodyId, day, sight, {}, { limit: MOST }, then.moments));
    const asked = askedIn(query, mayRead);
    return { ...page, all: rows, asked, found: rows.filter((one) => fits(one, asked)) };
  }

  private async registerPage(read: Read, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const { body, today, day, then, mayRead, sight, all, asked, found } = read;
    const { bodyId, name } = body;
    const at = `/bodies/${bodyId}/participation-requests`;
    const whole = all.filter(isWhole);
    const [years, duties] = await Promise.all([
      this.queries.execute(new ParticipationYears(bodyId, today)),
      mayRead && !then.past ? this.queries.execute(new ToBePublished(bodyId, today, sight)) : [],
    ]);
    return this.pages.render(request, reply, {
      title: `Participation requests – ${name}`,
      template: 'participation/register.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Participation requests' }),
      problems: then.problems,
      data: {
        body,
        at,
        today,
        day,
        then,
        mayRead,
        asked,
        filtered: isFiltered(asked),
        late: whole.filter((one) => one.late).length,
        lateHref: `${at}${queryOf({ late: true }, then.query)}`,
        awaiting: whole.filter(({ state }) => state === 'under-consideration').length,
        awaitingHref: `${at}${queryOf({ state: 'under-consideration', late: false }, then.query)}`,
        states: REQUEST_STATUSES.map((value) => ({ value, text: tagOf(value).text })),
        any: all.length > 0,
        rows: found.map((one) => shown(one, day)),
        duties: duties.map((duty) => ({
          ...duty,
          words: publishedWords(duty.what),
          href: duty.requestId === null ? `${at}/annual/${duty.what.slice(-4)}` : `${addressOfRequest(duty.requestId)}?do=publish#steps`,
        })),
        years: years
          .filter(({ publishedOn }) => mayRead || publishedOn !== null)
          .map((one) => ({ ...one, href: `${at}/annual/${one.year}` })),
        downloads: queryOf(asked, then.query),
        clear: `${at}${queryOf({ late: false }, then.query)}`,
      },
    });
  }

  private recordPage({ body }: Read, request: FastifyRequest, reply: FastifyReply, { problems = [], typed }: Recording): string {
    const page = newRecordPage(RECEIVE, undefined, {
      body,
      title: 'Record a request received',
      template: 'participation/record.njk',
      list: { text: 'Participation requests', href: `/bodies/${body.bodyId}/participation-requests` },
      problems,
      typed,
      key: this.forms.key(),
      revision: '*',
    });
    return this.pages.render(request, reply, page);
  }
}

const shown = (one: ListedRequest | PublicRequest, day: string) => {
  const common = {
    title: one.title,
    href: addressOfRequest(one.requestId),
    from: one.from.map(({ name }) => name).join(', '),
    service: one.service,
  };
  if (!isWhole(one)) return { ...common, tag: tagOfDecision(one), decidedOn: one.decision?.on ?? null };
  const next = nextDue(one);
  return {
    ...common,
    tag: tagOf(one.state),
    receivedOn: one.receivedOn,
    decidedOn: one.decidedOn,
    next: next && {
      what: capital(next.what),
      by: next.deadline.latest ?? null,
      standing: clockStatusWords(next, day),
      overdue: next.daysLate > 0,
    },
  };
};

/** The id of a new request begins with its year. */
const idFor = (bodyId: string, { title, happenedAt }: FormFields, key: string, today: string): string =>
  `${bodyId}/${idOfTitle(title, 'r', key, (typeof happenedAt === 'string' ? happenedAt : today).slice(0, 4))}`;
