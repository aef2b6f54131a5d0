import { type FastifyReply } from 'fastify';

const TYPES = {
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

/** The answer written in the form asked for; without a form, or for `json`, the answer itself. */
export function answerAs<T, F extends keyof typeof TYPES>(
  reply: FastifyReply,
  format: F | 'json' | undefined,
  answer: T,
  written: Readonly<Record<F, (answer: T) => string>>,
): T | string {
  if (format === undefined || format === 'json') return answer;
  void reply.type(TYPES[format]);
  return written[format](answer);
}
