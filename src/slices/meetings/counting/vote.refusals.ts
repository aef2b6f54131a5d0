import { defineRefusals } from '../../../kernel/refusal.js';

const COUNCIL = 'Local Government (Scotland) Act 1973 Sch 7 para 5';
const NO_QUORUM_NO_PART = 'Declarations of interest: whoever withdraws takes no part in the item';
const STANDING_ORDERS = "The body's standing orders";
const PRACTICE = 'Practice of committee records';

export const refuseVote = defineRefusals({
  'vote.nobody-entitled': { rule: 'A vote needs somebody in the room who is entitled to vote.' },
  'vote.consent-has-votes': { rule: 'What is carried by consent is not counted: nobody votes, and nobody breaks a tie.', source: PRACTICE },
  'vote.declared-what': { rule: 'A vote that nobody counted is recorded with what was declared: carried, or not carried.' },
  'vote.declared-has-votes': {
    rule: 'What is declared without a count, or carried by acclamation, has neither numbers nor names, and no tie to break.',
    source: PRACTICE,
  },
  'vote.count-needed': {
    rule: 'Where a motion needs a share of the votes, or most of those entitled, the vote on it is counted.',
    source: STANDING_ORDERS,
  },
  'vote.counts-missing': { rule: 'A show of hands or a ballot is recorded with the numbers for and against.', source: PRACTICE },
  'vote.count-negative': { rule: 'A count is a whole number, not below nought.' },
  'vote.too-many': {
    rule: 'No more votes, abstentions, pairs and refusals to vote are recorded than there were people in the room entitled to vote.',
  },
  'vote.absent-too-many': { rule: 'No more are recorded absent from the division than have a vote and are not otherwise counted.' },
  'vote.paired-odd': { rule: 'Pairs are two people each, one from each side, who agree not to vote.', source: PRACTICE },
  'vote.ballot-names': { rule: 'A ballot is secret: its numbers are recorded, and no names.', source: PRACTICE },
  'vote.roll-call-empty': { rule: 'A roll call is recorded by name.' },
  'vote.named-twice': { rule: 'Nobody votes twice in one division.' },
  'vote.not-in-room': { rule: 'Nobody who was not in the room has voted.' },
  'vote.withdrew': { rule: 'Whoever declared an interest and withdrew has no vote on the item.', source: NO_QUORUM_NO_PART },
  'vote.not-entitled': { rule: 'Only a member with a vote, or a substitute standing in for one, has voted.' },
  'vote.disagrees-with-names': { rule: 'The numbers of a vote agree with the names recorded for it.' },
  'vote.pair-unmatched': { rule: 'A pair names each other, and neither votes.', source: PRACTICE },
  'vote.no-tie': { rule: 'A casting vote is given, or a lot drawn, only where as many voted for as against.', source: COUNCIL },
  'vote.no-casting-vote': {
    rule: 'The person presiding has no casting vote under the constitution in force.',
    source: 'SSI 2014/285 arts 11 and 18',
  },
  'vote.appointment-by-lot': { rule: 'A tied vote on an appointment is settled by lot, not by a casting vote.', source: COUNCIL },
  'vote.not-presiding': { rule: 'A casting vote is given by the person presiding.', source: COUNCIL },
  'vote.officer-presides': {
    rule: 'An officer who presides until the chair is elected has no vote and no casting vote.',
    source: 'Local Government (Scotland) Act 1973 s.3(3)',
  },
  'vote.no-lot': { rule: 'A lot is drawn only where the constitution in force settles the tie by lot.', source: COUNCIL },
  'vote.casting-vote-twice': { rule: 'A tie is broken once.' },
});
