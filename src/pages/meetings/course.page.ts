import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, shownForm } from '../frame/steps/step.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { courseOf, type CourseStep } from '../../slices/meetings/meetings.words.js';
import { COURSE_STEPS, kindsOf, OUTCOMES, STEP_NAMES } from './course-steps.js';
import { type MeetingRead, readMeeting } from './meeting-reading.js';
import { clockWords, whenWords } from './meeting-words.js';

interface Read extends MeetingRead {
  readonly step: CourseStep;
}

const DONE: Readonly<Record<string, string>> = { correct: 'The record is put right.', strike: 'It is struck from the record.' };

/** The course of a meeting, step by step, each to be put right or struck with a reason. */
@ApiExcludeController()
@Needs('meetings.record')
@Controller('bodies/:bodyId/meetings/:meeting/steps')
export class CoursePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async list(@AskedPage() { request, reply, query: { done } }: PageAsked): Promise<string> {
    const { meeting, body, may, at, breadcrumbs } = await readMeeting(this.queries, request);
    const { steps, struck } = courseOf(meeting, may);
    return this.pages.render(request, reply, {
      title: `Course of the meeting: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/course.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Course of the meeting' }],
      ...(done !== undefined && Object.hasOwn(DONE, done) && { done: DONE[done] }),
      data: {
        at: `${at}/steps`,
        date: meeting.date,
        steps: steps.map((step) => ({
          ...step,
          name: STEP_NAMES[step.of],
          words: inWords(step.said, step.of),
          corrections: step.corrections.map((one) => ({ ...one, was: inWords(one.was, step.of) })),
        })),
        struck: struck.map((one) => ({ ...one, name: STEP_NAMES[one.of], words: inWords(one.was, one.of) })),
      },
    });
  }

  @Get(':of')
  async show(@AskedPage() asked: PageAsked): Promise<string> {
    const step = asked.query.step === 'strike' ? 'strike' : 'correct';
    return this.page(await this.read(asked), asked, { step });
  }

  @Post(':of/:step')
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    const name = asked.params.step ?? '';
    const step = stepAsked(COURSE_STEPS, name);
    const read = await this.read(asked);
    const { meeting, at } = read;
    return this.forms.take(asked, {
      name,
      step,
      known: read,
      target: meeting.meetingId,
      at: `${at}/steps`,
      place: name === 'correct' ? `step-${read.step.step}` : undefined,
      again: (shown) => this.page(read, asked, shown),
    });
  }

  private async read({ request, params }: PageAsked): Promise<Read> {
    const read = await readMeeting(this.queries, request);
    const step = courseOf(read.meeting, read.may).steps.find((one) => String(one.step) === params.of);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    return { ...read, step };
  }

  private page(read: Read, { request, reply }: PageAsked, shown: Shown): string {
    const { meeting, body, revision, at, breadcrumbs, step } = read;
    const { problems = [], typed } = shown;
    const verb = shown.step ?? 'correct';
    const here = `${at}/steps`;
    return this.pages.render(request, reply, {
      title: `${STEP_NAMES[step.of]}: ${whenWords({ date: meeting.date })} – ${body.name}`,
      template: 'meetings/course-step.njk',
      breadcrumbs: [...breadcrumbs, { text: 'Course of the meeting', href: here }, { text: STEP_NAMES[step.of] }],
      problems,
      data: {
        here,
        date: meeting.date,
        revision,
        step,
        verb,
        name: STEP_NAMES[step.of],
        words: inWords(step.said, step.of),
        form: shownForm(stepAsked(COURSE_STEPS, verb), read, { action: `${here}/${step.step}/${verb}`, cancel: here, typed }),
        key: this.forms.key(),
      },
    });
  }
}

/** What a step says, in words. */
function inWords(said: CourseStep['said'], of: CourseStep['of']): string {
  const { time, until, words, why, text, movedBy, secondedBy, person, people, by, quorate, outcome, nature, number, heading } = said;
  const { kind, standingOrder, vote } = said;
  const says = [
    number !== undefined && heading !== undefined ? `${number}. ${heading}` : (heading ?? number),
    kind !== undefined && kindsOf({ of }).find(({ value }) => value === kind)?.text,
    (by ?? person ?? movedBy ?? secondedBy)?.name,
    by !== undefined && person?.name,
    movedBy && secondedBy && `seconded by ${secondedBy.name}`,
    people?.map(({ name }) => name).join(', '),
    standingOrder,
    time !== undefined && `at ${clockWords(time)}`,
    until !== undefined && `until ${until}`,
    quorate === undefined ? undefined : quorate ? 'there is a quorum' : 'there is no quorum',
    OUTCOMES.find(({ value }) => value === outcome)?.text.toLowerCase(),
    nature,
    why,
    text,
    words,
    vote?.result.replaceAll('-', ' '),
  ];
  return says.filter(Boolean).join('; ');
}
