import { type Meeting, type Motion, entryOf, exemptIn, restingOnLoss, standsAlone } from '../../slices/meetings/meetings.words.js';

/** A motion with its status, and the composers for what may be recorded of it next. */
export interface MotionRow {
  readonly motionId: string;
  readonly text: string;
  readonly movedBy: string;
  readonly secondedBy: string | null;
  readonly amendment: boolean;
  readonly status: Motion['status'];
  readonly words: string;
  /** The motion's place in the settled order of voting, 1 the first; `null` if no order was settled. */
  readonly place: number | null;
  readonly offers: readonly { readonly mode: string; readonly text: string }[];
}

const MOTION: Readonly<Record<Motion['status'], string>> = {
  moved: 'Moved',
  put: 'Put to the vote',
  withdrawn: 'Withdrawn',
  fallen: 'Fell',
  carried: 'Carried',
  'not-carried': 'Not carried',
  tied: 'Tied',
};

/** The motions on the item in hand, and those on other items that are still to be settled. */
export function motionRows(meeting: Meeting, mayReadExempt: boolean): readonly MotionRow[] {
  const secret = mayReadExempt ? new Set<string>() : exemptIn(meeting);
  const open = (motion: Motion): boolean => ['moved', 'put', 'tied'].includes(motion.status);
  return meeting.motions
    .filter((motion) => !secret.has(motion.motionId) && (motion.sectionId === meeting.inHand || open(motion)))
    .map((motion) => ({
      motionId: motion.motionId,
      text: motion.text,
      movedBy: motion.movedBy.name,
      secondedBy: motion.secondedBy?.name ?? null,
      amendment: motion.amends !== undefined,
      status: motion.status,
      words: motion.status === 'moved' && motion.division?.outcome === 'goes-on' ? 'Goes on' : MOTION[motion.status],
      place: placeOf(meeting, motion),
      offers: offersOf(meeting, motion),
    }));
}

/** Procedural motions that were not carried, on whose loss nothing is decided yet. */
export const lostProcedures = (meeting: Meeting): readonly string[] =>
  meeting.procedures
    .filter(({ procedureId, vote, declaredVoid }) => !declaredVoid && vote.result !== 'carried' && !restingOnLoss(meeting, [procedureId]))
    .map(({ procedureId }) => procedureId);

function placeOf({ votingOrders }: Meeting, { sectionId, motionId, status }: Motion): number | null {
  const order = status === 'moved' && Object.hasOwn(votingOrders, sectionId) ? votingOrders[sectionId] : undefined;
  const index = order?.indexOf(motionId) ?? -1;
  return index < 0 ? null : index + 1;
}

/**
 * The motions on the item in hand that an order of voting is settled for: in the settled order, or else amendments before what they amend.
 */
export function toBeOrdered(meeting: Meeting): readonly Motion[] {
  const live = meeting.motions.filter(({ status, sectionId }) => status === 'moved' && sectionId === meeting.inHand);
  const amending = (motionId: string): Motion[] =>
    live
      .filter(({ amends }) => amends === motionId)
      .toReversed()
      .flatMap((one) => [...amending(one.motionId), one]);
  const roots = live.filter(({ amends }) => !live.some(({ motionId }) => motionId === amends));
  const usual = roots.flatMap((one) => [...amending(one.motionId), one]);
  const settled = (one: Motion): number => placeOf(meeting, one) ?? Number.POSITIVE_INFINITY;
  return usual.toSorted((a, b) => (settled(a) === settled(b) ? 0 : settled(a) - settled(b)));
}

function offersOf(meeting: Meeting, motion: Motion): MotionRow['offers'] {
  const { motionId, status, secondedBy } = motion;
  switch (status) {
    case 'moved':
      return [
        ...(secondedBy ? [] : [{ mode: 'second', text: 'Second' }]),
        { mode: 'vote', text: 'Vote' },
        { mode: 'motion', text: 'Amend' },
        { mode: 'end-motion', text: 'Withdrawn or fell' },
      ];
    case 'put':
      return [{ mode: 'vote', text: 'Vote' }];
    case 'tied':
      return [{ mode: 'tie', text: 'Break the tie' }];
    case 'carried': {
      const decided = meeting.decisions.some((one) => one.motionId === motionId && entryOf(meeting, one.decisionId)?.struck === undefined);
      return [
        ...(standsAlone(motion) && !decided ? [{ mode: 'decision', text: 'Record the decision' }] : []),
        { mode: 'dissent', text: 'Dissent' },
      ];
    }
    case 'not-carried':
    case 'fallen':
      return restingOnLoss(meeting, [motionId]) ? [] : [{ mode: 'decision', text: 'Decision on its loss' }];
    case 'withdrawn':
      return [];
  }
}
