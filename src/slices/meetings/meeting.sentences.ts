import { because, longDate, type Sentences } from '../../kernel/sentences.js';
import { type AgendaItem, type AttendanceCorrection, type MeetingEvent, type Paper } from './events/meeting.events.js';

const at = (time?: string): string => (time ? ` at ${time}` : '');
/** Each of these that was said, after a semicolon. */
const also = (...said: readonly (string | false | undefined)[]): string => said.map((one) => (one ? `; ${one}` : '')).join('');
const remotely = (how: string): string => (how === 'in-room' ? '' : ', remotely');
const inWords = (choice: string): string => choice.replaceAll('-', ' ');

const paper = ({ title, pages, link }: Paper): string =>
  `${title}${pages ? ` (pages ${pages.first} to ${pages.last})` : ''}${link ? ` <${link}>` : ''}`;

/** What an item of the agenda says beside its number and its title. */
const ofItem = ({ asked, papers = [], minutes, exempt, remit, minuteOf }: Partial<AgendaItem>): string =>
  also(
    asked && `asked: ${asked}`,
    papers.length > 0 && `papers: ${papers.map(paper).join(', ')}`,
    minutes !== undefined && `${minutes} minutes`,
    exempt && `taken in private under paragraph ${exempt.paragraph}`,
    remit && `brings the remit ${remit}`,
    minuteOf &&
      `carries the minute of ${minuteOf.body} of ${longDate(minuteOf.date)}${minuteOf.meetingId ? ` (${minuteOf.meetingId})` : ''}`,
  );

function corrected(correction: AttendanceCorrection): string {
  if (correction.kind === 'not-present' || correction.kind === 'did-not-leave') return '';
  const { sederuntNote, time, spell, name, organisation, role } = correction as Partial<
    Record<'sederuntNote' | 'time' | 'name' | 'organisation' | 'role', string> & { readonly spell: number }
  >;
  return also(
    time && `at ${time}`,
    spell !== undefined && `time ${spell} in the room`,
    name && `now ${name}`,
    organisation && `of ${organisation}`,
    role,
    sederuntNote && `noted as ${sederuntNote}`,
  );
}

/** What a meeting takes over from others and leaves to the next is told in its own room. */
type Here = Exclude<MeetingEvent, { type: 'MinuteReceived' | 'NextMeetingAgreed' }>;

