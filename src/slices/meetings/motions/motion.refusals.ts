import { defineRefusals } from '../../../kernel/refusal.js';

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
  'motion.amends-unseconded': {
    rule: "Under this body's constitution a motion needs a seconder before an amendment to it is moved.",
    source: STANDING_ORDERS,
  },
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
  'vote.consent-with-dissent': { rule: 'A motion is carried by consent only where nobody dissents.', source: PRACTICE },
  'motion.another-item': { rule: 'A motion is seconded, and voted on, in the item it was moved in.' },
  'motion.before-moved': { rule: 'A motion is seconded, and voted on, after it is moved.' },
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
