import { Inject, Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import type nunjucks from 'nunjucks';
import { Credentials } from '../../slices/people/people.queries.js';
import { bodiesWith, type Principal, PUBLIC } from '../../kernel/principal.js';
import { ALL_BODIES } from '../../kernel/rights.js';
import { type Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.token.js';
import { FormTokens } from './form-token.js';
import { type PageProblem } from './page-problem.js';
import { withLongWordsBroken } from '../../kernel/long-words.js';
import { createViewEngine } from './view-engine.js';

export interface Breadcrumb {
  readonly text: string;
  readonly href?: string;
}

export interface PageContent {
  readonly title: string;
  /** Path below `src/pages` or `src/pages/frame/templates`: `meetings/meeting.njk`. */
  readonly template: string;
  readonly breadcrumbs?: readonly Breadcrumb[];
  readonly problems?: readonly PageProblem[];
  /** The notice of what was just done, shown once at the top. */
  readonly done?: string;
  readonly status?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The content security policy: only this server's own files, and nothing inline. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
].join(';');

/** Renders pages: the frame, the name of the person signed in, and a navigation of what they may see. */
@Injectable()
export class Pages {
  private readonly engine: nunjucks.Environment = createViewEngine();

  constructor(
    private readonly forms: FormTokens,
    private readonly credentials: Credentials,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  render(
    request: FastifyRequest,
    reply: FastifyReply,
    { title, template, breadcrumbs = [], problems = [], done, status = 200, data = {} }: PageContent,
  ): string {
    const principal = request.principal ?? PUBLIC;
    const signedIn = principal.id !== PUBLIC.id;
    const html = this.engine.render(template, {
      ...data,
      title,
      breadcrumbs,
      problems,
      done,
      principal,
      signedIn,
      brand: this.config,
      path: request.url,
      csrf: () => this.forms.give(request, reply),
      may: (right: Parameters<typeof bodiesWith>[1], bodyId: string) => mayIn(bodiesWith(principal, right), bodyId),
      navigation: navigationFor(request.url, principal, () => this.credentials.lockOuts().length),
      accountHtml: this.engine.render('account.njk', { signedIn, principal, path: request.url }),
    });
    void reply
      .code(problems.length > 0 && status === 200 ? 422 : status)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-store')
      .header('vary', 'cookie');
    return withLongWordsBroken(html);
  }
}

const mayIn = (bodies: '*' | readonly string[], bodyId: string): boolean => bodies === '*' || bodies.includes(bodyId);

const navigationFor = (url: string, principal: Principal, lockedOut: () => number): readonly object[] =>
  [
    { text: 'Bodies', href: '/bodies' },
    { text: 'Overdue actions', href: '/actions' },
    { text: 'What is due', href: '/due' },
    ...(bodiesWith(principal, 'audit.read').length > 0 ? [{ text: 'Search', href: '/search' }] : []),
    ...(bodiesWith(principal, 'principals.manage') === ALL_BODIES ? [{ text: peopleWords(lockedOut()), href: '/people' }] : []),
  ].map((item) => ({
    ...item,
    active: url === item.href || url.startsWith(`${item.href}/`) || url.startsWith(`${item.href}?`),
  }));

/** The navigation's word for People, with the number of locked-out logins, which an administrator sees on every page. */
const peopleWords = (lockedOut: number): string => (lockedOut === 0 ? 'People' : `People (${lockedOut} locked out)`);
