import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Credentials, Identity } from '../../../slices/people/people.queries.js';
import { Needs } from '../../../http/needs.js';
import {
  GrantRole,
  RegisterPrincipal,
  ReinstatePrincipal,
  SuspendPrincipal,
  WithdrawRole,
} from '../../../slices/people/principal.commands.js';
import { type Grant } from '../../../kernel/principal.js';
import { ALL_BODIES, GRANTABLE_ROLES } from '../../../kernel/rights.js';
import { principalRegister, type PrincipalRow } from '../../../slices/people/people.words.js';
import { refuseCommand } from '../../../eventstore/command.refusals.js';
import { type CommandClass } from '../../../kernel/command.js';
import { idIn } from '../../../http/command-routes.js';
import { SLUG } from '../../../http/fields.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { WriteAccess } from '../../../http/write-access.js';
import { ProjectionEngine } from '../../../projections/projection-engine.js';
import { InjectReadModel } from '../../../projections/projections.module.js';
import { ReadModel } from '../../../projections/read-model.js';
import { ListBodies } from '../../../slices/bodies/bodies.queries.js';
import { FormDoor } from '../form-door.js';
import { type FormFields, formIn } from '../forms.js';
import { type PageProblem } from '../page-problem.js';
import { Pages } from '../pages.js';
import { seeOther } from '../see-other.js';
import { AskedPage, type PageAsked } from '../page-asked.js';

const ON_A_PAGE = 100;
const MOST_BODIES = 500;

interface Step {
  readonly command: CommandClass;
  readonly labels: Readonly<Record<string, string>>;
  readonly done: string;
}

const STEPS: Readonly<Record<string, Step>> = {
  'grant-role': { command: GrantRole, labels: { role: 'Role', bodyId: 'Body' }, done: 'The role is given.' },
  'withdraw-role': { command: WithdrawRole, labels: {}, done: 'The role is withdrawn.' },
  suspend: {
    command: SuspendPrincipal,
    labels: { reason: 'Why they are suspended' },
    done: 'They are suspended, and can do nothing more.',
  },
  reinstate: { command: ReinstatePrincipal, labels: { reason: 'Why they are reinstated' }, done: 'They may act again.' },
};
const DONE: Readonly<Record<string, string>> = {
  registered: 'They are registered. Give them a role and a password.',
  password: 'The password is changed, and their sign-ins have ended.',
  'let-in': 'They can try to sign in again at once.',
};

const stepNamed = (name: string): Step | undefined => (Object.hasOwn(STEPS, name) ? STEPS[name] : undefined);
const roleWords = ({ role, bodyId }: Grant): string => `${role} in ${bodyId === ALL_BODIES ? 'every body' : bodyId}`;

