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
  type ConcludeMeeting,
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
  type TakingFacts,
} from './sederunt.commands.js';
import { type StandingFacts } from '../agenda/agenda.commands.js';
import { momentAfter, type Place, placeNow, placeOf } from '../rules/places.js';
import { isThere, presidingAt, quorumAt } from './room.js';
import { isPublicExcluded, minuteStyleOf, now, sectionTaken, standingAt, unturned } from '../record/entries.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

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
      const { reason, until, time, recess, toDate, toTime, toPlace } = command.data;
      if (openAdjournment(meeting)) return refuseMeeting('meeting.adjourned');
      const day = sittingDay(meeting);
      if (toDate !== undefined && toDate < day) return refuseMeeting('meeting.adjourned-to-the-past', { field: 'toDate', detail: { day } });
      const place = placeInCourse(meeting, command);
      if (isRefusal(place)) return place;
      const how = { ...(recess && { recess }), toDate, toTime, toPlace } as const;
      return record({ type: 'MeetingAdjourned', v: 1, data: { reason, until, time, ...how, ...place } });
    }
    case 'ConcludeMeeting': {
      const { time, words } = command.data;
      if (command.data.abandoned) return concluded(meeting) ?? abandon(command, meeting);
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
  if (!standing) return withoutConstitution(meeting, meeting.date);
  return record({ type: 'MeetingOpened', v: 1, data: { time: data.time, standing, ...(early && { beforeItsDay: true }) } });
}

const withoutConstitution = ({ bodyId, jointlyWith }: Meeting, date: string): Refusal =>
  refuseMeeting('meeting.no-constitution', {
    detail: { bodyId, ...(jointlyWith && { jointlyWith: jointlyWith.map((one) => one.bodyId) }), date },
  });

/** A meeting that sits is abandoned while there is no quorum; one that could not begin, after the time the constitution has it wait. */
function abandon({ data: { time, words } }: CommandFor<typeof ConcludeMeeting>, meeting: Meeting): Decision<RoomEvent> {
  const quorum = quorumAt(meeting, now(meeting), meeting.inHand);
  if (meeting.status === 'open' && quorum.quorate === true) return refuseMeeting('meeting.quorum-there', { detail: { quorum } });
  const begun = meeting.sections.length > 0;
  const waits = begun ? undefined : standingAt(meeting, now(meeting))?.constitution.waitsForQuorum;
  if (waits !== undefined && meeting.time !== undefined && time !== undefined && minutesFrom(meeting.time, time) < waits)
    return refuseMeeting('meeting.abandoned-early', { field: 'time', detail: { fixedFor: meeting.time, minutes: waits } });
  return record({
    type: 'MeetingConcluded',
    v: 1,
    data: { time, words, abandoned: true, waited: waits, ...(!begun && { notHeld: true }) },
  });
}

const minutesFrom = (from: string, to: string): number => minutesOf(to) - minutesOf(from);
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The day on which the meeting last sat. */
const sittingDay = (meeting: Meeting): string => meeting.standings.at(-1)?.standing.asOf ?? meeting.date;

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
  if (!standing) return withoutConstitution(meeting, meeting.date);
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
  const { time, date, place: where } = data;
  const adjournment = openAdjournment(meeting);
  if (!adjournment) return refuseMeeting('meeting.not-adjourned', { detail: { status: meeting.status } });
  const { after, sectionId } = adjournment;
  const place = meeting.status === 'adjourned' ? placeNow(meeting) : { after, ...(sectionId !== undefined && { sectionId }) };
  const day = sittingDay(meeting);
  if (date !== undefined && date < day)
    return refuseMeeting('meeting.resumes-in-the-past', { field: 'date', detail: { adjournedOn: day } });
  const another = date !== undefined && date !== day;
  if (another && !facts.standing) return { ...withoutConstitution(meeting, date), field: 'date' };
  const standing = another ? (facts.standing ?? undefined) : undefined;
  const again = sederuntAgain(meeting, data.there, place);
  if (isRefusal(again)) return again;
  const { there, moves } = again;
  return recordInRoom(
    meeting,
    [{ type: 'MeetingResumed', v: 1, data: { time, date, standing, place: where, there, ...place } }, ...moves],
    'the meeting was recorded as having resumed',
  );
}

/** Who came back and who did not, where the sederunt was taken again on resuming. */
function sederuntAgain(
  meeting: Meeting,
  asked: readonly string[] | undefined,
  place: Place,
): { readonly there?: readonly PersonNamed[]; readonly moves: readonly MeetingEvent[] } | Refusal {
  if (asked === undefined) return { moves: [] };
  const attended = meeting.attendances.filter(({ as }) => as !== 'apologies');
  const unknown = asked.findIndex((personId) => !attended.some(({ person }) => person.personId === personId));
  if (unknown >= 0) return refuseMeeting('meeting.not-of-sederunt', { field: `there.${unknown}`, detail: { personId: asked[unknown] } });
  const moment = momentAfter(meeting, place);
  const moves = attended.flatMap((one): MeetingEvent[] => {
    const { person } = one;
    const [was, is] = [isThere(meeting, one, moment), asked.includes(person.personId)];
    if (was && !is) return [{ type: 'MemberLeft', v: 1, data: { person, words: '', ...place } }];
    return !was && is ? [{ type: 'MemberRejoined', v: 1, data: { person, how: one.spells.at(-1)?.how ?? 'in-room', ...place } }] : [];
  });
  return { there: attended.filter(({ person }) => asked.includes(person.personId)).map(({ person }) => person), moves };
}

/** Paragraphs of business before the first item are cited as 0, or 0.1 and 0.2; nothing of that is printed. */
const BEFORE_ITEMS = { number: '0', heading: 'BEFORE THE COMMENCEMENT OF BUSINESS' } as const;

/** An item that was taken before is taken up again in its own section, under its number. */
function takeItem({ data, facts, commandId }: CommandFor<typeof TakeItem, TakingFacts | undefined>, meeting: Meeting): Decision<RoomEvent> {
  const { itemId, beforeItems } = data;
  const before = beforeItems
    ? meeting.sections.find((one) => one.beforeItems)
    : itemId === undefined
      ? undefined
      : sectionTaken(meeting, itemId);
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
  const heading = data.heading ?? item?.title ?? (beforeItems ? BEFORE_ITEMS.heading : undefined);
  if (heading === undefined) return refuseMeeting('section.heading-missing', { field: 'heading' });
  const number = beforeItems ? BEFORE_ITEMS.number : (data.number ?? numberOfNext(meeting, item, facts?.continuesFrom ?? 0));
  if (numbered(meeting.sections, number)) return refuseMeeting('section.number-taken', { field: 'number', detail: { number } });
  const sectionId = shortId('s', commandId);
  return record({ type: 'ItemTaken', v: 1, data: { sectionId, number, heading, itemId, ...(beforeItems && { beforeItems }) } }, sectionId);
}

/** The number of the next item in the style of the minute, after `before`, the last of the meeting before. An item of the agenda keeps its own number only where that is still free. */
function numberOfNext(meeting: Meeting, item: AgendaItem | undefined, before: number): string {
  const { numbering } = minuteStyleOf(meeting);
  if (numbering === 'agenda' && item !== undefined && !numbered(meeting.sections, item.number)) return item.number;
  if (numbering !== 'roman') return nextNumber([...meeting.sections, { number: String(before) }]);
  return roman(Math.max(before, ...meeting.sections.map(({ number }) => fromRoman(number) ?? 0)) + 1).toUpperCase();
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
