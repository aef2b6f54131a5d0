import { actionScope } from '../../slices/actions/action.scope.js';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../http/needs.js';
import { allows, PUBLIC } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { FormDoor, type FormOf, type Sent } from '../frame/form-door.js';
import { seeOther } from '../frame/see-other.js';
import { askedByButton } from './asked-by-button.js';
import { type Following, isProblem, type LiveForm } from './forms/live-form.js';
import { actionIdFor, LIVE_FORMS } from './live-forms.js';
import { type Read, type Shown } from './live-data.js';
import { settledText, showsNothing } from '../../kernel/text.js';
import { decisionRead, type Meeting, readAsDecision } from '../../slices/meetings/meetings.words.js';
import { LivePageRenderer } from './live-page.renderer.js';
import { Watched } from './watched.js';
import { formOf, MOVED_ON, openedBy, ownOf, problem, reworded, seenIn, timeOf } from './live-sent.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

type Params = Readonly<Record<string, string>>;
type Query_ = Readonly<Record<string, string | undefined>>;

/** How often a guarded form is tried again because others recorded something meanwhile. */
const ATTEMPTS = 5;

/** The live meeting: recorded while others talk, on one page, by as many clerks as there are. A reader who may not record watches. */
@ApiExcludeController()
@Needs('meetings.read-drafts')
@Controller('bodies/:bodyId/meetings/:meeting/live')
export class LivePage {
  constructor(
    private readonly forms: FormDoor,
    private readonly renderer: LivePageRenderer,
    private readonly watched: Watched,
  ) {}

  @Get()
  async show(
    @Param() params: Params,
    @Query() query: Query_,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const read = await this.read(params, request);
    const { mode, done, k, of } = query;
    const text = confirmed(done === undefined ? undefined : LIVE_FORMS[done]?.confirmation, readDecision(read.meeting, of));
    const confirmation = done === undefined || k === undefined ? undefined : { text, key: k };
    const shown: Shown = { mode, opened: query, confirmation, focus: mode !== undefined };
    const asked = request.headers['hx-target'] === 'composer';
    return asked ? this.renderer.composer(read, request, reply, shown) : this.renderer.page(read, request, reply, shown);
  }

  /** The parts that changed since the browser last saw the meeting; 204 if none did. */
  @Get('now')
  async now(
    @Param() params: Params,
    @Query() query: Query_,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const read = await this.read(params, request);
    const seen = seenIn((name) => query[name]);
    if (seen.rev === String(read.revision) && query['_actions'] === undefined) {
      void reply.code(204);
      return '';
    }
    const parts = (): Promise<string> => this.renderer.parts(read, request, reply, { mode: seen.mode }, seen, 'feed');
    if (writesOrPresides(request, read.bodyId)) return parts();
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return this.watched.parts([read.bodyId, read.key, read.revision, read.exempt, seen], parts);
  }

  /** One press of a button: somebody arrived or left, the next item, the quorum declared. */
  @Post('act')
  async act(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const form = formOf(request);
    const read = await this.read(params, request);
    const button = form.get('_do') ?? '';
    const asked = askedByButton(button, read.meeting, read.standing);
    if (!asked) return this.answer(read, problem(MOVED_ON), request, reply, 'button', {});
    // One form has many buttons, and each button needs a key of its own.
    const key = `${form.get('_key') ?? ''}.${button.replaceAll(' ', '.')}`;
    // A declaration of the quorum is about the people who were there when the page was read, so it must be recorded on that revision.
    const revision = button.startsWith('quorum-') ? read.revision : '*';
    const timed = timeOf(read, form);
    const extraFields = { ...asked.fields, ...('text' in timed ? {} : timed.happened) };
    const sent = 'text' in timed ? problem(timed) : await this.send(asked.command, read, request, { extraFields, key, revision });
    const { confirmation: text, undo } = asked;
    return this.answer(read, sent, request, reply, 'button', { confirmation: { text, key, ...(undo !== undefined && { undo }) } });
  }

  /** How the words typed so far would be read as a decision, shown while they are typed. */
  @Post('read-decision')
  async readDecision(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const words = settledText(formOf(request).get('words') ?? '');
    const { meeting } = await this.read(params, request);
    const read = showsNothing(words) ? null : (readAsDecision(words, meeting) ?? NO_VERB);
    return this.renderer.reading(request, reply, read);
  }

  @Post(':form')
  async submit(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const name = params.form ?? '';
    const live = Object.hasOwn(LIVE_FORMS, name) ? LIVE_FORMS[name] : undefined;
    if (!live) throw new RequestRefused(refuseRequest('request.not-found'));
    const form = formOf(request);
    const read = await this.read(params, request);
    const sent = await this.record(live, read, request, form);
    const undo = sent.done ? live.undo?.(sent.outcome.id) : undefined;
    const text = confirmed(live.confirmation, sent.done ? sent.outcome.read : undefined);
    const confirmation = { text, key: form.get('_key') ?? '', ...(undo !== undefined && { undo }) };
    const shown: Shown = sent.done
      ? { mode: live.nextComposer, confirmation, focus: true }
      : { mode: live.mode, opened: openedBy(form), typed: sent.typed, own: ownOf(form) };
    return this.answer(read, sent, request, reply, 'composer', shown, name, sent.done ? sent.outcome.id : undefined);
  }

