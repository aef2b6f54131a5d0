import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Credentials, type Refused, beginSession, endSession } from '../../../slices/people/people.queries.js';
import { Anyone, Caller, SignedIn } from '../../../http/needs.js';
import { type Principal, PUBLIC } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { WriteAccess } from '../../../http/write-access.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { localPath } from '../local-path.js';
import { type PageProblem } from '../page-problem.js';
import { Pages } from '../pages.js';
import { seeOther } from '../see-other.js';
import { refusePage } from '../web.refusals.js';
import { AskedPage, type PageAsked } from '../page-asked.js';

const fieldOf = (body: unknown, name: string): string => (body instanceof URLSearchParams ? (body.get(name) ?? '') : '');

/** One's own account: sign in and out, change the password, sign out everywhere. */
@ApiExcludeController()
@Controller()
export class AccountController {
  constructor(
    private readonly pages: Pages,
    private readonly credentials: Credentials,
    private readonly writing: WriteAccess,
  ) {}

  @Get('sign-in')
  @Anyone()
  signInPage(
    @Query() { next }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return this.signInForm(request, reply, localPath(next));
  }

  @Post('sign-in')
  @Anyone()
  async signIn(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    this.writing.require();
    const [login, password] = [fieldOf(request.body, 'login').trim().toLowerCase(), fieldOf(request.body, 'password')];
    const next = localPath(fieldOf(request.body, 'next'));
    const problems = [
      ...(login ? [] : [{ text: 'Enter your login', href: '#login' }]),
      ...(password ? [] : [{ text: 'Enter your password', href: '#password' }]),
    ];
    if (problems.length > 0) return this.signInForm(request, reply, next, login, problems);
    const result = await this.credentials.signIn(login, password, request.ip);
    if ('refusal' in result) return this.signInForm(request, reply, next, login, [{ text: whyNot(result), href: '#login' }]);
    beginSession(request, reply, result.token, result.expiresAt);
    return seeOther(reply, next);
  }

  @Post('sign-out')
  @Anyone()
  async signOut(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const { principal, tokenId } = request;
    if (principal && tokenId !== null) await this.credentials.revoke(principal.id, tokenId);
    endSession(request, reply);
    return seeOther(reply, '/');
  }

  @Get('account')
  @SignedIn()
  account(
    @Query() { done }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    return this.accountPage(
      request,
      reply,
      [],
      done === 'password' ? 'Your password is changed, and your other sign-ins have ended.' : undefined,
    );
  }

  @Post('account/password')
  @SignedIn()
  async changePassword(
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.writing.require();
    const [current, password, again] = ['current', 'password', 'again'].map((name) => fieldOf(request.body, name)) as [
      string,
      string,
      string,
    ];
    if (password !== again) return this.accountPage(request, reply, [problemOf(refusePage('page.passwords-differ'), 'again')]);
    const refused = await this.credentials.changePassword(principal.id, current, password, request.ip, request.tokenId);
    if (refused)
      return this.accountPage(request, reply, [problemOf(refused.refusal, refused.refusal.field === 'password' ? 'password' : 'current')]);
    return seeOther(reply, '/account?done=password');
  }

  @Post('account/sign-out-everywhere')
  @SignedIn()
  async signOutEverywhere(
    @Caller() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    this.writing.require();
    await this.credentials.endSessions(principal.id);
    endSession(request, reply);
    return seeOther(reply, '/sign-in');
  }

  private signInForm(
    request: FastifyRequest,
    reply: FastifyReply,
    next: string,
    login = '',
    problems: readonly PageProblem[] = [],
  ): string {
    return this.pages.render(request, reply, { title: 'Sign in', template: 'sign-in.njk', problems, data: { next, login } });
  }

  private accountPage(request: FastifyRequest, reply: FastifyReply, problems: readonly PageProblem[], done?: string): string {
    const { grants } = request.principal ?? PUBLIC;
    const roles = grants.map(({ role, bodyId }) => ({ role, where: bodyId === ALL_BODIES ? 'every body' : bodyId }));
    return this.pages.render(request, reply, {
      title: 'Your account',
      template: 'account-page.njk',
      problems,
      data: { roles },
      ...(done && { done }),
    });
  }
}

const problemOf = ({ rule }: Refusal, field: string): PageProblem => ({ text: rule, href: `#${field}` });

const whyNot = ({ refusal, retryAfter }: Refused): string =>
  retryAfter === undefined
    ? refusal.rule
    : `There were too many attempts. Wait ${Math.ceil(retryAfter / 60)} ${retryAfter > 60 ? 'minutes' : 'minute'} and try again; an administrator can give you a new password at once.`;
