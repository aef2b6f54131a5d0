import { type PersonNamed } from '../../../slices/bodies/bodies.words.js';
import { type PageProblem } from '../../frame/page-problem.js';

/** The problem of a vote that was counted among others than those who may vote now; `href`: where it is counted again. */
export function entitledSince(may: readonly PersonNamed[], form: URLSearchParams, href: string): PageProblem | null {
  const now = may.map(({ personId }) => personId).join(' ');
  return now === form.get('_entitled')?.trim()
    ? null
    : { text: `Somebody came or went since you opened this: ${may.length} may vote now. Count again and send`, href };
}

/** The number typed in a field; `undefined` for none. What is no number stays as typed: the command refuses it, and names the field. */
export function numberTyped(form: URLSearchParams, field: string): number | undefined {
  const typed = form.get(field)?.trim() ?? '';
  if (typed === '') return undefined;
  return /^\d+$/.test(typed) ? Number(typed) : (typed as never);
}

/** A person, with what was chosen of them. */
export type Noted = readonly [personId: string, said: string];

/** The people in a list of names of whom something was chosen, from the fields `<field>.<person>`. */
export const namesNoted = (form: URLSearchParams, field: string): readonly Noted[] =>
  [...form].flatMap(([name, said]): Noted[] => (name.startsWith(`${field}.`) && said ? [[name.slice(field.length + 1), said]] : []));

/** The people in a list of names, and in a roll call all who are entitled and not among them. */
export function namesAndOthers(form: URLSearchParams, field: string): readonly Noted[] {
  const noted = namesNoted(form, field);
  const named = noted.map(([personId]) => personId);
  return [...noted, ...allOthers(form, named)];
}

/** In a roll call, all who are entitled and not named yet, where the form says at once what they did (`_rest`). */
export function allOthers(form: URLSearchParams, named: readonly string[]): readonly Noted[] {
  const said = form.get('method') === 'roll-call' ? form.get('_rest') : null;
  if (!said) return [];
  const entitled = (form.get('_entitled') ?? '').split(' ').filter(Boolean);
  return entitled.filter((personId) => !named.includes(personId)).map((personId) => [personId, said]);
}

/** Somebody paired, with the other of the pair. */
export interface Paired {
  readonly personId: string;
  readonly option: 'paired';
  readonly pairedWith: string;
}

/** The pairs of a vote, from `_pair.<row>.one` and `_pair.<row>.other`; a problem where one is of nobody, or has another vote (`named`) as well. */
export function pairsIn(form: URLSearchParams, named: readonly string[]): readonly Paired[] | PageProblem {
  const pairs = [...form].flatMap(([name, one]): readonly (readonly [string, string])[] =>
    /^_pair\.\d+\.one$/.test(name) ? [[one, form.get(name.replace('one', 'other')) ?? '']] : [],
  );
  const half = pairs.findIndex(([one, other]) => (one === '') !== (other === '') || (one !== '' && one === other));
  if (half >= 0) return { text: 'A pair is two people', href: `#_pair.${half}.one` };
  const paired = pairs.flatMap(([one, other]): Paired[] =>
    one === ''
      ? []
      : [
          { personId: one, option: 'paired', pairedWith: other },
          { personId: other, option: 'paired', pairedWith: one },
        ],
  );
  const both = paired.find(({ personId }, index) => [...named, ...paired.slice(0, index).map((one) => one.personId)].includes(personId));
  return both ? { text: 'Somebody who is paired has another vote as well', href: '#_pair.0.one' } : paired;
}
