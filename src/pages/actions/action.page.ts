import { Controller, Get, Inject, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows, bodiesWith } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type Breadcrumb, type PageContent, Pages } from '../frame/pages.js';
import { Instead, RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingThen, pageMomentFor } from '../frame/turning-back.js';
import { when } from '../../kernel/words.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { actionTold, refuseAction } from '../../slices/actions/actions.words.js';
import { ActionRevision, ActionAsAt, type ActionStory } from '../../slices/actions/actions.queries.js';
import { storyOf } from '../frame/steps/story.js';
import { openedMeetings } from '../frame/steps/meeting-choices.js';
import { ACTION_STEPS } from './action-steps.js';
import { addressOfMeeting, addressOfAction } from '../frame/addresses.js';
import { trackerRow } from './tracker-view.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { keyOf } from '../../kernel/record-id.js';

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
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ body, today, action }) =>
        stepsOf(ACTION_STEPS, action, async () => ({
          action,
          today,
          meetings: await openedMeetings(queries, body.bodyId, action.raisedOn),
        })),
      target: ({ action }) => action.actionId,
      revision: ({ action }) => queries.execute(new ActionRevision(action.actionId)),
      address: ({ action }) => addressOfAction(action.actionId),
      content: (read, { request }) => this.content(read, request),
    });
  }

  @Get()
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked);
  }

  @Post(':step')
  @SignedIn()
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  /** Public: the action now, or with ?as-at=day. With audit.read: also ?as-at=instant and ?as-known-at. */
  private async read({ params, request }: PageAsked): Promise<Read | Instead> {
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
    if (past) return { body, today, then, action: past };
    const title = `Action – ${body.name}`;
    const nothing = { title, breadcrumbs: trailTo(body, 'Action', then), what: 'an action with this address', bodyId, ref: actionId };
    return new Instead(nothingThen(then, nothing));
  }

  private async content({ body, today, then, action }: Read, request: FastifyRequest): Promise<PageContent> {
    const { bodyId, timeZone } = body;
    const to = allows(request.principal!, 'audit.read', bodyId) ? then.to : (address: string): string => address;
    return {
      title: `${action.item.title} – action ${keyOf(action.actionId)}`,
      template: 'actions/action.njk',
      breadcrumbs: trailTo(body, action.item.title, then),
      data: {
        today,
        ref: action.actionId,
        action: trackerRow(action),
        source: await this.sourceOf(action, then, request),
        story: storyOf(action.story, actionTold, timeZone).map(({ atMeeting, ...entry }) => ({
          ...entry,
          meeting: atMeeting === undefined ? null : { text: `At the meeting of ${when(entry.on)}`, href: to(addressOfMeeting(atMeeting)) },
        })),
      },
    };
  }

  /** Links to where it came from, as far as this reader may open them. */
  private async sourceOf({ bodyId, source }: ActionStory, then: PageMoment, { principal }: FastifyRequest): Promise<object | null> {
    if (source.kind === 'cited') return null;
    const meetingId = source.kind === 'decision' ? source.decision.meetingId : source.meetingId;
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    const drafts = allows(principal!, 'meetings.read-drafts', bodyId);
    const signed = meeting?.minute.signed !== undefined;
    const to = allows(principal!, 'audit.read', bodyId) ? then.to : (address: string): string => address;
    const query = new URLSearchParams({ meeting: meetingId }).toString();
    return {
      meetingHref: drafts || signed || (meeting?.notices.length ?? 0) > 0 ? to(addressOfMeeting(meetingId)) : null,
      decisionHref:
        source.kind === 'discussion'
          ? drafts || signed
            ? to(`${addressOfMeeting(meetingId)}/minute#${source.entryId}`)
            : null
          : drafts || signed
            ? to(`/bodies/${bodyId}/decisions?${query}#${keyOf(meetingId)}.${source.decision.decisionId}`)
            : null,
    };
  }
}

const trailTo = (body: BodyHeading, text: string, then: PageMoment): readonly Breadcrumb[] =>
  breadcrumbsOf(body, { text: 'Actions', href: then.to(`/bodies/${body.bodyId}/actions`) }, { text });
