import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { entryOf, momentOf, now, restingOnLoss } from '../record/entries.js';
import { quorumAt } from '../sederunt/room.js';
import { fell, momentThen, notLive, placeOfLate, putting, unknownMotion } from './deciding-motions.js';
import { type VoteCircumstances, type VoteAsRecorded } from './vote-circumstances.js';
import { circumstancesAt } from './entitlement.js';
import { type VoteDto } from './motion.payloads.js';
import { type MotionEvent, type VoteTakenData } from '../events/motion.events.js';
import { refuseMotion } from './motion.refusals.js';
import { type CorrectVote, type DrawLot, type GiveCastingVote, type TakeVote } from './motions.commands.js';
import { shareFor } from './rescinding.js';
import { castingVoteOf, countVote, noLot } from './voting.js';
import { motionOf, rootOf, ruleAt, standingBeside, standsAlone } from './voting-order.js';

type Tied = Motion & { readonly vote: VoteTakenData };

export function takeVote({ data, facts, commandId }: CommandFor<typeof TakeVote, DecisionFacts>, meeting: Meeting): Decision<MotionEvent> {
  const motion = motionOf(meeting, data.motionId);
  if (!motion) return unknownMotion(data.motionId);
  if (motion.status === 'fallen') return notLive(motion);
  if (motion.vote)
    return refuseMotion('vote.decided-already', { field: 'motionId', detail: { voteId: motion.vote.voteId, result: motion.vote.result } });
  if (data.method !== 'consent' && goesToDivision(meeting, motion))
    return refuseMotion('vote.amendment-in-division', {
      field: 'motionId',
      detail: { motionId: motion.motionId, ...ruleAt(meeting, now(meeting)).voting.between },
    });
  const put = motion.status === 'put' ? [] : putting(meeting, motion);
  if ('accepted' in put) return put;
  const late = placeOfLate(meeting, data.afterParagraph, motion);
  if (late && 'accepted' in late) return late;
  const vote = counted(data, motion, meeting, momentThen(meeting, late), shortId('v', commandId), facts);
  if ('accepted' in vote) return vote;
  const fallen = vote.result === 'carried' ? fallBeside(meeting, motion) : [];
  return accept<MotionEvent>(
    [...put, { type: 'VoteTaken', v: 1, data: { ...vote, ...(late && { after: late.after }) } }, ...fallen],
    vote.voteId,
  );
}

/** An amendment that the standing orders have voted on against the motion or other amendments, which are still there. */
function goesToDivision(meeting: Meeting, motion: Motion): boolean {
  const { voting } = ruleAt(meeting, now(meeting));
  const { method = 'amendment-then-motion' } = voting.between ?? {};
  const root = motionOf(meeting, rootOf(meeting, motion));
  if (method === 'amendment-then-motion' || motion.amends === undefined || motion.noAction) return false;
  return !root?.rescinds && standingBeside(meeting, motion).length > 1;
}

/** What is carried as a proposal of its own takes the place of the motion and of the other amendments to it. */
const fallBeside = (meeting: Meeting, motion: Motion): readonly MotionEvent[] =>
  motion.amends !== undefined && standsAlone(motion)
    ? standingBeside(meeting, motion)
        .filter((one) => one !== motion)
        .map((one) => fell(one, motion.noAction ? 'it was resolved to take no action' : 'the amendment was carried in its place'))
    : [];

/** The vote is counted again with the room and the constitution at the moment of the vote, as the record has them now. */
export function correctVote({ data, facts }: CommandFor<typeof CorrectVote, DecisionFacts>, meeting: Meeting): Decision<MotionEvent> {
  const motion = meeting.motions.find(({ vote }) => vote?.voteId === data.voteId);
  if (!motion || motion.status === 'fallen') return refuseMotion('vote.unknown', { field: 'voteId', detail: { voteId: data.voteId } });
  if (data.method === 'consent' && meeting.dissents.some(({ motionId }) => motionId === motion.motionId))
    return refuseMotion('vote.consent-with-dissent', { field: 'method' });
  const vote = counted(data, motion, meeting, momentOf(meeting, data.voteId), data.voteId, facts);
  if ('accepted' in vote) return vote;
  const resting = meeting.decisions.find(
    ({ motionId, decisionId }) => motionId === motion.motionId && !entryOf(meeting, decisionId)?.struck,
  );
  const beside = motion.vote?.result === 'carried' && vote.result !== 'carried' && standsAlone(motion) ? motion.amends : undefined;
  if (motionOf(meeting, beside ?? '')?.status === 'fallen') return refuseMotion('vote.others-fell', { field: 'voteId' });
  if (vote.result !== 'carried' && resting)
    return refuseMotion('vote.decision-rests-on-it', { field: 'voteId', detail: { decisionId: resting.decisionId, result: vote.result } });
  const onLoss = vote.result === 'not-carried' ? undefined : restingOnLoss(meeting, [motion.motionId]);
  if (onLoss)
    return refuseMotion('vote.decision-rests-on-loss', { field: 'voteId', detail: { decisionId: onLoss.decisionId, result: vote.result } });
  return accept<MotionEvent>({ type: 'VoteCorrected', v: 1, data: { voteId: data.voteId, vote, reason: data.reason } });
}

