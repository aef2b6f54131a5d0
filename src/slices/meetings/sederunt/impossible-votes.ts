import { type PersonNamed } from '../../bodies/bodies.words.js';
import { entryOf, momentOf } from '../record/entries.js';
import { type Meeting } from '../record/meeting.state.js';
import { type VoteTakenData } from '../record/motion.events.js';
import { entitledToVote } from './room.js';

/** A vote that could not have been taken as it is recorded, by the room and the roll as they are known now. */
export interface ImpossibleVote {
  readonly vote: VoteTakenData;
  /** Those it names who were not entitled to it. */
  readonly people: readonly PersonNamed[];
  readonly counted: number;
  /** How many were entitled to it. */
  readonly entitled: number;
}

/** Votes by somebody not entitled to them, and votes that count more than were entitled. A vote by consent counts nobody. */
export const impossibleVotes = (meeting: Meeting): readonly ImpossibleVote[] =>
  meeting.motions.flatMap(({ vote }): ImpossibleVote[] => {
    if (!vote || entryOf(meeting, vote.voteId)?.struck !== undefined) return [];
    const entitled = new Set(entitledToVote(meeting, momentOf(meeting, vote.voteId), vote.sectionId).map(({ person }) => person.personId));
    const people = vote.votes
      .filter(({ person, option }) => option !== 'absent' && !entitled.has(person.personId))
      .map(({ person }) => person);
    const { yes, no, abstain, notVoting, paired } = vote.counts;
    const counted = yes + no + abstain + notVoting + paired;
    return people.length > 0 || counted > entitled.size ? [{ vote, people, counted, entitled: entitled.size }] : [];
  });
