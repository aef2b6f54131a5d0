import { type FastifyReply } from 'fastify';

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

/** Makes browsers keep the answer as a file, named by the record and by the part of it that the answer is. */
export const asFile = (reply: FastifyReply, ref: string, what: string, ending: keyof typeof TYPES): void =>
  void reply
    .type(TYPES[ending])
    .header('content-disposition', `attachment; filename="${ref.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-|-$/g, '')}-${what}.${ending}"`)
    .header('cache-control', 'no-store');
