import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Credentials, Identity, ListPrincipals } from '../../../slices/people/people.queries.js';
import { Needs } from '../../../http/needs.js';
import { type Grant } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { refuseCommand } from '../../../eventstore/command.refusals.js';
import { idIn } from '../../../http/command-routes.js';
import { SLUG } from '../../../http/fields.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { WriteAccess } from '../../../http/write-access.js';
import { ListBodies } from '../../../slices/bodies/bodies.queries.js';
import { formIn } from '../forms.js';
import { Pages } from '../pages.js';
import { seeOther } from '../see-other.js';
import { AskedPage, type PageAsked } from '../page-asked.js';
import { RecordPage, stepsOf } from '../record-page.js';
import { type Shown, shownForm, stepNamed } from '../steps/step.js';
import { StepForms } from '../steps/step-forms.js';
import { PERSON_STEPS, REGISTER } from './person-steps.js';

const ON_A_PAGE = 100;
const MOST_BODIES = 500;

/** What is done beside the steps: a password and a lock-out are no part of the record. */
const DONE: Readonly<Record<string, { readonly done: string }>> = {
  registered: REGISTER,
  password: { done: 'The password is changed, and their sign-ins have ended.' },
  'let-in': { done: 'They can try to sign in again at once.' },
};
const NO_LOGIN = { text: 'Enter a login of small letters, figures and hyphens, such as a-clerk', href: '#_login' };

const noticeOf = (done: string | undefined): string | undefined =>
  (stepNamed(PERSON_STEPS, done) ?? (done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined))?.done;
const roleWords = ({ role, bodyId }: Grant): string => `${role} in ${bodyId === ALL_BODIES ? 'every body' : bodyId}`;

/** Everybody who may sign in, with their roles, and everybody who is locked out after failed attempts. For administrators. */
@ApiExcludeController()
@Needs('principals.manage', 'all')
@Controller('people')
export class PeopleController {
  private readonly person: RecordPage<Awaited<ReturnType<PeopleController['read']>>>;

  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    private readonly identity: Identity,
    private readonly credentials: Credentials,
    private readonly writing: WriteAccess,
  ) {
    this.person = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ person, bodies }) => stepsOf(PERSON_STEPS, person, () => ({ bodies })),
      target: ({ login }) => login,
      revision: ({ revision }) => revision,
      address: ({ login }) => `/people/${login}`,
      standing: true,
      oneTitle: true,
      alsoDone: DONE,
      content: ({ login, person }) => ({
        title: person.name,
        template: 'person.njk',
        breadcrumbs: [{ text: 'People', href: '/people' }, { text: person.name }],
        data: {
          login,
          person,
          roles: person.grants.map((grant) => ({ ...grant, words: roleWords(grant) })),
          lockOuts: credentials.lockOuts().filter((one) => one.login === login),
        },
      }),
    });
  }

  @Get()
  list(@AskedPage() asked: PageAsked): Promise<string> {
    return this.listPage(asked, { done: noticeOf(asked.query.done) });
  }

  @Post('register')
  async register(@AskedPage() asked: PageAsked): Promise<string> {
    const login = (formIn(asked.request).get('_login') ?? '').trim().toLowerCase();
    return this.forms.take(asked, {
      name: 'registered',
      step: REGISTER,
      known: undefined,
      target: login,
      extraFields: () => (SLUG.test(login) ? {} : { problem: NO_LOGIN }),
      standing: true,
      at: `/people/${login}`,
      again: ({ problems, typed }) => this.listPage(asked, { problems, typed: { ...typed, _login: login } }),
    });
  }

  @Get(':login')
  one(@AskedPage() asked: PageAsked): Promise<string> {
    return this.person.show(asked);
  }

  @Post(':login/password')
  async setPassword(@AskedPage() asked: PageAsked): Promise<string> {
    this.writing.require();
    const { login } = await this.read(asked);
    const refused = await this.credentials.setPassword(login, formIn(asked.request).get('password') ?? '');
    if (!refused) return seeOther(asked.reply, `/people/${login}?done=password`);
    return this.person.show(asked, { problems: [{ text: refused.refusal.rule, href: '#password' }] });
  }

  @Post(':login/let-in')
  letIn(@AskedPage() { params, reply }: PageAsked): string {
    this.credentials.letIn(idIn(params, 'login'));
    return seeOther(reply, '/people?done=let-in');
  }

  @Post(':login/:step')
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.person.record(asked);
  }

  private async listPage({ query, request, reply }: PageAsked, { done, problems = [], typed = {} }: Shown): Promise<string> {
    const { after } = query;
    const { rows, next } = await this.queries.execute(new ListPrincipals({ limit: ON_A_PAGE, ...(after && { cursor: after }) }));
    return this.pages.render(request, reply, {
      title: 'People',
      template: 'people.njk',
      problems,
      ...(done && { done }),
      data: {
        people: rows.map((row) => ({ ...row, roles: row.grants.map(roleWords) })),
        next,
        lockOuts: this.credentials.lockOuts(),
        form: shownForm(REGISTER, undefined, { action: '/people/register', cancel: '/people', typed }),
        key: this.forms.key(),
      },
    });
  }

  private async read({ params }: PageAsked) {
    const login = idIn(params, 'login');
    const { state: person, revision } = await this.identity.state(login);
    if (revision === 'none') throw new RequestRefused(refuseCommand('stream.not-found', { detail: { id: login } }));
    const { rows: bodies } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES, sort: 'name' }));
    return { body: { bodyId: ALL_BODIES }, login, person, revision, bodies };
  }
}
