import { type LoggerService } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import { type Config } from '../config/config.js';

/** Structured logs, one JSON object a line, on standard output. Secrets have no way in: headers and bodies are never logged. */
export const createLogger = (level: Config['logLevel'], destination?: DestinationStream): Logger =>
  pino(
    { level, base: { service: 'quorate' }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination,
  );

/** Nest's own log lines and everybody's `new Logger('Room')`, through the same stream. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log = (message: unknown, ...more: unknown[]): void => this.write('info', message, more);
  error = (message: unknown, ...more: unknown[]): void => this.write('error', message, more);
  warn = (message: unknown, ...more: unknown[]): void => this.write('warn', message, more);
  debug = (message: unknown, ...more: unknown[]): void => this.write('debug', message, more);
  verbose = (message: unknown, ...more: unknown[]): void => this.write('trace', message, more);
  fatal = (message: unknown, ...more: unknown[]): void => this.write('fatal', message, more);

  /** Nest puts the room last, and a stack before it. */
  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal', message: unknown, more: unknown[]): void {
    const room = typeof more.at(-1) === 'string' ? (more.at(-1) as string) : undefined;
    const stack = more.length > 1 && typeof more[0] === 'string' ? more[0] : undefined;
    const where = { ...(room === undefined ? {} : { room }), ...(stack === undefined ? {} : { stack }) };
    // Where each route is mapped and each module is ready is of interest only while developing.
    const quiet =
      level === 'info' && (room === 'RouterExplorer' || room === 'RoutesResolver' || room === 'InstanceLoader' || room === 'NestFactory');
    const at = quiet ? 'debug' : level;
    if (message instanceof Error) this.logger[at]({ ...where, err: message }, message.message);
    else if (typeof message === 'object' && message !== null) this.logger[at]({ ...where, ...message });
    else this.logger[at](where, String(message));
  }
}

/** One line for each request answered. The query is left out: it may name people. */
export function accessLine(request: FastifyRequest, reply: FastifyReply): Record<string, unknown> {
  return {
    msg: 'request',
    correlationId: request.id,
    method: request.method,
    path: request.url.split('?')[0]?.slice(0, 500),
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    principal: request.principal?.id ?? null,
    ...(request.refusedWith === null ? {} : { refused: request.refusedWith }),
  };
}
