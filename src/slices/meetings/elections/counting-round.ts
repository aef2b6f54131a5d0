import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed, type VotingRule } from '../../bodies/bodies.words.js';
import { type VoteCircumstances } from '../counting/vote-circumstances.js';
import { refuseVote } from '../counting/vote.refusals.js';
import { tooMany } from '../counting/voting.js';
import { agreed, readNames } from '../counting/names-of-a-vote.js';
import { type ElectionRound, type ElectionVote } from '../votes/election.events.js';
import { settlePoll } from './electing.js';
import { type ElectionRoundDto } from './election.payloads.js';
import { refuseElection } from './election.refusals.js';

/** Who could vote, between whom, and for how many places. */
export interface Circumstances extends Pick<VoteCircumstances, 'entitled' | 'absentees' | 'barred'> {
  readonly majorityOf: VotingRule['majorityOf'];
  /** Who is left to be voted on: more than there are places. */
  readonly left: readonly PersonNamed[];
  readonly places: number;
}

/** One vote of an election, with its numbers and names made to agree and what it comes to; or why it cannot be right. */
export function countRound(recorded: ElectionRoundDto, about: Circumstances): ElectionRound | Refusal {
  if (about.entitled.length === 0) return refuseVote('vote.nobody-entitled');
  const { method } = recorded;
  const entitled = about.entitled.map(({ person }) => person);
  if (method === 'declared') {
    const elected = declaredElected(recorded, about);
    if (isRefusal(elected)) return elected;
    const counts = about.left.map((nominee) => ({ nominee }));
    return { method, counts, declined: 0, absent: 0, votes: [], elected, entitled };
  }
  const votes = namesOf(recorded, about);
  if (isRefusal(votes)) return votes;
  const numbers = numbersOf(recorded, votes, about);
  if (isRefusal(numbers)) return numbers;
  const { lot, teller, spoilt } = recorded;
  const settled = settlePoll({
    polled: numbers.counts,
    places: about.places,
    entitled: entitled.length,
    majorityOf: about.majorityOf,
    lot: lot?.on,
  });
  if (isRefusal(settled)) return settled;
  const elected = settled.elected.map(({ personId }) => personId);
  if (recorded.elected !== undefined && recorded.elected.toSorted().join(' ') !== elected.toSorted().join(' '))
    return refuseElection('election.not-elected', { field: 'elected', detail: { declared: recorded.elected, byTheVotes: elected } });
  return {
    method,
    ...numbers,
    votes,
    ...(teller && { teller: named(teller) }),
    ...(spoilt !== undefined && { spoilt }),
    ...(lot && { lot: { drawnBy: named(lot.drawnBy), on: about.left.filter(({ personId }) => lot.on.includes(personId)) } }),
    ...settled,
    entitled,
  };
}

const named = ({ personId, name }: PersonNamed): PersonNamed => ({ personId, name });

function declaredElected(recorded: ElectionRoundDto, { left, places }: Circumstances): readonly PersonNamed[] | Refusal {
  const { elected = [], counts = [], votes = [], declined = 0, absent = 0, lot } = recorded;
  const said = { counts: counts.length > 0, votes: votes.length > 0, declined: declined > 0, absent: absent > 0, lot };
  const field = Object.entries(said).find(([, value]) => value)?.[0];
  if (field) return refuseElection('election.declared-has-votes', { field });
  const found = left.filter(({ personId }) => elected.includes(personId));
  return found.length === places && elected.length === places
    ? found
    : refuseElection('election.declared-whom', { field: 'elected', detail: { elected, left: left.map(({ name }) => name), places } });
}

const namesOf = ({ method, votes = [] }: ElectionRoundDto, about: Circumstances): readonly ElectionVote[] | Refusal =>
  readNames(
    { method, votes: votes.map(({ personId, nominees = [], option = 'for' as const }) => ({ personId, nominees, option })) },
    about,
    ({ personId, nominees, option }, { person, role }, index): ElectionVote | Refusal => {
      const field = `votes.${index}.nominees`;
      if ((option === 'for') !== nominees.length > 0) return refuseElection('election.vote-for-whom', { field, detail: { personId } });
      if (nominees.length > about.places)
        return refuseElection('election.too-many-votes', { field, detail: { personId, votes: nominees.length, places: about.places } });
      const people = about.left.filter((one) => nominees.includes(one.personId));
      if (people.length !== nominees.length)
        return refuseElection('election.not-standing', {
          field,
          detail: { personId, nominees, left: about.left.map((one) => one.personId) },
        });
      return { person, option, ...(people.length > 0 && { nominees: people }), role };
    },
  );

type Numbers = Pick<ElectionRound, 'declined' | 'absent'> & {
  readonly counts: readonly { readonly nominee: PersonNamed; readonly count: number }[];
};

/** The numbers, made to agree with the names: a roll call's are its names; of a show of hands some may be named; a ballot names nobody. */
function numbersOf(recorded: ElectionRoundDto, votes: readonly ElectionVote[], about: Circumstances): Numbers | Refusal {
  const { method, counts: said = [], spoilt = 0 } = recorded;
  for (const [index, { personId }] of said.entries()) {
    const field = `counts.${index}.personId`;
    if (!about.left.some((one) => one.personId === personId))
      return refuseElection('election.not-standing', { field, detail: { personId, left: about.left.map((one) => one.personId) } });
    if (said.findIndex((one) => one.personId === personId) !== index)
      return refuseElection('election.counted-twice', { field, detail: { personId } });
  }
  const counts: { nominee: PersonNamed; count: number }[] = [];
  for (const nominee of about.left) {
    const { personId } = nominee;
    const index = said.findIndex((one) => one.personId === personId);
    const byName = votes.filter(({ nominees }) => nominees?.some((one) => one.personId === personId)).length;
    const count = said[index]?.count ?? (method === 'roll-call' ? byName : undefined);
    const field = index < 0 ? 'counts' : `counts.${index}.count`;
    if (count === undefined) return refuseElection('election.count-missing', { field, detail: { nominee: nominee.name } });
    const number = agreed(method, count, byName, field);
    if (typeof number !== 'number') return number;
    counts.push({ nominee, count: number });
  }
  const by = (option: ElectionVote['option']): number => votes.filter((one) => one.option === option).length;
  const declined = agreed(method, recorded.declined, by('declined'), 'declined');
  if (typeof declined !== 'number') return declined;
  const absent = agreed(method, recorded.absent, by('absent'), 'absent');
  if (typeof absent !== 'number') return absent;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  // Each has a vote for each place, so that at least so many voted.
  const voted = Math.max(...counts.map(({ count }) => count), Math.ceil(total / about.places));
  const many = tooMany(
    { recorded: voted + declined + spoilt, absent, counts: { counts: counts.map(({ count }) => count), declined, spoilt } },
    about,
    { recorded: 'counts', absent: 'absent' },
  );
  return many ?? { counts, declined, absent };
}
