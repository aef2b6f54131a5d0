import { addressOfReading } from '../frame/addresses.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, type StepField, type StepPart } from '../frame/steps/parts.js';
import { type Steps, unchangedIn } from '../frame/steps/step.js';
import {
  CorrectAction,
  DeclineAction,
  ExtendAction,
  GiveApprovalElsewhere,
  NoteActionComplete,
  ReopenAction,
  ReportActionComplete,
  ReportProgress,
  TransferAction,
} from '../../slices/actions/actions.commands.js';
import { type ActionStatus, type ActionView } from '../../slices/actions/actions.words.js';

/** What the forms of an action are made with. */
export interface ActionAt {
  readonly action: ActionView;
  readonly today: string;
  /** The meetings that can have noted it. */
  readonly meetings: readonly Choice[];
}

const standing =
  (...statuses: readonly ActionStatus[]) =>
  ({ status }: ActionView): boolean =>
    statuses.includes(status);

const OPEN = ['not-yet-due', 'due-within-a-week', 'overdue'] as const;
const open = standing(...OPEN);
const onTracker = standing(...OPEN, 'reported-complete', 'declined');

const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason' };
const FOR_OUTCOME = 'As the sheet’s outcome is to say it';
const WHO_SAID: StepField = { id: 'reportedBy', as: 'line', label: 'Who said so', hint: 'Where it was somebody else' };
const HOLDERS: readonly StepField[] = [
  { id: 'officers', as: 'list', label: 'Responsible officers', hint: 'One on each line' },
  { id: 'organisation', as: 'line', label: 'Organisation', hint: 'As on the sheet' },
];

const newDeadline = ({ action }: ActionAt): readonly StepPart[] => [
  {
    id: 'due',
    as: 'line',
    label: 'New deadline',
    hint: 'A date, or words such as: next meeting, in Autumn 2016, within 3 months',
    readAt: addressOfReading(action.bodyId),
  },
  {
    legend: 'Give the dates yourself',
    folded: true,
    fields: [
      { id: 'dueDates.earliest', as: 'date', label: 'Not before' },
      { id: 'dueDates.latest', as: 'date', label: 'By', hint: 'Overdue from the day after' },
    ],
  },
];

const holdersOf = ({ officers, organisation }: ActionView): FormFields => ({ officers, ...(organisation !== null && { organisation }) });

/** What a correction can mend, as it is now. */
const asItIs = (action: ActionView): FormFields => ({
  ...holdersOf(action),
  words: action.words,
  due: action.due.words,
  item: { title: action.item.title, ...(action.item.number !== null && { number: action.item.number }) },
  exempt: action.exempt,
});

export const ACTION_STEPS: Steps<ActionView, ActionAt> = {
  progress: {
    command: ReportProgress,
    name: 'Report progress',
    button: 'Report progress',
    done: 'The progress is recorded.',
    parts: () => [{ id: 'words', as: 'words', label: 'How it stands', hint: FOR_OUTCOME }, WHO_SAID],
    offered: standing(...OPEN, 'reported-complete'),
  },
  complete: {
    command: ReportActionComplete,
    name: 'Report it complete',
    button: 'Report it complete',
    done: 'It is reported complete, and stays on the tracker until a meeting notes it.',
    parts: () => [{ id: 'words', as: 'words', label: 'What was done', hint: FOR_OUTCOME }, WHO_SAID],
    offered: open,
  },
  extend: {
    command: ExtendAction,
    name: 'Extend the deadline',
    button: 'Extend the deadline',
    done: 'The deadline is extended.',
    parts: (at) => [...newDeadline(at), REASON],
    offered: open,
  },
  transfer: {
    command: TransferAction,
    name: 'Transfer it',
    button: 'Transfer it',
    done: 'The action is transferred.',
    parts: () => [...HOLDERS, REASON],
    start: ({ action }) => holdersOf(action),
    offered: standing(...OPEN, 'reported-complete'),
  },
  note: {
    command: NoteActionComplete,
    name: 'Note it complete at a meeting',
    button: 'Note it complete',
    done: 'The meeting noted it complete, and it is off the tracker.',
    notYet: ({ meetings }) =>
      meetings.length === 0 &&
      'No meeting of this body has been opened since the action was raised. Only a meeting takes an action off the tracker.',
    parts: ({ meetings }) => [
      {
        id: 'atMeeting',
        as: 'choice',
        label: 'Meeting',
        hint: 'The meetings that were opened, the latest first',
        choose: 'Choose a meeting',
        choices: meetings,
      },
      {
        id: 'paragraph',
        as: 'line',
        width: 5,
        label: 'Paragraph',
        hint: 'Of the decision by which it did, where there is one, such as 5',
      },
    ],
    offered: onTracker,
  },
  approve: {
    command: GiveApprovalElsewhere,
    name: 'Record the approval it waits for',
    button: 'Record the approval',
    done: 'The approval is recorded.',
    parts: () => [
      { id: 'by', as: 'line', label: 'Approved by' },
      { id: 'on', as: 'date', label: 'Given on' },
      { id: 'words', as: 'words', label: 'What was said', hint: 'Where anything needs saying' },
    ],
    start: ({ action, today }) => ({ by: action.approvalElsewhere?.by ?? '', on: today }),
    offered: (action) => action.awaitingApproval && onTracker(action),
  },
  reopen: {
    command: ReopenAction,
    name: 'Reopen it',
    button: 'Reopen it',
    done: 'The action is open again.',
    parts: () => [REASON],
    offered: standing('reported-complete', 'noted-complete', 'declined'),
  },
  decline: {
    command: DeclineAction,
    name: 'Decline it',
    button: 'Decline it',
    done: 'The action is declined, and stays on the tracker until a meeting notes it.',
    parts: () => [REASON, { id: 'declinedBy', as: 'line', label: 'Declined by', hint: 'Who will not carry it out' }],
    offered: open,
  },
  correct: {
    command: CorrectAction,
    name: 'Correct a slip',
    button: 'Correct it',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    parts: () => [
      { id: 'words', as: 'words', label: 'Decision requiring action' },
      { id: 'item.number', as: 'line', width: 5, label: 'Agenda item number' },
      { id: 'item.title', as: 'line', label: 'Agenda item' },
      ...HOLDERS,
      { id: 'due', as: 'line', label: 'Deadline', hint: 'The words used at the time' },
      {
        id: 'exempt',
        as: 'yes-no',
        label: 'Taken in private',
        choices: [
          { value: 'false', text: 'No' },
          { value: 'true', text: 'Yes, not on the public tracker' },
        ],
      },
      { id: 'reason', as: 'words', label: 'What was wrong' },
    ],
    start: ({ action }) => asItIs(action),
    extraFields: (typed, { action }) => unchangedIn(typed, asItIs(action)),
    offered: ({ status }) => status !== 'struck',
  },
};
