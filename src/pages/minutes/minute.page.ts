import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { FormDoor } from '../frame/form-door.js';
import { type FormFields, formIn } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { type Breadcrumb, Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingAtMoment, pageMomentFor } from '../frame/turning-back.js';
import { seeOther } from '../frame/see-other.js';
import { when } from '../../kernel/words.js';
import { type Meeting, type MinuteDocument, hashOf, minuteText } from '../../slices/meetings/meetings.words.js';
import { MeetingAsAt, MeetingAsItStands, ChangesSinceCirculated } from '../../slices/meetings/meetings.queries.js';
import { DiscrepanciesOf } from '../../across/audit/audit.queries.js';
import { approvingDecisions, laterMeetings, signersOf } from './minute-later.js';
import { readMinute, type Whose, whoseIn } from './minute-reading.js';
import { struckOut, wordsOf } from './minute-record.js';
import { besides, FORM_OF, type Step, STEPS, stepsOpen } from './minute-steps.js';

interface Shown {
  readonly step?: Step | undefined;
  readonly entry?: string | null;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
  readonly done?: string | undefined;
}

const STATUS_WORDS = {
  draft: { text: 'Draft', classes: 'govuk-tag--blue' },
  circulated: { text: 'Circulated', classes: 'govuk-tag--turquoise' },
  approved: { text: 'Approved', classes: 'govuk-tag--yellow' },
  signed: { text: 'Signed', classes: 'govuk-tag--green' },
} as const;

