import { type PersonNamed } from '../../bodies/bodies.words.js';
import { unanswered } from '../counting/vote-circumstances.js';
import { type VoteMethod } from '../votes/vote.words.js';
import { peopleNamed } from './people-named.js';

const namesOf = (people: readonly PersonNamed[]): string => peopleNamed(people.map(({ name }) => name));

/** `14` where nobody is named; `A and B (2)`; `14, among them A` where only some are. */
const counted = (people: readonly PersonNamed[], count: number): string => {
  if (people.length === 0) return String(count);
  return people.length === count ? `${namesOf(people)} (${count})` : `${count}, among them ${namesOf(people)}`;
};

/** `for the motion 14`; `for the motion - A and B (2)` where all are named; `for the motion 14, among them A`. */
export const votedFor = (what: string, people: readonly PersonNamed[], count = 0): string =>
  `for ${what} ${people.length > 0 && people.length === count ? '- ' : ''}${counted(people, count)}`;

interface Voted {
  readonly method: VoteMethod;
  readonly entitled: readonly PersonNamed[];
  readonly votes: readonly { readonly person: PersonNamed; readonly option: string }[];
  readonly declined: number;
  readonly absent: number;
  readonly paired?: number;
}

/** Who declined to vote, was absent (`from` what), paired, or did not answer; by numbers where they are not all named. */
export function notVoting(voted: Voted, from: 'the division' | 'the vote'): readonly string[] {
  const { votes, declined, absent, paired = 0 } = voted;
  const told = (what: string, option: 'declined' | 'absent' | 'paired', count: number): string[] => {
    const people = votes.filter((one) => one.option === option).map(({ person }) => person);
    return count === 0 ? [] : [`${what}: ${counted(people, count)}.`];
  };
  const silent = unanswered(voted);
  return [
    ...told('Declined to vote', 'declined', declined),
    ...told(`Absent from ${from}`, 'absent', absent),
    ...told('Paired', 'paired', paired),
    ...(silent.length > 0 ? [`Did not answer: ${namesOf(silent)}.`] : []),
  ];
}
