import { because, type Sentences } from '../../../kernel/sentences.js';
import { type DivisionEvent, type DivisionTakenData } from '../votes/division.events.js';

const OUTCOMES = { carried: 'carried', 'goes-on': 'goes on against the others' } as const;
const UNDECIDED = {
  tied: 'tied',
  'no-majority': 'no majority',
  share: 'too small a share to rescind',
} as const;

function division({ method, proposals, declined, absent, votes, winner, decidedBy, castingVote, lot }: DivisionTakenData): string {
  const name = (proposalId: string): string => {
    const words = proposals.find((one) => one.proposalId === proposalId)?.words;
    return words === undefined ? proposalId : `${words} (${proposalId})`;
  };
  const numbers = [
    ...proposals.map(({ proposalId, count }) => (count === undefined ? name(proposalId) : `${count} for ${name(proposalId)}`)),
    declined > 0 && `${declined} declined to vote`,
    absent > 0 && `${absent} absent`,
  ];
  const outcome = proposals.find(({ proposalId }) => proposalId === winner)?.outcome;
  const settled = decidedBy === 'tied' || decidedBy === 'no-majority' || decidedBy === 'share';
  return [
    `${method === 'declared' ? 'Division without a count, between' : `Division by ${method.replaceAll('-', ' ')}:`} ${numbers.filter(Boolean).join(', ')}`,
    castingVote && `${castingVote.person.name} gave the casting vote for ${name(castingVote.proposalId)}`,
    lot && `${lot.drawnBy.name} drew the lot for ${name(lot.proposalId)}`,
    settled || winner === undefined
      ? `undecided (${settled ? UNDECIDED[decidedBy] : decidedBy.replaceAll('-', ' ')})`
      : `${name(winner)} ${OUTCOMES[outcome === 'goes-on' ? 'goes-on' : 'carried']}`,
    votes
      .map(({ person, option, proposalId }) => `${person.name} ${proposalId === undefined ? option : `for ${name(proposalId)}`}`)
      .join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}

export const divisionSentences: Sentences<DivisionEvent> = {
  DivisionTaken: division,
  VoteDeclaredVoid: ({ voteId, motionIds, ruledBy, reason }) =>
    `${ruledBy.name} declared vote ${voteId} void${because(reason)}${motionIds.length === 0 ? '' : `; to be put again: ${motionIds.join(', ')}`}`,
  DivisionCorrected: ({ division: corrected, reason }) => `Corrected${because(reason)}. ${division(corrected)}`,
};
