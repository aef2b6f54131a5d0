import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Anyone, Caller } from '../../../http/needs.js';
import { exemptFor, type Principal } from '../../../kernel/principal.js';
import { AsKnownAtField, knownBy } from '../../../http/as-known-at.js';
import { API, idIn } from '../../../http/command-routes.js';
import { DateField } from '../../../http/fields.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { bodyFound } from './body-found.js';
import { ConstitutionsOf, ShowBody } from '../views/body/body.query.js';
import { type BodyView, type ConstitutionView } from '../views/body/body.view.js';
import { ListBodies, type ListedBody } from '../views/body-register/body-register.query.js';
import { BodiesQuery } from './body-readings.dto.js';
import { BodyViewDto, ConstitutionsDto, ListedBodyDto } from './body-view.dto.js';

class OnQuery {
  @DateField({ optional: true, description: 'The day to show it on; today, where the body sits, if none is given' })
  on?: string;
  @AsKnownAtField()
  'as-known-at'?: string;
}

/** Who sits on a body, and under what rules, is published: nobody signs in to read it. */
@ApiTags('bodies')
@Anyone()
@Controller(`${API}/bodies`)
export class BodiesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'The register of bodies' })
  @ApiOkResponse({ type: PageOf(ListedBodyDto) })
  async list(
    @Query() { kind, sort, 'as-at': asAt, state, ...paging }: BodiesQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<ListedBody>> {
    const asked = {
      ...page(paging),
      exemptIn: exemptFor(principal),
      ...(kind && { kind }),
      ...(sort && { sort }),
      ...(asAt && { asAt }),
      ...(state && { state }),
    };
    return pageAnswer(await this.queries.execute(new ListBodies(asked)));
  }

  @Get(':bodyId')
  @ApiOperation({ summary: 'A body as it stands on a day: rules, seats, holders, vacancies, offices and parent' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiOkResponse({ type: BodyViewDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async show(
    @Param() params: object,
    @Query() { on, 'as-known-at': asKnownAt }: OnQuery,
    @Caller() principal: Principal,
  ): Promise<BodyView> {
    const bodyId = idIn(params, 'bodyId');
    const show = (recordedBy?: string) => this.queries.execute(new ShowBody(bodyId, on, recordedBy, exemptFor(principal)));
    const now = bodyFound(await show(), params);
    const recordedBy = knownBy(asKnownAt, principal, now);
    return recordedBy === undefined ? now : bodyFound(await show(recordedBy), params);
  }

  @Get(':bodyId/constitution')
  @ApiOperation({ summary: 'Every version of a body’s constitution with the days it applies on, oldest first' })
  @ApiParam({ name: 'bodyId', type: String })
  @ApiOkResponse({ type: ConstitutionsDto })
  @ApiNotFoundResponse({ description: '`body.not-found`' })
  async constitution(@Param() params: object): Promise<{ readonly versions: readonly ConstitutionView[] }> {
    return { versions: bodyFound(await this.queries.execute(new ConstitutionsOf(idIn(params, 'bodyId'))), params) };
  }
}
