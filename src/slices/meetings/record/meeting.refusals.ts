import { defineRefusals } from '../../../kernel/refusal.js';

const SCHEDULE_7 = 'Local Government (Scotland) Act 1973 Sch 7';
const EXCLUSION = 'Local Government (Scotland) Act 1973, section 50A(4) and (5)';
const JOINT_BOARD = 'SSI 2014/285';
const PRACTICE = 'Practice of committee records';
const ELECTING_THE_CHAIR = 'Local Government (Scotland) Act 1973 s.3(3)';

/**
 * A clerk often records late: after a meeting is concluded its attendance, items and paragraphs may still be written down,
 * until the minute is signed. Only what changes the course of the meeting (adjourning, resuming) then has to name its place.
 */
export const refuseMeeting = defineRefusals({
  'meeting.reference-malformed': { rule: 'A meeting is named by its body and its own key, normally its date: body/2016-03-03.' },
  'meeting.jointly-twice': { rule: 'A joint meeting is of several bodies, each of which is named once.' },
  'meeting.called-already': { rule: 'A meeting is called once.' },
  'meeting.not-called': { rule: 'A meeting is called before anything else is recorded of it.' },
  'meeting.no-such-body': { rule: 'A meeting is a meeting of a body that is established.' },
  'meeting.body-dissolved': { rule: 'A body that is dissolved by then holds no meeting.' },
  'meeting.not-found': { rule: 'There is no such meeting.' },
  'meeting.cancelled': { rule: 'A meeting that was cancelled is not held; nothing more is recorded of it.' },
  'meeting.opened-already': { rule: 'Time, place and mode are changed, and a meeting is cancelled or opened, only before it is opened.' },
  'meeting.before-its-day': {
    rule: 'A meeting is opened on its day or after it; one that is really opened before its day is said to be.',
    source: PRACTICE,
  },
  'meeting.no-constitution': {
    rule: 'A meeting stands under the constitution in force on its day; record one that applies from that day or before.',
    source: PRACTICE,
  },
  'meeting.not-open': {
    rule: 'Whoever is in the room, and what is done there, is recorded once the meeting is opened; only apologies are recorded before.',
  },
  'meeting.not-adjourned': { rule: 'Only a meeting that is adjourned resumes.' },
  'meeting.adjournment-place': {
    rule: 'An adjournment that is written down when the meeting is over names the paragraph after which it was.',
  },
  'meeting.adjourned': { rule: 'Nothing happens in a meeting while it is adjourned; it resumes first.' },
  'meeting.quorum-there': { rule: 'A meeting is abandoned where there is no quorum.' },
  'meeting.abandoned-early': {
    rule: 'A meeting that cannot begin waits for a quorum as long as its constitution says before it is abandoned.',
  },
  'meeting.adjourned-to-the-past': { rule: 'A meeting is adjourned to a day that is not past.' },
  'meeting.not-of-sederunt': { rule: 'The sederunt is taken again of people who are in it; others are recorded as they come.' },
  'meeting.concluded': { rule: 'A meeting is concluded once.' },
  'meeting.nothing-changed': { rule: 'A change changes something.' },
  'meeting.resumes-in-the-past': { rule: 'A meeting resumes on its own day or after it.' },
  'meeting.no-such-paragraph': {
    rule: 'A place in the record is named by the number of a paragraph that is recorded.',
    source: PRACTICE,
  },
  'minute.signed': {
    rule: 'Once the minute is signed, only a correction recorded by a later meeting adds to it.',
    source: SCHEDULE_7,
  },

  'meeting.no-such-requisition': { rule: 'The requisition on which a meeting is called is one of the same body that stands.' },
  'meeting.requisition-too-few': {
    rule: 'A meeting is called on a requisition where as many members ask as the rule says; without that it is called as any other.',
    source: 'Local Government (Scotland) Act 1973, Schedule 7, paragraph 1(4); for joint boards SSI 2014/285',
  },
  'agenda.no-such-item': { rule: 'The item is on the agenda of this meeting.' },
  'agenda.item-exists': { rule: 'Every item of an agenda has an id of its own.' },
  'agenda.number-taken': { rule: 'Every item of an agenda has a number of its own.' },
  'agenda.item-withdrawn': { rule: 'An item that was withdrawn is not taken, and not withdrawn again.' },
  'agenda.exempt-or-not': { rule: 'An item is taken in private or it is not.' },
  'agenda.no-such-remit': { rule: 'The remit that an item brings has been made.' },
  'agenda.remit-of-others': { rule: 'A remit stands on an agenda of the body it goes to, and its answer on one of the body it came from.' },
  'agenda.remit-exempt': {
    rule: 'An item that brings what is exempt in the body it comes from says under which paragraph it is taken in private here.',
    source: 'Local Government (Scotland) Act 1973 s.50A(4) and Sch 7A',
  },
  'agenda.minute-of-nobody': {
    rule: 'The minute that an item carries is of a meeting in the record, or of a body and a day that are named.',
  },
  'agenda.minute-meeting-unknown': {
    rule: 'The meeting whose minute an item carries has been called, or the body and the day are named instead.',
  },
  'agenda.minute-own': { rule: 'An item carries the minute of another body; the body’s own minute is approved by a decision.' },
  'agenda.minute-not-held': { rule: 'Only a meeting that was opened has a minute to be submitted.' },
  'agenda.item-taken': { rule: 'An item that was taken up is not withdrawn; what the meeting did with it is its decision.' },
  'agenda.order-repeats': { rule: 'The order of business names each item once.' },
  'agenda.pages-out-of-order': { rule: 'The last page of a paper is not before its first.' },
  'agenda.closed': {
    rule: 'Once notice is given, an item is added only as late, with the reason, or as urgent by reason of special circumstances, with who ruled so.',
    source: 'Local Government (Scotland) Act 1973 s.50B(4)(b)',
  },

  'roll.unchanged': { rule: 'The roll is corrected when the record of the body says something else than when the meeting was opened.' },

  'attendance.recorded-already': {
    rule: 'A person is in the sederunt once: record that they left or rejoined, or correct their attendance.',
  },
  'attendance.no-member': {
    rule: 'The sederunt is taken of the members on the roll; whoever else is there is recorded one by one, as a substitute or in attendance.',
  },
  'attendance.named-twice': { rule: 'A member is in the room, there remotely, or sent apologies: one of them, and once.' },
  'attendance.nobody-named': { rule: 'The sederunt names somebody: who is in the room, who is there remotely, or who sent apologies.' },
  'attendance.not-recorded': { rule: 'Only what is recorded of somebody who attended, or sent apologies, can be changed.' },
  'attendance.seat-for-present-only': { rule: 'Only somebody present sits in a seat, or in place of a member.' },
  'attendance.no-such-seat': { rule: 'The seat is on the roll of the day of the meeting.' },
  'attendance.not-entitled': {
    rule: 'Only a member, or a substitute the constitution allows, is present; whoever else is there is in attendance. Name the seat or the member they stand in for, record them in attendance, or put the membership right and correct the roll.',
    source: PRACTICE,
  },
  'attendance.seat-unclear': { rule: 'Where several seats are possible, the seat, or the member in whose place somebody sits, is named.' },
  'attendance.seat-vacant': { rule: 'Nobody stands in for a vacant seat; record who holds it and correct the roll.' },
  'attendance.seat-taken': { rule: 'One person sits in a seat at a time; whoever sits there leaves before another takes it.' },
  'attendance.holder-is-member': { rule: 'The member who holds the seat sits in it as member, not as a substitute.' },
  'attendance.not-in-room': { rule: 'Only somebody who is in the room leaves it.' },
  'attendance.in-room-already': { rule: 'Only somebody who left rejoins.' },
  'attendance.before-arrival': { rule: 'Nobody leaves before they arrive, or rejoins before they leave.' },
  'attendance.place-missing': { rule: 'A correction of when somebody arrived or left names the paragraph or the time.' },
  'attendance.no-such-spell': {
    rule: 'A correction of when somebody arrived or left may name which of their times in the room it is about.',
  },
  'attendance.voted': {
    rule: 'The record says that this person voted when they would then not have been entitled to; correct the vote first.',
  },
  'attendance.votes-outnumber': {
    rule: 'The record counts more votes than there would then have been people entitled to vote; correct the vote first.',
  },

  'attendance.took-part': {
    rule: 'The record says that this person moved, seconded or dissented when they would then not have been there; name a place at or after it.',
  },

  'substitute.not-allowed': {
    rule: 'The constitution allows no substitutes; the person is recorded in attendance.',
    source: `${JOINT_BOARD} art 12`,
  },
  'substitute.item-needed': { rule: 'The constitution allows a substitute for one item only, and the item is named.' },
  'substitute.not-named': { rule: 'The constitution allows only substitutes named beforehand for the seat.' },
  'substitute.other-organisation': { rule: 'A substitute comes from the organisation whose seat it is.' },
  'substitute.member-present': {
    rule: 'A substitute sits only while the member is not in the room, or for one item that is named.',
    source: `${JOINT_BOARD} art 12`,
  },

  'chair.not-in-room': { rule: 'Whoever presides is in the room and takes part in the item.' },
  'chair.may-not-preside': {
    rule: 'The chair presides, else the vice-chair, else whoever the constitution lets those present choose.',
    source: `${SCHEDULE_7}; ${JOINT_BOARD}`,
  },
  'chair.substitute-may-not-preside': {
    rule: "Under this constitution a substitute or proxy of the chair does not preside in the chair's place.",
    source: JOINT_BOARD,
  },

  'chair.officer-is-member': {
    rule: 'An officer who presides until the chair is elected is in attendance and no member; a member presides as the constitution says.',
    source: ELECTING_THE_CHAIR,
  },
  'chair.elected-already': {
    rule: 'Once the chair is elected no officer presides; whoever was elected takes the chair.',
    source: ELECTING_THE_CHAIR,
  },

  'interest.not-attending': { rule: 'An interest is declared at a meeting by somebody who attends it.', source: PRACTICE },
  'interest.declared-already': { rule: 'The same interest is declared once.' },

  'section.heading-missing': { rule: 'A section of the minute has a heading: its own, or the title of an item of the agenda.' },
  'section.number-taken': { rule: 'Every section of the minute has a number of its own.' },
  'section.in-hand': { rule: 'The item is in hand already.' },

  'public.excluded-already': { rule: 'The public is excluded until it is readmitted.', source: EXCLUSION },
  'public.not-excluded': { rule: 'The public is readmitted where it was excluded.', source: EXCLUSION },
  'public.no-such-decision': { rule: 'The public is excluded by a decision that this meeting recorded.', source: EXCLUSION },
  'quorum.not-lost': {
    rule: 'A meeting goes on informally only when there is no quorum.',
    source: `${SCHEDULE_7} para 4`,
  },
});
