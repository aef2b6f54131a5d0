import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone } from '../../access/needs.js';
import { Pages } from '../pages.js';

/** The pages that are no slice's. */
@ApiExcludeController()
@Anyone()
@Controller()
export class HomeController {
  constructor(private readonly pages: Pages) {}

  @Get('accessibility')
  accessibility(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    return this.pages.render(request, reply, { title: 'Accessibility statement', template: 'accessibility.njk' });
  }
}
