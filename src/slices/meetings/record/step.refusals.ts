import { defineRefusals } from '../../../kernel/refusal.js';

/** What puts a step of the course right, or strikes it, may be refused with. */
export const refuseStep = defineRefusals({
  'step.unknown': {
    rule: 'A step of the course is named as the course of the meeting lists it; attendance, votes, paragraphs and decisions have corrections of their own.',
  },
  'step.field-not-of-it': { rule: 'Only what a step says can be put right in it.' },
  'step.kind-not-of-it': { rule: 'A procedural motion and a ruling each have kinds of their own.' },
  'step.opening-stands': { rule: 'The opening of a meeting is not struck; its time is put right.' },
  'step.item-begun': {
    rule: 'An item of which something is recorded was not taken in error: strike that, or move it to the right item, first.',
  },
  'step.happened-since': {
    rule: 'A resumption after which something is recorded is not struck alone; strike the adjournment, and the resumption goes with it.',
  },
  'step.motion-voted': { rule: 'A motion that was put to the vote was moved, and seconded where it must be: put right who by.' },
  'step.motion-amended': { rule: 'A motion with an amendment is not struck; strike the amendment first.' },
  'step.motion-ruled-on': {
    rule: 'A motion on which the chair ruled, or which a procedural motion interrupted, was moved: strike the ruling or the procedural motion first.',
  },
  'step.decided-since': {
    rule: 'A motion that was voted on, withdrawn or fell since did not fall then: put that right first.',
  },
  'step.voted-since': {
    rule: 'A vote stays void once what was voted on, or what it amends, was put again, amended, withdrawn or fell, or a decision rests on it: put that right first.',
  },
  'step.ruling-given': {
    rule: 'The record says that whoever presided gave a ruling where nobody would then have presided; correct the ruling first.',
  },
  'step.what-it-amends-decided': { rule: 'An amendment is not open again once what it amends was put, decided, withdrawn or fell.' },
  'step.decision-rests-on-loss': {
    rule: 'A motion on whose loss a recorded decision rests was moved, and fell: strike the decision first.',
  },
  'step.moves-with-paragraph': { rule: 'A decision, a vote or an action agreed at a paragraph moves with the paragraph it belongs to.' },
  'step.motion-shared': { rule: 'A motion on which another paragraph was decided too is not moved with one of them.' },
  'step.casting-vote-given': {
    rule: 'The record says that somebody gave a casting vote who would then not have presided; correct the vote first.',
  },
});
