import { type AnyTold, because, beginning, decision, quoted, stop } from '../../../kernel/sentences.js';
import { type DivisionEvent } from '../votes/division.events.js';
import { type CastingVote, type Lot, type MotionEvent, type VoteTakenData } from '../events/motion.events.js';

const side = (option: 'yes' | 'no'): string => (option === 'yes' ? 'for' : 'against');
const castingVote = ({ person, option }: CastingVote): string => `${person.name} gave the casting vote ${side(option)}`;
const lot = ({ drawnBy, option }: Lot): string => `${drawnBy.name} drew the lot ${side(option)}`;

/** What was declared of a vote that nobody counted. */
export const uncounted = ({
  method,
  result,
  asWorded,
}: Pick<VoteTakenData, 'method' | 'result'> & { readonly asWorded: string | undefined }): string =>
  `${method === 'declared' ? 'declared ' : ''}${result.replaceAll('-', ' ')} ${method === 'declared' ? 'without a count' : 'by acclamation'}${asWorded === undefined ? '' : ` (${asWorded})`}`;

function vote({ motionId, method, counts, asWorded, votes, result, decidedBy, castingVote: cast, lot: drawn }: VoteTakenData): string {
  if (method === 'consent') return `Motion ${motionId} ${result === 'carried' ? 'agreed' : 'not agreed'} without a vote`;
  if (method === 'declared' || method === 'acclamation') return `Motion ${motionId} ${uncounted({ method, result, asWorded })}`;
  const { yes, no, abstain, absent, notVoting, paired } = counts;
  const numbers = [
    `${yes} for, ${no} against, ${abstain} abstaining`,
    absent > 0 && `${absent} absent`,
    notVoting > 0 && `${notVoting} not voting`,
    paired > 0 && `${paired} paired`,
  ];
  return [
    `Vote on ${motionId} by ${method.replaceAll('-', ' ')}: ${numbers.filter(Boolean).join(', ')}`,
    `${result.replaceAll('-', ' ')} (${decidedBy.replaceAll('-', ' ')})`,
    cast && castingVote(cast),
    drawn && lot(drawn),
    votes.map(({ person, option }) => `${person.name} ${option.replaceAll('-', ' ')}`).join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}

export const motionSentences: AnyTold<Exclude<MotionEvent, DivisionEvent>> = {
  MotionMoved: ({ motionId, movedBy, amends, appointment, noAction, rescinds, text }) =>
    beginning(
      `${movedBy.name} moved ${amends ? `an amendment to ${amends}` : 'a motion'}${appointment ? ' to appoint' : ''}${noAction ? ' to take no action' : ''}${rescinds ? ` to rescind ${decision(rescinds)}` : ''} (${motionId}): ${quoted(text)}`,
      text,
    ),
  MotionSeconded: ({ motionId, secondedBy }) => `${secondedBy.name} seconded ${motionId}`,
  MotionWithdrawn: ({ motionId, reason }) => `${motionId} withdrawn${because(reason)}`,
  MotionFell: ({ motionId, why }) => `${motionId} fell${because(why)}`,
  VotingOrderSettled: ({ order }) => `Order of voting: ${order.join(', ')}`,
  MotionPut: ({ motionId }) => `${motionId} put`,
  VoteTaken: vote,
  CastingVoteGiven: ({ castingVote: cast }) => castingVote(cast),
  LotDrawn: ({ lot: drawn }) => lot(drawn),
  VoteCorrected: ({ vote: corrected, reason }) => `${stop(`Corrected${because(reason)}`)} ${vote(corrected)}`,
  DissentRecorded: ({ person }) => `${person.name} asked for dissent to be recorded`,
};
