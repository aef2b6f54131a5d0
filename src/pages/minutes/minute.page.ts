import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, SignedIn } from '../../http/needs.js';
import { type FastifyRequest } from 'fastify';
import { bodiesWith, exemptFor, type Principal } from '../../kernel/principal.js';
import { addressOfMeeting } from '../frame/addresses.js';
import { FormDoor } from '../frame/form-door.js';
import { formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { type Breadcrumb, type PageContent, Pages } from '../frame/pages.js';
import { Instead, RecordPage, stepsOf } from '../frame/record-page.js';
import { stepAsked, StepForms } from '../frame/steps/step-forms.js';
import { type OpenedStep } from '../frame/steps/opened-step.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingThen, pageMomentFor } from '../frame/turning-back.js';
import { when } from '../../kernel/words.js';
import { type Meeting, type MinuteDocument, exemptAsNow, exemptIn, hashOf, minuteText } from '../../slices/meetings/meetings.words.js';
import { MeetingAsAt, MeetingAsItStands, ChangesSinceCirculated, MinuteReceivedAt } from '../../slices/meetings/meetings.queries.js';
import { DiscrepanciesOf } from '../../across/audit/audit.queries.js';
import { approvingDecisions, laterMeetings, signersOf } from './minute-later.js';
import { readMinute, type Whose, whoseIn } from './minute-reading.js';
import { struckOut, wordsOf } from './minute-record.js';
import { MINUTE_STEPS, type MinuteStep } from './minute-steps.js';

interface Read extends Whose {
  readonly body: { readonly bodyId: string };
  readonly then: PageMoment;
  readonly meeting: Meeting;
  readonly document: MinuteDocument;
  readonly revision: number;
  readonly head: Required<Pick<PageContent, 'title' | 'breadcrumbs'>>;
  /** The entry that the form is about, and its words; `null` if there is no such entry, or the form is about none. */
  readonly entry: string | null;
  readonly words: string | null;
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
  private readonly page: RecordPage<Read>;

  constructor(
    pages: Pages,
    forms: StepForms,
    private readonly door: FormDoor,
    private readonly queries: QueryBus,
  ) {
    this.page = new RecordPage(pages, forms, {
      read: (asked) => this.read(asked),
      steps: ({ meeting, meetingId, words }) =>
        stepsOf(MINUTE_STEPS, meeting, async (step) => {
          const later = step?.notYet ? await laterMeetings(queries, meeting) : [];
          return { words, decisions: approvingDecisions(later, meetingId), signers: signersOf(later) };
        }),
      target: ({ meetingId }) => meetingId,
      revision: ({ revision }) => revision,
      address: ({ at }) => `${at}/minute`,
      beside: ({ entry }, { params }) => {
        const field = entryOf(params.step);
        return { place: entry ?? undefined, ...(field && { extraFields: { [field]: entry ?? '' } }) };
      },
      // A form is not shown, not even one that was refused, once its entry or the state of the minute it was for is gone.
      opens: ({ words }, { step }) => ({ step: entryOf(step) !== undefined && words === null ? undefined : step }),
      oneTitle: true,
      content: (read, { request }, opened) => this.content(read, opened, request),
    });
  }

  @Get('minute')
  @Anyone()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    return this.page.show(asked, { step: asked.query.step });
  }

  /** A sign-in is enough here: the form's command asks for its own right, before the minute is read. */
  @Post('minute/:step')
  @SignedIn()
  async record(@AskedPage() asked: PageAsked): Promise<string> {
    this.door.require(stepAsked(MINUTE_STEPS, asked.params.step).command, asked.request);
    return this.page.record(asked);
  }

  private async read({ request, params, query }: PageAsked): Promise<Read | Instead> {
    const whose = whoseIn(request);
    const { meetingId, bodyId } = whose;
    const now = await readMinute(this.queries, whose, request);
    const { meeting: present } = (await this.queries.execute(new MeetingAsItStands(meetingId)))!;
    const then = pageMomentFor(request, present);
    const past = then.past ? await this.queries.execute(new MeetingAsAt(meetingId, then.moments)) : null;
    const meeting = !then.past ? present : past && (whose.may.exempt ? past : exemptAsNow(past, present));
    const title = `Minute, ${when(now.document.date)} – ${now.document.bodyName}`;
    const head = { title, breadcrumbs: trailTo(now.document, whose, then) };
    if (meeting?.openedAt === undefined)
      return new Instead(nothingThen(then, { ...head, what: 'a minute of this meeting', bodyId, ref: meetingId }));
    const { document, revision } = then.past ? await readMinute(this.queries, whose, request, then.moments) : now;
    const entry = formIn(request).get('_entry') ?? query.entry ?? null;
    const words = entryOf(params.step ?? query.step) === undefined ? null : wordsOf(meeting, entry);
    return { ...whose, body: { bodyId }, then, meeting, document, revision, head, entry, words };
  }

  private async content(
    read: Read,
    { offered }: Pick<OpenedStep<unknown, unknown>, 'offered'>,
    { principal }: FastifyRequest,
  ): Promise<PageContent> {
    const { at, bodyId, meetingId, may, then, meeting, document, head, entry, words } = read;
    const whole = !document.withoutExempt;
    return {
      ...head,
      template: 'minutes/minute.njk',
      data: {
        at,
        ref: meetingId,
        document,
        bodyId,
        state: STATUS_WORDS[document.status],
        drafts: may.drafts,
        received: await this.received(meetingId, principal!),
        steps: offered.filter((one) => entryOf(one.step) === undefined),
        editable: Object.fromEntries(offered.filter((one) => entryOf(one.step) !== undefined).map((one) => [one.step, true])),
        entry,
        words,
        hash: whole ? (meeting.minute.signed?.hash ?? hashOf(minuteText(meeting))) : null,
        signed: meeting.minute.signed && whole ? { intact: hashOf(meeting.minute.signed.text) === meeting.minute.signed.hash } : null,
        record: may.drafts && document.status !== 'signed' ? await this.beside(read, meeting, whole, then) : null,
      },
    };
  }

  /** What other bodies resolved on this minute, each with the address of its meeting. */
  private async received(meetingId: string, principal: Principal): Promise<readonly object[]> {
    const reader = { draftsIn: bodiesWith(principal, 'meetings.read-drafts'), exemptIn: exemptFor(principal) };
    const found = await this.queries.execute(new MinuteReceivedAt(meetingId, reader));
    return found.map((one) => ({ ...one, href: addressOfMeeting(one.atMeeting) }));
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
      informal: informalIn(meeting, may.exempt),
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

/** How many decisions were taken without a quorum; without `exempt`, of those in public. */
function informalIn(meeting: Meeting, exempt: boolean): number {
  const hidden = exempt ? null : exemptIn(meeting);
  return meeting.decisions.filter(({ decisionId, standing }) => standing === 'informal' && !hidden?.has(decisionId)).length;
}
