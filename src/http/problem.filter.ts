import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Logger, Optional } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { StoreFault } from '../eventstore/event-store.port.js';
import { type Refusal } from '../kernel/refusal.js';
import { InvalidCursor } from '../projections/cursor.js';
import { refuseRequest } from './http.refusals.js';
import { type Problem, problemOf, PROBLEM_TYPE } from './problem.js';
import { RequestRefused } from './request-refused.js';

type HttpFault = Parameters<typeof refuseRequest>[0];

const BY_STATUS: Readonly<Record<number, HttpFault>> = {
  400: 'request.malformed',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  413: 'request.too-large',
  414: 'request.malformed',
  415: 'request.wrong-content-type',
  503: 'server.stopping',
};

/** An error as a refusal whose words may be shown to anybody. An unexpected error becomes `server.fault` and tells nothing of itself. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RequestRefused) return error.refusal;
  // The place of damage may be shown to everybody: it names stream and position and nothing of what was recorded.
  if (error instanceof StoreFault)
    return refuseRequest(error.code, error.place === undefined ? {} : { detail: { sentence: `Damaged at ${error.place}.` } });
  if (error instanceof InvalidCursor) return refuseRequest('request.cursor-invalid', { field: 'cursor' });
  const status = statusIn(error);
  const code = status === undefined ? undefined : (BY_STATUS[status] ?? (status < 500 ? 'request.malformed' : undefined));
  return refuseRequest(code ?? 'server.fault');
}

function statusIn(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!(error instanceof Error) || !('code' in error) || !('statusCode' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('FST_ERR_') && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

const logger = new Logger('Requests');

/** Answers with problem details. Faults are logged with the request's correlation id; refusals are no faults. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, pages?: ShowsProblems): void {
  const refusal = refusalOf(error);
  const problem = problemOf(refusal, request.id);
  request.refusedWith = refusal.code;
  if (problem.status >= 500 && !(error instanceof RequestRefused)) {
    logger.error({ correlationId: request.id, method: request.method, path: request.url.split('?')[0], code: refusal.code, err: error });
  }
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  if (error instanceof RequestRefused) void reply.headers(error.headers);
  if (pages?.answer(problem, request, reply)) return;
  if (problem.status === 401) void reply.header('www-authenticate', challengeOf(refusal.code));
  if (problem.status === 503) void reply.header('retry-after', '1');
  if (problem.status === 413) void reply.header('connection', 'close');
  void reply.header('cache-control', 'no-store').header('content-type', PROBLEM_TYPE).code(problem.status).send(JSON.stringify(problem));
}

const challengeOf = (code: string): string =>
  code === 'access.sign-in-needed' || code === 'access.sign-in-failed'
    ? 'Bearer realm="quorate"'
    : 'Bearer realm="quorate", error="invalid_token"';

/** Injects the {@link ShowsProblems} that shows problems to people, as pages. */
export const PAGE_PROBLEMS = Symbol('PageProblems');
export interface ShowsProblems {
  /** Answers with a page and returns true; false, unanswered, if the request is not for a page. */
  answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): boolean;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Optional() @Inject(PAGE_PROBLEMS) private readonly pages?: ShowsProblems) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.pages);
  }
}
