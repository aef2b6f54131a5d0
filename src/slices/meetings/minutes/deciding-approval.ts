import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { dateInZone } from '../../../kernel/dates.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionState, type Meeting } from '../record/meeting.state.js';
import { entryOf, paragraphNumbered } from '../record/entries.js';
import { attendanceOf } from '../sederunt/room.js';
import { type MinuteCorrection, type MinuteEvent } from '../events/minute.events.js';
import { refuseMinute } from './minute.refusals.js';
import { type ApproveMinute, type CorrectSignedMinute, type LaterMeetingFacts, type SignMinute } from './minutes.commands.js';
import { minuteSigned } from '../rules/meeting-guards.js';
import { hashOf, minuteText } from '../document/minute-text.js';

/** The verbs with which a meeting approves or corrects a minute. */
const APPROVING = ['APPROVED', 'AGREED', 'RESOLVED'];

export function approveMinute(
  { data, facts, happenedAt }: CommandFor<typeof ApproveMinute, LaterMeetingFacts>,
  meeting: Meeting,
): Decision<MinuteEvent> {
  const { minute } = meeting;
  const signed = minuteSigned(meeting);
  if (signed) return signed;
  if (meeting.status !== 'concluded') return refuseMinute('minute.meeting-not-concluded', { detail: { status: meeting.status } });
  const refused = notLater(facts, data.atMeeting, meeting, happenedAt) ?? notApproving(facts, data.decisionId, meeting);
  if (refused) return refused;
  const corrections = (data.corrections ?? []).map(plainCorrection);
  for (const [index, { paragraph }] of corrections.entries()) {
    if (paragraph !== undefined && !paragraphNumbered(meeting, paragraph)) {
      return refuseMinute('minute.no-such-paragraph', { field: `corrections.${index}.paragraph`, detail: { paragraph } });
    }
  }
  const by = { meetingId: data.atMeeting, decisionId: data.decisionId };
  const approved = { by, atMeeting: data.atMeeting, corrections, hash: '' };
  const hash = hashOf(minuteText({ ...meeting, minute: { ...minute, approved } }));
  if (minute.approved?.hash === hash || minute.approved?.by.decisionId === data.decisionId) {
    return refuseMinute('minute.approved-already', {
      detail: { atMeeting: minute.approved.atMeeting, decisionId: minute.approved.by.decisionId },
    });
  }
  return accept<MinuteEvent>({ type: 'MinuteApproved', v: 1, data: { ...approved, hash } });
}

export function signMinute(
  { data, facts, happenedAt }: CommandFor<typeof SignMinute, LaterMeetingFacts>,
  meeting: Meeting,
): Decision<MinuteEvent> {
  const { minute } = meeting;
  const already = minuteSigned(meeting);
  if (already) return already;
  if (!minute.approved) return refuseMinute('minute.not-approved');
  const lastDay = meeting.standings.at(-1)?.standing.asOf ?? meeting.date;
  if (dateInZone(happenedAt, meeting.timeZone) < lastDay) return refuseMinute('minute.before-meeting', { detail: { date: lastDay } });
  const refused = notLater(facts, data.atMeeting, meeting, happenedAt);
  if (refused) return refused;
  const { later } = facts;
  const signedBy = later && presided(later, data.signedBy);
  if (!signedBy) return refuseMinute('minute.signer-did-not-preside', { field: 'signedBy', detail: { personId: data.signedBy } });
  const text = minuteText(meeting);
  const hash = hashOf(text);
  if (hash !== minute.approved.hash)
    return refuseMinute('minute.changed-since-approved', { detail: { approved: minute.approved.hash, now: hash } });
  return accept<MinuteEvent>({
    type: 'MinuteSigned',
    v: 1,
    data: { signedBy, atMeeting: data.atMeeting, text, hash, algorithm: 'sha-256' },
  });
}

