import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { lastEntryOfParagraph, momentOf, now, paragraphNumbered } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { takesPart } from './entitlement.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type MotionEvent } from '../events/motion.events.js';
import { refuseMotion } from './motion.refusals.js';
import {
  type MoveMotion,
  type NoteMotionFell,
  type PutMotion,
  type SecondMotion,
  type SettleVotingOrder,
  type WithdrawMotion,
} from './motions.commands.js';
import { amendedBy, amendmentsTo, isLive, isSupported, isUndecided, motionOf, orderOf, putBefore } from './voting-order.js';

export const unknownMotion = (motionId: string, field = 'motionId'): Refusal =>
  refuseMotion('motion.unknown', { field, detail: { motionId } });

export const notLive = ({ motionId, status, vote }: Motion, field = 'motionId'): Refusal =>
  refuseMotion('motion.not-live', { field, detail: { motionId, status, ...(vote && { voteId: vote.voteId }) } });

export interface LatePlace {
  readonly after: string;
  readonly sectionId: string;
}

/** The place in its item of what is written down late; `null` where none is named. */
export function placeOfLate(meeting: Meeting, paragraph: string | undefined, motion?: Motion): LatePlace | null | Refusal {
  if (paragraph === undefined) return null;
  const field = 'afterParagraph';
  const found = paragraphNumbered(meeting, paragraph);
  const after = lastEntryOfParagraph(meeting, paragraph);
  if (!found || after === undefined) return refuseMeeting('meeting.no-such-paragraph', { field, detail: { paragraph } });
  if (motion && found.sectionId !== motion.sectionId) return refuseMotion('motion.another-item', { field, detail: { paragraph } });
  if (motion && momentOf(meeting, after) < momentOf(meeting, motion.movedAfter))
    return refuseMotion('motion.before-moved', { field, detail: { paragraph, motionId: motion.motionId } });
  return { after, sectionId: found.sectionId };
}

export const momentThen = (meeting: Meeting, late: LatePlace | null): number => (late ? momentOf(meeting, late.after) + 1 : now(meeting));

export function moveMotion(
  { data, facts, commandId }: CommandFor<typeof MoveMotion, DecisionFacts>,
  meeting: Meeting,
): Decision<MotionEvent> {
  const late = placeOfLate(meeting, data.afterParagraph);
  if (late && 'accepted' in late) return late;
  const sectionId = late?.sectionId ?? meeting.inHand;
  if (sectionId === null) return refuseMotion('motion.no-item-in-hand');
  const { motionId = shortId('m', commandId), text, movedBy, amends, appointment, noAction, rescinds } = data;
  if (motionOf(meeting, motionId)) return refuseMotion('motion.id-taken', { field: 'motionId', detail: { motionId } });
  const mover = takesPart(meeting, momentThen(meeting, late), sectionId, movedBy, 'movedBy');
  if ('accepted' in mover) return mover;
  const refused =
    (amends === undefined ? null : cannotBeAmended(meeting, amends, sectionId)) ??
    (rescinds ? cannotBeRescinded(rescinds, facts, meeting) : null);
  if (refused) return refused;
  return accept<MotionEvent>(
    {
      type: 'MotionMoved',
      v: 1,
      data: {
        motionId,
        sectionId,
        text,
        movedBy: mover.person,
        ...(amends === undefined ? {} : { amends }),
        ...(appointment ? { appointment } : {}),
        ...(noAction ? { noAction } : {}),
        ...(rescinds ? { rescinds: { meetingId: rescinds.meetingId, decisionId: rescinds.decisionId } } : {}),
        ...(late && { after: late.after }),
      },
    },
    motionId,
  );
}

function cannotBeAmended(meeting: Meeting, amends: string, sectionId: string): Refusal | null {
  const amended = motionOf(meeting, amends);
  if (!amended) return unknownMotion(amends, 'amends');
  if (amended.sectionId !== sectionId) return refuseMotion('motion.amends-another-item', { field: 'amends', detail: { motionId: amends } });
  if (!isLive(amended))
    return refuseMotion('motion.amends-settled', { field: 'amends', detail: { motionId: amends, status: amended.status } });
  return isSupported(meeting, amended)
    ? null
    : refuseMotion('motion.amends-unseconded', { field: 'amends', detail: { motionId: amends, movedBy: amended.movedBy.name } });
}

function cannotBeRescinded(ref: DecisionRef, { decisions, behind }: DecisionFacts, { bodyId }: Meeting): Refusal | null {
  if (behind) return refuseMotion('motion.register-behind', { field: 'rescinds' });
  const found = decisions.find(({ decision }) => decision.meetingId === ref.meetingId && decision.decisionId === ref.decisionId);
  const more = { field: 'rescinds', detail: { ...ref } };
  if (!found) return refuseMotion('motion.rescinds-unknown', more);
  if (found.bodyId !== bodyId) return refuseMotion('motion.rescinds-elsewhere', more);
  return found.struck || found.rescindedBy || found.supersededBy ? refuseMotion('motion.rescinds-gone', more) : null;
}

