import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';

type Named = Readonly<Record<string, string>>;

/** The parameters of a page's handler. */
export interface PageAsked {
  /** The parts of the address that have a name. */
  readonly params: Named;
  readonly query: Named;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The handler's parameter `@AskedPage() asked: PageAsked`; what the handler returns is the page's HTML. */
export const AskedPage = createParamDecorator((_: unknown, context: ExecutionContext): PageAsked => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return { params: request.params as Named, query: request.query as Named, request, reply: http.getResponse<FastifyReply>() };
});
