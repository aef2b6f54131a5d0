import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { idIn } from '../../http/command-routes.js';
import { Needs } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { when } from '../../kernel/words.js';
import { ListMeetings } from '../../slices/meetings/meetings.queries.js';
import { RequisitionAsAt, RequisitionRevision, type RequisitionStory } from '../../slices/requisitions/requisitions.queries.js';
import { refuseRequisition, requisitionTold } from '../../slices/requisitions/requisitions.words.js';
import { addressOfMeeting, addressOfRequisition } from '../frame/addresses.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { type Choice } from '../frame/steps/parts.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { storyOf } from '../frame/steps/story.js';
import { RECEIVE, REQUISITION_STEPS, REQUISITION_TAGS } from './requisition-steps.js';
import { receivingAt } from './requisitions.page.js';

type Read = BodyPage & { readonly requisition: RequisitionStory };
const MOST_MEETINGS = 50;

/** One requisition with its clock and its story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Needs('meetings.read-drafts')
@Controller('bodies/:bodyId/requisitions/:requisition')
export class RequisitionPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: (read) =>
        stepsOf(REQUISITION_STEPS, read.requisition, async () => {
          const { members, rule } = await receivingAt(queries, read);
          const signed = new Set(read.requisition.askedBy.map(({ personId }) => personId));
          return { rule, members: members.filter(({ value }) => !signed.has(value)), meetings: await this.meetings(read.requisition) };
        }),
      target: ({ requisition }) => requisition.requisitionId,
      revision: ({ requisition }) => queries.execute(new RequisitionRevision(requisition.requisitionId)),
      address: ({ requisition }) => addressOfRequisition(requisition.requisitionId),
      alsoDone: { receive: RECEIVE },
      content: (read) => this.content(read),
    });
  }

  @Get()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked);
  }

  @Post(':step')
  @Needs('meetings.record')
  record(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.record(asked);
  }

  private async read({ params, request }: PageAsked): Promise<Read> {
    const page = await bodyPageOf(this.queries, request, (bodyId) =>
      refuseRequisition('requisition-list.not-found', { detail: { bodyId } }),
    );
    const requisitionId = `${page.body.bodyId}/${idIn(params, 'requisition')}`;
    const requisition = await this.queries.execute(new RequisitionAsAt(requisitionId, page.day, page.then.moments));
    if (!requisition) throw new RequestRefused(refuseRequisition('requisition.not-found', { detail: { requisitionId } }));
    return { ...page, requisition };
  }

  private async meetings({ bodyId, receivedOn }: RequisitionStory): Promise<readonly Choice[]> {
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, from: receivedOn, limit: MOST_MEETINGS }));
    return rows
      .filter(({ status }) => status !== 'cancelled')
      .map(({ meetingId, date, title }) => ({ value: meetingId, text: `${when(date)}, ${title}` }));
  }

  private content({ body, requisition }: Read): PageContent {
    const { bodyId, name, timeZone } = body;
    const { answer } = requisition;
    return {
      title: `Requisition of ${when(requisition.receivedOn)} – ${name}`,
      template: 'requisitions/requisition.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Meetings', href: `/bodies/${bodyId}/meetings` },
        { text: 'Requisitions', href: `/bodies/${bodyId}/requisitions` },
        { text: when(requisition.receivedOn) },
      ),
      data: {
        requisition: { ...requisition, tag: REQUISITION_TAGS[requisition.standing] },
        meetingHref: answer && addressOfMeeting(answer.atMeeting),
        callHref: `/bodies/${bodyId}/meetings#call`,
        story: storyOf(requisition.story, requisitionTold, timeZone),
      },
    };
  }
}
