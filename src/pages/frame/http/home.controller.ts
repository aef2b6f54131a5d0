import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../../http/needs.js';
import { type Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';
import { Pages } from '../pages.js';
import { AskedPage, type PageAsked } from '../page-asked.js';

/** The pages that belong to no slice. */
@ApiExcludeController()
@Anyone()
@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The colour set for these pages. */
  @Get('brand.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  brand(): string {
    return this.config.colour === undefined ? '' : `:root{--govuk-brand-colour:${this.config.colour}}`;
  }

  @Get('accessibility')
  accessibility(@AskedPage() { request, reply }: PageAsked): string {
    return this.pages.render(request, reply, { title: 'Accessibility statement', template: 'accessibility.njk' });
  }
}
