import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, bodiesWith } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type Breadcrumb, Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingAtMoment, pageMomentFor } from '../frame/turning-back.js';
import { when } from '../../kernel/words.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { actionRegister, actionTold, refuseAction } from '../../slices/actions/actions.words.js';
import { ActionRevision, ActionAsAt, type ActionStory } from '../../slices/actions/actions.queries.js';
import { storyOf } from '../frame/steps/story.js';
import { openedMeetings } from '../frame/steps/meeting-choices.js';
import { openedStep } from '../frame/steps/opened-step.js';
import { type Shown, shownForm, stepNamed } from '../frame/steps/step.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { type Right } from '../../kernel/rights.js';
import { ACTION_STEPS, type ActionAt } from './action-steps.js';
import { addressOfMeeting, addressOfAction } from '../frame/addresses.js';
import { trackerRow } from './tracker-view.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { keyOf } from '../../kernel/record-id.js';

type Params = Readonly<Record<string, string>>;

interface Read {
  readonly body: BodyHeading;
  /** The day to which days overdue are counted. */
  readonly today: string;
  readonly then: PageMoment;
  readonly action: ActionStory;
}

/** One action with its whole story, its source, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/actions/:action')
export class ActionPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Anyone()
  async show(@AskedPage() { params, query, request, reply }: PageAsked): Promise<string> {
    const read = await this.read(params, request);
    if (!('action' in read)) return this.notYet(read, params, request, reply);
    return this.page(read, request, reply, { step: query.do, done: stepNamed(ACTION_STEPS, query.done)?.done });
  }

  @Post(':step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const { params, request, reply } = asked;
    const step = stepAsked(ACTION_STEPS, params.step);
    const read = await this.read(params, request);
    if (!('action' in read)) throw new RequestRefused(refuseAction('action.not-found', { detail: params }));
    const { actionId } = read.action;
    return this.forms.take(asked, {
      name: params.step ?? '',
      step,
      known: await this.stepAt(read),
      target: actionId,
      at: addressOfAction(actionId),
      shownBy: [actionRegister],
      again: (shown) => this.page(read, request, reply, shown),
    });
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

  private notYet({ body, then }: Omit<Read, 'action'>, params: Params, request: FastifyRequest, reply: FastifyReply): string {
    const { bodyId, name } = body;
    return nothingAtMoment(this.pages, request, reply, then, {
      title: `Action – ${name}`,
      breadcrumbs: trailTo(body, 'Action', then),
      what: 'an action with this address',
      bodyId,
      ref: `${bodyId}/${idIn(params, 'action')}`,
    });
  }

  private async page(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { body, today, then, action } = read;
    const { bodyId, timeZone } = body;
    const principal = request.principal!;
    const to = allows(principal, 'audit.read', bodyId) ? then.to : (address: string): string => address;
    const { problems = [], typed, done } = shown;
    const may = (right: Right): boolean => allows(principal, right, bodyId);
    const { offered, chosen, form } = openedStep(ACTION_STEPS, action, shown, { may, past: then.past });
    const at = addressOfAction(action.actionId);
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${action.item.title} – action ${keyOf(action.actionId)}`,
      template: 'actions/action.njk',
      breadcrumbs: trailTo(body, action.item.title, then),
      problems: [...problems, ...then.problems],
      ...(done && { done }),
      data: {
        body,
        today,
        then,
        ref: action.actionId,
        action: trackerRow(action),
        at,
        offered,
        step: chosen,
        form: form && shownForm(form, await this.stepAt(read), { action: `${at}/${chosen}`, cancel: at, typed }),
        key: this.forms.key(),
        revision: await this.queries.execute(new ActionRevision(action.actionId)),
        source: await this.sourceOf(action, then, request),
        story: storyOf(action.story, actionTold, (instant) => dateInZone(instant, timeZone)).map(({ atMeeting, ...entry }) => ({
          ...entry,
          meeting: atMeeting === undefined ? null : { text: `At the meeting of ${when(entry.on)}`, href: to(addressOfMeeting(atMeeting)) },
        })),
      },
    });
  }

  private async stepAt({ body, today, action }: Read): Promise<ActionAt> {
    return { action, today, meetings: await openedMeetings(this.queries, body.bodyId, action.raisedOn) };
  }

  /** Links to where it came from, as far as this reader may open them. */
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
      decisionHref: drafts || signed ? to(`/bodies/${bodyId}/decisions?${query}#${keyOf(meetingId)}.${decisionId}`) : null,
    };
  }
}

const trailTo = (body: BodyHeading, text: string, then: PageMoment): readonly Breadcrumb[] =>
  breadcrumbsOf(body, { text: 'Actions', href: then.to(`/bodies/${body.bodyId}/actions`) }, { text });
