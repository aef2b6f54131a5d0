import { numbered } from '../../../kernel/names.js';
import { type CommandFor } from '../../../kernel/command.js';
import { type Decision } from '../../../kernel/decider.js';
import { dateInZone } from '../../../kernel/dates.js';
import { shortId } from '../../../kernel/ids.js';
import { fromRoman, roman } from '../../../kernel/roman.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { itemOf, nextNumber } from '../agenda/agenda.decider.js';
import { notOpened, record, type RoomEvent } from '../rules/meeting-guards.js';
import { recordAsItIs, recordInRoom } from './record-in-room.js';
import { type AgendaItem, type MeetingEvent } from '../events/meeting.events.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import {
  type AdjournMeeting,
  type ContinueInformally,
  type CorrectRoll,
  type CourseCommand,
  type DeclareQuorum,
  type ExcludePublic,
  type ReadmitPublic,
  type JudgeRollAnew,
  type OpenMeeting,
  type ResumeMeeting,
  type TakeItem,
} from './sederunt.commands.js';
import { type StandingFacts } from '../agenda/agenda.commands.js';
import { momentAfter, type Place, placeNow, placeOf } from '../rules/places.js';
import { presidingAt, quorumAt } from './room.js';
import { isPublicExcluded, minuteStyleOf, sectionTaken, unturned } from '../record/entries.js';

/** The course of a meeting: opened, items taken, quorum declared, adjourned, resumed, concluded. */
export function decideCourse(command: CourseCommand, meeting: Meeting): Decision<RoomEvent> {
  if (command.type === 'OpenMeeting') return open(command, meeting);
  const refused = notOpened(meeting);
  if (refused) return refused;
  switch (command.type) {
    case 'CorrectRoll':
      return correctRoll(command, meeting);
    case 'JudgeRollAnew':
      return judgeRollAnew(command, meeting);
    case 'ResumeMeeting':
      return resume(command, meeting);
    case 'TakeItem':
      return adjourned(meeting) ?? takeItem(command, meeting);
    case 'DeclareQuorum':
      return declareQuorum(command, meeting);
    case 'ContinueInformally':
      return adjourned(meeting) ?? continueInformally(command, meeting);
    case 'ExcludePublic':
      return adjourned(meeting) ?? excludePublic(command, meeting);
    case 'ReadmitPublic':
      return adjourned(meeting) ?? readmitPublic(command, meeting);
    case 'AdjournMeeting': {
      const { reason, until, time } = command.data;
      const refused = adjourned(meeting) ?? (openAdjournment(meeting) ? refuseMeeting('meeting.adjourned') : null);
      if (refused) return refused;
      const place = placeInCourse(meeting, command);
      return isRefusal(place) ? place : record({ type: 'MeetingAdjourned', v: 1, data: { reason, until, time, ...place } });
    }
    case 'ConcludeMeeting': {
      const { time, words } = command.data;
      return concluded(meeting) ?? record({ type: 'MeetingConcluded', v: 1, data: { time, words } });
    }
  }
}

const adjourned = (meeting: Meeting): Refusal | null => (meeting.status === 'adjourned' ? refuseMeeting('meeting.adjourned') : null);
const concluded = (meeting: Meeting): Refusal | null => (meeting.status === 'concluded' ? refuseMeeting('meeting.concluded') : null);

function open({ data, facts, happenedAt }: CommandFor<typeof OpenMeeting, StandingFacts>, meeting: Meeting): Decision<RoomEvent> {
  if (meeting.status !== 'called') return refuseMeeting('meeting.opened-already');
  const { standing } = facts;
  const early = dateInZone(happenedAt, meeting.timeZone) < meeting.date;
  if (early && !data.beforeItsDay)
    return refuseMeeting('meeting.before-its-day', { field: 'beforeItsDay', detail: { date: meeting.date } });
  if (!standing) return refuseMeeting('meeting.no-constitution', { detail: { bodyId: meeting.bodyId, date: meeting.date } });
  return record({ type: 'MeetingOpened', v: 1, data: { time: data.time, standing, ...(early && { beforeItsDay: true }) } });
}

