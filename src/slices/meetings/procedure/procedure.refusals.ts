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
  'ruling.nobody-presides': { rule: 'A ruling is given by whoever presides; record who is in the chair.', source: STANDING_ORDERS },
  'ruling.whom': { rule: 'A ruling that somebody leave names them.' },
  'ruling.unknown': { rule: 'There is no such ruling at this meeting.' },
  'ruling.dissented-already': { rule: "A member's dissent from a ruling is recorded once." },
});
