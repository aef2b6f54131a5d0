import { type QueryBus } from '@nestjs/cqrs';
import { type FastifyRequest } from 'fastify';
import { rightMissing } from '../../http/right-missing.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { type Breadcrumb } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { pageMomentFor } from '../frame/turning-back.js';
import { when } from '../../kernel/words.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { refuseMeeting, type Meeting, exemptAsNow, isPublished, withoutExempt } from '../../slices/meetings/meetings.words.js';
import { MeetingAsAt, MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { addressOfMeeting } from '../frame/addresses.js';

/** A meeting as this reader may see it. */
export interface MeetingRead {
  readonly body: BodyHeading;
  readonly meeting: Meeting;
  readonly revision: number;
  readonly may: { readonly drafts: boolean; readonly exempt: boolean };
  /** The address of the meeting's page. */
  readonly at: string;
  readonly breadcrumbs: readonly Breadcrumb[];
}

/** Reads a meeting by the API's rule. Public: once notice is given, or its minute signed. Before that: with meetings.read-drafts. */
export async function readMeeting(queries: QueryBus, request: FastifyRequest): Promise<MeetingRead> {
  const { params, principal } = request;
  const bodyId = idIn(params, 'bodyId');
  const meetingId = `${bodyId}/${idIn(params, 'meeting')}`;
  const [body, found] = await Promise.all([queries.execute(new BodyHead(bodyId)), queries.execute(new MeetingAsItStands(meetingId))]);
  if (!body || !found) throw new RequestRefused(refuseMeeting('meeting.not-found', { detail: { meetingId } }));
  const may = { drafts: allows(principal!, 'meetings.read-drafts', bodyId), exempt: allows(principal!, 'meetings.read-exempt', bodyId) };
  const { meeting, revision } = found;
  requirePublished(meeting, may, request);
  const at = addressOfMeeting(meetingId);
  return { body, meeting: may.exempt ? meeting : withoutExempt(meeting), revision, may, at, breadcrumbs: trailTo(body, meeting, at) };
}

/**
 * The meeting now, and as the address turns it back. `read` is `null` if at that moment the meeting had not been called, or that was not
 * known.
 */
export async function readMeetingThen(
  queries: QueryBus,
  request: FastifyRequest,
): Promise<{ readonly then: PageMoment; readonly now: MeetingRead; readonly read: MeetingRead | null }> {
  const now = await readMeeting(queries, request);
  const then = pageMomentFor(request, now.body);
  if (!then.past) return { then, now, read: now };
  const meeting = await queries.execute(new MeetingAsAt(now.meeting.meetingId, then.moments));
  if (!meeting) return { then, now, read: null };
  requirePublished(meeting, now.may, request);
  const breadcrumbs = trailTo(now.body, meeting, then.to(now.at));
  return { then, now, read: { ...now, meeting: now.may.exempt ? meeting : withoutExempt(exemptAsNow(meeting, now.meeting)), breadcrumbs } };
}

function requirePublished(meeting: Meeting, may: MeetingRead['may'], { principal }: FastifyRequest): void {
  if (!isPublished(meeting) && !may.drafts) throw rightMissing(principal!, 'meetings.read-drafts', meeting.bodyId);
}

export const trailTo = ({ bodyId, name }: BodyHeading, { date }: Pick<Meeting, 'date'>, at: string): readonly Breadcrumb[] => [
  { text: 'Bodies', href: '/bodies' },
  { text: name, href: `/bodies/${bodyId}` },
  { text: 'Meetings', href: `/bodies/${bodyId}/meetings` },
  { text: when(date), href: at },
];