/** The roll is read again for each day the meeting sat, and every attendance is judged by it anew. */
function correctRoll({ data, facts }: CommandFor<typeof CorrectRoll, StandingFacts>, meeting: Meeting): Decision<RoomEvent> {
  const rolls = rollsNow(facts, meeting, data.reason);
  return isRefusal(rolls) ? rolls : recordInRoom(meeting, rolls, `the roll was corrected: ${data.reason}`);
}

/** As `CorrectRoll`, where the record of the body has changed and nobody of the meeting is asked: a vote that is belied stands, reported. */
function judgeRollAnew({ data, facts }: CommandFor<typeof JudgeRollAnew, StandingFacts>, meeting: Meeting): Decision<RoomEvent> {
  const rolls = rollsNow(facts, meeting, data.because);
  return isRefusal(rolls) ? rolls : recordAsItIs(meeting, rolls, data.because);
}

/** The rolls that the record of the body has otherwise now than the meeting does. */
function rollsNow({ standing, earlier = [] }: StandingFacts, meeting: Meeting, reason: string): readonly MeetingEvent[] | Refusal {
  if (!standing) return refuseMeeting('meeting.no-constitution', { detail: { bodyId: meeting.bodyId } });
  const changed = [...earlier, standing]
    .map((now) => unturned(meeting, now))
    .filter((now) => {
      const known = meeting.standings.find((one) => one.standing.asOf === now.asOf);
      return known && JSON.stringify(known.standing) !== JSON.stringify(now);
    });
  if (changed.length === 0) return refuseMeeting('roll.unchanged');
  return changed.map((now) => ({ type: 'RollCorrected', v: 1, data: { standing: now, reason } }));
}

/** The adjournment the meeting has not resumed from, in the record so far. */
const openAdjournment = (meeting: Meeting): Meeting['adjournments'][number] | undefined => {
  const last = meeting.adjournments.findLast(({ kind }) => kind !== 'continued-informally');
  return last?.kind === 'adjourned' ? last : undefined;
};

/** The place of an adjournment or a resumption: now, while the meeting goes on; once it is concluded, the place the command must name. */
function placeInCourse(meeting: Meeting, { data, happenedAt }: CommandFor<typeof AdjournMeeting>): Place | Refusal {
  if (meeting.status !== 'concluded') return placeNow(meeting);
  if (data.afterParagraph === undefined) return refuseMeeting('meeting.adjournment-place', { field: 'afterParagraph' });
  return placeOf(meeting, data, happenedAt);
}

function resume({ data, facts }: CommandFor<typeof ResumeMeeting, StandingFacts>, meeting: Meeting): Decision<RoomEvent> {
  const { time, date } = data;
  const adjournment = openAdjournment(meeting);
  if (!adjournment) return refuseMeeting('meeting.not-adjourned', { detail: { status: meeting.status } });
  const { after, sectionId } = adjournment;
  const place = meeting.status === 'adjourned' ? placeNow(meeting) : { after, ...(sectionId !== undefined && { sectionId }) };
  const day = meeting.standings.at(-1)?.standing.asOf ?? meeting.date;
  if (date !== undefined && date < day)
    return refuseMeeting('meeting.resumes-in-the-past', { field: 'date', detail: { adjournedOn: day } });
  const another = date !== undefined && date !== day;
  if (another && !facts.standing)
    return refuseMeeting('meeting.no-constitution', { field: 'date', detail: { bodyId: meeting.bodyId, date } });
  const standing = another ? (facts.standing ?? undefined) : undefined;
  return recordInRoom(
    meeting,
    { type: 'MeetingResumed', v: 1, data: { time, date, standing, ...place } },
    'the meeting was recorded as having resumed',
  );
}

