/** The words, shapes and pure rules of this slice that other rooms may import. */
export { nextNumber } from './agenda/agenda.decider.js';
export { courseOf, type CourseStep } from './corrections/course-view.js';
export { noticePeriod, noticeRuleOf } from './agenda/clear-days.js';
export { type ElectionData, leftAfter } from './votes/election.events.js';
export { type AgendaItemView, agendaView, type AgendaView, isPublished, pagesOf } from './agenda/views/agenda/agenda.js';
export { decisionsCsv, decisionsText, type ShownDecision } from './decisions/views/decision-register/decisions-text.js';
export { nextDivision } from './divisions/next-division.js';
export { readAsDecision } from './decisions/decision-words.js';
export { decisionRead } from './decisions/parse-decision.js';
export { refuseMinute } from './minutes/minute.refusals.js';
export { type MinuteDocument } from './document/minute-document.js';
export { sampleMinute } from './minutes/views/style/sample.js';
export { fromWhom } from './document/hearing-in-words.js';
export { initialsOf } from './in-words/initials.js';
export { hashOf, minuteText, sectionHeading } from './document/minute-text.js';
export {
  entryOf,
  restingOnLoss,
  inForceAt,
  isPublicExcluded,
  momentOf,
  now,
  paragraphNumbered,
  standingAt,
  unturned,
} from './record/entries.js';
export { meetingEventsAsAt } from './reading/meeting.as-at.js';
export { refuseMeeting } from './record/meeting.refusals.js';
export { type Attendance, type DecisionState, type Meeting, type Motion, type Spell } from './record/meeting.state.js';
export { isVoiding } from './record/told-anew.js';
export { attendanceOf, entitledToVote, hasWithdrawn, isThere, presidingAt, quorumNow, sumAt } from './sederunt/room.js';
export { EXEMPT_TITLE, exemptAsNow, exemptIn, withoutExempt } from './exempt/exempt.js';
export { meetingsOf, toldWithout } from './exempt/told-without.js';
export { disagreementsOf, quorumTimeline, sumWhereDeclared } from './as-it-stands/views/quorum/quorum-timeline.js';
export { standsAlone } from './motions/voting-order.js';
export { impossibleVotes } from './sederunt/impossible-votes.js';
export { sittingOf } from './rules/judging.js';
export { isCounted } from './votes/vote.words.js';
