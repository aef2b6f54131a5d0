import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { type FastifyInstance } from 'fastify';
import { LARGEST_BODY } from '../../http/http.refusals.js';
import { ASSETS } from './assets/assets.js';
import { readForm } from './forms.js';

/** What pages need of the server: cookies, forms, and the files browsers fetch, kept by them for a year since their names change with them. */
export async function prepareForPages(fastify: FastifyInstance): Promise<void> {
  await fastify.register(cookie);
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_BODY },
    (request, body, done) => {
      try {
        done(null, readForm(request.url, body as string));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  await fastify.register(files, {
    root: ASSETS,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    maxAge: '365d',
    immutable: true,
    preCompressed: true,
  });
}
