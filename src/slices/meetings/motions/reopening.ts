import { type Refusal } from '../../../kernel/refusal.js';
import { restingOnLoss } from '../record/entries.js';
import { type Meeting } from '../record/meeting.state.js';
import { refuseStep } from '../record/step.refusals.js';
import { motionOf } from './voting-order.js';

/** Why a motion that was withdrawn, or fell, cannot be open again; `withIt` are those that fell with it. */
export function notReopened(meeting: Meeting, motionId: string, withIt: readonly string[] = []): Refusal | null {
  const field = 'step';
  const decided = lossDecidedOn(meeting, [motionId, ...withIt]);
  if (decided) return decided;
  const amended = motionOf(meeting, motionOf(meeting, motionId)?.amends ?? '');
  return amended && amended.status !== 'moved' && !withIt.includes(amended.motionId)
    ? refuseStep('step.what-it-amends-decided', { field, detail: { motionId: amended.motionId, status: amended.status } })
    : null;
}

/** A decision that rests on the loss of one of the motions. */
export function lossDecidedOn(meeting: Meeting, motionIds: readonly string[]): Refusal | null {
  const resting = restingOnLoss(meeting, motionIds);
  return resting ? refuseStep('step.decision-rests-on-loss', { field: 'step', detail: { decisionId: resting.decisionId } }) : null;
}
