import { type FastifyReply } from 'fastify';

/** Sends the browser on after a form was taken, to a page that can be reloaded without sending the form again. */
export function seeOther(reply: FastifyReply, to: string): string {
  void reply.code(303).header('location', to);
  return '';
}
