import { nameKey } from '../../kernel/names.js';

/** The filters in a list's address. */

const LONGEST = 200;

/** The text of a filter; `undefined` if nothing was said in it. */
export const said = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
  return text === '' ? undefined : text;
};

/** The filters as the end of an address: empty, or `?state=live`. `more`: a query that they stand beside. */
export function filterQuery(filters: Readonly<Record<string, string | undefined>>, more = ''): string {
  const query = new URLSearchParams(more);
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Whether a text stands in any of the words, however it is written. */
export const standsIn = (words: readonly (string | null | undefined)[], text: string): boolean =>
  words.some((one) => one != null && nameKey(one).includes(nameKey(text)));
