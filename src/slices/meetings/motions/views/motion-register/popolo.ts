import { type DecisionRef } from '../../../../../kernel/citation.js';
import { type VoteCounts, type VoteOption, type VoteTakenData } from '../../../record/motion.events.js';

/** A vote event as Popolo shapes it: https://www.popoloproject.com/specs/vote-event.html */
export interface PopoloVoteEvent {
  readonly identifier: string;
  readonly motion: {
    readonly id: string;
    readonly text: string;
    readonly creator: PopoloPerson;
    readonly result: 'pass' | 'fail' | 'tie';
    readonly rescinds?: DecisionRef;
  };
  readonly organization_id: string;
  readonly legislative_session_id: string;
  readonly start_date: string;
  readonly result: 'pass' | 'fail' | 'tie';
  /** None where nothing was counted. */
  readonly counts: readonly { readonly option: PopoloOption; readonly value: number }[];
  readonly votes: readonly PopoloVote[];
}

type PopoloOption = 'yes' | 'no' | 'abstain' | 'absent' | 'not voting' | 'paired';

interface PopoloPerson {
  readonly id: string;
  readonly name: string;
}

interface PopoloVote {
  readonly voter: PopoloPerson;
  readonly option: PopoloOption;
  readonly role: string;
  readonly weight: number;
  /** The other of a pair. */
  readonly pair?: { readonly id: string };
}

const RESULT = { carried: 'pass', 'not-carried': 'fail', tied: 'tie' } as const;
const OPTIONS: readonly (readonly [PopoloOption, keyof VoteCounts])[] = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['abstain', 'abstain'],
  ['absent', 'absent'],
  ['not voting', 'notVoting'],
  ['paired', 'paired'],
];

const optionOf = (option: VoteOption): PopoloOption => (option === 'not-voting' ? 'not voting' : option);
const personOf = ({ personId, name }: { readonly personId: string; readonly name: string }): PopoloPerson => ({ id: personId, name });

interface Voted {
  readonly motionId: string;
  readonly text: string;
  readonly movedBy: { readonly personId: string; readonly name: string };
  readonly rescinds: DecisionRef | null;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly vote: VoteTakenData;
  readonly votedAt: string;
}

export function popoloVoteEvent({ motionId, text, movedBy, rescinds, bodyId, meetingId, vote, votedAt }: Voted): PopoloVoteEvent {
  const result = RESULT[vote.result];
  return {
    identifier: vote.voteId,
    motion: { id: motionId, text, creator: personOf(movedBy), result, ...(rescinds && { rescinds }) },
    organization_id: bodyId,
    legislative_session_id: meetingId,
    start_date: votedAt,
    result,
    counts: vote.method === 'consent' ? [] : OPTIONS.map(([option, count]) => ({ option, value: vote.counts[count] })),
    votes: vote.votes.map(({ person, option, role, weight, pairedWith }) => ({
      voter: personOf(person),
      option: optionOf(option),
      role,
      weight,
      ...(pairedWith === undefined ? {} : { pair: { id: pairedWith } }),
    })),
  };
}
