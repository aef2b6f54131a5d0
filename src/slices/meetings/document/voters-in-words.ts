import { type PersonNamed } from '../../bodies/bodies.words.js';
import { unanswered } from '../counting/vote-circumstances.js';
import { type VoteMethod } from '../votes/vote.words.js';
import { peopleNamed } from './people-named.js';

const namesOf = (people: readonly PersonNamed[]): string => peopleNamed(people.map(({ name }) => name));

/** `for the motion 14` where nobody is named; `for the motion - A and B (2)`; `for the motion 14, among them A` where only some are. */
export const votedFor = (what: string, people: readonly PersonNamed[], count = 0): string =>
  people.length === 0
    ? `for ${what} ${count}`
    : `for ${what} ${people.length === count ? '- ' : `${count}, among them `}${namesOf(people)}${people.length === count ? ` (${count})` : ''}`;

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
    if (count === 0) return [];
    if (people.length === 0) return [`${what}: ${count}.`];
    return [people.length === count ? `${what}: ${namesOf(people)} (${count}).` : `${what}: ${count}, among them ${namesOf(people)}.`];
  };
  const silent = unanswered(voted);
  return [
    ...told('Declined to vote', 'declined', declined),
    ...told(`Absent from ${from}`, 'absent', absent),
    ...told('Paired', 'paired', paired),
    ...(silent.length > 0 ? [`Did not answer: ${namesOf(silent)}.`] : []),
  ];
}
