import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, SignedIn } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { type PageContent, Pages } from '../frame/pages.js';
import { RecordPage, stepsOf } from '../frame/record-page.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { refuseDuty, dutyTold, type DutyView } from '../../slices/plans/plans.words.js';
import { DutyAsAt, DutyStory, RecordRevision } from '../../slices/plans/plans.queries.js';
import { DUTY_STEPS, RECORD_DUTY } from './duty-steps.js';
import { addressOfDuty } from '../frame/addresses.js';
import { shownDuty } from './duty-words.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { storyOf } from '../frame/steps/story.js';

type Read = PlanPageRead & { readonly duty: DutyView };

/** One duty with its occurrences and its story, and the forms for recording more of it, if the reader may. */
@ApiExcludeController()
@Controller('bodies/:bodyId/duties/:duty')
export class DutyPage {
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly queries: QueryBus,
    private readonly reading: PlanReading,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ duty }) => stepsOf(DUTY_STEPS, duty, () => duty),
      target: ({ duty }) => duty.dutyId,
      revision: ({ duty }) => queries.execute(new RecordRevision('duty', duty.dutyId)),
      address: ({ duty }) => addressOfDuty(duty.dutyId),
      alsoDone: { record: RECORD_DUTY },
      content: (read) => this.content(read),
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

  private async read({ params, request }: PageAsked): Promise<Read> {
    const read = await this.reading.read(request);
    const dutyId = `${read.body.bodyId}/${idIn(params, 'duty')}`;
    const duty = await this.queries.execute(new DutyAsAt(dutyId, read.day, read.known));
    if (!duty) throw new RequestRefused(refuseDuty('duty.not-found', { detail: { dutyId } }));
    return { ...read, duty };
  }

  private async content({ body, day, known, duty }: Read): Promise<PageContent> {
    const { bodyId, name, timeZone } = body;
    const story = await this.queries.execute(new DutyStory(duty.dutyId, day, known));
    return {
      title: `${duty.title} – duty of ${name}`,
      template: 'plans/duty.njk',
      breadcrumbs: breadcrumbsOf(
        body,
        { text: 'Plans', href: `/bodies/${bodyId}/plans` },
        { text: 'Duties', href: `/bodies/${bodyId}/duties` },
        { text: duty.title },
      ),
      data: { asAt: day, duty: shownDuty(duty), story: storyOf(story, dutyTold, timeZone) },
    };
  }
}
