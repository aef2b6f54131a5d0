import { addressOfReading } from '../frame/addresses.js';
import { type FormFields } from '../frame/forms.js';
import { type FieldGroup, type StepField } from '../frame/steps/parts.js';

/** Fields that several forms of reports share. */

export const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason' };
export const due = (bodyId: string): StepField => ({
  id: 'due',
  as: 'line',
  label: 'When',
  hint: 'A date, or words such as: next meeting, in Autumn 2016, in due course',
  readAt: addressOfReading(bodyId),
});
export const BY: StepField = {
  id: 'dueDates.latest',
  as: 'date',
  label: 'By',
  hint: 'Where the words give no day: overdue from the day after',
};

/** Groups of fields, one for each row: `fewest` rows, or as many as were typed and two more. */
export function rows(name: string, called: string, fewest: number, typed: FormFields, of: readonly StepField[]): readonly FieldGroup[] {
  const list = typed[name];
  const count = Math.max(fewest, Array.isArray(list) ? list.length + 2 : 0);
  return Array.from({ length: count }, (_, index) => ({
    legend: `${called} ${index + 1}`,
    fields: of.map((field) => ({ ...field, id: `${name}.${index}.${field.id}` })),
  }));
}
