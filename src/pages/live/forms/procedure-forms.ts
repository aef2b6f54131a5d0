import { CorrectStep } from '../../../slices/meetings/corrections/step.commands.js';
import { DissentFromRuling, GiveRuling, TakeProceduralMotion } from '../../../slices/meetings/procedure/procedure.commands.js';
import { type LiveForms } from './live-form.js';
import { castNow, votedAnew } from './procedure-additions.js';

/** Procedural motions with the vote on them, rulings of the chair, and dissent from them. */
export const PROCEDURE_FORMS: LiveForms = {
  'take-procedural-motion': {
    command: TakeProceduralMotion,
    mode: 'procedural',
    confirmation: 'The procedural motion is recorded',
    labels: {
      movedBy: 'Moved by',
      secondedBy: 'Seconded by',
      standingOrder: 'Standing order',
      words: 'Words',
      method: 'How they voted',
      'counts.yes': 'For',
      'counts.no': 'Against',
    },
    extraFields: castNow,
  },
  'correct-procedural-vote': {
    command: CorrectStep,
    mode: 'correct-procedural',
    confirmation: 'The vote on the procedural motion is put right',
    labels: { 'vote.method': 'How they voted', 'vote.counts.yes': 'For', 'vote.counts.no': 'Against', reason: 'Why' },
    part: 'vote',
    extraFields: votedAnew,
  },
  'give-ruling': {
    command: GiveRuling,
    mode: 'ruling',
    confirmation: 'The ruling is recorded',
    labels: { words: 'What was ruled', personId: 'About', standingOrder: 'Standing order' },
  },
  'dissent-from-ruling': {
    command: DissentFromRuling,
    mode: 'ruling',
    confirmation: 'The dissent is recorded',
    labels: { people: 'Who dissents' },
  },
};
