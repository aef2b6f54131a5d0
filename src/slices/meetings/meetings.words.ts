/** The words, shapes and pure rules of this slice that other rooms may import. */
export { nextNumber } from './agenda/agenda.decider.js';
export { clearDays } from './agenda/clear-days.js';
export { type AgendaItemView, agendaView, type AgendaView, EXEMPT_TITLE, isPublished, pagesOf } from './agenda/views/agenda/agenda.js';
export { decisionsCsv, decisionsText } from './decisions/views/decision-register/decisions-text.js';
export { refuseMinute } from './minutes/minute.refusals.js';
export { type MinuteDocument } from './document/minute-document.js';
export { hashOf, minuteText } from './document/minute-text.js';
export { entryOf, inForceAt, momentOf, now, paragraphNumbered, standingAt } from './record/entries.js';
export { meetingEventsAsAt } from './record/meeting.as-at.js';
export { refuseMeeting } from './record/meeting.refusals.js';
export { type Attendance, type DecisionState, type Meeting, type Motion, type Spell } from './record/meeting.state.js';
export { attendanceOf, entitledToVote, hasWithdrawn, isThere, presidingAt, quorumAt, quorumNow, sumAt } from './sederunt/room.js';
export { withoutExempt } from './agenda/views/agenda/exempt.js';
export { disagreementsOf, quorumTimeline, sumWhereDeclared } from './sederunt/views/quorum/quorum-timeline.js';
export { impossibleVotes } from './sederunt/impossible-votes.js';
export { sittingOf } from './rules/judging.js';
