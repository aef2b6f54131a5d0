/** When two writings are one name, number or title. Words are kept as they were written; only comparison goes by these keys. */

/** Named by code, since several of them look alike. The acute accent stands apart: compatibility would make a space and a mark of it. */
const ACUTE = /\u00b4/g;
const APOSTROPHES = /[\u0060\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201a\u201b\u2032\u2035\ua78c]/g;
const DASHES = /[\p{Pd}\u2212\u2043]/gu;
/** Soft hyphens, joiners, marks of direction: none of them is seen. */
const UNSEEN = /\p{Cf}/gu;
const SPACES = /[\s\p{Z}\p{Cc}]+/gu;

/** Upper and then lower case, so that ß and SS come out alike; a sigma at the end of a word is any other sigma. */
const folded = (words: string): string => words.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');

/**
 * What a name is compared by: compatibility composed, white space of any kind as one space and none around, case folded, apostrophes and
 * dashes alike. Accents stay: `Núñez` and `Nunez` may be two people.
 */
export const nameKey = (words: string): string =>
  folded(words.replace(UNSEEN, '').replace(ACUTE, "'").normalize('NFKC'))
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim();

type Said = string | null | undefined;
const same =
  (keyOf: (words: string) => string) =>
  (one: Said, other: Said): boolean =>
    (one ?? null) === (other ?? null) || (typeof one === 'string' && typeof other === 'string' && keyOf(one) === keyOf(other));

/** Whether two writings are one name. What is not said is the same as nothing else. */
export const sameName = same(nameKey);

const TITLE = /^(?:councillor|cllr|mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend|the|hon)\.?\s+/i;

/** A name without the titles before it: `Councillor J. Brown` is `J. Brown`. */
export function withoutTitle(name: string): string {
  let bare = name.trim();
  while (TITLE.test(bare)) bare = bare.replace(TITLE, '');
  return bare;
}

/** Whether a name is among others, however each is written. */
export const hasName = (names: readonly string[], name: string): boolean => names.some((one) => sameName(one, name));

/** What a number of an item or paragraph is compared by: `5`, `5 `, `5.` and `05` are one, and so are `5A`, `5a` and `5 (a)`. */
export const numberKey = (number: string): string => {
  const key = nameKey(number).replace(/ /g, '');
  const bare = key.replace(/\((\w+)\)/g, '$1').replace(/[.):]+$/, '') || key;
  return bare.replace(/(?<!\d)0+(?=\d)/g, '');
};

export const sameNumber = same(numberKey);

/** The first that has a number, as it is written or else however it is written. */
export const numbered = <T extends { readonly number: string }>(list: readonly T[], number: string): T | undefined =>
  list.find((one) => one.number === number) ?? list.find((one) => sameNumber(one.number, number));

/** Each name once, where it first stands and as it is written there. */
export const namesOnce = (names: readonly string[]): string[] => {
  const first = new Map<string, string>();
  for (const name of names) if (!first.has(nameKey(name))) first.set(nameKey(name), name);
  return [...first.values()];
};

/** One name, or the keys of several that are one. */
export type NameAsked = string | readonly string[];

/** The keys that a name asked for is found by. */
export const keysAsked = (asked: NameAsked): readonly string[] => (typeof asked === 'string' ? [nameKey(asked)] : asked);

/** Whether a name is the one asked for. */
export const isAsked = (asked: NameAsked, name: string | null | undefined): boolean =>
  typeof name === 'string' && keysAsked(asked).includes(nameKey(name));

/** The keys of names with a line break before, between and after them, so that a query can find {@link nameLine} of one of them. */
export const nameLines = (names: readonly string[]): string => `\n${names.map(nameKey).join('\n')}\n`;
export const nameLine = (name: string): string => nameLines([name]);

/** More digits than any number of the record has; the length of a number is told with two digits. */
const MOST_DIGITS = 99;

/**
 * What words are sorted by, in code and in SQL alike: by name, with whole numbers in them by their size. `Item 2` comes before `Item 10`.
 */
export const orderKey = (words: string): string =>
  nameKey(words).replace(/\d+/g, (digits) => {
    const bare = digits.replace(/^0+(?=\d)/, '').slice(0, MOST_DIGITS);
    return `${String(bare.length).padStart(2, '0')}${bare}`;
  });

/** Orders two writings by {@link orderKey}, and by their code units where those are one. */
export const inOrder = (one: string, other: string): number => {
  const [a, b] = [orderKey(one), orderKey(other)];
  if (a === b) return one < other ? -1 : Number(one > other);
  return a < b ? -1 : 1;
};
