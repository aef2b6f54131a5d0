import { type Constitution } from '../../bodies/bodies.words.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { constitutionAt } from '../sederunt/room.js';
import { momentOf, now } from '../record/entries.js';
import { tieBreaker } from '../counting/voting.js';

/** Which of the motions on an item is voted on next. */

export const motionOf = (meeting: Meeting, motionId: string): Motion | undefined =>
  meeting.motions.find((motion) => motion.motionId === motionId);

/** A motion moved and not yet put can be seconded, amended, withdrawn and put. */
export const isLive = ({ status }: Motion): boolean => status === 'moved';

export const ruleAt = (meeting: Meeting, moment: number): Constitution => {
  const constitution = constitutionAt(meeting, moment);
  if (!constitution) throw new Error(`The meeting ${meeting.meetingId} is open without a constitution`);
  return constitution;
};

/** A tie that a casting vote or a lot may still break, under the constitution the vote was counted under. */
export function awaitsTieBreak(meeting: Meeting, { status, vote, appointment }: Motion): boolean {
  if (status !== 'tied' || !vote) return false;
  return tieBreaker({ rule: ruleAt(meeting, momentOf(meeting, vote.voteId)).voting, appointment }) !== null;
}

export const isUndecided = (meeting: Meeting, motion: Motion): boolean =>
  motion.status === 'moved' || motion.status === 'put' || awaitsTieBreak(meeting, motion);

/** Whether a motion is seconded, or needs no seconder under the constitution in force. */
export const isSupported = (meeting: Meeting, { secondedBy }: Motion): boolean =>
  secondedBy !== undefined || !ruleAt(meeting, now(meeting)).voting.seconder;

/** The amendments to a motion, and the amendments to those, that are still undecided. */
export function amendmentsTo(meeting: Meeting, motionId: string): readonly Motion[] {
  const direct = meeting.motions.filter((motion) => motion.amends === motionId && isUndecided(meeting, motion));
  return direct.flatMap((amendment) => [...amendmentsTo(meeting, amendment.motionId), amendment]);
}

/** The motion that a motion, or an amendment to it, or to that, is about. */
export const rootOf = (meeting: Meeting, motion: Motion): string => amendedBy(meeting, motion).at(-1) ?? motion.motionId;

/** The motion that a motion is about and all amendments to it that may still be voted on, supported as they must be. */
export const standingBeside = (meeting: Meeting, motion: Motion): readonly Motion[] =>
  meeting.motions.filter(
    (one) =>
      (one.status === 'moved' || one.status === 'put') && isSupported(meeting, one) && rootOf(meeting, one) === rootOf(meeting, motion),
  );

/** A proposal to take no action that is voted on before all others, where the rule in force says so. */
export const noActionFirst = (meeting: Meeting, motion: Motion): Motion | undefined =>
  ruleAt(meeting, now(meeting)).voting.between?.noActionFirst
    ? standingBeside(meeting, motion).find(({ noAction }) => noAction)
    : undefined;

/**
 * A proposal of its own, and no part of the motion it amends: one to take no action, or one that a division put against others. Where it is
 * carried it is the decision.
 */
export const standsAlone = ({ amends, noAction, division }: Motion): boolean =>
  amends === undefined || noAction === true || (division !== undefined && division.outcome !== 'undecided');

/** The order settled for an item. An id may be spelled like a property that every object has, such as `constructor`. */
export const orderOf = ({ votingOrders }: Meeting, sectionId: string): readonly string[] | undefined =>
  Object.hasOwn(votingOrders, sectionId) ? votingOrders[sectionId] : undefined;

/** The place of a motion in a settled order; motions that are not in it come last. */
export const placeInOrder = (order: readonly string[], { motionId }: Motion): number =>
  order.includes(motionId) ? order.indexOf(motionId) : order.length;

/** The motion that a motion amends, and the one above that, nearest first. */
export function amendedBy(meeting: Meeting, motion: Motion): readonly string[] {
  const above: string[] = [];
  for (let one = motion.amends; one !== undefined; one = motionOf(meeting, one)?.amends) above.push(one);
  return above;
}

/**
 * The motion to be put before this one on the same item: the first that the settled order places ahead; else, of the amendments to the same
 * motion, the last one moved after this. A motion not in the order takes the place of the motion it amends, or the last place. A motion
 * that lacks a seconder holds nothing up.
 */
export function putBefore(meeting: Meeting, motion: Motion): Motion | undefined {
  const first = noActionFirst(meeting, motion);
  if (first) return first === motion ? undefined : first;
  const waiting = meeting.motions.filter(
    (one) => one.sectionId === motion.sectionId && isUndecided(meeting, one) && isSupported(meeting, one),
  );
  const order = orderOf(meeting, motion.sectionId) ?? [];
  const named = [motion.motionId, ...amendedBy(meeting, motion)].find((motionId) => order.includes(motionId));
  const ahead = named === undefined ? order : order.slice(0, order.indexOf(named));
  for (const motionId of ahead) {
    const first = waiting.find((one) => one.motionId === motionId);
    if (first) return first;
  }
  if (motion.amends === undefined || named === motion.motionId) return undefined;
  const later = meeting.motions.slice(meeting.motions.indexOf(motion) + 1);
  return waiting.findLast((one) => one.amends === motion.amends && later.includes(one));
}
