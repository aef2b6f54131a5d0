import { type CommandFor, type NoFacts } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { withoutVote } from '../elections/election.decider.js';
import { type MotionEvent } from '../events/motion.events.js';
import { amendedBy, motionOf } from '../motions/voting-order.js';
import { entryOf, now, restingOn, restingOnLoss } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { type RoomEvent } from '../rules/meeting-guards.js';
import { recordInRoom } from '../sederunt/record-in-room.js';
import { attendanceOf, presidingAt } from '../sederunt/room.js';
import { type ElectionData } from '../votes/election.events.js';
import { type ProceduralMotion, type ProcedureEvent } from '../votes/procedure.events.js';
import { motionsBetween } from '../votes/vote.words.js';
import { goingWithEntry } from './falls.js';
import { type DeclareVoteVoid } from './procedure.commands.js';
import { refuseProcedure } from './procedure.refusals.js';

type Asked = CommandFor<typeof DeclareVoteVoid, NoFacts>;
type Ruled = { readonly ruledBy: PersonNamed; readonly reason: string };

/** A vote is declared void: on a motion, between proposals, of an election, or on a procedural motion. What was done on its outcome is undone first. */
export function declareVoteVoid({ data }: Asked, meeting: Meeting): Decision<ProcedureEvent | RoomEvent> {
  const { voteId, reason } = data;
  const election = electionWith(voteId, meeting);
  const procedure = meeting.procedures.find((one) => one.procedureId === voteId && !one.declaredVoid && !entryOf(meeting, voteId)?.struck);
  const taken = takenIn(voteId, meeting);
  if (!election && !procedure && !taken) return refuseProcedure('void.unknown', { field: 'voteId', detail: { voteId } });
  const ruledBy = rulerOf(data, meeting);
  if (isRefusal(ruledBy)) return ruledBy;
  const ruled = { ruledBy, reason };
  if (election) return ofElection(election, voteId, ruled, meeting);
  if (procedure) return ofProcedure(procedure, ruled, meeting);
  const { motionIds, sectionId } = taken!;
  const refused = decidedOn(voteId, motionIds, meeting) ?? followed(voteId, motionIds, meeting);
  if (refused) return refused;
  return accept<MotionEvent>({ type: 'VoteDeclaredVoid', v: 1, data: { voteId, sectionId, motionIds, ...ruled } }, voteId);
}

/** The election that has the id, or a vote of that id, where a vote of it stands. */
const electionWith = (voteId: string, { elections }: Meeting): ElectionData | undefined =>
  elections.find(
    ({ electionId, rounds }) =>
      rounds.some(({ declaredVoid }) => !declaredVoid) && (electionId === voteId || rounds.some(({ roundId }) => roundId === voteId)),
  );

/** Whom the vote elected is not elected, from its place in the meeting on; the vote before is declared void after it. */
function ofElection(election: ElectionData, voteId: string, ruled: Ruled, meeting: Meeting): Decision<RoomEvent> {
  const { electionId, rounds, sectionId } = election;
  const last = rounds.findLastIndex(({ declaredVoid }) => !declaredVoid);
  const roundId = rounds[last]?.roundId;
  if (voteId !== electionId && voteId !== roundId)
    return refuseProcedure(rounds.find((one) => one.roundId === voteId)?.declaredVoid ? 'void.unknown' : 'void.later-vote', {
      field: 'voteId',
      detail: { voteId },
    });
  const vote = last + 1;
  return recordInRoom(
    meeting,
    {
      type: 'ElectionVoteDeclaredVoid',
      v: 1,
      data: { electionId, vote, ...(roundId !== undefined && { roundId }), sectionId, ...ruled, ...withoutVote(election, vote) },
    },
    'a vote of an election was declared void',
    voteId,
  );
}

/** What fell by the procedural motion is open again. */
function ofProcedure({ procedureId, sectionId }: ProceduralMotion, ruled: Ruled, meeting: Meeting): Decision<ProcedureEvent | RoomEvent> {
  const resting = restingOnLoss(meeting, [procedureId]);
  if (resting) return refuseProcedure('void.decision-rests-on-it', { field: 'voteId', detail: { decisionId: resting.decisionId } });
  const open = goingWithEntry(meeting, procedureId, ruled.reason);
  if (isRefusal(open)) return { ...open, field: 'voteId' };
  const declared: ProcedureEvent = { type: 'ProceduralVoteDeclaredVoid', v: 1, data: { procedureId, sectionId, ...ruled } };
  return accept<ProcedureEvent | RoomEvent>([declared, ...open], procedureId);
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
  if (ruledBy === undefined) return presidingAt(meeting, now(meeting)) ?? refuseProcedure('void.nobody-presides', { field: 'ruledBy' });
  return (
    attendanceOf(meeting, ruledBy)?.person ?? refuseMeeting('attendance.not-recorded', { field: 'ruledBy', detail: { personId: ruledBy } })
  );
}

function decidedOn(voteId: string, motionIds: readonly string[], meeting: Meeting): Refusal | null {
  const resting = restingOn(meeting, voteId, motionIds);
  return resting ? refuseProcedure('void.decision-rests-on-it', { field: 'voteId', detail: { decisionId: resting.decisionId } }) : null;
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
  return later ? refuseProcedure('void.followed', { field: 'voteId', detail: { motionId: later.motionId, status: later.status } }) : null;
}
