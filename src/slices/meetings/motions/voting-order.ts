import { type Constitution } from '../../bodies/bodies.words.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { constitutionAt } from '../sederunt/room.js';
import { momentOf, now } from '../record/entries.js';
import { tieBreaker } from './voting.js';

/** Which of the motions on an item is voted on next. */

export const motionOf = (meeting: Meeting, motionId: string): Motion | undefined =>
  meeting.motions.find((motion) => motion.motionId === motionId);

/** Moved and not yet put: it can be seconded, amended, withdrawn and put. */
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

/** Seconded, or in need of no seconder under the constitution in force. */
export const isSupported = (meeting: Meeting, { secondedBy }: Motion): boolean =>
  secondedBy !== undefined || !ruleAt(meeting, now(meeting)).voting.seconder;

/** The amendments to a motion, and the amendments to those, that are still undecided. */
export function amendmentsTo(meeting: Meeting, motionId: string): readonly Motion[] {
  const direct = meeting.motions.filter((motion) => motion.amends === motionId && isUndecided(meeting, motion));
  return direct.flatMap((amendment) => [...amendmentsTo(meeting, amendment.motionId), amendment]);
}

/** The order settled for an item; an id may be spelled like something every object has, `constructor`. */
export const orderOf = ({ votingOrders }: Meeting, sectionId: string): readonly string[] | undefined =>
  Object.hasOwn(votingOrders, sectionId) ? votingOrders[sectionId] : undefined;

/** What a motion amends, and what that amends, nearest first. */
export function amendedBy(meeting: Meeting, motion: Motion): readonly string[] {
  const above: string[] = [];
  for (let one = motion.amends; one !== undefined; one = motionOf(meeting, one)?.amends) above.push(one);
  return above;
}

/**
 * What is to be put before this motion on the same item: what the order settled names first; else, of the amendments to the same motion,
 * those moved later. What the order does not name has the place of what it amends, or the last. Whatever wants a seconder holds nothing up.
 */
export function putBefore(meeting: Meeting, motion: Motion): Motion | undefined {
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
