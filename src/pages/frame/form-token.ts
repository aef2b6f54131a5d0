import { Tokens } from '@fastify/csrf';
import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { RequestRefused } from '../../http/request-refused.js';
import { isPage, sessionOf } from '../../slices/people/people.queries.js';
import { refusePage } from './web.refusals.js';

const COOKIE = 'quorate-forms';
const FIELD = '_csrf';

const whose = (request: FastifyRequest): string => sessionOf(request) ?? 'nobody';

/**
 * Proves that a form came from one of our pages. Each browser has a secret in a cookie that only this site is sent; each form carries a
 * token made of that secret and of the session it was shown to, so that neither another site nor another session can send the form.
 */
@Injectable()
export class FormTokens {
  private readonly tokens = new Tokens({ userInfo: true });

  /** The token for the hidden field of a form shown on this page. */
  give(request: FastifyRequest, reply: FastifyReply): string {
    const sent = request.cookies[COOKIE];
    const secret = sent ?? this.tokens.secretSync();
    if (sent === undefined) {
      request.cookies[COOKIE] = secret;
      void reply.setCookie(COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' });
    }
    return this.tokens.create(secret, whose(request));
  }

  /** Throws unless the form is ours. Reading requests, and the API, need no token. */
  require(request: FastifyRequest): void {
    if (request.method === 'GET' || request.method === 'HEAD' || !isPage(request.url)) return;
    const secret = request.cookies[COOKIE];
    const token = request.body instanceof URLSearchParams ? request.body.get(FIELD) : request.headers['x-csrf-token'];
    const ours = typeof token === 'string' && secret !== undefined && this.tokens.verify(secret, token, whose(request));
    if (!ours || request.headers['sec-fetch-site'] === 'cross-site') throw new RequestRefused(refusePage('page.form-not-ours'));
  }
}
