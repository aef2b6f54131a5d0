import { type Meeting, type Motion } from '../../meeting.state.js';
import { entryOf } from '../../record.js';

/** A motion with how it stands, and what may be recorded of it next. */
export interface MotionRow {
  readonly motionId: string;
  readonly text: string;
  readonly movedBy: string;
  readonly secondedBy: string | null;
  readonly amendment: boolean;
  readonly status: Motion['status'];
  readonly words: string;
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

/** The motions on the item in hand, and those elsewhere that are still to be settled. */
export function motionRows(meeting: Meeting, mayReadExempt: boolean): readonly MotionRow[] {
  const secret = new Set(
    mayReadExempt
      ? []
      : meeting.sections.flatMap(({ sectionId, itemId }) =>
          meeting.agenda.some((item) => item.itemId === itemId && item.exempt !== undefined) ? [sectionId] : [],
        ),
  );
  const open = (motion: Motion): boolean => ['moved', 'put', 'tied'].includes(motion.status);
  return meeting.motions
    .filter((motion) => !secret.has(motion.sectionId) && (motion.sectionId === meeting.inHand || open(motion)))
    .map((motion) => ({
      motionId: motion.motionId,
      text: motion.text,
      movedBy: motion.movedBy.name,
      secondedBy: motion.secondedBy?.name ?? null,
      amendment: motion.amends !== undefined,
      status: motion.status,
      words: MOTION[motion.status],
      offers: offersOf(meeting, motion),
    }));
}

function offersOf(meeting: Meeting, { motionId, status, secondedBy, amends }: Motion): MotionRow['offers'] {
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
        ...(amends === undefined && !decided ? [{ mode: 'decision', text: 'Record the decision' }] : []),
        { mode: 'dissent', text: 'Dissent' },
      ];
    }
    case 'not-carried':
    case 'withdrawn':
    case 'fallen':
      return [];
  }
}
