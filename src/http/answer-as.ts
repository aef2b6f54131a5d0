import { type FastifyReply } from 'fastify';

const TYPES = {
  text: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

/** The answer in the form that is asked for: as it is, which is JSON, where none is; or written in that form. */
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
