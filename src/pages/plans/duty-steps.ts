import { type Choice, type StepField } from '../frame/steps/parts.js';
import { type Step, type Steps } from '../frame/steps/step.js';
import { when } from '../../kernel/words.js';
import { ChangeDuty, EndDuty, FulfilDuty, RecordDuty } from '../../slices/plans/duties.commands.js';
import { type DutyView } from '../../slices/plans/plans.words.js';
import { RECURRENCES } from './duty-words.js';
import { ON, REASON } from './plan-fields.js';

const SCHEDULE: readonly StepField[] = [
  { id: 'recurrence', as: 'choice', label: 'How often', choices: RECURRENCES },
  { id: 'years', as: 'number', label: 'How many years', hint: 'Where it is every few years' },
  { id: 'firstDue', as: 'date', label: 'First due by' },
  {
    id: 'afterYearEnd.yearEnd',
    as: 'date',
    label: 'Or counted from the end of a year',
    hint: 'The last day of the first year it is owed for',
  },
  { id: 'afterYearEnd.months', as: 'number', label: 'Months after it' },
];

export const RECORD_DUTY: Step<void> = {
  command: RecordDuty,
  name: 'Record a duty',
  button: 'Record the duty',
  done: 'The duty is recorded.',
  parts: () => [
    { id: 'title', as: 'line', label: 'Title', hint: 'Such as: Annual performance report' },
    { id: 'what', as: 'line', label: 'What must be done', hint: 'Such as: performance report published' },
    { id: 'source', as: 'line', label: 'Act and section' },
    { id: 'officers', as: 'list', label: 'Who has to see to it', hint: 'One on each line' },
    ...SCHEDULE,
  ],
  offered: () => true,
};

const unfulfilled = ({ occurrences }: DutyView): readonly Choice[] =>
  occurrences.flatMap(({ due, fulfilment }) => (fulfilment ? [] : [{ value: due, text: when(due) }]));
const goesOn = ({ status }: DutyView): boolean => status !== 'ended';

export const DUTY_STEPS: Steps<DutyView> = {
  fulfil: {
    command: FulfilDuty,
    name: 'Record that it was fulfilled',
    button: 'Record it as fulfilled',
    done: 'It is recorded as fulfilled.',
    parts: (duty) => [
      { id: 'occurrence', as: 'choice', label: 'For', choices: unfulfilled(duty), hint: 'The day it was due' },
      { id: 'words', as: 'words', label: 'How it was fulfilled' },
      { id: 'link', as: 'line', label: 'Where it is published' },
      ON,
    ],
    offered: (duty) => unfulfilled(duty).length > 0,
  },
  change: {
    command: ChangeDuty,
    name: 'Change when it falls due',
    button: 'Change it',
    done: 'It is changed; what fell due before stays.',
    parts: () => [...SCHEDULE, REASON, { ...ON, label: 'From' }],
    offered: goesOn,
  },
  end: {
    command: EndDuty,
    name: 'Record that it has ended',
    button: 'End the duty',
    done: 'The duty has ended.',
    parts: () => [REASON, ON],
    offered: goesOn,
  },
};
