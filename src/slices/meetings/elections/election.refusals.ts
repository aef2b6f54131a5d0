import { defineRefusals } from '../../../kernel/refusal.js';

const APPOINTMENTS = 'Local Government (Scotland) Act 1973 s.3 and Sch 7 para 5';
const STANDING_ORDERS = "The body's standing orders";
const PRACTICE = 'Practice of committee records';

export const refuseElection = defineRefusals({
  'election.unknown': { rule: 'There is no such election at this meeting.' },
  'election.to-what': { rule: 'An election to an office or an outside body names it.' },
  'election.seat-unknown': { rule: 'An election to a seat is to a seat on the roll of the day.' },
  'election.no-vacancy': { rule: 'An election to a seat names the seat, where the roll has too few that are vacant.' },
  'election.places-and-seats': { rule: 'Where the seats are named, as many are elected as there are seats.' },
  'election.office-for-one': {
    rule: 'An office is held by one person; an office that several share is elected once for each, by a name of its own.',
  },
  'election.chair-is-member': {
    rule: 'Whoever is elected to preside, or to preside in the absence of the chair, is a member of the body.',
    source: 'Local Government (Scotland) Act 1973 s.3(1)',
  },
  'election.nominated-twice': { rule: 'Somebody is nominated once; whoever else supports it is not a nomination of its own.' },
  'election.nominates-self-twice': { rule: 'A nomination is seconded by somebody other than its mover.', source: STANDING_ORDERS },
  'election.not-seconded': {
    rule: 'Under this constitution a nomination needs a mover and a seconder, unless it was declined or withdrawn.',
    source: STANDING_ORDERS,
  },
  'election.no-vote-needed': {
    rule: 'Where no more stand than there are places, they are declared elected without a vote.',
    source: APPOINTMENTS,
  },
  'election.settled': { rule: 'Once all places are filled no further vote is taken.' },
  'election.not-standing': { rule: 'A vote is for one of those who are left: nominated, not declined or withdrawn, not dropped out.' },
  'election.counted-twice': { rule: 'A vote counts each of those who are left once.' },
  'election.count-missing': {
    rule: 'A show of hands or a ballot is recorded with the number of votes for each of those who are left.',
    source: PRACTICE,
  },
  'election.too-many-votes': { rule: 'Nobody votes for more people than there are places.', source: STANDING_ORDERS },
  'election.vote-for-whom': {
    rule: 'A name in an election is for those who are left, or declined to vote, or was absent.',
    source: PRACTICE,
  },
  'election.declared-whom': { rule: 'Where nobody counted, as many of those who are left are declared elected as there are places.' },
  'election.declared-has-votes': {
    rule: 'What is declared without a count has neither numbers nor names, and no lot.',
    source: PRACTICE,
  },
  'election.lot-needed': {
    rule: 'Where votes are equal the choice between the equals is by lot, not by a casting vote.',
    source: APPOINTMENTS,
  },
  'election.no-lot': {
    rule: 'A lot is drawn only between people with as many votes, where the votes do not settle it.',
    source: APPOINTMENTS,
  },
  'election.lot-on-whom': { rule: 'A lot falls on as many of the equals as it is to settle.', source: APPOINTMENTS },
  'election.not-elected': { rule: 'Whoever is declared elected has the votes for it.', source: APPOINTMENTS },
  'election.other-kind': { rule: 'A correction is of an election to the same kind of place.' },
  'membership.not-member': { rule: 'Only somebody who holds a seat of the body ceases to be a member.' },
});
