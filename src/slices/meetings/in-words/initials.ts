import { nameKey, withoutTitle } from '../../../kernel/names.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** The words of a name, without titles and without what stands in brackets after it. */
const wordsOf = (name: string): readonly string[] =>
  withoutTitle(name.replace(/\s*\([^)]*\)\s*$/, ''))
    .split(/[\s.]+/)
    .filter((word) => /^\p{L}/u.test(word));

const initialsIn = (words: readonly string[]): string => words.map((word) => word.slice(0, 1).toUpperCase()).join('');

/**
 * The initials by which a minute names people, by id: `JS` of Mr John Smith. Where several have the same, with as much of the surname as tells
 * them apart (`JSm` and `JSc`); where that does not, with the whole name.
 */
export function initialsOf(people: readonly PersonNamed[]): ReadonlyMap<string, string> {
  const named = [...new Map(people.map((one) => [one.personId, one])).values()].map((one) => ({ ...one, words: wordsOf(one.name) }));
  const found = new Map<string, string>();
  for (const [initials, alike] of Map.groupBy(named, ({ words }) => initialsIn(words))) {
    const longer = alike.length === 1 && initials !== '' ? [initials] : toldApart(alike.map(({ words }) => words));
    for (const [index, { personId, name }] of alike.entries()) found.set(personId, longer?.[index] ?? name);
  }
  return found;
}

/** `JSm` and `JSc` of those who have the same initials; `null` where their surnames do not tell them apart. */
function toldApart(alike: readonly (readonly string[])[]): readonly string[] | null {
  const most = Math.max(0, ...alike.map((words) => words.at(-1)?.length ?? 0));
  for (let letters = 2; letters <= most; letters += 1) {
    const longer = alike.map((words) => `${initialsIn(words.slice(0, -1))}${words.at(-1)?.slice(0, letters) ?? ''}`);
    if (new Set(longer.map(nameKey)).size === alike.length) return longer;
  }
  return null;
}