/** A minute beside the record from which it is made. Once signed, the minute is public, without what was taken in private. */
@ApiExcludeController()
@Controller('bodies/:bodyId/meetings/:meeting')
export class MinutePage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly queries: QueryBus,
  ) {}

  @Get('minute')
  @Anyone()
  show(
    @Query() { step, entry, done }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.page(request, reply, { step: stepIn(step), entry: entry ?? null, done });
  }

  /** A sign-in is enough here: the form's command asks for its own right. */
  @Post('minute/:step')
  @SignedIn()
  async take(
    @Param() params: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const step = stepIn(params.step);
    if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const { meetingId, at } = whoseIn(request);
    const form = formIn(request);
    const entry = form.get('_entry');
    const { type, labels } = FORM_OF[step];
    const sent = await this.forms.submit(type, meetingId, request, { extraFields: besides(step, entry, form), labels });
    if (sent.done) return seeOther(reply, `${at}/minute?done=${step}${entry === null ? '' : `#${entry}`}`);
    return this.page(request, reply, { step, entry, problems: once(sent.problems), typed: { ...sent.typed, ...chosen(form) } });
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    { step, entry = null, problems = [], typed, done }: Shown,
  ): Promise<string> {
    const whose = whoseIn(request);
    const { meetingId, bodyId, at, may } = whose;
    const now = await readMinute(this.queries, whose, request);
    const { meeting: present } = (await this.queries.execute(new MeetingAsItStands(meetingId)))!;
    const then = pageMomentFor(request, present);
    const meeting = then.past ? await this.queries.execute(new MeetingAsAt(meetingId, then.moments)) : present;
    const title = `Minute, ${when(now.document.date)} – ${now.document.bodyName}`;
    const breadcrumbs = trailTo(now.document, whose, then);
    if (meeting?.openedAt === undefined) {
      const what = 'a minute of this meeting';
      return nothingAtMoment(this.pages, request, reply, then, { title, breadcrumbs, what, bodyId, ref: meetingId });
    }
    const { document, revision } = then.past ? await readMinute(this.queries, whose, request, then.moments) : now;
    const open = then.past ? [] : stepsOpen(meeting).filter((one) => allows(request.principal!, FORM_OF[one].right, bodyId));
    const words = entryStep(step) ? wordsOf(meeting, entry) : null;
    const shown = step !== undefined && open.includes(step) && (!entryStep(step) || words !== null) ? step : null;
    const later = shown === 'approve' || shown === 'sign' || shown === 'correct-signed' ? await laterMeetings(this.queries, meeting) : [];
    const doneStep = stepIn(done);
    const whole = !document.withoutExempt;
    return this.pages.render(request, reply, {
      title,
      template: 'minutes/minute.njk',
      breadcrumbs,
      problems: [...problems, ...then.problems],
      ...(doneStep && { done: FORM_OF[doneStep].done }),
      data: {
        at,
        then,
        ref: meetingId,
        document,
        revision,
        bodyId,
        state: STATUS_WORDS[document.status],
        drafts: may.drafts,
        steps: open.filter((one) => !entryStep(one)).map((one) => ({ step: one, title: FORM_OF[one].title, active: one === shown })),
        editable: { correct: open.includes('correct'), decision: open.includes('decision'), strike: open.includes('strike') },
        step: shown,
        form: shown && FORM_OF[shown],
        entry,
        words,
        typed: typed ?? {},
        decisions: approvingDecisions(later, meetingId),
        signers: signersOf(later),
        hash: whole ? (meeting.minute.signed?.hash ?? hashOf(minuteText(meeting))) : null,
        signed: meeting.minute.signed && whole ? { intact: hashOf(meeting.minute.signed.text) === meeting.minute.signed.hash } : null,
        record: may.drafts && document.status !== 'signed' ? await this.beside(whose, meeting, whole, then) : null,
        key: this.forms.key(),
      },
    });
  }

  private async beside(
    { meetingId, bodyId, may }: Whose,
    meeting: Meeting,
    whole: boolean,
    { past, moments }: PageMoment,
  ): Promise<object> {
    const changed = new ChangesSinceCirculated(meetingId, past ? moments : undefined);
    const changes = meeting.minute.circulated.length > 0 && whole ? await this.queries.execute(changed) : null;
    return {
      circulated: meeting.minute.circulated.map(({ draft, at, hash }) => ({ draft, at, hash: whole ? hash : null })),
      approved: meeting.minute.approved,
      changes: changes?.accepted ? changes : null,
      // Discrepancies are found across all records of the body, so only as these stand now.
      discrepancies: past ? null : ((await this.queries.execute(new DiscrepanciesOf(bodyId, may.exempt, meetingId))) ?? []),
      struck: struckOut(meeting, may.exempt),
      openedAt: meeting.openedAt,
      concluded: meeting.concluded,
      informal: meeting.decisions.filter(({ standing, exempt }) => standing === 'informal' && (may.exempt || !exempt)).length,
    };
  }
}

const trailTo = (document: MinuteDocument, { bodyId, at }: Whose, then: PageMoment): readonly Breadcrumb[] => [
  { text: 'Bodies', href: '/bodies' },
  { text: document.bodyName, href: `/bodies/${bodyId}` },
  { text: 'Meetings', href: `/bodies/${bodyId}/meetings` },
  { text: when(document.date), href: then.to(at) },
  { text: 'Minute' },
];

const entryStep = (step: Step | undefined): boolean => step === 'correct' || step === 'decision' || step === 'strike';

const stepIn = (text: string | undefined): Step | undefined => STEPS.find((one) => one === text);

/** The form's choices, each of which stands for two fields of the command. */
const chosen = (form: URLSearchParams): FormFields => ({ decision: form.get('_decision') ?? '', signer: form.get('_signer') ?? '' });

const AT_CHOICE: Readonly<Record<string, string>> = { '#atMeeting': '#choice', '#decisionId': '#choice', '#signedBy': '#choice' };

const once = (problems: readonly PageProblem[]): PageProblem[] => {
  const all = problems.map((one) => ({ ...one, ...(one.href !== undefined && { href: AT_CHOICE[one.href] ?? one.href }) }));
  return all.filter((one, index) => all.findIndex(({ text, href }) => text === one.text && href === one.href) === index);
};
