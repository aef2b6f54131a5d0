import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { API } from '../../../http/command-routes.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { WriteAccess } from '../../../http/write-access.js';
import { Credentials, type Refused } from '../sign-in/credentials.js';
import { Anyone, Caller, SignedIn } from '../../../http/needs.js';
import { bodiesWith, type Principal } from '../../../kernel/principal.js';
import { type Right, RIGHTS } from '../../../kernel/rights.js';
import { type IssuedToken } from '../vault/vault.js';
import { CallerDto, ChangePasswordDto, IssuedTokenDto, SignInDto } from './access.dto.js';

export const orThrow = (refused: Refused | null): void => {
  if (refused)
    throw new RequestRefused(refused.refusal, refused.retryAfter === undefined ? {} : { 'retry-after': String(refused.retryAfter) });
};

/** A principal's own acts: signing in and out, changing its password, reading its rights. */
@ApiTags('access')
@Controller(API)
export class SignInController {
  constructor(
    private readonly credentials: Credentials,
    private readonly writing: WriteAccess,
  ) {}

  @Post('sign-in')
  @Anyone()
  @ApiOperation({
    operationId: 'SignIn',
    summary: 'Gives a token for a login and its password.',
    description: 'After repeated failures it answers 429 for a while.',
  })
  @ApiCreatedResponse({ type: IssuedTokenDto })
  async signIn(@Body() { login, password }: SignInDto, @Req() request: FastifyRequest): Promise<IssuedToken> {
    this.writing.require();
    const result = await this.credentials.signIn(login, password, request.ip);
    if ('refusal' in result) orThrow(result);
    return result as IssuedToken;
  }

  @Post('sign-out')
  @SignedIn()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'SignOut', summary: 'Ends the token it is sent with.' })
  @ApiNoContentResponse()
  async signOut(@Caller() principal: Principal, @Req() { tokenId }: FastifyRequest): Promise<void> {
    this.writing.require();
    if (tokenId !== null) await this.credentials.revoke(principal.id, tokenId);
  }

  @Post('password')
  @SignedIn()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ operationId: 'ChangePassword', summary: 'Changes one’s own password, and ends one’s other sign-ins.' })
  @ApiNoContentResponse()
  async changePassword(
    @Body() { current, password }: ChangePasswordDto,
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    this.writing.require();
    orThrow(await this.credentials.changePassword(principal.id, current, password, request.ip, request.tokenId));
  }

  @Get('me')
  @Anyone()
  @ApiOperation({ operationId: 'WhoAmI', summary: 'Who is asking, and what they may, in which bodies.' })
  @ApiOkResponse({ type: CallerDto })
  me(@Caller() principal: Principal): CallerDto {
    const rights = (Object.keys(RIGHTS) as Right[]).map((right) => ({
      right,
      allows: RIGHTS[right].allows,
      bodies: [bodiesWith(principal, right)].flat(),
    }));
    return { login: principal.id, name: principal.name, rights: rights.filter(({ bodies }) => bodies.length > 0) };
  }
}
