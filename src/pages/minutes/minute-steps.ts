import { type FormFields } from '../frame/forms.js';
import { type Choice, type FieldGroup, type StepField } from '../frame/steps/parts.js';
import { type Step } from '../frame/steps/step.js';
import { CorrectDecision } from '../../slices/meetings/decisions/decisions.commands.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import {
  Annotate,
  ApproveMinute,
  CirculateMinute,
  CorrectParagraph,
  CorrectSignedMinute,
  RestyleMinute,
  SignMinute,
  StrikeEntry,
} from '../../slices/meetings/minutes/minutes.commands.js';

/** The data from which a form of the minute is made. */
export interface MinuteAt {
  /** The words of the entry that the form is about. */
  readonly words: string | null;
  /** Decisions of later meetings, each with its meeting. */
  readonly decisions: readonly Choice[];
  /** Those who presided at later meetings, each with the meeting. */
  readonly signers: readonly Choice[];
}

/** A step with a minute; if it is about one entry, `entry` is the command's field for it, and the step is offered at each entry. */
export interface MinuteStep extends Step<Meeting, MinuteAt> {
  readonly entry?: 'paragraphId' | 'decisionId' | 'entryId';
}

const isDraft = ({ minute }: Meeting): boolean => !minute.approved && !minute.signed;

const reason = (label: string): StepField => ({ id: 'reason', as: 'words', rows: 2, label, called: 'Reason' });

/** One choice that stands for two fields of the command, which its value names one after the other. */
const pair = (...standsFor: readonly [string, string]) => ({ id: 'choice', as: 'choice', own: true, standsFor }) as const;
const BY_DECISION = pair('atMeeting', 'decisionId');
const BY_SIGNER = pair('atMeeting', 'signedBy');

const chosen =
  ({ standsFor: [first, second] }: ReturnType<typeof pair>) =>
  ({ choice }: FormFields): FormFields => {
    const [one, other] = typeof choice === 'string' ? choice.split(' ') : [];
    return one && other ? { [first]: one, [second]: other } : {};
  };

const decisionOf = (label: string, { decisions }: MinuteAt): StepField => ({
  ...BY_DECISION,
  name: 'decision',
  label,
  hint: 'Of a later meeting of this body',
  choices: decisions,
});

const correction = (id: string, more: Partial<StepField> = {}): readonly StepField[] => [
  { id: `${id}.paragraph`, as: 'line', width: 5, label: 'Paragraph corrected', extra: true },
  { id: `${id}.words`, as: 'words', rows: 2, label: 'Words of the correction', ...more },
];

const CORRECTIONS: readonly FieldGroup[] = Array.from({ length: 3 }, (_, row) => ({
  legend: `Correction ${row + 1}`,
  fields: correction(`corrections.${row}`, {
    hint: 'As the later meeting worded it; empty where there was none',
    ...(row > 0 && { extra: true }),
  }),
}));

/** The steps with a minute, in the order they are taken. */
export const MINUTE_STEPS: Readonly<Record<string, MinuteStep>> = {
  correct: {
    command: CorrectParagraph,
    entry: 'paragraphId',
    name: 'Correct a paragraph',
    button: 'Correct the paragraph',
    done: 'The paragraph is corrected.',
    parts: ({ words }) => [
      { id: 'text', as: 'words', rows: 6, label: 'The paragraph as it should read', ...(words !== null && { otherwise: words }) },
      reason('What was wrong'),
    ],
    offered: isDraft,
  },
  decision: {
    command: CorrectDecision,
    entry: 'decisionId',
    name: 'Correct a decision',
    button: 'Correct the decision',
    done: 'The decision is corrected.',
    parts: ({ words }) => [
      {
        id: 'words',
        as: 'words',
        rows: 4,
        label: 'The decision as it should read',
        hint: 'Without its lettered parts, which stay as they are',
        ...(words !== null && { otherwise: words }),
      },
      reason('What was wrong'),
    ],
    offered: isDraft,
  },
  strike: {
    command: StrikeEntry,
    entry: 'entryId',
    name: 'Strike out what was recorded in error',
    button: 'Strike it out',
    warns: true,
    done: 'It is struck out; the history keeps it.',
    parts: () => [reason('Why it was recorded in error')],
    offered: isDraft,
  },
  note: {
    command: Annotate,
    name: 'Add a note',
    button: 'Add the note',
    done: 'The note is in its place.',
    parts: () => [
      { id: 'heading', as: 'line', width: 20, label: 'Heading', hint: 'In capitals, as it is printed, such as MEMBER' },
      { id: 'text', as: 'words', label: 'Note' },
      { id: 'afterParagraph', as: 'line', width: 5, label: 'After paragraph', hint: 'Such as 4.2; at the end, where nothing is said' },
    ],
    offered: isDraft,
  },
  restyle: {
    command: RestyleMinute,
    name: 'Set it in the style of the body',
    button: 'Set it in that style',
    about:
      'A minute has the style that its body had when the meeting was opened. Where another was chosen since for its day, the draft takes it over; its words stay.',
    done: 'The minute is in the style of the body.',
    parts: () => [],
    offered: isDraft,
  },
  circulate: {
    command: CirculateMinute,
    name: 'Circulate the draft',
    button: 'Circulate the draft',
    about: 'The text as it stands is kept as what was sent, so that what changes after it can be shown.',
    done: 'The draft is circulated: its text is kept as it was sent.',
    parts: () => [{ id: 'to', as: 'line', label: 'To whom', hint: 'Such as Members of the Board' }],
    offered: isDraft,
  },
  approve: {
    command: ApproveMinute,
    name: 'Approve the minute',
    button: 'Record the approval',
    done: 'The minute is approved. It can be signed now.',
    notYet: ({ decisions }) =>
      decisions.length === 0 &&
      'No later meeting has decided anything that approves it yet. Record the decision on the live page of that meeting.',
    parts: (at) => [decisionOf('Decision that approves it', at), ...CORRECTIONS],
    extraFields: chosen(BY_DECISION),
    offered: ({ status, minute }) => status === 'concluded' && !minute.signed,
  },
  sign: {
    command: SignMinute,
    name: 'Sign the minute',
    button: 'Sign the minute',
    done: 'The minute is signed and published.',
    notYet: ({ signers }) => signers.length === 0 && 'Nobody is recorded to have presided at a later meeting.',
    parts: ({ signers }) => [
      {
        ...BY_SIGNER,
        name: 'signer',
        label: 'Who signs',
        hint: 'Whoever presides at the meeting that approved it, or at a later one',
        choices: signers,
      },
    ],
    extraFields: chosen(BY_SIGNER),
    offered: ({ minute }) => minute.approved !== undefined && !minute.signed,
  },
  'correct-signed': {
    command: CorrectSignedMinute,
    name: 'Record a correction a later meeting made',
    button: 'Record the correction',
    done: 'The correction stands beside the signed minute.',
    notYet: ({ decisions }) => decisions.length === 0 && 'No later meeting has decided anything that corrects it.',
    parts: (at) => [decisionOf('Decision that corrects it', at), ...correction('correction')],
    extraFields: chosen(BY_DECISION),
    offered: ({ minute }) => minute.signed !== undefined,
  },
};
