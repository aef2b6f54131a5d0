import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Refusal } from '../../../../../kernel/refusal.js';
import { type Meeting } from '../../../record/meeting.state.js';
import { type Moments } from '../../../../../kernel/moments.js';
import { MeetingAsAt, MeetingAsItStands } from '../../../reading/meeting-now.query.js';
import { exemptAsNow } from '../../../exempt/exempt.js';
import { groundsOf } from '../../../exempt/grounds.js';
import { refuseMinute } from '../../minute.refusals.js';
import { assembleMinute } from '../../../document/assemble.js';
import { type MinuteDocument } from '../../../document/minute-document.js';
import { renderMinuteHtml } from '../../../document/render-html.js';
import { renderAfterSigning, renderMinuteText } from '../../../document/minute-text.js';

export const MINUTE_FORMATS = ['text', 'html', 'json'] as const;
export type MinuteFormat = (typeof MINUTE_FORMATS)[number];

/** The rights of a reader of minutes. With neither, as the public, a reader sees signed minutes without items taken in private. */
export interface MinuteAudience {
  readonly drafts: boolean;
  readonly exempt: boolean;
}

/**
 * The minute of a meeting; with `moments`, as it was by then and as it was known. Refused with `minute.not-found`, and with
 * `minute.not-published` where the audience may not read drafts.
 */
export class ReadMinute extends Query<MinuteRead | Refusal> {
  constructor(
    readonly meetingId: string,
    readonly audience: MinuteAudience,
    readonly moments?: Moments,
  ) {
    super();
  }
}

export interface MinuteRead {
  readonly accepted: true;
  readonly document: MinuteDocument;
  /** Revision of the meeting's last event. */
  readonly revision: number;
  /** The minute as text. Of a signed minute, shown whole: the very text that was signed, then the signature and later corrections. */
  readonly text: string;
}

export const minuteIn = (format: Exclude<MinuteFormat, 'json'>, { document, text }: MinuteRead): string =>
  format === 'text' ? text : renderMinuteHtml(document);

@QueryHandler(ReadMinute)
export class ReadMinuteHandler implements IQueryHandler<ReadMinute> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ meetingId, audience, moments }: ReadMinute): Promise<MinuteRead | Refusal> {
    const found = await this.queries.execute(new MeetingAsItStands(meetingId));
    const meeting = found && (moments ? await this.queries.execute(new MeetingAsAt(meetingId, moments)) : found.meeting);
    return found && meeting?.openedAt !== undefined
      ? readMinute(audience.exempt ? meeting : exemptAsNow(meeting, found.meeting), found.revision, audience)
      : refuseMinute('minute.not-found', { detail: { meetingId } });
  }
}

/** Pure: what an audience reads of a meeting's record as it stands. */
export function readMinute(meeting: Meeting, revision: number, audience: MinuteAudience): MinuteRead | Refusal {
  const { signed } = meeting.minute;
  if (!signed && !audience.drafts) return refuseMinute('minute.not-published', { detail: { meetingId: meeting.meetingId } });
  const withoutExempt = !audience.exempt && hasExempt(meeting);
  const document = assembleMinute(meeting, { withoutExempt });
  const minute = signed && !withoutExempt ? signed.text : renderMinuteText(document);
  return { accepted: true, document, revision, text: `${minute}${renderAfterSigning(document)}` };
}

/** Whether any item of the meeting was taken in private. 1973 Act s.50A. */
export function hasExempt(meeting: Meeting): boolean {
  const grounds = groundsOf(meeting);
  return meeting.decisions.some(({ exempt }) => exempt) || meeting.sections.some(({ sectionId }) => grounds.has(sectionId));
}
