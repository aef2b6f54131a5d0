import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { type FastifyInstance } from 'fastify';
import { LARGEST_BODY } from '../../http/http.refusals.js';
import { ASSETS } from './assets/assets.js';
import { readForm } from './forms.js';

/**
 * Prepares the server for pages: cookies, forms, and the assets, which browsers keep for a year since their names change with their
 * content.
 */
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
