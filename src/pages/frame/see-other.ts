import { type FastifyReply } from 'fastify';

/** After a form was taken: to a page that can be reloaded without sending it again. */
export function seeOther(reply: FastifyReply, to: string): string {
  void reply.code(303).header('location', to);
  return '';
}