/** Everybody who may sign in, with their roles, and everybody who is locked out after failed attempts. For administrators. */
@ApiExcludeController()
@Needs('principals.manage', 'all')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    private readonly identity: Identity,
    private readonly credentials: Credentials,
    private readonly writing: WriteAccess,
    private readonly projections: ProjectionEngine,
    @InjectReadModel(principalRegister) private readonly principals: ReadModel<PrincipalRow>,
  ) {}

  @Get()
  list(@AskedPage() { query: { after, done }, request, reply }: PageAsked): Promise<string> {
    return this.listPage(request, reply, { after: after || undefined, done });
  }

  @Post('register')
  async register(@AskedPage() { request, reply }: PageAsked): Promise<string> {
    const login = (formIn(request).get('_login') ?? '').trim().toLowerCase();
    if (!SLUG.test(login))
      return this.listPage(request, reply, {
        problems: [{ text: 'Enter a login of small letters, figures and hyphens, such as a-clerk', href: '#_login' }],
        typed: { name: formIn(request).get('name') ?? '', login },
      });
    const sent = await this.forms.submit(RegisterPrincipal, login, request, { labels: { name: 'Name' } });
    if (!sent.done) return this.listPage(request, reply, { problems: sent.problems, typed: { ...sent.typed, login } });
    await this.projections.waitFor(sent.outcome.position, { names: [principalRegister.name] });
    return seeOther(reply, `/people/${login}?done=registered`);
  }

  @Get(':login')
  async one(@AskedPage() { params, query: { done }, request, reply }: PageAsked): Promise<string> {
    return this.personPage(idIn(params, 'login'), request, reply, { done: done && (stepNamed(done)?.done ?? DONE[done]) });
  }

  @Post(':login/password')
  async setPassword(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    this.writing.require();
    const login = idIn(params, 'login');
    await this.known(login);
    const refused = await this.credentials.setPassword(login, formIn(request).get('password') ?? '');
    if (!refused) return seeOther(reply, `/people/${login}?done=password`);
    return this.personPage(login, request, reply, { problems: [{ text: refused.refusal.rule, href: '#password' }] });
  }

  @Post(':login/let-in')
  letIn(@AskedPage() { params, reply }: PageAsked): string {
    const login = idIn(params, 'login');
    this.credentials.letIn(login);
    return seeOther(reply, '/people?done=let-in');
  }

  @Post(':login/:step')
  async record(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const login = idIn(params, 'login');
    const name = params.step ?? '';
    const step = stepNamed(name);
    if (!step) throw new RequestRefused(refuseCommand('stream.not-found', { detail: { id: name } }));
    const sent = await this.forms.submit(step.command, login, request, { labels: step.labels });
    if (!sent.done) return this.personPage(login, request, reply, { problems: sent.problems, typed: sent.typed });
    await this.projections.waitFor(sent.outcome.position, { names: [principalRegister.name] });
    return seeOther(reply, `/people/${login}?done=${name}`);
  }

  private async listPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { after, done, problems = [], typed = {} }: Shown & { readonly after?: string | undefined },
  ): Promise<string> {
    const { rows, next } = await this.principals.page({
      orderBy: { login: 'asc' },
      limit: ON_A_PAGE,
      ...(after !== undefined && { cursor: after }),
    });
    return this.pages.render(request, reply, {
      title: 'People',
      template: 'people.njk',
      problems,
      ...(done !== undefined && Object.hasOwn(DONE, done) && { done: DONE[done] }),
      data: {
        people: rows.map((row) => ({ ...row, roles: row.grants.map(roleWords) })),
        next,
        lockOuts: this.credentials.lockOuts(),
        typed,
        key: this.forms.key(),
      },
    });
  }

  private async personPage(
    login: string,
    request: FastifyRequest,
    reply: FastifyReply,
    { done, problems = [], typed = {} }: Shown,
  ): Promise<string> {
    const { state, revision } = await this.known(login);
    const { rows: bodies } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES, sort: 'name' }));
    return this.pages.render(request, reply, {
      title: state.name,
      template: 'person.njk',
      breadcrumbs: [{ text: 'People', href: '/people' }, { text: state.name }],
      problems,
      ...(done && { done }),
      data: {
        login,
        person: state,
        revision,
        roles: state.grants.map((grant) => ({ ...grant, words: roleWords(grant) })),
        lockOuts: this.credentials.lockOuts().filter((one) => one.login === login),
        roleChoices: GRANTABLE_ROLES.map((role) => ({ value: role, text: role })),
        bodyChoices: [{ value: ALL_BODIES, text: 'Every body' }, ...bodies.map(({ bodyId, name }) => ({ value: bodyId, text: name }))],
        typed,
        key: this.forms.key(),
      },
    });
  }

  private async known(login: string) {
    const { state, revision } = await this.identity.state(login);
    if (revision === 'none') throw new RequestRefused(refuseCommand('stream.not-found', { detail: { id: login } }));
    return { state, revision };
  }
}

interface Shown {
  readonly done?: string | undefined;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
}
