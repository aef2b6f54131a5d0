import { addressOfReading } from '../frame/addresses.js';
import { type Choice, ifAny, type StepField } from '../frame/steps/parts.js';

/** Fields that several forms of plans and duties share. */

export const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason' };
export const ON: StepField = { id: 'on', as: 'date', label: 'On', hint: 'Today, where nothing is said' };
export const due = (bodyId: string): StepField => ({
  id: 'due',
  as: 'line',
  label: 'Deadline',
  hint: 'A date, or words such as: in Autumn 2016, within 6 months, ongoing',
  readAt: addressOfReading(bodyId),
});
/** When a plan is reviewed. */
export const reviewed = (bodyId: string, id: 'review' | 'nextReview', label: string): StepField => ({
  id,
  as: 'line',
  label,
  hint: 'Such as: in two years',
  readAt: addressOfReading(bodyId),
});

export const byDecision = (meetings: readonly Choice[]): readonly StepField[] => [
  ...ifAny({ id: 'decision.meetingId', as: 'choice', label: 'Meeting', choices: meetings, hint: 'Where a meeting decided it' }),
  { id: 'decision.paragraph', as: 'line', label: 'Paragraph', hint: 'Of its decision, such as 5.2' },
];

export const WORDING: readonly StepField[] = [
  { id: 'leads', as: 'list', label: 'Who leads', hint: 'One on each line' },
  { id: 'measure', as: 'words', label: 'How it is measured' },
  { id: 'outcome', as: 'words', label: 'Outcome sought' },
];
