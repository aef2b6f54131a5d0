import { type DecisionRef } from '../../../../../kernel/citation.js';
import { type DivisionTakenData } from '../../../votes/division.events.js';
import { isCounted } from '../../../votes/vote.words.js';
import { type VoteCounts, type VoteOption, type VoteTakenData } from '../../../events/motion.events.js';

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

interface Moved {
  readonly motionId: string;
  readonly text: string;
  readonly movedBy: { readonly personId: string; readonly name: string };
  readonly rescinds: DecisionRef | null;
  readonly bodyId: string;
  readonly meetingId: string;
  readonly votedAt: string;
}
interface Voted extends Moved {
  readonly vote: VoteTakenData;
}
interface Divided extends Moved {
  readonly division: DivisionTakenData;
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
    counts: !isCounted(vote) ? [] : OPTIONS.map(([option, count]) => ({ option, value: vote.counts[count] })),
    votes: vote.votes.map(({ person, option, role, weight, pairedWith }) => ({
      voter: personOf(person),
      option: optionOf(option),
      role,
      weight,
      ...(pairedWith === undefined ? {} : { pair: { id: pairedWith } }),
    })),
  };
}

const DIVIDED = { carried: 'pass', 'goes-on': 'pass', lost: 'fail', undecided: 'tie' } as const;

/** A division between proposals as the vote event of one of them: a vote for another proposal is a vote against it. */
export function popoloDivision({ motionId, text, movedBy, rescinds, bodyId, meetingId, division, votedAt }: Divided): PopoloVoteEvent {
  const { divisionId, proposals, declined, absent, votes, decidedBy } = division;
  const own = proposals.find(({ proposalId }) => proposalId === motionId);
  const result = own?.outcome === 'undecided' && decidedBy !== 'tied' ? 'fail' : DIVIDED[own?.outcome ?? 'lost'];
  const against = proposals.reduce((sum, { proposalId, count = 0 }) => (proposalId === motionId ? sum : sum + count), 0);
  const option = ({ proposalId, option: how }: DivisionTakenData['votes'][number]): PopoloOption =>
    how === 'absent' ? 'absent' : how === 'declined' ? 'not voting' : proposalId === motionId ? 'yes' : 'no';
  return {
    identifier: divisionId,
    motion: { id: motionId, text, creator: personOf(movedBy), result, ...(rescinds && { rescinds }) },
    organization_id: bodyId,
    legislative_session_id: meetingId,
    start_date: votedAt,
    result,
    counts:
      own?.count === undefined
        ? []
        : [
            { option: 'yes', value: own.count },
            { option: 'no', value: against },
            { option: 'absent', value: absent },
            { option: 'not voting', value: declined },
          ],
    votes: votes.map((vote) => ({ voter: personOf(vote.person), option: option(vote), role: vote.role, weight: 1 })),
  };
}
