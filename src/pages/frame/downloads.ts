import { type FastifyReply } from 'fastify';

/** Answers a table as a file of that name, which a spreadsheet opens and nobody's cache keeps. */
export function csvFile(reply: FastifyReply, name: string, csv: string): string {
  void reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store');
  return csv;
}

/** Answers plain text, shown where it is opened, which nobody's cache keeps. */
export function plainText(reply: FastifyReply, text: string): string {
  void reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
  return text;
}
