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
