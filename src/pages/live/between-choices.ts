import { type Meeting, type Motion, nextDivision } from '../../slices/meetings/meetings.words.js';
import { type Choice } from './composer-choices.js';
import { pairsTyped } from './division-choices.js';
import { type DivisionTakenData } from '../../slices/meetings/votes/division.events.js';

/** A proposal of a division, as its form offers it. */
export interface ProposalChoice {
  readonly proposalId: string;
  /** `Motion`, `Amendment`, with the mover where there are several; an option by its words. */
  readonly name: string;
  /** In full, as it was moved. */
  readonly text: string;
  /** The words of an option that nobody moved. */
  readonly words?: string;
  /** Whether it is voted on in this division, where nothing else is said. */
  readonly ticked: boolean;
}

const isLive = ({ status }: Motion): boolean => status === 'moved' || status === 'put';

/** The motions on the item in hand that are still to be voted on, ticked where the standing orders have them voted between next. */
export function proposalsNow(meeting: Meeting): readonly ProposalChoice[] {
  if (meeting.inHand === null) return [];
  const { between } = nextDivision(meeting, meeting.inHand);
  const here = meeting.motions.filter((one) => one.sectionId === meeting.inHand);
  return [...between, ...here.filter((one) => isLive(one) && !between.includes(one))].map((one) => ({
    proposalId: one.motionId,
    name: nameOf(one, here),
    text: one.text,
    ticked: between.includes(one),
  }));
}

/** The proposals of a division that was recorded. */
export function proposalsOf(meeting: Meeting, { proposals, sectionId }: DivisionTakenData): readonly ProposalChoice[] {
  const here = meeting.motions.filter((one) => one.sectionId === sectionId);
  return proposals.map(({ proposalId, words }): ProposalChoice => {
    const motion = here.find(({ motionId }) => motionId === proposalId);
    if (words !== undefined || !motion)
      return { proposalId, name: words ?? proposalId, text: '', ...(words !== undefined && { words }), ticked: true };
    return { proposalId, name: nameOf(motion, here), text: motion.text, ticked: true };
  });
}

function nameOf({ amends, movedBy, noAction }: Motion, here: readonly Motion[]): string {
  const alike = here.filter((one) => !one.noAction && (one.amends === undefined) === (amends === undefined));
  if (noAction) return 'No action';
  const kind = amends === undefined ? 'Motion' : 'Amendment';
  return alike.length === 1 ? kind : `${kind} of ${movedBy.name}`;
}

/** The proposals as the lines of a select, and as what one person may have done. */
export const chosenBetween = (
  proposals: readonly ProposalChoice[],
): {
  readonly list: readonly ProposalChoice[];
  readonly named: readonly Choice[];
  readonly options: readonly Choice[];
  readonly votes: readonly Choice[];
} => ({
  list: proposals,
  named: proposals.map(({ proposalId, name }) => ({ value: proposalId, text: name })),
  options: [1, 2, 3, 4].map((number) => ({ value: `option-${number}`, text: `Option ${number}` })),
  votes: [
    ...proposals.map(({ proposalId, name }) => ({ value: `for ${proposalId}`, text: name })),
    { value: 'declined', text: 'Declined to vote' },
  ],
});

/** A recorded division as the values of its form: the number for each proposal where it is not counted by name, and each name. */
export function divisionTyped(division: DivisionTakenData): { readonly typed: object; readonly own: Readonly<Record<string, string>> } {
  const { method, proposals, declined, absent, paired, votes, winner, decidedBy, castingVote, lot } = division;
  const byName = method === 'roll-call';
  return {
    typed: { method, ...(!byName && method !== 'declared' && { declined, absent, paired }) },
    own: Object.fromEntries([
      ...(byName
        ? []
        : proposals.flatMap(({ proposalId, count }) => (count === undefined ? [] : [[`_count.${proposalId}`, String(count)]]))),
      ...votes.flatMap(({ person, option, proposalId }) =>
        option === 'paired' ? [] : [[`_for.${person.personId}`, proposalId === undefined ? option : `for ${proposalId}`]],
      ),
      ...pairsTyped(votes),
      ...(method === 'declared' ? [['_declared', winner]] : []),
      ...(castingVote ? [['_cast', castingVote.proposalId]] : decidedBy === 'tied' ? [['_cast', 'left tied']] : []),
      ...(lot
        ? [
            ['_lotBy', lot.drawnBy.name],
            ['_lotOn', lot.proposalId],
          ]
        : []),
    ]) as Readonly<Record<string, string>>,
  };
}
