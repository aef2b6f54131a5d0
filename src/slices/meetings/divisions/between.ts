import { type Refusal } from '../../../kernel/refusal.js';
import { notLive, unknownMotion } from '../motions/deciding-motions.js';
import { refuseMotion } from '../motions/motion.refusals.js';
import {
  amendmentsTo,
  isSupported,
  motionOf,
  noActionFirst,
  orderOf,
  placeInOrder,
  rootOf,
  ruleAt,
  standingBeside,
} from '../motions/voting-order.js';
import { now } from '../record/entries.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { type ProposalDto } from './division.payloads.js';
import { refuseDivision } from './division.refusals.js';

/** The motions among the proposals, each of which could be voted on; refused where one could not. */
export function motionsIn(proposals: readonly ProposalDto[], meeting: Meeting): readonly Motion[] | Refusal {
  const motions: Motion[] = [];
  for (const [index, { proposalId, words }] of proposals.entries()) {
    const field = `proposals.${index}.proposalId`;
    if (proposals.findIndex((one) => one.proposalId === proposalId) !== index)
      return refuseDivision('division.proposal-twice', { field, detail: { proposalId } });
    const motion = motionOf(meeting, proposalId);
    if (words !== undefined) {
      if (motion) return refuseDivision('division.option-is-motion', { field, detail: { proposalId } });
      continue;
    }
    if (!motion) return unknownMotion(proposalId, field);
    if (motions[0] && motions[0].sectionId !== motion.sectionId)
      return refuseDivision('division.another-item', { field, detail: { proposalId } });
    motions.push(motion);
  }
  return motions;
}

/** Why the motions cannot be voted on between each other now; `null` where they can. */
export function cannotBeDivided(motions: readonly Motion[], proposals: readonly ProposalDto[], meeting: Meeting): Refusal | null {
  for (const motion of motions) {
    const { motionId, movedBy } = motion;
    const field = fieldOf(motion, proposals);
    if (motion.status !== 'moved' && motion.status !== 'put') return notLive(motion, field);
    if (!isSupported(meeting, motion)) return refuseMotion('motion.not-seconded', { field, detail: { motionId, movedBy: movedBy.name } });
    const undecided = amendmentsTo(meeting, motionId).filter((one) => motion.amends !== undefined && isSupported(meeting, one));
    if (undecided.some((one) => !motions.includes(one)))
      return refuseMotion('motion.amendment-undecided', {
        field,
        detail: { motionId, undecided: undecided.map((one) => one.motionId) },
      });
  }
  const other = meeting.motions.find((one) => one.status === 'put' && !motions.includes(one));
  if (other) return refuseMotion('motion.another-put', { field: 'proposals', detail: { motionId: other.motionId } });
  const left = leftBeside(motions, meeting);
  if (left.length > 0 && motions.length < proposals.length)
    return refuseDivision('division.option-leaves-out', { field: 'proposals', detail: { left: left.map(({ motionId }) => motionId) } });
  return againstStandingOrders(motions, proposals, meeting);
}

/** The proposals beside those of a division that are still to be voted on: the one that wins it is put against them. */
export function leftBeside(motions: readonly Motion[], meeting: Meeting): readonly Motion[] {
  const beside = new Set(motions.flatMap((motion) => standingBeside(meeting, motion)));
  return [...beside].filter((one) => !motions.includes(one));
}

/** The amendments to what is voted on that nobody seconded. */
export const unsecondedBeside = (motions: readonly Motion[], meeting: Meeting): readonly Motion[] => {
  const roots = new Set(motions.map((motion) => rootOf(meeting, motion)));
  return meeting.motions.filter((one) => one.status === 'moved' && !isSupported(meeting, one) && roots.has(rootOf(meeting, one)));
};

const fieldOf = ({ motionId }: Motion, proposals: readonly ProposalDto[]): string =>
  `proposals.${proposals.findIndex(({ proposalId }) => proposalId === motionId)}.proposalId`;

function againstStandingOrders(motions: readonly Motion[], proposals: readonly ProposalDto[], meeting: Meeting): Refusal | null {
  const rule = ruleAt(meeting, now(meeting)).voting.between;
  if (!rule) return null;
  const { method, source } = rule;
  const field = 'proposals';
  const noAction = motions.map((motion) => noActionFirst(meeting, motion)).find((one) => one !== undefined);
  if (noAction) return refuseDivision('division.no-action-first', { field, detail: { motionId: noAction.motionId, source } });
  const amendments = motions.filter(({ amends }) => amends !== undefined);
  const left = leftBeside(motions, meeting);
  const ids = (of: readonly Motion[]): readonly string[] => of.map(({ motionId }) => motionId);
  switch (method) {
    case 'amendment-then-motion':
      return amendments[0]
        ? refuseDivision('division.amendments-are-put', {
            field: fieldOf(amendments[0], proposals),
            detail: { motionId: amendments[0].motionId, source },
          })
        : null;
    case 'motion-against-each': {
      if (amendments.length === 0) return null;
      const inPlace = motions.filter((one) => one.amends === undefined || one.division?.outcome === 'goes-on');
      if (proposals.length !== 2 || inPlace.length !== 1)
        return refuseDivision('division.one-against-motion', { field, detail: { proposals: proposals.length, source } });
      return outOfOrder(
        amendments.find((one) => !inPlace.includes(one)),
        left,
        meeting,
      );
    }
    case 'amendments-first': {
      const waiting = [...amendments, ...left];
      const root = motions.find(({ amends }) => amends === undefined);
      return root && waiting.length > 1
        ? refuseDivision('division.amendments-first', { field: fieldOf(root, proposals), detail: { amendments: ids(waiting), source } })
        : null;
    }
    case 'all-at-once':
      return left.length > 0 ? refuseDivision('division.left-out', { field, detail: { left: ids(left), source } }) : null;
  }
}

/** Where an order of voting is settled, the amendments are taken in it. */
function outOfOrder(amendment: Motion | undefined, left: readonly Motion[], meeting: Meeting): Refusal | null {
  const order = amendment && orderOf(meeting, amendment.sectionId);
  if (!amendment || !order) return null;
  const first = left.find((one) => placeInOrder(order, one) < placeInOrder(order, amendment));
  return first
    ? refuseMotion('motion.out-of-order', {
        field: 'proposals',
        detail: { motionId: amendment.motionId, first: first.motionId, settled: order },
      })
    : null;
}
