import { defineRefusals } from '../../../kernel/refusal.js';

const SCHEDULE_7 = 'Local Government (Scotland) Act 1973 Sch 7 para 4';
const STANDING_ORDERS = "The body's standing orders";
const PRACTICE = 'Practice of committee records';

export const refuseDecision = defineRefusals({
  'decision.not-found': { rule: 'There is no such decision, or it is not published.' },
  'decision.no-item': { rule: 'A decision is taken on the item in hand, or on a paragraph that it names.', source: PRACTICE },
  'decision.no-such-paragraph': { rule: 'A decision is placed by the number of a paragraph that stands in the minute.', source: PRACTICE },
  'decision.id-taken': { rule: 'Every entry of a record has an id of its own.' },
  'decision.words-missing': { rule: 'A decision is recorded in words; only a motion carried as it was moved lends its own.' },
  'decision.verb-unknown': {
    rule: "A decision begins with APPROVED, AGREED, NOTED or one of the verbs of the body's constitution.",
    source: PRACTICE,
  },
  'decision.parts-twice': { rule: 'The parts of a decision are given once: within its words, or in a list.' },
  'decision.letter-twice': { rule: 'Every part of a decision has a letter of its own.', source: PRACTICE },
  'decision.remitted-to-nobody': { rule: 'A matter is remitted to somebody.', source: PRACTICE },
  'decision.outcome-misfit': {
    rule: 'Only a matter remitted or continued says to whom or to when, and only a minute approved says of which meeting.',
  },
  'decision.unknown': { rule: 'Only a decision that stands in the record of this meeting can be corrected.' },
  'decision.nothing-changed': { rule: 'A correction changes the words.' },

  'decision.motion-unknown': { rule: 'There is no such motion at this meeting.' },
  'decision.motion-not-carried': {
    rule: 'A decision follows from a motion only when the motion was carried; one that rests on its loss says so (`onLossOf`).',
    source: STANDING_ORDERS,
  },
  'decision.motion-not-lost': {
    rule: 'A decision rests on the loss of a motion that was not carried, or fell; not of one that is open, was withdrawn or was carried.',
    source: STANDING_ORDERS,
  },
  'decision.won-and-lost': { rule: 'A decision follows from what won a division, or rests on the loss of a motion.' },
  'decision.motion-decided-already': { rule: 'A motion that was carried, or what won a division, is one decision.' },
  'decision.motion-is-amendment': {
    rule: 'An amendment that was carried becomes part of the motion; the decision follows from the motion as amended.',
    source: STANDING_ORDERS,
  },
  'decision.division-unknown': { rule: 'There is no such division between proposals at this meeting.' },
  'decision.division-undecided': {
    rule: 'A decision follows from a division only where one of its proposals won, and is not to be put against others.',
    source: STANDING_ORDERS,
  },

  'decision.ref-unknown': {
    rule: 'Only a decision that is in the record, and was not struck from it, can be ratified, rescinded or superseded.',
  },
  'decision.ref-twice': { rule: 'A decision does one thing with another, once.' },
  'decision.ref-elsewhere': { rule: 'A body ratifies, rescinds and supersedes its own decisions.', source: STANDING_ORDERS },
  'decision.ref-later': { rule: 'A decision is about decisions taken before it.' },
  'decision.not-informal': { rule: 'Only what was resolved without a quorum is ratified.', source: SCHEDULE_7 },
  'decision.ratified-already': { rule: 'A decision is ratified once.' },
  'decision.declined-already': { rule: 'Ratification is declined once; what was declined may still be ratified later.' },
  'decision.ratified-without-quorum': {
    rule: 'Only a meeting with a quorum ratifies what was resolved without one, or declines to.',
    source: SCHEDULE_7,
  },
  'decision.undone-without-quorum': { rule: 'What is resolved without a quorum rescinds and supersedes nothing.', source: SCHEDULE_7 },
  'decision.gone': { rule: 'A decision that was rescinded or superseded is no longer ratified, rescinded or superseded.' },
  'decision.rescinding-needs-motion': {
    rule: 'Within the time the constitution sets, a decision is rescinded only by a motion to rescind it, carried by the share the constitution asks.',
    source: STANDING_ORDERS,
  },
  'decision.register-behind': { rule: 'What other meetings made of these decisions cannot be told at this moment; ask again.' },
});
