import { slugOf } from '../../kernel/ids.js';
import {
  AnswerRequisition,
  EndRequisition,
  JoinRequisition,
  ReceiveRequisition,
  ReopenRequisition,
} from '../../slices/requisitions/requisitions.commands.js';
import { type RequisitionView } from '../../slices/requisitions/requisitions.words.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, ifAny, type StepField } from '../frame/steps/parts.js';
import { type Step, type Steps } from '../frame/steps/step.js';
import { type Tag } from '../frame/tag.js';

/** What the form for a requisition is made of. */
export interface ReceivingAt {
  readonly members: readonly Choice[];
  readonly rule: string | null;
}

/** What the forms of one requisition are made of. */
export interface RequisitionAt extends ReceivingAt {
  /** The meetings of the body since it was received. */
  readonly meetings: readonly Choice[];
}

const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason' };
const ON: StepField = { id: 'on', as: 'date', label: 'On', hint: 'Today, where nothing is said' };
const LONGEST_ID = 60;

const signing = (members: readonly Choice[]): readonly StepField[] => [
  ...ifAny({ id: 'signed', as: 'ticks', own: true, label: 'Who signed it', choices: members, standsFor: ['askedBy'] }),
  { id: 'others', as: 'words', rows: 2, own: true, label: 'Others who signed it', hint: 'One on each line; only members count' },
];

/** Everybody ticked or typed, as the command has them. */
function signedIn({ signed, others }: FormFields, members: readonly Choice[]): Readonly<Record<string, unknown>> {
  const ticked = Array.isArray(signed) ? signed.map(String) : typeof signed === 'string' ? [signed] : [];
  const named = members.filter(({ value }) => ticked.includes(value)).map(({ value, text }) => ({ personId: value, name: text }));
  const typed = (typeof others === 'string' ? others.split('\n') : [])
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ personId: slugOf(name, LONGEST_ID) || 'somebody', name }));
  return { askedBy: [...named, ...typed] };
}

export const RECEIVE: Step<void, ReceivingAt> = {
  command: ReceiveRequisition,
  name: 'Record a requisition',
  button: 'Record the requisition',
  done: 'The requisition is recorded.',
  notYet: ({ rule }) => rule === null && 'The rules of this body are not recorded for today.',
  parts: ({ members }) => [
    { id: 'business', as: 'words', label: 'The business for which the meeting is asked' },
    ...signing(members),
    { ...ON, label: 'Received on' },
  ],
  extraFields: (typed, { members }) => signedIn(typed, members),
  offered: () => true,
};

export const REQUISITION_STEPS: Steps<RequisitionView, RequisitionAt> = {
  join: {
    command: JoinRequisition,
    name: 'Record who signed it since',
    button: 'Record who signed it',
    done: 'It is recorded who signed it since.',
    parts: ({ members }) => [...signing(members), ON],
    extraFields: (typed, { members }) => signedIn(typed, members),
    offered: ({ standing }) => standing === 'too-few' || standing === 'waiting',
  },
  answer: {
    command: AnswerRequisition,
    name: 'Record the meeting',
    button: 'Record the meeting',
    about: 'Recorded by itself where the meeting was called on the requisition.',
    done: 'The meeting is recorded.',
    notYet: ({ meetings }) => meetings.length === 0 && 'No meeting of this body is called since it was received.',
    parts: ({ meetings }) => [
      { id: 'atMeeting', as: 'choice', label: 'Meeting', choices: meetings },
      {
        id: 'how',
        as: 'radios',
        label: 'It was',
        choices: [
          { value: 'called', text: 'Called' },
          { value: 'held', text: 'Held' },
        ],
      },
      ON,
    ],
    offered: ({ standing }) => standing === 'waiting' || standing === 'called',
  },
  end: {
    command: EndRequisition,
    name: 'Record that it has ended',
    button: 'End it',
    about: 'Where it is withdrawn, or is not competent.',
    done: 'The requisition has ended.',
    parts: () => [REASON, ON],
    offered: ({ standing }) => standing !== 'ended',
  },
  reopen: {
    command: ReopenRequisition,
    name: 'Reopen it',
    button: 'Reopen it',
    done: 'The requisition is open again.',
    parts: () => [REASON, ON],
    offered: ({ standing }) => standing === 'ended' || standing === 'met' || standing === 'called',
  },
};

export const REQUISITION_TAGS: Readonly<Record<RequisitionView['standing'], Tag>> = {
  'too-few': { text: 'Too few ask', classes: 'govuk-tag--grey' },
  waiting: { text: 'Clock runs', classes: 'govuk-tag--yellow' },
  called: { text: 'Meeting called', classes: 'govuk-tag--blue' },
  met: { text: 'Met', classes: 'govuk-tag--green' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
};
