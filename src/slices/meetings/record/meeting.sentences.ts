import { because, longDate, type Sentences } from '../../../kernel/sentences.js';
import { type MeetingEvent } from './meeting.events.js';

export const meetingSentences: Sentences<MeetingEvent> = {
  MeetingCalled: ({ title, date, time, place }) =>
    `${title} called for ${longDate(date)}${time ? ` at ${time}` : ''}${place ? `, ${place}` : ''}`,
  MeetingRearranged: ({ reason }) => `Meeting rearranged${because(reason)}`,
  MeetingCancelled: ({ reason }) => `Meeting cancelled${because(reason)}`,
  AgendaItemAdded: ({ number, title, late, urgent }) =>
    `Item ${number} ${title} put on the agenda${late ? ' late' : ''}${urgent ? ' as urgent' : ''}`,
  AgendaItemCorrected: ({ itemId, reason }) => `Agenda item ${itemId} corrected${because(reason)}`,
  AgendaItemWithdrawn: ({ itemId, reason }) => `Agenda item ${itemId} withdrawn${because(reason)}`,
  OrderOfBusinessChanged: ({ reason }) => `Order of business changed${because(reason)}`,
  NoticeGiven: ({ givenOn, by, clearDays }) =>
    `Notice given by ${by} on ${longDate(givenOn)}: ${clearDays.given} clear days, ${clearDays.required} required${clearDays.short ? '; SHORT' : ''}`,
  MeetingOpened: ({ standing, beforeItsDay }) =>
    `Meeting opened${beforeItsDay ? ' before its day,' : ''} under constitution ${standing.constitution.versionId}`,
  RollCorrected: ({ reason }) => `Roll corrected${because(reason)}`,
  AttendanceRecorded: ({ person, as, how, organisation }) =>
    `${person.name}${organisation ? ` (${organisation})` : ''}: ${as.replaceAll('-', ' ')}${as === 'apologies' || how === 'in-room' ? '' : ', remotely'}`,
  MemberLeft: ({ person }) => `${person.name} left`,
  MemberRejoined: ({ person }) => `${person.name} rejoined`,
  AttendanceCorrected: ({ person, correction, reason }) =>
    `Attendance of ${person.name} corrected (${correction.kind.replaceAll('-', ' ')})${because(reason)}`,
  ChairTaken: ({ person, reason }) => `${person.name} took the chair${because(reason)}`,
  InterestDeclared: ({ person, outcome, nature }) => `${person.name}: ${outcome.replaceAll('-', ' ')}, ${nature}`,
  ItemTaken: ({ number, heading }) => `Item ${number}. ${heading} taken`,
  QuorumDeclared: ({ quorate, words }) => `Quorum declared ${quorate ? 'present' : 'lost'}: ${words}`,
  MeetingAdjourned: ({ reason, until }) => `Meeting adjourned${until ? ` until ${until}` : ''}${because(reason)}`,
  MeetingResumed: ({ date, time }) => `Meeting resumed${date ? ` on ${longDate(date)}` : ''}${time ? ` at ${time}` : ''}`,
  MeetingContinuedInformally: ({ words }) => `Meeting continued informally: ${words}`,
  MeetingConcluded: ({ time }) => `Meeting concluded${time ? ` at ${time}` : ''}`,
};
