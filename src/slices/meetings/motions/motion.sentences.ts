import { because, quoted, type Sentences } from '../../../kernel/sentences.js';
import { type MotionEvent, type VoteTakenData } from '../record/motion.events.js';

const vote = ({ motionId, method, counts, result, decidedBy }: VoteTakenData): string =>
  method === 'consent'
    ? `Motion ${motionId} ${result === 'carried' ? 'agreed' : 'not agreed'} without a vote`
    : `Vote on ${motionId} by ${method.replaceAll('-', ' ')}: ${counts.yes} for, ${counts.no} against, ${counts.abstain} abstaining; ${result.replaceAll('-', ' ')} (${decidedBy.replaceAll('-', ' ')})`;

export const motionSentences: Sentences<MotionEvent> = {
  MotionMoved: ({ movedBy, amends, text }) => `${movedBy.name} moved ${amends ? `an amendment to ${amends}` : 'a motion'}: ${quoted(text)}`,
  MotionSeconded: ({ motionId, secondedBy }) => `${secondedBy.name} seconded ${motionId}`,
  MotionWithdrawn: ({ motionId, reason }) => `${motionId} withdrawn${because(reason)}`,
  MotionFell: ({ motionId, why }) => `${motionId} fell${because(why)}`,
  VotingOrderSettled: ({ order }) => `Order of voting: ${order.join(', ')}`,
  MotionPut: ({ motionId }) => `${motionId} put`,
  VoteTaken: vote,
  CastingVoteGiven: ({ castingVote: { person, option } }) => `${person.name} gave the casting vote ${option === 'yes' ? 'for' : 'against'}`,
  LotDrawn: ({ lot: { drawnBy, option } }) => `${drawnBy.name} drew the lot ${option === 'yes' ? 'for' : 'against'}`,
  VoteCorrected: ({ vote: corrected, reason }) => `Corrected${because(reason)}. ${vote(corrected)}`,
  DissentRecorded: ({ person }) => `${person.name} asked for dissent to be recorded`,
};