export function secondMotion({ data }: CommandFor<typeof SecondMotion>, meeting: Meeting): Decision<MotionEvent> {
  const { motionId, secondedBy } = data;
  const motion = motionOf(meeting, motionId);
  if (!motion) return unknownMotion(motionId);
  if (!isLive(motion)) return notLive(motion);
  if (motion.secondedBy)
    return refuseMotion('motion.seconded-already', { field: 'motionId', detail: { secondedBy: motion.secondedBy.name } });
  if (motion.movedBy.personId === secondedBy)
    return refuseMotion('motion.seconded-by-mover', { field: 'secondedBy', detail: { movedBy: motion.movedBy.name } });
  const late = placeOfLate(meeting, data.afterParagraph, motion);
  if (late && 'accepted' in late) return late;
  const seconder = takesPart(meeting, momentThen(meeting, late), motion.sectionId, secondedBy, 'secondedBy');
  if ('accepted' in seconder) return seconder;
  return accept<MotionEvent>({
    type: 'MotionSeconded',
    v: 1,
    data: { motionId, secondedBy: seconder.person, ...(late && { after: late.after }) },
  });
}

export const fell = ({ motionId }: Motion, why: string): Extract<MotionEvent, { type: 'MotionFell' }> => ({
  type: 'MotionFell',
  v: 1,
  data: { motionId, why },
});

export function withdrawMotion({ data: { motionId, reason } }: CommandFor<typeof WithdrawMotion>, meeting: Meeting): Decision<MotionEvent> {
  const motion = motionOf(meeting, motionId);
  if (!motion) return unknownMotion(motionId);
  if (!isLive(motion)) return notLive(motion);
  return accept<MotionEvent>([
    ...amendmentsTo(meeting, motionId).map((one) => fell(one, 'what it amends was withdrawn')),
    { type: 'MotionWithdrawn', v: 1, data: { motionId, ...(reason === undefined ? {} : { reason }) } },
  ]);
}

/** A motion falls; so does a tied one, where the person presiding does not break the tie. */
export function noteMotionFell({ data: { motionId, why } }: CommandFor<typeof NoteMotionFell>, meeting: Meeting): Decision<MotionEvent> {
  const motion = motionOf(meeting, motionId);
  if (!motion) return unknownMotion(motionId);
  if (!isUndecided(meeting, motion) && motion.status !== 'tied') return notLive(motion);
  return accept<MotionEvent>([...amendmentsTo(meeting, motionId).map((one) => fell(one, 'what it amends fell')), fell(motion, why)]);
}

export function settleVotingOrder({ data: { order } }: CommandFor<typeof SettleVotingOrder>, meeting: Meeting): Decision<MotionEvent> {
  const sectionId = meeting.inHand;
  if (sectionId === null) return refuseMotion('motion.no-item-in-hand');
  for (const [index, motionId] of order.entries()) {
    const field = `order.${index}`;
    const motion = motionOf(meeting, motionId);
    if (!motion || motion.sectionId !== sectionId || !isLive(motion) || order.indexOf(motionId) !== index)
      return refuseMotion('motion.order-unknown', {
        field,
        detail: {
          motionId,
          toBePut: meeting.motions.filter((one) => one.sectionId === sectionId && isLive(one)).map((one) => one.motionId),
        },
      });
    const late = amendedBy(meeting, motion).find((amended) => order.slice(0, index).includes(amended));
    if (late !== undefined) return refuseMotion('motion.order-amendment-late', { field, detail: { amendment: motionId, amends: late } });
  }
  return accept<MotionEvent>({ type: 'VotingOrderSettled', v: 1, data: { sectionId, order } });
}

export function putMotion({ data: { motionId } }: CommandFor<typeof PutMotion>, meeting: Meeting): Decision<MotionEvent> {
  const motion = motionOf(meeting, motionId);
  if (!motion) return unknownMotion(motionId);
  const put = putting(meeting, motion);
  return 'accepted' in put ? put : accept<MotionEvent>(put);
}

/** The events of putting a motion to the vote, first of amendments that fall for want of a seconder; refused where it cannot be put. */
export function putting(meeting: Meeting, motion: Motion): readonly MotionEvent[] | Refusal {
  const { motionId } = motion;
  if (!isLive(motion)) return notLive(motion);
  if (!isSupported(meeting, motion))
    return refuseMotion('motion.not-seconded', { field: 'motionId', detail: { motionId, movedBy: motion.movedBy.name } });
  const amendments = amendmentsTo(meeting, motionId);
  const unseconded = new Set(amendments.filter((one) => isLive(one) && !isSupported(meeting, one)).map((one) => one.motionId));
  const falls = (one: Motion): boolean =>
    unseconded.has(one.motionId) || amendedBy(meeting, one).some((amended) => unseconded.has(amended));
  const undecided = amendments.filter((one) => !falls(one));
  if (undecided.length > 0)
    return refuseMotion('motion.amendment-undecided', {
      field: 'motionId',
      detail: { motionId, undecided: undecided.map((one) => one.motionId) },
    });
  const other = meeting.motions.find(({ status }) => status === 'put');
  if (other) return refuseMotion('motion.another-put', { field: 'motionId', detail: { motionId: other.motionId } });
  const before = putBefore(meeting, motion);
  if (before)
    return refuseMotion('motion.out-of-order', {
      field: 'motionId',
      detail: { motionId, first: before.motionId, settled: orderOf(meeting, motion.sectionId) ?? null },
    });
  return [
    ...amendments.map((one) => fell(one, unseconded.has(one.motionId) ? 'nobody seconded it' : 'what it amends fell')),
    { type: 'MotionPut', v: 1, data: { motionId } },
  ];
}
