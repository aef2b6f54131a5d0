import { type Refusal } from '../../../kernel/refusal.js';
import { amendedBy, amendmentsTo, isLive, motionOf } from '../motions/voting-order.js';
import { fallBy, isConducted } from '../procedure/falls.js';
import { restingOn } from '../record/entries.js';
import { tellAgain } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { refuseStep } from '../record/step.refusals.js';
import { type StepTold } from '../record/told-anew.js';

type Voiding = Extract<StepTold, { type: 'VoteDeclaredVoid' | 'ElectionVoteDeclaredVoid' | 'ProceduralVoteDeclaredVoid' }>;

/** Why a vote that was declared void cannot stand again: the meeting went on without it. */
export function votedSince(meeting: Meeting, meant: Voiding): Refusal | null {
  const since = wentOn(meeting, meant);
  return since === null ? null : refuseStep('step.voted-since', { field: 'step', detail: since });
}

function wentOn(meeting: Meeting, meant: Voiding): Readonly<Record<string, unknown>> | null {
  const { data } = meant;
  const later = meeting.told.filter(({ revision }) => revision > meant.revision);
  if ('electionId' in data) {
    const { electionId } = data;
    const again = later.find((one) => 'electionId' in one.data && one.data.electionId === electionId);
    return again ? { electionId, since: again.type } : null;
  }
  if ('procedureId' in data) {
    // What fell by the vote falls again, unless it was decided since.
    const stands = tellAgain(meeting.told.filter(({ revision }) => revision !== meant.revision));
    const told = stands.told.find((one) => isConducted(one) && 'procedureId' in one.data && one.data.procedureId === data.procedureId);
    const falling = told && isConducted(told) ? fallBy(stands, told) : [];
    const decided = falling.map((one) => motionOf(meeting, one.data.motionId)).find((motion) => motion && !isLive(motion));
    return decided ? { motionId: decided.motionId, status: decided.status } : null;
  }
  const { voteId, motionIds } = data;
  const concerned = new Set([
    ...motionIds,
    ...motionIds.flatMap((motionId) => {
      const motion = motionOf(meeting, motionId);
      return motion ? [...amendedBy(meeting, motion), ...amendmentsTo(meeting, motionId).map((one) => one.motionId)] : [];
    }),
  ]);
  const resting = restingOn(meeting, voteId, motionIds);
  if (resting) return { decisionId: resting.decisionId };
  const again = later.find((one) => {
    if (one.type === 'DivisionTaken') return one.data.proposals.some(({ proposalId }) => concerned.has(proposalId));
    const puts = one.type === 'VoteTaken' || one.type === 'MotionPut' || one.type === 'MotionWithdrawn' || one.type === 'MotionFell';
    const voids = one.type === 'VoteDeclaredVoid' && one.data.motionIds.some((motionId) => concerned.has(motionId));
    return voids || ((puts || one.type === 'MotionMoved') && concerned.has(one.data.motionId));
  });
  return again ? { since: again.type, ...('motionId' in again.data && { motionId: again.data.motionId }) } : null;
}
