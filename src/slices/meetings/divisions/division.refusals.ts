import { defineRefusals } from '../../../kernel/refusal.js';

const STANDING_ORDERS = "The body's standing orders";
const PRACTICE = 'Practice of committee records';

export const refuseDivision = defineRefusals({
  'division.unknown': { rule: 'There is no such division between proposals at this meeting.' },
  'division.proposal-twice': { rule: 'A division is between different proposals.' },
  'division.option-is-motion': { rule: 'An option that nobody moved has an id that no motion of the meeting has.' },
  'division.option-leaves-out': {
    rule: 'An option that nobody moved is voted on with the motion and all amendments to it, since it is not put again.',
  },
  'division.another-item': { rule: 'A division is between proposals on one item.', source: STANDING_ORDERS },
  'division.count-missing': {
    rule: 'A show of hands or a ballot is recorded with the number of votes for each proposal.',
    source: PRACTICE,
  },
  'division.declared-what': { rule: 'What is declared carried without a count is one of the proposals.' },
  'division.declared-has-votes': {
    rule: 'What is declared carried without a count has neither numbers nor names, and no tie to break.',
    source: PRACTICE,
  },
  'division.vote-for-what': {
    rule: 'A name in a division is for one of its proposals, or declined to vote, or was absent.',
    source: PRACTICE,
  },
  'division.not-proposed': { rule: 'A vote is for one of the proposals of the division.' },
  'division.tie-unbroken': {
    rule: 'Where as many vote for two proposals, the tie is broken as the constitution says: by the casting vote of the person presiding, or by lot; or it is said that it was left.',
    source: 'Local Government (Scotland) Act 1973 Sch 7 para 5',
  },
  'division.not-tied': { rule: 'A casting vote is given for, and a lot falls on, one of the proposals that have as many votes.' },
  'division.no-tie': {
    rule: 'A casting vote is given, a lot drawn, or a tie left, only where two proposals have as many votes, and more than any other.',
  },
  'division.rescinds-twice': { rule: 'Only one proposal of a division rescinds an earlier decision.' },

  'division.amendments-are-put': {
    rule: 'Under this constitution each amendment is put for or against, and then the motion as amended.',
    source: STANDING_ORDERS,
  },
  'division.one-against-motion': {
    rule: 'Under this constitution each amendment in turn is voted on against the motion, or against what won in its place.',
    source: STANDING_ORDERS,
  },
  'division.amendments-first': {
    rule: 'Under this constitution the amendments are voted on against each other first, and the one that is left against the motion.',
    source: STANDING_ORDERS,
  },
  'division.left-out': {
    rule: 'Under this constitution the motion and all amendments to it are voted on at once.',
    source: STANDING_ORDERS,
  },
  'division.no-action-first': {
    rule: 'Under this constitution a proposal to take no action is voted for or against before the other proposals.',
    source: STANDING_ORDERS,
  },

  'division.decision-rests-on-it': {
    rule: 'A division that a recorded decision rests on cannot be corrected so that another proposal, or none, is the decision; strike the decision first.',
  },
  'division.followed': {
    rule: 'A division after which its proposals were voted on again, withdrawn or fell cannot be corrected so that another proposal, or none, won: what followed would not have been.',
  },
  'division.other-proposals': { rule: 'A correction is of a division between the same proposals.' },
});
