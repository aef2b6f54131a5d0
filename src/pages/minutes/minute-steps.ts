import { type CommandClass } from '../../kernel/command.js';
import { type Right } from '../../kernel/rights.js';
import { type FormFields } from '../frame/forms.js';
import { CorrectDecision } from '../../slices/meetings/decisions/decisions.commands.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import {
  Annotate,
  ApproveMinute,
  CirculateMinute,
  CorrectParagraph,
  CorrectSignedMinute,
  SignMinute,
  StrikeEntry,
} from '../../slices/meetings/minutes/minutes.commands.js';

/** The steps with a minute, in the order they are taken. */
export const STEPS = ['correct', 'decision', 'strike', 'note', 'circulate', 'approve', 'sign', 'correct-signed'] as const;
export type Step = (typeof STEPS)[number];

interface StepForm {
  readonly type: CommandClass;
  readonly right: Right;
  readonly title: string;
  readonly button: string;
  readonly done: string;
  readonly labels: Readonly<Record<string, string>>;
}

const REASON = { reason: 'Reason' };

export const FORM_OF: Readonly<Record<Step, StepForm>> = {
  correct: {
    type: CorrectParagraph,
    right: 'minutes.record',
    title: 'Correct a paragraph',
    button: 'Correct the paragraph',
    done: 'The paragraph is corrected.',
    labels: { text: 'The paragraph as it should read', ...REASON },
  },
  decision: {
    type: CorrectDecision,
    right: 'decisions.record',
    title: 'Correct a decision',
    button: 'Correct the decision',
    done: 'The decision is corrected.',
    labels: { words: 'The decision as it should read', ...REASON },
  },
  strike: {
    type: StrikeEntry,
    right: 'minutes.record',
    title: 'Strike out what was recorded in error',
    button: 'Strike it out',
    done: 'It is struck out; the history keeps it.',
    labels: REASON,
  },
  note: {
    type: Annotate,
    right: 'minutes.record',
    title: 'Add a note',
    button: 'Add the note',
    done: 'The note is in its place.',
    labels: { heading: 'Heading', text: 'Note', afterParagraph: 'After paragraph' },
  },
  circulate: {
    type: CirculateMinute,
    right: 'minutes.record',
    title: 'Circulate the draft',
    button: 'Circulate the draft',
    done: 'The draft is circulated: its text is kept as it was sent.',
    labels: { to: 'To whom' },
  },
  approve: {
    type: ApproveMinute,
    right: 'minutes.record',
    title: 'Approve the minute',
    button: 'Record the approval',
    done: 'The minute is approved. It can be signed now.',
    labels: {
      atMeeting: 'Decision that approves it',
      decisionId: 'Decision that approves it',
      'corrections.0.words': 'Words of the correction',
    },
  },
  sign: {
    type: SignMinute,
    right: 'minutes.sign',
    title: 'Sign the minute',
    button: 'Sign the minute',
    done: 'The minute is signed and published.',
    labels: { atMeeting: 'Who signs', signedBy: 'Who signs' },
  },
  'correct-signed': {
    type: CorrectSignedMinute,
    right: 'minutes.record',
    title: 'Record a correction a later meeting made',
    button: 'Record the correction',
    done: 'The correction stands beside the signed minute.',
    labels: {
      atMeeting: 'Decision that corrects it',
      decisionId: 'Decision that corrects it',
      'correction.words': 'Words of the correction',
    },
  },
};

/** The steps open for the minute as it stands; a step with one entry is offered at that entry. */
export function stepsOpen({ status, minute }: Meeting): readonly Step[] {
  if (minute.signed) return ['correct-signed'];
  const whenOver: Step[] = status === 'concluded' ? ['approve'] : [];
  if (minute.approved) return [...whenOver, 'sign'];
  return ['correct', 'decision', 'strike', 'note', 'circulate', ...whenOver];
}

/** The fields of a step that were not typed: the entry in the address, and the two fields that one choice stands for. */
export function besides(step: Step, entry: string | null, form: URLSearchParams): FormFields {
  switch (step) {
    case 'correct':
      return { paragraphId: entry ?? '' };
    case 'decision':
      return { decisionId: entry ?? '' };
    case 'strike':
      return { entryId: entry ?? '' };
    case 'approve':
    case 'correct-signed':
      return pair(form.get('_decision'), 'atMeeting', 'decisionId');
    case 'sign':
      return pair(form.get('_signer'), 'atMeeting', 'signedBy');
    case 'note':
    case 'circulate':
      return {};
  }
}

function pair(chosen: string | null, first: string, second: string): FormFields {
  const [one, other] = (chosen ?? '').split(' ');
  return one && other ? { [first]: one, [second]: other } : {};
}
