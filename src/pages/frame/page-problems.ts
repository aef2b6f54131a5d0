import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { PUBLIC } from '../../kernel/principal.js';
import { isRight, RIGHTS } from '../../kernel/rights.js';
import { type Problem } from '../../http/problem.js';
import { Pages } from './pages.js';
import { isPage } from '../../slices/people/people.queries.js';

const TITLES: Readonly<Record<number, string>> = {
  401: 'Sign in',
  403: 'You may not do this',
  404: 'Page not found',
  405: 'Page not found',
  429: 'Too many attempts',
  500: 'Something went wrong',
  503: 'Not available just now',
};

/** Shows a problem as a page, if a page was asked for: what happened, why, who has the right, and what to do next. */
@Injectable()
export class PageProblems {
  constructor(private readonly pages: Pages) {}

  /** Answers false, without a page, if none was asked for. */
  answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): boolean {
    if (!isPage(request.url) || !/\btext\/html\b/.test(request.headers.accept ?? '')) return false;
    const nobody = (request.principal ?? PUBLIC).id === PUBLIC.id;
    // A part of a page that is fetched has no place for the page to sign in.
    const fetched = request.headers['hx-request'] === 'true';
    if (problem.status === 401 && request.method === 'GET' && !fetched) {
      void reply
        .code(303)
        .header('location', `/sign-in?next=${encodeURIComponent(request.url)}`)
        .send('');
      return true;
    }
    const status = problem.status;
    const html = this.pages.render(request, reply, {
      title: TITLES[status] ?? 'This was not done',
      template: 'problem.njk',
      status,
      data: { problem, nobody, known: status < 500, who: whoMay(problem) },
    });
    void reply.send(html);
    return true;
  }
}

/** The roles that have the missing right: `administrator or clerk`. */
function whoMay(problem: Problem): string | null {
  const { right } = problem as { readonly right?: unknown };
  return typeof right === 'string' && isRight(right) ? RIGHTS[right].roles.join(' or ') : null;
}