  private async read(params: Params, request: FastifyRequest): Promise<Read> {
    return this.renderer.read(idIn(params, 'bodyId'), idIn(params, 'meeting'), request);
  }

  /**
   * A guarded form depends on what its sender saw: it is recorded only on the revision at which that was checked. If others record
   * meanwhile, it is checked again.
   */
  private async record(live: LiveForm, first: Read, request: FastifyRequest, form: URLSearchParams): Promise<Sent> {
    const guarded = form.has('_seen') || form.has('_entitled');
    let read = first;
    for (let attempt = 1; ; attempt += 1) {
      const beside = live.extraFields?.({ meeting: read.meeting, standing: read.standing, form }) ?? {};
      if (isProblem(beside)) return problem(beside, form);
      const timed = timeOf(read, form);
      if ('text' in timed) return problem(timed, form);
      const { labels } = live;
      const extraFields = { ...beside, ...timed.happened };
      const sent = await this.send(live.command, read, request, { extraFields, labels, ...(guarded && { revision: read.revision }) });
      const following = sent.done ? live.followedBy?.(sent.outcome.id, form) : null;
      if (sent.done && following) return this.follow(sent, following, read, request);
      if (sent.done || !guarded || sent.refusal.code !== 'stream.clash' || attempt === ATTEMPTS) return atFields(sent, live);
      read = await this.renderer.read(read.bodyId, read.key, request);
    }
  }

  /** The second command of one form is recorded on whatever stands now; the first command stands even if the second is refused. */
  private async follow(first: Sent & { readonly done: true }, next: Following, read: Read, request: FastifyRequest): Promise<Sent> {
    const key = `${formOf(request).get('_key') ?? ''}.${next.suffix}`;
    const sent = await this.send(next.command, read, request, { extraFields: next.fields, typed: {}, key, revision: '*' });
    if (sent.done) return first;
    return { ...sent, problems: sent.problems.map(({ text }) => ({ text: `${next.butFirst} ${text}` })), typed: {} };
  }

  private send(command: LiveForm['command'], read: Read, request: FastifyRequest, form: FormOf): Promise<Sent> {
    const key = form.key ?? formOf(request).get('_key') ?? '';
    const target = command.spec.scope === actionScope ? `${read.bodyId}/${actionIdFor(key)}` : `${read.bodyId}/${read.key}`;
    return this.forms.submit(command, target, request, form);
  }

  private async answer(
    before: Read,
    sent: Sent,
    request: FastifyRequest,
    reply: FastifyReply,
    from: 'composer' | 'button',
    shown: Shown,
    name = 'act',
    of?: string,
  ): Promise<string> {
    const form = formOf(request);
    const htmx = request.headers['hx-request'] === 'true';
    if (sent.done && !htmx) {
      const { mode, confirmation } = shown;
      const query = new URLSearchParams({
        ...(mode && { mode }),
        done: name,
        ...(of !== undefined && { of }),
        ...(confirmation && { k: confirmation.key }),
      });
      return seeOther(
        reply,
        `/bodies/${before.bodyId}/meetings/${before.key}/live?${query.toString()}#${from === 'composer' ? 'composer' : 'live-said'}`,
      );
    }
    const problems = sent.done ? [] : sent.problems.map(reworded(sent));
    const read = await this.renderer.read(before.bodyId, before.key, request);
    const whole: Shown = {
      ...shown,
      problems,
      confirmation: sent.done ? shown.confirmation : undefined,
      again: !sent.done && sent.refusal.code === 'command.key-reused',
    };
    if (!htmx) return this.renderer.page(read, request, reply, whole);
    const seen = seenIn((field) => form.get(field) ?? undefined);
    return this.renderer.parts(read, request, reply, from === 'button' ? { ...whole, mode: seen.mode } : whole, seen, from);
  }
}

const NO_VERB = 'it begins with none of the verbs of a decision';

/** Problems of what was typed stand at its fields, also where the fields make a part of the command. */
const atFields = (sent: Sent, { part }: LiveForm): Sent =>
  sent.done || part === undefined
    ? sent
    : { ...sent, problems: sent.problems.map((one) => ({ ...one, ...(one.href && { href: one.href.replace(`#${part}.`, '#') }) })) };

/** What a form recorded; of a decision, with how its words were read. */
const confirmed = (text = 'Recorded', read: string | undefined): string => (read === undefined ? text : `${text}: ${read}`);

const readDecision = ({ decisions }: Meeting, id: string | undefined): string | undefined => {
  const decision = decisions.find(({ decisionId }) => decisionId === id);
  return decision && decisionRead(decision);
};

const writesOrPresides = ({ principal }: FastifyRequest, bodyId: string): boolean =>
  allows(principal ?? PUBLIC, 'meetings.record', bodyId) || allows(principal ?? PUBLIC, 'meetings.preside', bodyId);
