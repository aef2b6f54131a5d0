import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Credentials, type Refused, beginSession, endSession } from '../../../slices/people/people.queries.js';
import { Anyone, Caller, SignedIn } from '../../../http/needs.js';
import { type Principal, PUBLIC } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { WriteAccess } from '../../../http/write-access.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { formIn } from '../forms.js';
import { localPath } from '../local-path.js';
import { type PageProblem } from '../page-problem.js';
import { Pages } from '../pages.js';
import { seeOther } from '../see-other.js';
import { refusePage } from '../web.refusals.js';
import { AskedPage, type PageAsked } from '../page-asked.js';

/** The text of a field; empty if the form has none of that name. */
const typedIn = ({ request }: PageAsked, name: string): string => formIn(request).get(name) ?? '';

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
  signInPage(@AskedPage() asked: PageAsked): string {
    return this.signInForm(asked, localPath(asked.query.next));
  }

  /** No step: signing in is nothing of the record, and what it gives is a cookie. */
  @Post('sign-in')
  @Anyone()
  async signIn(@AskedPage() asked: PageAsked): Promise<string> {
    const { request, reply } = asked;
    this.writing.require();
    const [login, password] = [typedIn(asked, 'login').trim().toLowerCase(), typedIn(asked, 'password')];
    const next = localPath(typedIn(asked, 'next'));
    const problems = [
      ...(login ? [] : [{ text: 'Enter your login', href: '#login' }]),
      ...(password ? [] : [{ text: 'Enter your password', href: '#password' }]),
    ];
    if (problems.length > 0) return this.signInForm(asked, next, login, problems);
    const result = await this.credentials.signIn(login, password, request.ip);
    if ('refusal' in result) return this.signInForm(asked, next, login, [{ text: whyNot(result), href: '#login' }]);
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
  account(@AskedPage() asked: PageAsked): string {
    const changed = asked.query.done === 'password';
    return this.accountPage(asked, [], changed ? 'Your password is changed, and your other sign-ins have ended.' : undefined);
  }

  /** No step: a password is kept beside the record, never in it. */
  @Post('account/password')
  @SignedIn()
  async changePassword(@AskedPage() asked: PageAsked, @Caller() { id }: Principal): Promise<string> {
    this.writing.require();
    const { request, reply } = asked;
    const password = typedIn(asked, 'password');
    if (password !== typedIn(asked, 'again')) return this.accountPage(asked, [problemOf(refusePage('page.passwords-differ'), 'again')]);
    const refused = await this.credentials.changePassword(id, typedIn(asked, 'current'), password, request.ip, request.tokenId);
    if (refused)
      return this.accountPage(asked, [problemOf(refused.refusal, refused.refusal.field === 'password' ? 'password' : 'current')]);
    return seeOther(reply, '/account?done=password');
  }

  @Post('account/sign-out-everywhere')
  @SignedIn()
  async signOutEverywhere(@AskedPage() { request, reply }: PageAsked, @Caller() { id }: Principal): Promise<string> {
    this.writing.require();
    await this.credentials.endSessions(id);
    endSession(request, reply);
    return seeOther(reply, '/sign-in');
  }

  private signInForm({ request, reply }: PageAsked, next: string, login = '', problems: readonly PageProblem[] = []): string {
    return this.pages.render(request, reply, { title: 'Sign in', template: 'sign-in.njk', problems, data: { next, login } });
  }

  private accountPage({ request, reply }: PageAsked, problems: readonly PageProblem[], done?: string): string {
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
