import { type FormFields } from '../frame/forms.js';
import { type ActionView } from '../../slices/actions/actions.words.js';

/**
 * The fields of a correction that are unchanged. The form shows every field, so that a slip is mended where it stands; unchanged fields are
 * taken out of what was sent, and only changed ones are the correction.
 */
export function unchangedIn(typed: FormFields, action: ActionView): Readonly<Record<string, undefined>> {
  const { words, organisation, officers, item, due, exempt } = action;
  const as: Readonly<Record<string, unknown>> = {
    words,
    organisation: organisation ?? undefined,
    officers,
    item: { title: item.title, ...(item.number !== null && { number: item.number }) },
    due: due.words,
    exempt,
  };
  const same = Object.keys(as).filter((field) => typed[field] !== undefined && inOrder(typed[field]) === inOrder(as[field]));
  return Object.fromEntries(same.map((field) => [field, undefined]));
}

/** A value as text to compare by: a form may send the same fields in another order, with other line ends. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
