import { type FormFields } from '../frame/forms.js';
import { type ActionView } from '../../slices/actions/actions.words.js';

/**
 * The fields of a correction that are as they are already. The form shows everything, so that a slip is mended where it stands; only what
 * was changed is a correction, and the rest is taken out of what was sent.
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

/** Text to compare by: what a form sends may name the same fields in another order, and end its lines otherwise. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