export function correctSignedMinute(
  { data, facts, happenedAt }: CommandFor<typeof CorrectSignedMinute, LaterMeetingFacts>,
  meeting: Meeting,
): Decision<MinuteEvent> {
  if (!meeting.minute.signed) return refuseMinute('minute.not-signed');
  const refused = notLater(facts, data.atMeeting, meeting, happenedAt) ?? notApproving(facts, data.decisionId, meeting);
  if (refused) return refused;
  const correction = plainCorrection(data.correction);
  if (correction.paragraph !== undefined && !paragraphNumbered(meeting, correction.paragraph)) {
    return refuseMinute('minute.no-such-paragraph', { field: 'correction.paragraph', detail: { paragraph: correction.paragraph } });
  }
  const by = { meetingId: data.atMeeting, decisionId: data.decisionId };
  return accept<MinuteEvent>({ type: 'SignedMinuteCorrected', v: 1, data: { by, atMeeting: data.atMeeting, correction } });
}

const plainCorrection = ({ paragraph, words }: MinuteCorrection): MinuteCorrection => ({
  ...(paragraph === undefined ? {} : { paragraph }),
  words,
});

/** What is approved, signed or corrected at a meeting happened when its day had come, also where it was opened in the record before that. */
function notLater({ later }: LaterMeetingFacts, atMeeting: string, meeting: Meeting, happenedAt: string): Refusal | null {
  const field = 'atMeeting';
  if (!later || later.status === 'unknown') return refuseMinute('minute.later-meeting-not-found', { field, detail: { atMeeting } });
  if (later.bodyId !== meeting.bodyId) {
    return refuseMinute('minute.later-meeting-other-body', { field, detail: { body: meeting.bodyId, other: later.bodyId } });
  }
  const opened = later.openedAt !== undefined && meeting.openedAt !== undefined && later.openedAt >= meeting.openedAt;
  if (later.meetingId === meeting.meetingId || later.date < meeting.date || !opened) {
    return refuseMinute('minute.later-meeting-not-later', { field, detail: { date: later.date, status: later.status } });
  }
  if (dateInZone(happenedAt, later.timeZone) < later.date)
    return refuseMinute('minute.later-meeting-to-come', { field, detail: { date: later.date } });
  return null;
}

function notApproving({ later, ratified }: LaterMeetingFacts, decisionId: string, meeting: Meeting): Refusal | null {
  const field = 'decisionId';
  const decision = later?.decisions.find((one) => one.decisionId === decisionId && !entryOf(later, decisionId)?.struck);
  if (!decision) return refuseMinute('minute.decision-not-found', { field, detail: { decisionId } });
  if (!APPROVING.includes(decision.verb) || fallen(decision)) {
    return refuseMinute('minute.decision-no-approval', { field, detail: { words: decision.words } });
  }
  const { outcome } = decision;
  if (outcome.kind === 'minute-approved' && outcome.meetingId !== undefined && outcome.meetingId !== meeting.meetingId) {
    return refuseMinute('minute.decision-of-another-minute', { field, detail: { approves: outcome.meetingId } });
  }
  if (decision.standing === 'informal' && !ratified)
    return refuseMinute('minute.approved-informally', { field, detail: { quorum: decision.quorum.explanation } });
  return null;
}

const fallen = ({ rescindedBy, supersededBy }: DecisionState): boolean => rescindedBy !== undefined || supersededBy !== undefined;

/** A person who took the chair of the later meeting, as its record names them; where it records nobody taking it, its chair, if present. */
function presided(later: Meeting, personId: string): { readonly personId: string; readonly name: string } | null {
  const attendance = attendanceOf(later, personId);
  const named = attendance?.as === 'present' ? attendance.person : undefined;
  const chair = later.chairs.find(({ person }) => person.personId === personId);
  if (chair) return named ?? chair.person;
  if (later.chairs.length > 0) return null;
  const inOffice = later.standings.some(({ standing }) =>
    standing.offices.some(({ office, holder }) => office === 'chair' && holder.personId === personId),
  );
  return inOffice && named ? named : null;
}
