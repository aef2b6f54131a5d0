import { type Recorded } from '../../../kernel/event.js';
import { type MotionEvent, type VoteTakenData } from '../events/motion.events.js';
import { type Meeting, type Motion } from './meeting.state.js';
import { type DeclaredVoid, type DivisionTakenData, type ProposalOutcome } from '../votes/division.events.js';
import { insertEntry, lastEntryId } from './entries.js';

export function evolveMotions(meeting: Meeting, event: Recorded<MotionEvent>): Meeting {
  switch (event.type) {
    case 'MotionMoved': {
      const { appointment = false, after: movedAfter = lastEntryId(meeting), ...motion } = event.data;
      return { ...meeting, motions: [...meeting.motions, { ...motion, appointment, status: 'moved', movedAfter }] };
    }
    case 'MotionSeconded':
      return ofMotion(meeting, event.data.motionId, {
        secondedBy: event.data.secondedBy,
        secondedAfter: event.data.after === undefined ? lastEntryId(meeting) : event.data.after,
      });
    case 'MotionWithdrawn':
      return ofMotion(meeting, event.data.motionId, { status: 'withdrawn' });
    case 'MotionFell':
      return ofMotion(meeting, event.data.motionId, { status: 'fallen' });
    case 'VotingOrderSettled':
      return { ...meeting, votingOrders: { ...meeting.votingOrders, [event.data.sectionId]: event.data.order } };
    case 'MotionPut':
      return ofMotion(meeting, event.data.motionId, { status: 'put' });
    case 'VoteTaken': {
      const { after = lastEntryId(meeting), ...vote } = event.data;
      const { voteId, sectionId, motionId } = vote;
      const entries = insertEntry(meeting.entries, { entryId: voteId, kind: 'vote', sectionId, happenedAt: event.happenedAt }, after);
      return ofMotion({ ...meeting, entries }, motionId, decided(vote));
    }
    case 'CastingVoteGiven': {
      const { motionId, castingVote, result } = event.data;
      return settled(meeting, motionId, { castingVote, result, decidedBy: 'casting-vote' });
    }
    case 'LotDrawn': {
      const { motionId, lot, result } = event.data;
      return settled(meeting, motionId, { lot, result, decidedBy: 'lot' });
    }
    case 'VoteCorrected':
      return ofMotion(meeting, event.data.vote.motionId, decided(event.data.vote));
    case 'DivisionTaken': {
      const { after = lastEntryId(meeting), ...division } = event.data;
      const { divisionId: entryId, sectionId } = division;
      const entries = insertEntry(meeting.entries, { entryId, kind: 'division', sectionId, happenedAt: event.happenedAt }, after);
      return divided({ ...meeting, entries, divisions: [...meeting.divisions, division] }, division, () => true);
    }
    case 'DivisionCorrected': {
      const { divisionId, division } = event.data;
      const divisions = meeting.divisions.map((one) => (one.divisionId === divisionId ? division : one));
      return divided(
        { ...meeting, divisions },
        division,
        ({ division: last }, outcome) => last?.divisionId === divisionId && last.outcome !== outcome,
      );
    }
    case 'VoteDeclaredVoid':
      return declaredVoid(meeting, event.data);
    case 'DissentRecorded':
      return { ...meeting, dissents: [...meeting.dissents, event.data] };
  }
}

const decided = (vote: VoteTakenData): Partial<Motion> => ({ vote, status: vote.result });

/** What a division makes of its motions; a correction of it, of those that were in no later one and of which it finds something else. */
function divided(
  meeting: Meeting,
  { divisionId, proposals }: DivisionTakenData,
  concerns: (motion: Motion, outcome: ProposalOutcome) => boolean,
): Meeting {
  const motions = meeting.motions.map((motion): Motion => {
    const outcome = proposals.find(({ proposalId }) => proposalId === motion.motionId)?.outcome;
    if (outcome === undefined || !concerns(motion, outcome)) return motion;
    const status = outcome === 'carried' ? 'carried' : outcome === 'lost' ? 'not-carried' : 'moved';
    return { ...motion, status, division: { divisionId, outcome } };
  });
  return { ...meeting, motions };
}

/** What was voted on is open again, as the divisions before left it; the vote stays in the record as it had been taken. */
function declaredVoid(meeting: Meeting, data: DeclaredVoid): Meeting {
  const { voteId, motionIds } = data;
  const vote = meeting.motions.find((motion) => motion.vote?.voteId === voteId)?.vote;
  const division = meeting.divisions.find(({ divisionId }) => divisionId === voteId);
  const divisions = meeting.divisions.filter((one) => one !== division);
  const motions = meeting.motions.map((motion): Motion => {
    if (!motionIds.includes(motion.motionId)) return motion;
    const { vote: _vote, division: _division, ...moved } = motion;
    const isIn = ({ proposals }: DivisionTakenData) => proposals.find(({ proposalId }) => proposalId === motion.motionId);
    const before = divisions.findLast(isIn);
    const outcome = before && isIn(before)?.outcome;
    return { ...moved, status: 'moved', ...(before && outcome && { division: { divisionId: before.divisionId, outcome } }) };
  });
  return {
    ...meeting,
    motions,
    divisions,
    voidVotes: [...meeting.voidVotes, { ...data, ...(vote && { vote }), ...(division && { division }) }],
    dissents: meeting.dissents.filter(({ motionId }) => motionId === undefined || !motionIds.includes(motionId)),
  };
}

/** A tie settled after the vote: what settled it is added to the vote. */
const settled = (meeting: Meeting, motionId: string, change: Partial<VoteTakenData>): Meeting => {
  const vote = meeting.motions.find((motion) => motion.motionId === motionId)?.vote;
  return vote ? ofMotion(meeting, motionId, decided({ ...vote, ...change })) : meeting;
};

const ofMotion = (meeting: Meeting, motionId: string, change: Partial<Motion>): Meeting => ({
  ...meeting,
  motions: meeting.motions.map((motion) => (motion.motionId === motionId ? { ...motion, ...change } : motion)),
});
