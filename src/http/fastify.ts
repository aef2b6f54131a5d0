import helmet from '@fastify/helmet';
import { Logger } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type IncomingMessage } from 'node:http';
import { newId } from '../kernel/ids.js';
import { answerClientError } from './client-error.js';
import { conditionalGet } from './conditional-get.js';
import { LARGEST_BODY, refuseRequest } from './http.refusals.js';
import { parseJsonBody } from './json-body.js';
import { accessLine } from './logging.js';
import { sendProblem } from './problem.filter.js';
import { REQUEST_PROPERTIES } from './request.js';
import { RequestRefused } from './request-refused.js';

const CORRELATION_ID = /^[A-Za-z0-9._:-]{1,100}$/;

/** The policy is the same for every answer, so it is put together once; the documentation's pages style themselves inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "font-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
].join(';');

/** The sender's own correlation id if it has the plain form, else a new one. */
function correlationIdOf({ headers }: IncomingMessage | { headers: IncomingMessage['headers'] }): string {
  const sent = headers['x-correlation-id'];
  return typeof sent === 'string' && CORRELATION_ID.test(sent) ? sent : newId();
}

/** Called for every answer, for the metrics. */
export type OnAnswer = (request: FastifyRequest, reply: FastifyReply) => void;

/** Fastify as this server uses it: its own body parser, correlation ids, an access log, security headers, problems for everything. */
export async function createAdapter({
  trustProxy,
  onAnswer,
  prepare,
}: {
  readonly trustProxy: boolean;
  readonly onAnswer: OnAnswer;
  /** Prepares what only pages need of the server. */
  readonly prepare: (fastify: FastifyInstance) => Promise<void>;
}): Promise<FastifyAdapter> {
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy,
    genReqId: correlationIdOf,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      for (const name of REQUEST_PROPERTIES) request[name] ??= null;
      sendProblem(error, request, reply);
    },
  });
  const fastify = adapter.getInstance();
  for (const name of REQUEST_PROPERTIES) fastify.decorateRequest(name, null);

  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: LARGEST_BODY }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });

  await prepare(fastify);

  const log = new Logger('Requests');
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-correlation-id', request.id).header('content-security-policy', CONTENT_SECURITY_POLICY);
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => done(null, conditionalGet(request, reply, payload)));
  fastify.addHook('onResponse', (request, reply, done) => {
    onAnswer(request, reply);
    log.log(accessLine(request, reply));
    done();
  });
  knowMethods(fastify);
  await fastify.register(helmet, { contentSecurityPolicy: false });
  return adapter;
}

/** Answers 405, with the methods allowed, for an address that is known but not by this method. */
function knowMethods(fastify: FastifyInstance): void {
  const routes: { readonly pattern: RegExp; readonly method: string }[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);
    for (const one of [method].flat()) routes.push({ pattern, method: one });
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?')[0] ?? '';
    const allowed = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].filter(
      (method) => method !== request.method,
    );
    if (allowed.length === 0) return done();
    const allow = allowed.join(', ');
    done(new RequestRefused(refuseRequest('request.method-not-allowed', { detail: { method: request.method, allow } }), { allow }));
  });
}
