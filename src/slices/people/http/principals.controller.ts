import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuseCommand } from '../../../eventstore/command.refusals.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf, PageQuery } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { WriteAccess } from '../../../http/write-access.js';
import { Credentials } from '../sign-in/credentials.js';
import { Identity } from '../sign-in/identity.js';
import { Needs } from '../../../http/needs.js';
import { type IssuedToken } from '../vault/vault.js';
import { type PrincipalRow } from '../views/principal-register.projection.js';
import { ListPrincipals } from '../views/principals.query.js';
import { IssuedTokenDto, MakeTokenDto, PrincipalDto, PrincipalRecordDto, SetPasswordDto, TokensDto } from './access.dto.js';
import { orThrow } from './sign-in.controller.js';

/** An administrator's acts on other principals' passwords, tokens and lock-outs; names and rights are recorded by commands. */
@ApiTags('principals')
@ApiBearerAuth()
@Needs('principals.manage', 'all')
@Controller(`${API}/principals`)
export class PrincipalsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly identity: Identity,
    private readonly credentials: Credentials,
    private readonly writing: WriteAccess,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'ListPrincipals', summary: 'Everybody who may sign in.' })
  @ApiOkResponse({ type: PageOf(PrincipalDto) })
  async list(@Query() query: PageQuery): Promise<PageAnswer<PrincipalRow>> {
    return pageAnswer(await this.queries.execute(new ListPrincipals(page(query))));
  }

  @Get(':login')
  @ApiOperation({ operationId: 'ReadPrincipal', summary: 'One principal, from the record itself.' })
  @ApiOkResponse({ type: PrincipalRecordDto })
  async one(@Param('login') login: string): Promise<PrincipalRecordDto> {
    const { state, revision } = await this.known(login);
    return { login, name: state.name, personId: state.personId ?? null, grants: state.grants, suspended: state.suspended, revision };
  }

  @Put(':login/password')
  @HttpCode(204)
  @ApiOperation({ operationId: 'SetPassword', summary: 'Gives a principal a password, and ends their sign-ins.' })
  @ApiNoContentResponse()
  async setPassword(@Param('login') login: string, @Body() { password }: SetPasswordDto): Promise<void> {
    this.writing.require();
    await this.known(login);
    orThrow(await this.credentials.setPassword(login, password));
  }

  @Get(':login/tokens')
  @ApiOperation({ operationId: 'ListTokens', summary: 'The tokens of a principal, without the tokens themselves.' })
  @ApiOkResponse({ type: TokensDto })
  async tokens(@Param('login') login: string): Promise<TokensDto> {
    await this.known(login);
    return { items: await this.credentials.tokens(login) };
  }

  @Post(':login/tokens')
  @ApiOperation({ operationId: 'MakeToken', summary: 'Makes a token for a principal; it is shown this once.' })
  @ApiCreatedResponse({ type: IssuedTokenDto })
  async makeToken(@Param('login') login: string, @Body() { label, days }: MakeTokenDto): Promise<IssuedToken> {
    this.writing.require();
    await this.known(login);
    return this.credentials.makeToken(login, label, days);
  }

  @Delete(':login/tokens/:tokenId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'RevokeToken', summary: 'Ends a token, from the next request on.' })
  @ApiNoContentResponse()
  async revoke(@Param('login') login: string, @Param('tokenId') tokenId: string): Promise<void> {
    this.writing.require();
    const refused = await this.credentials.revoke(idIn({ login }, 'login'), tokenId);
    if (refused) throw new RequestRefused(refused);
  }

  private async known(login: string) {
    const { state, revision } = await this.identity.state(idIn({ login }, 'login'));
    if (revision === 'none') throw new RequestRefused(refuseCommand('stream.not-found', { detail: { id: login } }));
    return { state, revision };
  }
}
