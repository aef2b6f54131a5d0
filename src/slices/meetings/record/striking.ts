import { plain } from '../../../kernel/plain.js';
import { type Recorded } from '../../../kernel/event.js';
import { type StepEvent, type StepMeant } from '../events/step.events.js';
import { evolveMeeting } from './meeting.history.js';
import { type Meeting } from './meeting.state.js';
import { entryOfStep, saidIn, type StepTold } from './told-anew.js';

/** How a correction names a step. */
export function naming(told: StepTold): StepMeant {
  const { revision, type, data } = told;
  const entryId = entryOfStep(told);
  if (entryId !== undefined)
    return { step: revision, of: type, entryId, ...(type === 'VoteDeclaredVoid' && { motionIds: data.motionIds }) };
  return { step: revision, of: type, ...('motionId' in data && data.motionId !== undefined && { motionId: data.motionId }) };
}

/** The steps struck one after another, and the meeting as it is told then. */
export function struckSteps(meeting: Meeting, steps: readonly StepTold[], reason: string): { events: StepEvent[]; changed: Meeting } {
  const events: StepEvent[] = [];
  let changed = meeting;
  for (const one of steps) {
    const struck: StepEvent = { type: 'StepStruck', v: 1, data: { ...naming(one), was: saidIn(one), reason } };
    const before = changed;
    changed = putRight(before, struck);
    events.push({ ...struck, data: { ...struck.data, ...leaving(before, changed, one) } });
  }
  return { events, changed };
}

/** The meeting as it is told once that is put right. */
export const putRight = (meeting: Meeting, event: StepEvent): Meeting => evolveMeeting(meeting, event as Recorded<StepEvent>);

/** What the meeting and the motion are once the step is struck, where that is something else than before. */
function leaving(before: Meeting, changed: Meeting, { type, data }: StepTold) {
  const status = changed.status === before.status ? undefined : (changed.status as 'open' | 'adjourned');
  const date = type === 'MeetingResumed' ? data.date : undefined;
  const motion =
    type === 'MotionWithdrawn' || type === 'MotionFell' ? changed.motions.find((one) => one.motionId === data.motionId) : undefined;
  const jointlyWith = date === undefined ? undefined : changed.jointlyWith?.map(({ bodyId }) => bodyId);
  return plain({ status, date, jointlyWith, motionStatus: motion?.status as 'moved' | 'put' | 'tied' | undefined });
}
