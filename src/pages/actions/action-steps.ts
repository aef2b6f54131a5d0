import { type Right } from '../../kernel/rights.js';
import { type CommandClass } from '../../kernel/command.js';
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
import { type ActionStatus } from '../../slices/actions/actions.words.js';

/** A step that may be recorded of an action on its page; the key in the list is the last word of its form's address. */
export interface ActionStep {
  readonly command: CommandClass;
  /** The name of the step, in the link to the form and in the form's heading. */
  readonly name: string;
  readonly button: string;
  /** The notice shown once the step is recorded. */
  readonly done: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The statuses of an action in which the step is offered; the decider has the rule. */
  readonly offeredIn: readonly ActionStatus[];
}

const OPEN = ['not-yet-due', 'due-within-a-week', 'overdue'] as const;
const REASON = { reason: 'Reason' };

export const ACTION_STEPS: Readonly<Record<string, ActionStep>> = {
  progress: {
    command: ReportProgress,
    name: 'Report progress',
    button: 'Report progress',
    done: 'The progress is recorded.',
    labels: { words: 'How it stands' },
    offeredIn: [...OPEN, 'reported-complete'],
  },
  complete: {
    command: ReportActionComplete,
    name: 'Report it complete',
    button: 'Report it complete',
    done: 'It is reported complete, and stays on the tracker until a meeting notes it.',
    labels: { words: 'What was done' },
    offeredIn: OPEN,
  },
  extend: {
    command: ExtendAction,
    name: 'Extend the deadline',
    button: 'Extend the deadline',
    done: 'The deadline is extended.',
    labels: { due: 'New deadline', 'dueDates.earliest': 'Not before', 'dueDates.latest': 'By', ...REASON },
    offeredIn: OPEN,
  },
  transfer: {
    command: TransferAction,
    name: 'Transfer it',
    button: 'Transfer it',
    done: 'The action is transferred.',
    labels: { officers: 'Responsible officers', organisation: 'Organisation', ...REASON },
    offeredIn: [...OPEN, 'reported-complete'],
  },
  note: {
    command: NoteActionComplete,
    name: 'Note it complete at a meeting',
    button: 'Note it complete',
    done: 'The meeting noted it complete, and it is off the tracker.',
    labels: { atMeeting: 'Meeting', paragraph: 'Paragraph' },
    offeredIn: [...OPEN, 'reported-complete', 'declined'],
  },
  approve: {
    command: GiveApprovalElsewhere,
    name: 'Record the approval it waits for',
    button: 'Record the approval',
    done: 'The approval is recorded.',
    labels: { by: 'Approved by', on: 'Given on', words: 'What was said' },
    offeredIn: [...OPEN, 'reported-complete', 'declined'],
  },
  reopen: {
    command: ReopenAction,
    name: 'Reopen it',
    button: 'Reopen it',
    done: 'The action is open again.',
    labels: REASON,
    offeredIn: ['reported-complete', 'noted-complete', 'declined'],
  },
  decline: {
    command: DeclineAction,
    name: 'Decline it',
    button: 'Decline it',
    done: 'The action is declined, and stays on the tracker until a meeting notes it.',
    labels: { ...REASON, declinedBy: 'Declined by' },
    offeredIn: OPEN,
  },
  correct: {
    command: CorrectAction,
    name: 'Correct a slip',
    button: 'Correct it',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    labels: {
      words: 'Decision requiring action',
      'item.number': 'Agenda item number',
      'item.title': 'Agenda item',
      officers: 'Responsible officers',
      organisation: 'Organisation',
      due: 'Deadline',
      reason: 'What was wrong',
    },
    offeredIn: [...OPEN, 'reported-complete', 'noted-complete', 'declined'],
  },
};

export interface Offered {
  readonly step: string;
  readonly name: string;
}

/** The steps that this reader may record now. */
export const offeredSteps = (
  action: { readonly status: ActionStatus; readonly awaitingApproval: boolean },
  may: (right: Right) => boolean,
): readonly Offered[] =>
  Object.entries(ACTION_STEPS)
    .filter(([step, { command, offeredIn }]) => {
      if (step === 'approve' && !action.awaitingApproval) return false;
      return offeredIn.includes(action.status) && may(command.spec.right as Right);
    })
    .map(([step, { name }]) => ({ step, name }));
