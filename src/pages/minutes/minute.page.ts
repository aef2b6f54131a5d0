import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, SignedIn } from '../../http/needs.js';
import { allows } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Breadcrumb, Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { openedStep, problemsOf } from '../frame/steps/opened-step.js';
import { type Shown as ShownStep, shownForm, stepNamed } from '../frame/steps/step.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { nothingAtMoment, pageMomentFor } from '../frame/turning-back.js';
import { when } from '../../kernel/words.js';
import { type Meeting, type MinuteDocument, exemptAsNow, hashOf, minuteText } from '../../slices/meetings/meetings.words.js';
import { MeetingAsAt, MeetingAsItStands, ChangesSinceCirculated } from '../../slices/meetings/meetings.queries.js';
import { DiscrepanciesOf } from '../../across/audit/audit.queries.js';
import { approvingDecisions, laterMeetings, signersOf } from './minute-later.js';
import { readMinute, type Whose, whoseIn } from './minute-reading.js';
import { struckOut, wordsOf } from './minute-record.js';
import { MINUTE_STEPS, type MinuteStep, SENT } from './minute-steps.js';

interface Shown extends ShownStep {
  readonly entry: string | null;
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
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get('minute')
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    const { step, entry = null, done } = asked.query;
    return this.page(asked, { step, entry, done: stepNamed(MINUTE_STEPS, done)?.done });
  }

  /** A sign-in is enough here: the form's command asks for its own right. */
  @Post('minute/:step')
  @SignedIn()
  async take(@AskedPage() asked: PageAsked): Promise<string> {
    const step: MinuteStep = stepAsked(MINUTE_STEPS, asked.params.step);
    const { meetingId, at } = whoseIn(asked.request);
    const entry = formIn(asked.request).get('_entry');
    return this.forms.take(asked, {
      name: asked.params.step ?? '',
      step,
      known: SENT,
      target: meetingId,
      extraFields: step.entry ? { [step.entry]: entry ?? '' } : {},
      at: `${at}/minute`,
      place: entry ?? undefined,
      shownBy: [],
      again: (shown) => this.page(asked, { ...shown, entry }),
    });
  }

  private async page({ request, reply }: PageAsked, { step, entry, problems = [], typed, done }: Shown): Promise<string> {
    const whose = whoseIn(request);
    const { meetingId, bodyId, at, may: reading } = whose;
    const now = await readMinute(this.queries, whose, request);
    const { meeting: present } = (await this.queries.execute(new MeetingAsItStands(meetingId)))!;
    const then = pageMomentFor(request, present);
    const past = then.past ? await this.queries.execute(new MeetingAsAt(meetingId, then.moments)) : null;
    const meeting = !then.past ? present : past && (reading.exempt ? past : exemptAsNow(past, present));
    const title = `Minute, ${when(now.document.date)} – ${now.document.bodyName}`;
    const breadcrumbs = trailTo(now.document, whose, then);
    if (meeting?.openedAt === undefined) {
      const what = 'a minute of this meeting';
      return nothingAtMoment(this.pages, request, reply, then, { title, breadcrumbs, what, bodyId, ref: meetingId });
    }
    const { document, revision } = then.past ? await readMinute(this.queries, whose, request, then.moments) : now;
    const atEntry = entryOf(step) !== undefined;
    const words = atEntry ? wordsOf(meeting, entry) : null;
    const may = (right: Right): boolean => allows(request.principal!, right, bodyId);
    // A form is not shown, not even one that was refused, once its entry or the state of the minute it was for is gone.
    const opened = openedStep(MINUTE_STEPS, meeting, { step: atEntry && words === null ? undefined : step }, { may, past: then.past });
    const { offered, chosen, form } = opened;
    const later = form?.notYet ? await laterMeetings(this.queries, meeting) : [];
    const known = { words, decisions: approvingDecisions(later, meetingId), signers: signersOf(later) };
    const whole = !document.withoutExempt;
    return this.pages.render(request, reply, {
      title,
      template: 'minutes/minute.njk',
      breadcrumbs,
      problems: [...problemsOf(problems, form), ...then.problems],
      ...(done && { done }),
      data: {
        at,
        then,
        ref: meetingId,
        document,
        revision,
        bodyId,
        state: STATUS_WORDS[document.status],
        drafts: reading.drafts,
        steps: offered.filter((one) => entryOf(one.step) === undefined),
        editable: Object.fromEntries(offered.filter((one) => entryOf(one.step) !== undefined).map((one) => [one.step, true])),
        step: chosen,
        form: form && shownForm(form, known, { action: `${at}/minute/${chosen}`, cancel: `${at}/minute`, typed }),
        entry,
        words,
        hash: whole ? (meeting.minute.signed?.hash ?? hashOf(minuteText(meeting))) : null,
        signed: meeting.minute.signed && whole ? { intact: hashOf(meeting.minute.signed.text) === meeting.minute.signed.hash } : null,
        record: reading.drafts && document.status !== 'signed' ? await this.beside(whose, meeting, whole, then) : null,
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
      circulated: meeting.minute.circulated.map(({ draft, at, to, hash }) => ({ draft, at, to, hash: whole ? hash : null })),
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

/** The command's field for the entry that a step is about. */
const entryOf = (step: string | undefined): MinuteStep['entry'] =>
  step !== undefined && Object.hasOwn(MINUTE_STEPS, step) ? MINUTE_STEPS[step]?.entry : undefined;
