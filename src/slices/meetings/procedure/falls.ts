import { type Recorded } from '../../../kernel/event.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type StepEvent } from '../events/step.events.js';
import { fell } from '../motions/deciding-motions.js';
import { notReopened } from '../motions/reopening.js';
import { type MotionEvent } from '../events/motion.events.js';
import { amendmentsTo, isLive, motionOf } from '../motions/voting-order.js';
import { entryOf } from '../record/entries.js';
import { type MeetingStreamEvent, tellAgain } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { struckSteps } from '../record/striking.js';
import { type StepTold } from '../record/told-anew.js';
import { type ProceduralMotion, type ProcedureEvent, type Ruling } from '../votes/procedure.events.js';

/** Motions that fall by how a meeting is conducted: it passes to the next business, or they are ruled not competent. */

type Conducted = Extract<Recorded<ProcedureEvent>, { type: 'ProceduralMotionTaken' | 'RulingGiven' }>;
type Falling = Extract<MotionEvent, { type: 'MotionFell' }>;
type Fall = Extract<StepTold, { type: 'MotionFell' }>;

/** What falls where the meeting passes to the next business: whatever is live on the item. */
export const leftBehind = (
  meeting: Meeting,
  { kind, sectionId, vote }: Pick<ProceduralMotion, 'kind' | 'sectionId' | 'vote'>,
  after?: string,
): readonly Falling[] =>
  kind === 'next-business' && vote.result === 'carried'
    ? meeting.motions
        .filter((one) => one.sectionId === sectionId && isLive(one))
        .map((one) => placed(fell(one, 'the meeting passed to the next business'), after))
    : [];

/** A motion that is not competent falls, and with it what would amend it. */
export function ruledOut(meeting: Meeting, { kind, motionId }: Pick<Ruling, 'kind' | 'motionId'>, after?: string): readonly Falling[] {
  const motion = kind === 'not-competent' ? motionOf(meeting, motionId ?? '') : undefined;
  if (!motion || !isLive(motion)) return [];
  const amendments = amendmentsTo(meeting, motion.motionId).map((one) => fell(one, 'what it amends was ruled not competent'));
  return [fell(motion, 'it was ruled not competent'), ...amendments].map((one) => placed(one, after));
}

const placed = (event: Falling, after: string | undefined): Falling =>
  after === undefined ? event : { ...event, data: { ...event.data, after } };

export const isConducted = (event: Recorded<MeetingStreamEvent>): event is Conducted =>
  event.type === 'ProceduralMotionTaken' || event.type === 'RulingGiven';

export const entryIdOf = (told: Conducted): string => (told.type === 'RulingGiven' ? told.data.rulingId : told.data.procedureId);

/** The motions that fell by it, in the order in which they did. */
export const fellBy = (meeting: Meeting, told: Conducted): readonly Fall[] =>
  meeting.told.filter(
    (one): one is Fall => one.type === 'MotionFell' && (one.commandId === told.commandId || one.data.after === entryIdOf(told)),
  );

/** The meeting as it is told up to a step. */
export const upTo = (meeting: Meeting, { revision }: StepTold): Meeting => tellAgain(meeting.told.filter((one) => one.revision < revision));

/** What falls by it in the meeting as it is told up to it; nothing by a vote that was declared void. */
export function fallBy(meeting: Meeting, told: Conducted): readonly Falling[] {
  if (meeting.procedures.some(({ procedureId, declaredVoid }) => declaredVoid && procedureId === entryIdOf(told))) return [];
  const before = upTo(meeting, told);
  return told.type === 'RulingGiven'
    ? ruledOut(before, told.data, told.data.rulingId)
    : leftBehind(before, told.data, told.data.procedureId);
}

/** The motions that are open and would have fallen by what was recorded since, but for an entry that is struck. */
export function fallenSince(meeting: Meeting, struck?: string): readonly Falling[] {
  const standing = meeting.told.filter(isConducted).filter((told) => {
    const entryId = entryIdOf(told);
    return entryId !== struck && entryOf(meeting, entryId)?.struck === undefined;
  });
  const falling = new Map<string, Falling>();
  for (const one of standing.flatMap((told) => fallBy(meeting, told))) {
    const motion = motionOf(meeting, one.data.motionId);
    if (motion && isLive(motion) && !falling.has(motion.motionId)) falling.set(motion.motionId, one);
  }
  return [...falling.values()];
}

/** The falls struck; refused where one of the motions cannot be open again. */
export function reopened(meeting: Meeting, falls: readonly Fall[], reason: string): ReturnType<typeof struckSteps> | Refusal {
  const motionIds = falls.map(({ data }) => data.motionId);
  for (const motionId of motionIds) {
    const refused = notReopened(meeting, motionId, motionIds);
    if (refused) return refused;
  }
  return struckSteps(meeting, falls.toReversed(), reason);
}

/** What goes with the striking of an entry, where it is a procedural motion or a ruling: the motions that fell by it are open again, or fell later. */
export function goingWithEntry(meeting: Meeting, entryId: string, reason: string): readonly (StepEvent | MotionEvent)[] | Refusal {
  if (entryOf(meeting, entryId)?.struck !== undefined) return [];
  const told = meeting.told.find((one) => isConducted(one) && entryIdOf(one) === entryId);
  if (!told || !isConducted(told)) return [];
  const open = reopened(meeting, fellBy(meeting, told), reason);
  return isRefusal(open) ? open : [...open.events, ...fallenSince(open.changed, entryId)];
}
