import { type Deadline } from './deadline.js';
import { deadlineWords, when } from './words.js';

/** What was said beside the sentence of an event: a line for each field, its label before its words. */

/** The words of a field; of a list, a line for each. Nothing makes no line. */
type Words = string | undefined | readonly (string | undefined)[];

/**
 * How a field is told. A label alone: the field holds words, or a list of them that stands on one line. `null`: the sentence tells the field,
 * or it names the record or the day, which stand beside the event.
 */
type Label<V> =
  null | readonly [label: string, words: (value: V) => Words] | ([Exclude<V, null>] extends [string | readonly string[]] ? string : never);

/** A label for every field: a field that is added to an event is told, or is said to be told otherwise. The lines stand in this order. */
export type Labels<T extends object> = { readonly [K in keyof T]-?: Label<Exclude<T[K], undefined>> };

/** A line for each field that says something. */
export const linesOf = <T extends object>(labels: Labels<T>, said: Partial<T>): readonly string[] => told(labels, said, []);

/** The same of changes, where an empty list says that there is nothing any more. */
export const changesOf = <T extends object>(labels: Labels<T>, changes: Partial<T>): readonly string[] => told(labels, changes, ['none']);

function told(labels: object, said: object, nothing: readonly string[]): readonly string[] {
  const values = said as Readonly<Record<string, unknown>>;
  return Object.entries(labels as Readonly<Record<string, Label<unknown>>>).flatMap(([name, how]) => {
    const value = values[name];
    if (how === null || value === undefined) return [];
    const [label, words] = typeof how === 'string' ? [how, plainly] : how;
    const found = [words(value)].flat().filter((one): one is string => typeof one === 'string' && one !== '');
    return (found.length > 0 ? found : nothing).map((one) => `${label}: ${one}`);
  });
}

const plainly = (value: unknown): Words => (Array.isArray(value) ? value.join('; ') : (value as string));

/** The fields that something names, by their labels, as a sentence names them: `title, background papers`. */
export const labelsOf = <T extends object>(labels: Labels<T>, named: object | readonly string[]): string =>
  (Array.isArray(named) ? (named as readonly string[]) : Object.keys(named))
    .map((name) => {
      const how = labels[name as keyof T] as Label<unknown>;
      const label = how === null || how === undefined ? name : typeof how === 'string' ? how : how[0];
      return `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
    })
    .join(', ');

/** A deadline's words, and the days they mean: the first as well, where there are several. */
export function deadlineSaid(due: Deadline, nothing = 'not said'): string {
  const { words, earliest, latest } = due;
  if (earliest === undefined || earliest === latest || words.includes(when(earliest))) return deadlineWords(due, nothing);
  const days = latest === undefined ? `from ${when(earliest)}` : `${when(earliest)} to ${when(latest)}`;
  return words === '' ? days : `${words} (${days})`;
}

/** The words of a choice: `community-council` is `community council`. */
export const choice = (value: string): string => value.replaceAll('-', ' ');
export const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
/** Parts of one line with commas between them; what was not said is left out. */
export const parts = (...said: readonly (string | false | undefined)[]): string => said.filter(Boolean).join(', ');
