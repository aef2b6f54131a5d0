import { type PersonNamed } from '../../bodies/bodies.words.js';
import {
  type ElectedTo,
  type ElectionData,
  type ElectionRound,
  type ElectionRoundTold,
  type Nomination,
  standing,
} from '../votes/election.events.js';
import { peopleNamed } from './people-named.js';
import { METHOD, TAKEN_AGAIN } from './vote-in-words.js';
import { notVoting, votedFor } from './voters-in-words.js';

const names = (people: readonly PersonNamed[]): string => peopleNamed(people.map(({ name }) => name));
const were = (people: readonly unknown[]): string => (people.length === 1 ? 'was' : 'were');

export const headingOfElection = ({ to }: Pick<ElectionData, 'to'>): 'ELECTION' | 'APPOINTMENT' =>
  to.kind === 'office' || to.kind === 'seat' ? 'ELECTION' : 'APPOINTMENT';

/**
 * An election as a minute tells it: `Councillor A, seconded by Councillor B, moved that Councillor C be appointed Chair. There being no other
 * nominations, Councillor C was declared elected.` Rounds that were recorded later are told in their own place.
 */
export function electionInWords(election: ElectionData): readonly string[] {
  const { to, nominations, rounds } = election;
  const nominated = nominations.map((one) => nominationInWords(one, to)).join(' ');
  const outcome = withoutVote(election);
  const first = [nominated, outcome].filter(Boolean).join(' ');
  const told = rounds.flatMap((round, index) => (round.roundId === undefined ? roundInWords(round, rounds[index - 1]) : []));
  return [...(first === '' ? [] : [first]), ...told];
}

function nominationInWords({ nominee, movedBy, secondedBy, then }: Nomination, to: ElectedTo): string {
  const seconded = secondedBy ? `, seconded by ${secondedBy.name},` : '';
  const nominated = movedBy
    ? `${movedBy.name}${seconded} moved that ${nominee.name} be ${appointed(to)}.`
    : `${nominee.name} was nominated${secondedBy ? `, seconded by ${secondedBy.name},` : ''} to be ${appointed(to)}.`;
  switch (then) {
    case undefined:
      return nominated;
    case 'consented':
      return `${nominated} ${nominee.name} consented.`;
    case 'declined':
      return `${nominated} ${nominee.name} declined nomination.`;
    case 'withdrew':
      return `${nominated} The nomination of ${nominee.name} was withdrawn.`;
  }
}

function appointed({ kind, name }: ElectedTo): string {
  switch (kind) {
    case 'office':
      return `appointed ${name}`;
    case 'associate':
      return `appointed as ${name}`;
    case 'seat':
      return `elected to the seat of ${name}`;
    case 'outside-body':
      return `appointed to ${name}`;
  }
}

/** What was declared without a vote; empty where there was one, or is still to be. */
function withoutVote({ outcome, nominations, elected, places, to }: ElectionData): string {
  const people = elected.map(({ person }) => person);
  if (outcome === 'nobody')
    return `${nominations.length === 0 ? `There were no nominations for ${to.name}` : 'Nobody else being nominated'}, and nobody was elected.`;
  if (outcome !== 'unopposed') return '';
  const alone = nominations.length === standing(nominations).length ? 'no other nominations' : 'no other candidate';
  const why = places === 1 ? alone : 'no more candidates than places';
  return `There being ${why}, ${names(people)} ${were(people)} declared elected.`;
}

/** One vote: `On a show of hands there voted for C 5; and for D 3 - whereupon C was declared elected.` `before`: the vote that it follows. */
export function roundInWords(round: ElectionRound, before: ElectionRoundTold | undefined): readonly string[] {
  const { method, counts, lot, elected, out, teller, spoilt = 0 } = round;
  const again = before ? `${before.declaredVoid ? TAKEN_AGAIN : 'A fresh vote was taken.'} ` : '';
  if (method === 'declared') {
    const others = counts.map(({ nominee }) => nominee).filter(({ personId }) => !elected.some((one) => one.personId === personId));
    return [`${again}Without a count, ${names(elected)} ${were(elected)} declared elected against ${names(others)}.`];
  }
  const votersFor = (personId: string) =>
    round.votes.filter(({ nominees }) => nominees?.some((one) => one.personId === personId)).map(({ person }) => person);
  const each = counts.map(({ nominee, count }) => votedFor(nominee.name, votersFor(nominee.personId), count));
  const votes = [...each.slice(0, -2), each.slice(-2).join('; and ')].join('; ');
  const told = `${again}${METHOD[method]}${teller ? `, with ${teller.name} as teller,` : ''} there voted ${votes}`;
  const equal = lot && `The votes being equal, the lot drawn by ${lot.drawnBy.name} fell on ${names(lot.on)}, `;
  const came =
    equal === undefined
      ? [`${told} - ${outcomeOf(round)}`]
      : [
          `${told}.`,
          `${equal}${elected.length > 0 ? `and ${names(elected)} ${were(elected)} declared elected.` : `and ${out?.name ?? ''} dropped out.`}`,
        ];
  return [...came, ...(spoilt === 0 ? [] : [`Spoilt papers: ${spoilt}.`]), ...notVoting(round, 'the vote')];
}

function outcomeOf({ elected, out }: ElectionRound): string {
  if (elected.length > 0) return `whereupon ${names(elected)} ${were(elected)} declared elected.`;
  return out
    ? `whereupon ${out.name}, having the fewest votes, dropped out.`
    : 'whereupon nobody was elected, for want of the majority needed.';
}
