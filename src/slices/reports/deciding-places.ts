import { sameNumber } from '../../kernel/names.js';
import { type DecisionOfMeetingDto } from '../bodies/decision-named.payloads.js';
import { given } from '../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { decisionMeant } from '../../kernel/citation.js';
import { type AgendaPlaceDto } from './report.payloads.js';
import { type AgendaPlace } from './report.events.js';
import { type DecisionFact, type MeetingFacts, type ReportFacts } from './report.facts.js';
import { refuseReport } from './report.refusals.js';
import { type Report } from './report.state.js';

/** The meeting named, of the body the report is to or of one it was escalated to. */
export function addressed(
  meetingId: string,
  { bodyId, escalatedTo }: Pick<Report, 'bodyId' | 'escalatedTo'>,
  { meeting }: ReportFacts,
  field: string,
): MeetingFacts | Refusal {
  if (!meeting) return refuseReport('report.meeting-unknown', { field, detail: { meetingId } });
  if (meeting.bodyId !== bodyId && !escalatedTo.some((one) => one.bodyId === meeting.bodyId))
    return refuseReport('report.meeting-of-another-body', { field, detail: { bodyId: meeting.bodyId } });
  return meeting;
}

/** A place on an agenda; without an item the report is before the meeting itself, and no item is named. */
export function placeOf(
  { meetingId, itemId, number }: AgendaPlaceDto,
  report: Pick<Report, 'bodyId' | 'escalatedTo'>,
  facts: ReportFacts,
  path: string,
): AgendaPlace | Refusal {
  const meeting = addressed(meetingId, report, facts, `${path}meetingId`);
  if (isRefusal(meeting)) return meeting;
  if (meeting.cancelled) return refuseReport('report.meeting-cancelled', { field: `${path}meetingId` });
  const place = { meetingId, meetingDate: meeting.date };
  if (itemId === undefined && number === undefined) return place;
  const field = `${path}${itemId === undefined ? 'number' : 'itemId'}`;
  const item = meeting.agenda.find(
    (one) => (itemId === undefined || one.itemId === itemId) && (number === undefined || sameNumber(one.number, number)),
  );
  if (!item) return refuseReport('report.item-unknown', { field, detail: { items: meeting.agenda.map((one) => one.number) } });
  if (item.withdrawn) return refuseReport('report.item-withdrawn', { field });
  return given({ ...place, itemId: item.itemId, number: item.number });
}

/** The decision named in the meeting; refused where it names none. */
export function decisionOf(
  { meetingId, decisions }: MeetingFacts,
  {
    decision: { decisionId },
    paragraph,
    part,
  }: { readonly decision: DecisionOfMeetingDto; readonly paragraph?: string; readonly part?: string },
  field: string,
): DecisionFact | Refusal {
  const found = decisionMeant(decisions, { decisionId, paragraph, part });
  if (!found.problem) return found.decision;
  if (found.problem === 'unnamed') return refuseReport('recommendation.decision-unnamed', { field });
  if (found.problem === 'part-unknown') return refuseReport('recommendation.part-unknown', { field: 'part', detail: found.detail });
  const detail = given({ meetingId, decisionId, paragraph, ...found.detail });
  return refuseReport(`recommendation.decision-${found.problem}`, { field, detail });
}
