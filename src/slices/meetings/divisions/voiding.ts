import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type MotionEvent } from '../events/motion.events.js';
import { amendedBy, motionOf } from '../motions/voting-order.js';
import { now, restingOn } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { attendanceOf, presidingAt } from '../sederunt/room.js';
import { motionsBetween } from '../votes/vote.words.js';
import { refuseDivision } from './division.refusals.js';
import { type DeclareVoteVoid } from './divisions.commands.js';

type Asked = CommandFor<typeof DeclareVoteVoid>;

/** A vote on a motion, or a division, is declared void. What was done on its outcome is undone first. */
export function declareVoteVoid({ data }: Asked, meeting: Meeting): Decision<MotionEvent> {
  const { voteId, reason } = data;
  const taken = takenIn(voteId, meeting);
  if (!taken) return refuseDivision('void.unknown', { field: 'voteId', detail: { voteId } });
  const ruledBy = rulerOf(data, meeting);
  if (isRefusal(ruledBy)) return ruledBy;
  const { motionIds, sectionId } = taken;
  const refused = decidedOn(voteId, motionIds, meeting) ?? followed(voteId, motionIds, meeting);
  if (refused) return refused;
  return accept<MotionEvent>({ type: 'VoteDeclaredVoid', v: 1, data: { voteId, sectionId, motionIds, ruledBy, reason } }, voteId);
}

/** The motions that the vote or division was on, and those that fell by its outcome; `undefined` where none of that id stands. */
function takenIn(voteId: string, meeting: Meeting): { readonly motionIds: readonly string[]; readonly sectionId: string } | undefined {
  const division = meeting.divisions.find(({ divisionId }) => divisionId === voteId);
  if (division) return { motionIds: motionsBetween(division), sectionId: division.sectionId };
  const motion = meeting.motions.find(({ vote, status }) => vote?.voteId === voteId && status !== 'fallen');
  if (!motion) return undefined;
  return { motionIds: [motion.motionId, ...fellBy(voteId, meeting)], sectionId: motion.sectionId };
}

/** What fell because the vote was carried was recorded with it, after it. */
function fellBy(voteId: string, { told }: Meeting): readonly string[] {
  const vote = told.find((event) => event.type === 'VoteTaken' && event.data.voteId === voteId);
  return told.flatMap((event) =>
    vote && event.type === 'MotionFell' && event.commandId === vote.commandId && event.revision > vote.revision
      ? [event.data.motionId]
      : [],
  );
}

function rulerOf({ ruledBy }: Asked['data'], meeting: Meeting): PersonNamed | Refusal {
  if (ruledBy === undefined) return presidingAt(meeting, now(meeting)) ?? refuseDivision('void.nobody-presides', { field: 'ruledBy' });
  return (
    attendanceOf(meeting, ruledBy)?.person ?? refuseMeeting('attendance.not-recorded', { field: 'ruledBy', detail: { personId: ruledBy } })
  );
}

function decidedOn(voteId: string, motionIds: readonly string[], meeting: Meeting): Refusal | null {
  const resting = restingOn(meeting, voteId, motionIds);
  return resting ? refuseDivision('void.decision-rests-on-it', { field: 'voteId', detail: { decisionId: resting.decisionId } }) : null;
}

/** What was put, or ended, on the outcome since: what the motions amend; and of a division, its own motions. */
function followed(voteId: string, motionIds: readonly string[], meeting: Meeting): Refusal | null {
  const motions = (ids: readonly string[]): readonly Motion[] => ids.flatMap((motionId) => motionOf(meeting, motionId) ?? []);
  const own = motions(motionIds);
  const above = motions(own.flatMap((motion) => amendedBy(meeting, motion)).filter((motionId) => !motionIds.includes(motionId)));
  const wasDivision = meeting.divisions.some(({ divisionId }) => divisionId === voteId);
  const hasGoneOn = ({ status, division, vote }: Motion): boolean =>
    vote !== undefined || division?.divisionId !== voteId || status === 'withdrawn' || status === 'fallen';
  const later = above.find(({ status }) => status !== 'moved') ?? (wasDivision ? own.find(hasGoneOn) : undefined);
  return later ? refuseDivision('void.followed', { field: 'voteId', detail: { motionId: later.motionId, status: later.status } }) : null;
}
