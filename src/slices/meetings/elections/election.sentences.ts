import { because, longDate, type Sentences } from '../../../kernel/sentences.js';
import { type ElectedTo, type ElectionData, type ElectionEvent, type ElectionRound, type Nomination } from '../votes/election.events.js';

const TO: Readonly<Record<ElectedTo['kind'], string>> = {
  office: 'office of',
  seat: 'seat of',
  'outside-body': 'outside body',
  associate: 'associate,',
};
const toWhat = ({ kind, name, office, seatIds }: ElectedTo): string =>
  `${TO[kind]} ${name}${office === undefined || office === name ? '' : ` (${office})`}${seatIds ? ` (${seatIds.join(', ')})` : ''}`;

const nomination = ({ nominee, movedBy, secondedBy, then }: Nomination): string =>
  `${nominee.name} nominated${movedBy ? ` by ${movedBy.name}` : ''}${secondedBy ? `, seconded by ${secondedBy.name}` : ''}${then ? `, ${then}` : ''}`;

function vote({ method, counts, declined, absent, votes, teller, spoilt, lot, elected, out }: ElectionRound): string {
  const numbers = [
    ...counts.map(({ nominee, count }) => (count === undefined ? nominee.name : `${count} for ${nominee.name}`)),
    declined > 0 && `${declined} declined to vote`,
    absent > 0 && `${absent} absent`,
    spoilt !== undefined && `${spoilt} spoilt`,
  ];
  return [
    `${method === 'declared' ? 'Declared without a count, between' : `Vote by ${method.replaceAll('-', ' ')}:`} ${numbers.filter(Boolean).join(', ')}`,
    teller && `${teller.name} was teller`,
    lot && `${lot.drawnBy.name} drew the lot on ${lot.on.map(({ name }) => name).join(', ')}`,
    elected.length > 0 && `${elected.map(({ name }) => name).join(', ')} elected`,
    out && `${out.name} dropped out`,
    votes
      .map(({ person, option, nominees = [] }) => `${person.name} ${option}${nominees.map(({ name }) => ` ${name}`).join(' and')}`)
      .join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}

const people = (elected: ElectionData['elected']): string =>
  elected.map(({ person, seatId }) => `${person.name}${seatId === undefined ? '' : ` (${seatId})`}`).join(', ');

const OUTCOMES: Readonly<Record<ElectionData['outcome'], string>> = {
  unopposed: 'elected unopposed',
  voted: 'elected',
  nobody: 'nobody stood',
  open: 'to be voted on',
};

function election({ to, places, nominations, rounds, elected, outcome, on }: ElectionData): string {
  const named = people(elected);
  return [
    `Election to the ${toWhat(to)} on ${longDate(on)}${places === 1 ? '' : `, ${places} places`}`,
    ...nominations.map(nomination),
    ...rounds.map(vote),
    `${named}${named === '' ? '' : ' '}${OUTCOMES[outcome]}`,
  ].join('; ');
}

export const electionSentences: Sentences<ElectionEvent> = {
  ElectionHeld: election,
  ElectionRoundTaken: ({ to, on, round, elected, outcome }) =>
    `Election to the ${toWhat(to)} on ${longDate(on)}. ${vote(round)}; ${people(elected)} ${OUTCOMES[outcome]}`,
  ElectionCorrected: ({ election: corrected, reason }) => `Corrected${because(reason)}. ${election(corrected)}`,
  ElectionVoteDeclaredVoid: ({ electionId, vote: number, roundId, ruledBy, reason, elected, outcome }) =>
    `${ruledBy.name} declared vote ${number}${roundId === undefined ? '' : ` (${roundId})`} of election ${electionId} void${because(reason)}; ${people(elected)} ${OUTCOMES[outcome]}`,
  MembershipEnded: ({ person, seatId, on, reason, words }) =>
    `${person.name} is no longer a member (${seatId}) from ${longDate(on)}${because(reason)}${words === undefined ? '' : `; ${words}`}`,
};