export const meetingSentences: Sentences<Here> = {
  MeetingCalled: ({ title, date, time, place, mode, requisition, jointlyWith = [] }) =>
    `${title} called for ${longDate(date)}${at(time)}${place ? `, ${place}` : ''}${mode === 'in-person' ? '' : `, ${mode}`}${requisition ? `, on the requisition of ${requisition.askedBy.map(({ name }) => name).join(', ')} (${requisition.requisitionId}), received on ${longDate(requisition.receivedOn)}: ${requisition.business}` : ''}${jointlyWith.length > 0 ? `, jointly with ${jointlyWith.map(({ name, bodyId }) => `${name} (${bodyId})`).join(', ')}` : ''}`,
  MeetingRearranged: ({ reason, time, place, mode }) =>
    `Meeting rearranged${because(reason)}${also(time && `now at ${time}`, place && `now in ${place}`, mode && `now ${inWords(mode)}`)}`,
  MeetingCancelled: ({ reason }) => `Meeting cancelled${because(reason)}`,
  AgendaItemAdded: ({ number, title, late, urgent, ...item }) =>
    `Item ${number} ${title} put on the agenda${late ? ` late: ${late.reason}` : ''}${urgent ? ` as urgent, ruled by ${urgent.ruledBy.name}: ${urgent.reason}` : ''}${ofItem(item)}`,
  AgendaItemCorrected: ({ itemId, changes, notExempt, reason }) =>
    `Agenda item ${itemId} corrected${because(reason)}${also(
      changes.number && `now number ${changes.number}`,
      changes.title && `now ${changes.title}`,
    )}${ofItem(changes)}${notExempt ? '; not taken in private' : ''}`,
  AgendaItemWithdrawn: ({ itemId, reason }) => `Agenda item ${itemId} withdrawn${because(reason)}`,
  OrderOfBusinessChanged: ({ order, reason }) => `Order of business changed${because(reason)}; now ${order.join(', ')}`,
  NoticeGiven: ({ givenOn, by, clearDays, datedAsWritten }) =>
    `Notice given by ${by} on ${longDate(givenOn)}${datedAsWritten ? `, dated ${datedAsWritten}` : ''}: ${clearDays.given} clear days, ${clearDays.required} required${clearDays.short ? '; SHORT' : ''}`,
  MeetingOpened: ({ time, standing, beforeItsDay }) =>
    `Meeting opened${at(time)}${beforeItsDay ? ' before its day,' : ''} under constitution ${standing.constitution.versionId}`,
  RollCorrected: ({ reason }) => `Roll corrected${because(reason)}`,
  AttendanceRecorded: ({ person, as, how, organisation, role, substituteFor, sederuntNote, time }) =>
    `${person.name}${organisation ? ` (${organisation})` : ''}: ${inWords(as)}${as === 'apologies' ? '' : remotely(how)}${also(
      role,
      substituteFor && `in the place of ${substituteFor.person.name}`,
      time && `came at ${time}`,
      sederuntNote && `noted as ${sederuntNote}`,
    )}`,
  MemberLeft: ({ person, time, words, sederuntNote }) =>
    `${person.name} left${at(time)}${also(words, sederuntNote && `noted as ${sederuntNote}`)}`,
  MemberRejoined: ({ person, how, time }) => `${person.name} rejoined${remotely(how)}${at(time)}`,
  AttendanceCorrected: ({ person, correction, reason }) =>
    `Attendance of ${person.name} corrected (${inWords(correction.kind)})${because(reason)}${corrected(correction)}`,
  ChairTaken: ({ person, reason, words, untilElected }) =>
    `${person.name} took the chair${untilElected ? ', without a vote, until the chair is elected' : ''}${because(reason)}${also(words)}`,
  InterestDeclared: ({ person, itemId, outcome, nature }) => `${person.name}: ${inWords(outcome)} (item ${itemId}), ${nature}`,
  ItemTaken: ({ number, heading, beforeItems }) =>
    beforeItems ? `Business before the first item taken: ${heading}` : `Item ${number}. ${heading} taken`,
  QuorumDeclared: ({ quorate, words }) => `Quorum declared ${quorate ? 'present' : 'lost'}: ${words}`,
  MeetingAdjourned: ({ reason, until, time, recess, toDate, toTime, toPlace }) =>
    `Meeting adjourned${recess ? ' for a short period' : ''}${at(time)}${until ? ` until ${until}` : ''}${also(
      toDate && `to ${longDate(toDate)}`,
      toTime && `to ${toTime}`,
      toPlace && `to be held at ${toPlace}`,
    )}${because(reason)}`,
  MeetingResumed: ({ date, time, place, there }) =>
    `Meeting resumed${date ? ` on ${longDate(date)}` : ''}${at(time)}${also(
      place && `held at ${place}`,
      there && `there: ${there.map(({ name }) => name).join(', ') || 'nobody'}`,
    )}`,
  MeetingContinuedInformally: ({ words }) => `Meeting continued informally: ${words}`,
  PublicExcluded: ({ itemIds, paragraphs, decisionId, words }) =>
    `The public excluded${itemIds.length > 0 ? ` for ${itemIds.join(', ')}` : ''} under paragraph ${paragraphs.join(', ')} of Schedule 7A${also(decisionId && `by decision ${decisionId}`, words)}`,
  PublicReadmitted: ({ words }) => `The public readmitted${also(words)}`,
  MeetingConcluded: ({ time, words, abandoned, waited, notHeld }) =>
    `Meeting ${abandoned ? 'abandoned for want of a quorum' : 'concluded'}${at(time)}${also(waited !== undefined && `${waited} minutes to be waited`, notHeld && 'no item had been taken', words)}`,
};
