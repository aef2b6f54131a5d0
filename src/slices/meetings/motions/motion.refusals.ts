import { defineRefusals } from '../../../kernel/refusal.js';

const COUNCIL = 'Local Government (Scotland) Act 1973 Sch 7 para 5';
const NO_QUORUM_NO_PART = 'Declarations of interest: whoever withdraws takes no part in the item';
const STANDING_ORDERS = "The body's standing orders";
const PRACTICE = 'Practice of committee records';

export const refuseMotion = defineRefusals({
  'motion.no-item-in-hand': { rule: 'A motion is moved on the item in hand; take the item first.', source: PRACTICE },
  'motion.id-taken': { rule: 'Every motion of a meeting has an id of its own.' },
  'motion.unknown': { rule: 'There is no such motion at this meeting.' },
  'motion.not-in-room': { rule: 'Only somebody in the room takes part.', source: STANDING_ORDERS },
  'motion.withdrew': { rule: 'Whoever declared an interest and withdrew takes no part in the item.', source: NO_QUORUM_NO_PART },
  'motion.not-entitled': {
    rule: 'Only a member with a vote, or a substitute standing in for one, moves, seconds and votes.',
    source: STANDING_ORDERS,
  },
  'motion.seconded-by-mover': { rule: 'A motion is seconded by somebody other than its mover.', source: STANDING_ORDERS },
  'motion.seconded-already': { rule: 'A motion is seconded once.', source: STANDING_ORDERS },
  'motion.not-live': {
    rule: 'A motion that was put, withdrawn, fell or was decided can no longer be seconded, amended, withdrawn or put.',
    source: STANDING_ORDERS,
  },
  'motion.not-seconded': {
    rule: "Under this body's constitution a motion needs a seconder before it can be put.",
    source: STANDING_ORDERS,
  },
  'motion.amends-another-item': { rule: 'An amendment amends a motion on the same item.', source: STANDING_ORDERS },
  'motion.amends-settled': {
    rule: 'An amendment amends a motion or amendment that has not been put, decided, withdrawn or fallen.',
    source: STANDING_ORDERS,
  },
  'motion.amendment-undecided': { rule: 'A motion is put after every live amendment to it has been decided.', source: STANDING_ORDERS },
  'motion.out-of-order': {
    rule: 'Amendments are put in the order settled; where none is settled, the latest first.',
    source: STANDING_ORDERS,
  },
  'motion.another-put': { rule: 'One motion is put at a time.', source: STANDING_ORDERS },
  'motion.order-unknown': {
    rule: 'An order of voting names motions and amendments on the item in hand that are still to be put, each once.',
    source: STANDING_ORDERS,
  },
  'motion.order-amendment-late': { rule: 'An amendment is voted on before what it amends.', source: STANDING_ORDERS },
  'motion.rescinds-unknown': { rule: 'Only a decision in the record can be moved to be rescinded.' },
  'motion.rescinds-elsewhere': { rule: 'A body rescinds its own decisions.', source: STANDING_ORDERS },
  'motion.rescinds-gone': { rule: 'A decision that was struck, rescinded or superseded cannot be rescinded.' },
  'motion.register-behind': { rule: 'What other meetings made of the decision cannot be told at this moment; ask again.' },

  'vote.decided-already': { rule: 'A motion is voted on once; a slip in the record is put right by correcting the vote.' },
  'vote.unknown': { rule: 'There is no such vote at this meeting, or its motion has since fallen.' },
  'vote.nobody-entitled': { rule: 'A vote needs somebody in the room who is entitled to vote.' },
  'vote.consent-has-votes': { rule: 'What is carried by consent is not counted: nobody votes, and nobody breaks a tie.', source: PRACTICE },
  'vote.consent-with-dissent': { rule: 'A motion is carried by consent only where nobody dissents.', source: PRACTICE },
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
  'motion.another-item': { rule: 'A motion is seconded, and voted on, in the item it was moved in.' },
  'motion.before-moved': { rule: 'A motion is seconded, and voted on, after it is moved.' },
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
  'vote.decision-rests-on-it': {
    rule: 'A vote that a recorded decision rests on cannot be corrected into one that is not carried; strike the decision first.',
  },
  'vote.decision-rests-on-loss': {
    rule: 'A vote on whose loss a recorded decision rests is corrected into another only when the decision was struck.',
  },

  'vote.amendment-in-division': {
    rule: 'Under this constitution an amendment is voted on against the motion or the other amendments, in a division between proposals; it is not put alone.',
    source: STANDING_ORDERS,
  },
  'vote.others-fell': { rule: 'A vote by which the other proposals fell is not corrected into one that is not carried.' },

  'dissent.whom': { rule: 'A dissent is that of somebody who is named.' },
  'dissent.of-what': { rule: 'A dissent is from one motion or from one decision.' },
  'dissent.nothing-carried': { rule: 'A dissent is from what was carried.' },
  'dissent.by-consent': {
    rule: 'Nobody dissents from what is carried by consent; if somebody did, correct the vote first.',
    source: PRACTICE,
  },
  'dissent.voted-for': { rule: 'Whoever voted for a motion does not dissent from it.', source: PRACTICE },
  'dissent.recorded-already': { rule: "A member's dissent from a decision is recorded once.", source: PRACTICE },
  'dissent.decision-unknown': { rule: 'There is no such decision at this meeting.' },
});
