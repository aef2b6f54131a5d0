import { type QueryBus } from '@nestjs/cqrs';
import { idIn } from '../../../../http/command-routes.js';
import { RequestRefused } from '../../../../http/request-refused.js';
import { rightMissing } from '../../../../http/right-missing.js';
import { allows, type Principal } from '../../../../kernel/principal.js';
import { MeetingAsItStands, type MeetingNow } from '../../reading/meeting-now.query.js';
import { refuseMeeting } from '../../record/meeting.refusals.js';
import { isPublished } from '../views/agenda/agenda.js';
import { withoutExempt } from '../../exempt/exempt.js';

interface MeetingRead extends MeetingNow {
  readonly may: { readonly drafts: boolean; readonly exempt: boolean };
}

/** The meeting as this principal may see it; refused where what is asked for is not public yet and they may not read drafts. */
export async function readMeeting(
  queries: QueryBus,
  params: object,
  principal: Principal,
  publicOnce: 'published' | 'signed',
): Promise<MeetingRead> {
  const bodyId = idIn(params, 'bodyId');
  const meetingId = `${bodyId}/${idIn(params, 'meeting')}`;
  const may = { drafts: allows(principal, 'meetings.read-drafts', bodyId), exempt: allows(principal, 'meetings.read-exempt', bodyId) };
  const found = await queries.execute(new MeetingAsItStands(meetingId));
  if (!found) throw new RequestRefused(refuseMeeting('meeting.not-found', { detail: { meetingId } }));
  const { meeting, revision } = found;
  const open = publicOnce === 'published' ? isPublished(meeting) : meeting.minute.signed !== undefined;
  if (!open && !may.drafts) throw rightMissing(principal, 'meetings.read-drafts', bodyId);
  return { meeting: may.exempt ? meeting : withoutExempt(meeting), revision, may };
}