export function giveCastingVote({ data }: CommandFor<typeof GiveCastingVote>, meeting: Meeting): Decision<MotionEvent> {
  const motion = tied(data.motionId, meeting);
  if ('accepted' in motion) return motion;
  const castingVote = castingVoteOf(data, circumstancesOf(meeting, motion, momentOf(meeting, motion.vote.voteId)));
  if ('accepted' in castingVote) return castingVote;
  const { motionId, vote } = motion;
  const result = castingVote.option === 'yes' ? 'carried' : 'not-carried';
  return accept<MotionEvent>({ type: 'CastingVoteGiven', v: 1, data: { motionId, voteId: vote.voteId, castingVote, result } });
}

export function drawLot({ data }: CommandFor<typeof DrawLot>, meeting: Meeting): Decision<MotionEvent> {
  const motion = tied(data.motionId, meeting);
  if ('accepted' in motion) return motion;
  const refused = noLot(circumstancesOf(meeting, motion, momentOf(meeting, motion.vote.voteId)));
  if (refused) return refused;
  const { motionId, vote } = motion;
  const result = data.option === 'yes' ? 'carried' : 'not-carried';
  return accept<MotionEvent>({ type: 'LotDrawn', v: 1, data: { motionId, voteId: vote.voteId, lot: lotOf(data), result } });
}

function tied(motionId: string, meeting: Meeting): Tied | Refusal {
  const motion = motionOf(meeting, motionId);
  if (!motion) return unknownMotion(motionId);
  if (motion.status === 'tied' && motion.vote) return { ...motion, vote: motion.vote };
  return refuseMotion('vote.no-tie', {
    field: 'motionId',
    detail: { motionId, status: motion.status, counts: motion.vote?.counts ?? null },
  });
}

function circumstancesOf(meeting: Meeting, { sectionId, appointment }: Motion, moment: number): VoteCircumstances {
  return { ...circumstancesAt(meeting, moment, sectionId), rule: ruleAt(meeting, moment).voting, appointment };
}

function counted(
  recorded: VoteDto,
  motion: Motion,
  meeting: Meeting,
  moment: number,
  voteId: string,
  facts: DecisionFacts,
): VoteTakenData | Refusal {
  const circumstances = circumstancesOf(meeting, motion, moment);
  const constitution = ruleAt(meeting, moment);
  if (facts.behind) return refuseMotion('motion.register-behind');
  const share = shareFor(motion, facts, constitution.voting, meeting.date);
  const vote = countVote(plain(recorded), { ...circumstances, share });
  if ('accepted' in vote) return vote;
  return {
    voteId,
    motionId: motion.motionId,
    sectionId: motion.sectionId,
    ...vote,
    entitled: circumstances.entitled.map(({ person }) => person),
    quorate: quorumAt(meeting, moment, motion.sectionId).quorate,
    constitutionVersion: constitution.versionId,
  };
}

const lotOf = ({ drawnBy, option }: NonNullable<VoteAsRecorded['lot']>) => ({
  drawnBy: { personId: drawnBy.personId, name: drawnBy.name },
  option,
});

/** Events hold plain JSON, and a payload comes as instances of its classes. */
const plain = ({ method, declared, asWorded, counts, votes, castingVote, lot }: VoteDto): VoteAsRecorded => ({
  method,
  ...(declared !== undefined && { declared }),
  ...(asWorded !== undefined && { asWorded }),
  counts: { ...counts },
  ...(votes && { votes: votes.map((vote) => ({ ...vote })) }),
  ...(castingVote && { castingVote: { ...castingVote } }),
  ...(lot && { lot: lotOf(lot) }),
});
