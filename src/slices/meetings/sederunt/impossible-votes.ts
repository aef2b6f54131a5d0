import { type PersonNamed } from '../../bodies/bodies.words.js';
import { entryOf, momentOf } from '../record/entries.js';
import { type Meeting } from '../record/meeting.state.js';
import { entitledToVote } from './room.js';

/** A vote that could not have been taken as it is recorded, by the room and the roll as they are known now. */
export interface ImpossibleVote {
  /** The vote on one motion, or the division between several proposals. */
  readonly voteId: string;
  readonly motionId?: string;
  /** People whom the vote names and who were not entitled to it. */
  readonly people: readonly PersonNamed[];
  readonly counted: number;
  /** What was counted, for what. */
  readonly numbers: string;
  /** How many were entitled to the vote. */
  readonly entitled: number;
}

type Recorded = Pick<ImpossibleVote, 'voteId' | 'motionId' | 'counted' | 'numbers'> & {
  readonly sectionId: string | null;
  readonly voters: readonly PersonNamed[];
};

/** Votes by somebody not entitled to them, and votes that count more than were entitled. A vote by consent counts nobody. */
export const impossibleVotes = (meeting: Meeting): readonly ImpossibleVote[] =>
  [...onMotions(meeting), ...between(meeting), ...inElections(meeting), ...procedural(meeting)].flatMap(
    ({ voters, sectionId, ...vote }): ImpossibleVote[] => {
      if (entryOf(meeting, vote.voteId)?.struck !== undefined) return [];
      const entitled = new Set(entitledToVote(meeting, momentOf(meeting, vote.voteId), sectionId).map(({ person }) => person.personId));
      const people = voters.filter(({ personId }) => !entitled.has(personId));
      return people.length > 0 || vote.counted > entitled.size ? [{ ...vote, people, entitled: entitled.size }] : [];
    },
  );

const onMotions = ({ motions }: Meeting): readonly Recorded[] =>
  motions.flatMap(({ vote }): Recorded[] => {
    if (!vote) return [];
    const { voteId, motionId, sectionId } = vote;
    const { yes, no, abstain, notVoting, paired } = vote.counts;
    const voters = vote.votes.filter(({ option }) => option !== 'absent').map(({ person }) => person);
    return [
      { voteId, motionId, sectionId, voters, counted: yes + no + abstain + notVoting + paired, numbers: `${yes} for, ${no} against` },
    ];
  });

const between = ({ divisions }: Meeting): readonly Recorded[] =>
  divisions.map(({ divisionId, sectionId, proposals, declined, votes }) => ({
    voteId: divisionId,
    sectionId,
    voters: votes.filter(({ option }) => option !== 'absent').map(({ person }) => person),
    counted: proposals.reduce((sum, { count = 0 }) => sum + count, declined),
    numbers: proposals.map(({ proposalId, count }) => `${count ?? 'not counted,'} for ${proposalId}`).join(', '),
  }));

/** Each round, where it was taken; whoever is named for several places votes once. */
const inElections = ({ elections }: Meeting): readonly Recorded[] =>
  elections.flatMap(({ electionId, sectionId, rounds, places }) =>
    rounds.map(({ roundId = electionId, counts, declined, spoilt = 0, votes }) => {
      const numbers = counts.map(({ count = 0 }) => count);
      const voted = Math.max(0, ...numbers, Math.ceil(numbers.reduce((sum, count) => sum + count, 0) / places));
      return {
        voteId: roundId,
        sectionId,
        voters: votes.filter(({ option }) => option !== 'absent').map(({ person }) => person),
        counted: voted + declined + spoilt,
        numbers: counts.map(({ nominee, count }) => `${count ?? 'not counted,'} for ${nominee.name}`).join(', '),
      };
    }),
  );

const procedural = ({ procedures }: Meeting): readonly Recorded[] =>
  procedures.map(({ procedureId, sectionId, vote: { counts, votes } }) => {
    const { yes, no, abstain, notVoting, paired } = counts;
    const voters = votes.filter(({ option }) => option !== 'absent').map(({ person }) => person);
    const counted = yes + no + abstain + notVoting + paired;
    return { voteId: procedureId, sectionId, voters, counted, numbers: `${yes} for, ${no} against` };
  });
