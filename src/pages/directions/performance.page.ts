import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { isDate } from '../../kernel/dates.js';
import { type PageProblem } from '../frame/page-problem.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { plainText } from '../frame/downloads.js';
import { Pages } from '../frame/pages.js';
import { refuseDirection, type Performance, performanceText } from '../../slices/directions/directions.words.js';
import { DirectionPerformance } from '../../slices/directions/directions.queries.js';
import { type DirectionsPageOf, pageOf } from './direction-reading.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

type Params = Readonly<Record<string, string>>;

interface Read extends DirectionsPageOf {
  readonly performance: Performance;
  readonly typed: { readonly from: string; readonly until: string };
  readonly problems: readonly PageProblem[];
}

/** The performance report of a body's directions for a period; from 1 April until today if the address names none. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/directions')
export class DirectionPerformancePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('performance')
  async page(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const { body, performance, typed, problems } = await this.read(query, request);
    const { bodyId, name } = body;
    const at = `/bodies/${bodyId}/directions`;
    return this.pages.render(request, reply, {
      title: `Directions in a period – ${name}`,
      template: 'directions/performance.njk',
      breadcrumbs: breadcrumbsOf(body, { text: 'Directions', href: at }, { text: 'In a period' }),
      problems,
      data: { body, at, performance, typed, parts: partsOf(performance) },
    });
  }

  @Get('performance.txt')
  async text(@AskedPage() { query, request, reply }: PageAsked): Promise<string> {
    const { performance } = await this.read(query, request);
    return plainText(reply, performanceText(performance));
  }

  private async read(query: Params, request: FastifyRequest): Promise<Read> {
    const page = await pageOf(this.queries, request);
    const { bodyId } = page.body;
    const typed = { from: query.from || aprilBefore(page.today), until: query.until || page.today };
    const problems = problemsOf(typed);
    const [from, until] = problems.length > 0 ? [aprilBefore(page.today), page.today] : [typed.from, typed.until];
    const performance = await this.queries.execute(new DirectionPerformance(bodyId, from, until, page.reader));
    if (!performance) throw new RequestRefused(refuseDirection('directions.not-found', { detail: { bodyId } }));
    return { ...page, performance, typed, problems };
  }
}

const aprilBefore = (day: string): string => `${Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)}-04-01`;

function problemsOf({ from, until }: Read['typed']): readonly PageProblem[] {
  const wrong = Object.entries({ from, until }).filter(([, day]) => !isDate(day));
  if (wrong.length > 0) return wrong.map(([field]) => ({ text: 'Enter a real date, such as 2023-04-01', href: `#${field}` }));
  return until < from ? [{ text: refuseDirection('directions.period-reversed').rule, href: '#until' }] : [];
}

const partsOf = (performance: Performance) =>
  [
    { heading: 'Approved', rows: performance.approved },
    { heading: 'Issued', rows: performance.issued.map((one) => ({ ...one, words: `To ${one.to.join(', ')}` })) },
    { heading: 'Revised', rows: performance.revised },
    { heading: 'Superseded', rows: performance.superseded },
    { heading: 'Revoked', rows: performance.revoked },
    { heading: 'Completed', rows: performance.completed },
    { heading: 'Current on the last day', rows: performance.live },
    {
      heading: 'Reports made',
      rows: performance.reports.map((one) => ({
        ...one,
        words: `${one.recipient}: ${one.words}${one.measures ? `\n${one.measures}` : ''}`,
      })),
    },
    { heading: 'Reviews held', rows: performance.reviews },
  ] as const;
