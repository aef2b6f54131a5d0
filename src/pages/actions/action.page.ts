import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, bodiesWith } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { FormDoor } from '../frame/form-door.js';
import { fieldsOf, type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { type Breadcrumb, Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingAtMoment, pageMomentFor } from '../frame/turning-back.js';
import { seeOther } from '../frame/see-other.js';
import { when } from '../../kernel/words.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { ListMeetings, MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { actionRegister, actionTold, refuseAction } from '../../slices/actions/actions.words.js';
import { ActionRevision, ActionAsAt, type ActionStory } from '../../slices/actions/actions.queries.js';
import { unchangedIn } from './action-correction.js';
import { storyOf } from '../frame/steps/story.js';
import { ACTION_STEPS, offeredSteps } from './action-steps.js';
import { addressOfMeeting, addressOfAction } from '../frame/addresses.js';
import { trackerRow } from './tracker-view.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
type Params = Readonly<Record<string, string>>;

interface Read {
  readonly body: BodyHeading;
  /** The day to which days overdue are counted. */
  readonly today: string;
  readonly then: PageMoment;
  readonly action: ActionStory;
}

interface Shown {
  readonly step?: string | undefined;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
  readonly done?: string | undefined;
}

const MOST_MEETINGS = 100;

/** One action with its whole story, its source, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/actions/:action')
export class ActionPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
    private readonly projections: ProjectionEngine,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(params, request);
    if (!('action' in read)) return this.notYet(read, params, request, reply);
    return this.page(read, request, reply, { step: query.do, done: stepNamed(query.done)?.done });
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const name = params.step ?? '';
    const step = stepNamed(name);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const read = await this.read(params, request);
    if (!('action' in read)) throw new RequestRefused(refuseAction('action.not-found', { detail: params }));
    const { actionId } = read.action;
    const typed = fieldsOf(request.body instanceof URLSearchParams ? request.body : []);
    const sent = await this.forms.submit(step.command, actionId, request, {
      labels: step.labels,
      ...(name === 'correct' && { extraFields: unchangedIn(typed, read.action) }),
    });
    if (!sent.done) return this.page(read, request, reply, { step: name, problems: sent.problems, typed: sent.typed });
    // Without waiting, the page that the browser is sent to might not show what was just recorded.
    await this.projections.waitFor(sent.outcome.position, { names: [actionRegister.name] });
    return seeOther(reply, `${addressOfAction(actionId)}?done=${name}`);
  }

  /** Public: the action now, or with ?as-at=day. With audit.read: also ?as-at=instant and ?as-known-at. */
  private async read(params: Params, request: FastifyRequest): Promise<Read | Omit<Read, 'action'>> {
    const bodyId = idIn(params, 'bodyId');
    const actionId = `${bodyId}/${idIn(params, 'action')}`;
    const exemptIn = bodiesWith(request.principal!, 'meetings.read-exempt');
    const body = await this.queries.execute(new BodyHead(bodyId));
    const now = dateInZone(this.clock.now(), body?.timeZone ?? 'UTC');
    const action = body && (await this.queries.execute(new ActionAsAt(actionId, now, exemptIn)));
    if (!body || !action) throw new RequestRefused(refuseAction('action.not-found', { detail: { actionId } }));
    const then = pageMomentFor(request, body, { byDay: true });
    if (!then.past) return { body, today: now, then, action };
    const today = then.day ?? now;
    const past = await this.queries.execute(new ActionAsAt(actionId, today, exemptIn, then.moments));
    return past ? { body, today, then, action: past } : { body, today, then };
  }

  private notYet(
    { body: { bodyId, name }, then }: Omit<Read, 'action'>,
    params: Params,
    request: FastifyRequest,
    reply: FastifyReply,
  ): string {
    return nothingAtMoment(this.pages, request, reply, then, {
      title: `Action – ${name}`,
      breadcrumbs: trailTo(bodyId, name, 'Action', then),
      what: 'an action with this address',
      bodyId,
      ref: `${bodyId}/${idIn(params, 'action')}`,
    });
  }

  private async page(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    { step, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const { body, today, then, action } = read;
    const { bodyId, name, timeZone } = body;
    const principal = request.principal!;
    const to = allows(principal, 'audit.read', bodyId) ? then.to : (address: string): string => address;
    const offered = then.past ? [] : offeredSteps(action, (right) => allows(principal, right, bodyId));
    const chosen = problems.length > 0 || offered.some((one) => one.step === step) ? step : undefined;
    const form = chosen === undefined ? undefined : stepNamed(chosen);
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${action.item.title} – action ${action.actionId.slice(bodyId.length + 1)}`,
      template: 'actions/action.njk',
      breadcrumbs: trailTo(bodyId, name, action.item.title, then),
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        body,
        today,
        then,
        ref: action.actionId,
        action: trackerRow(action),
        at: addressOfAction(action.actionId),
        offered,
        step: chosen,
        form,
        typed: typed ?? startOf(chosen, action),
        key: this.forms.key(),
        revision: await this.queries.execute(new ActionRevision(action.actionId)),
        meetings: chosen === 'note' ? await this.openedMeetings(bodyId, action.raisedOn) : [],
        source: await this.sourceOf(action, then, request),
        saidOn: today,
        story: storyOf(action.story, actionTold, (instant) => dateInZone(instant, timeZone)).map(({ atMeeting, ...entry }) => ({
          ...entry,
          meeting: atMeeting === undefined ? null : { text: `At the meeting of ${when(entry.on)}`, href: to(addressOfMeeting(atMeeting)) },
        })),
      },
    });
  }

  /** Links to the meeting and the decision that the action came from, as far as this reader may open them. */
  private async sourceOf({ bodyId, source }: ActionStory, then: PageMoment, { principal }: FastifyRequest): Promise<object | null> {
    if (source.kind !== 'decision') return null;
    const { meetingId, decisionId } = source.decision;
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    const drafts = allows(principal!, 'meetings.read-drafts', bodyId);
    const signed = meeting?.minute.signed !== undefined;
    const to = allows(principal!, 'audit.read', bodyId) ? then.to : (address: string): string => address;
    const query = new URLSearchParams({ meeting: meetingId }).toString();
    return {
      meetingHref: drafts || signed || (meeting?.notices.length ?? 0) > 0 ? to(addressOfMeeting(meetingId)) : null,
      decisionHref:
        drafts || signed ? to(`/bodies/${bodyId}/decisions?${query}#${meetingId.slice(bodyId.length + 1)}.${decisionId}`) : null,
    };
  }

  /** The meetings that can have noted the action complete: opened, and not before the action was raised. */
  private async openedMeetings(bodyId: string, from: string): Promise<readonly object[]> {
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, from, newestFirst: true, limit: MOST_MEETINGS }));
    return rows
      .filter(({ status }) => status === 'open' || status === 'adjourned' || status === 'concluded')
      .map(({ meetingId, date, title }) => ({ value: meetingId, text: `${when(date)}, ${title}` }));
  }
}

const trailTo = (bodyId: string, name: string, text: string, then: PageMoment): readonly Breadcrumb[] => [
  { text: 'Bodies', href: '/bodies' },
  { text: name, href: `/bodies/${bodyId}` },
  { text: 'Actions', href: then.to(`/bodies/${bodyId}/actions`) },
  { text },
];

const stepNamed = (name: string | undefined) => (name !== undefined && Object.hasOwn(ACTION_STEPS, name) ? ACTION_STEPS[name] : undefined);

/** The values that a form has when it is first shown. */
function startOf(step: string | undefined, { words, organisation, officers, item, due }: ActionStory): FormFields {
  const own = { officers, ...(organisation !== null && { organisation }) };
  if (step === 'transfer') return own;
  if (step !== 'correct') return {};
  return { ...own, words, due: due.words, item: { title: item.title, ...(item.number !== null && { number: item.number }) } };
}
