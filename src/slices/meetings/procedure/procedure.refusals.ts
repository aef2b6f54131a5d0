import { defineRefusals } from '../../../kernel/refusal.js';

const STANDING_ORDERS = "The body's standing orders";

export const refuseProcedure = defineRefusals({
  'procedure.words-missing': { rule: 'A procedural motion of another kind is recorded in its words.' },
  'procedure.which-standing-order': { rule: 'A motion to suspend a standing order names it.', source: STANDING_ORDERS },
  'procedure.not-seconded': {
    rule: 'Under this constitution a procedural motion needs a seconder before it is put.',
    source: STANDING_ORDERS,
  },
  'procedure.nothing-to-close': {
    rule: 'That the question be put is moved while a motion is moved and not yet voted on.',
    source: STANDING_ORDERS,
  },
  'void.unknown': { rule: 'There is no vote, division or election of that id at this meeting of which a vote stands.' },
  'void.nobody-presides': { rule: 'A vote is declared void by whoever presides, or by somebody of the sederunt who is named.' },
  'void.decision-rests-on-it': { rule: 'A vote on whose outcome a recorded decision rests is declared void when the decision was struck.' },
  'void.followed': {
    rule: 'A vote is declared void before what is put on its outcome is voted on, withdrawn or falls; declare that vote void first.',
  },
  'void.later-vote': { rule: 'Of the votes of an election the last is declared void first.' },
  'ruling.nobody-presides': { rule: 'A ruling is given by whoever presides; record who is in the chair.', source: STANDING_ORDERS },
  'ruling.whom': { rule: 'A ruling that somebody leave names them.' },
  'ruling.unknown': { rule: 'There is no such ruling at this meeting.' },
  'ruling.dissented-already': { rule: "A member's dissent from a ruling is recorded once." },
});