/** An item that was taken before is taken up again in its own section, under its number. */
function takeItem({ data, commandId }: CommandFor<typeof TakeItem>, meeting: Meeting): Decision<RoomEvent> {
  const { itemId } = data;
  const before = itemId === undefined ? undefined : sectionTaken(meeting, itemId);
  if (before) {
    if (before.sectionId === meeting.inHand)
      return refuseMeeting('section.in-hand', { field: 'itemId', detail: { number: before.number } });
    return record({ type: 'ItemTaken', v: 1, data: before }, before.sectionId);
  }
  let item: AgendaItem | undefined;
  if (itemId !== undefined) {
    const found = itemOf(meeting, itemId);
    if (isRefusal(found)) return found;
    item = found;
  }
  const heading = data.heading ?? item?.title;
  if (heading === undefined) return refuseMeeting('section.heading-missing', { field: 'heading' });
  const number = data.number ?? numberOfNext(meeting, item);
  if (numbered(meeting.sections, number)) return refuseMeeting('section.number-taken', { field: 'number', detail: { number } });
  const sectionId = shortId('s', commandId);
  return record({ type: 'ItemTaken', v: 1, data: { sectionId, number, heading, itemId } }, sectionId);
}

/** The number of the next item in the style of the minute. An item of the agenda keeps its own number only where that is still free. */
function numberOfNext(meeting: Meeting, item: AgendaItem | undefined): string {
  const { numbering } = minuteStyleOf(meeting);
  if (numbering === 'agenda' && item !== undefined && !numbered(meeting.sections, item.number)) return item.number;
  if (numbering !== 'roman') return nextNumber(meeting.sections);
  return roman(Math.max(0, ...meeting.sections.map(({ number }) => fromRoman(number) ?? 0)) + 1).toUpperCase();
}

/** A declaration is kept even where the sum says otherwise; the timeline reports the disagreement. */
function declareQuorum({ data, happenedAt }: CommandFor<typeof DeclareQuorum>, meeting: Meeting): Decision<RoomEvent> {
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  const by = presidingAt(meeting, momentAfter(meeting, place)) ?? undefined;
  const { quorate, words } = data;
  return recordInRoom(meeting, { type: 'QuorumDeclared', v: 1, data: { quorate, words, ...place, by } }, `declared: ${words}`);
}

/** A resolution names the business and describes the exempt information. Local Government (Scotland) Act 1973 s.50A(4) and (5). */
function excludePublic({ data, happenedAt }: CommandFor<typeof ExcludePublic>, meeting: Meeting): Decision<RoomEvent> {
  const { itemIds = [], paragraphs, decisionId, words } = data;
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  if (isPublicExcluded(meeting, momentAfter(meeting, place))) return refuseMeeting('public.excluded-already');
  const unknown = itemIds.findIndex((itemId) => !meeting.agenda.some((item) => item.itemId === itemId));
  if (unknown >= 0) return refuseMeeting('agenda.no-such-item', { field: `itemIds.${unknown}`, detail: { itemId: itemIds[unknown] } });
  const decided = meeting.entries.some(
    ({ kind, entryId, struck }) => kind === 'decision' && entryId === decisionId && struck === undefined,
  );
  if (decisionId !== undefined && !decided)
    return refuseMeeting('public.no-such-decision', { field: 'decisionId', detail: { decisionId } });
  return record({ type: 'PublicExcluded', v: 1, data: { itemIds, paragraphs, decisionId, words, ...place } });
}

function readmitPublic({ data, happenedAt }: CommandFor<typeof ReadmitPublic>, meeting: Meeting): Decision<RoomEvent> {
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  if (!isPublicExcluded(meeting, momentAfter(meeting, place))) return refuseMeeting('public.not-excluded');
  return record({ type: 'PublicReadmitted', v: 1, data: { words: data.words, ...place } });
}

function continueInformally({ data, happenedAt }: CommandFor<typeof ContinueInformally>, meeting: Meeting): Decision<RoomEvent> {
  const place = placeOf(meeting, data, happenedAt);
  if (isRefusal(place)) return place;
  const sum = quorumAt(meeting, momentAfter(meeting, place), meeting.inHand);
  if (sum.quorate === true) return refuseMeeting('quorum.not-lost', { detail: { quorum: sum } });
  return record({ type: 'MeetingContinuedInformally', v: 1, data: { words: data.words, ...place } });
}
