import { nameKey } from '../../../../kernel/names.js';
import { nameOf, plain } from '../discrepancies/spellings.js';

/** Two names that may be one, and why; nobody but somebody who knows can tell. */
export interface Alike {
  readonly one: string;
  readonly other: string;
  readonly why: string;
}

/** Shorter names differ by a letter too often to be slips of one another. */
const SHORTEST_SLIP = 6;

/** What each name is compared by: the words of it, without accents, full stops and what is no part of the name. */
interface Compared {
  readonly key: string;
  readonly words: readonly string[];
  /** The words together: where two names differ in a letter, these do. */
  readonly text: string;
}

const wordsOf = (text: string): readonly string[] =>
  plain(text)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');

/** A person without title; `Smith, John` as `John Smith`. */
function person(key: string): Compared {
  const [, surname, given] = /^([^,]+),\s*(.+)$/.exec(key) ?? [];
  const turned = surname === undefined ? key : `${given} ${surname}`;
  const title = wordsOf(nameOf(titled(turned)).title);
  const words = wordsOf(turned);
  const bare = title[0] === '' ? words : words.slice(title.length);
  return { key, words: bare, text: bare.join(' ') };
}

/** Titles are known by their capitals. */
const titled = (key: string): string => key.replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());

const NO_NAME: ReadonlySet<string> = new Set(['the', 'ltd', 'limited', 'plc', 'llp', 'cic', 'scio']);

function organisation(key: string): Compared {
  const words = wordsOf(key.replace(/\s*\([^)]*\)/g, '')).filter((word) => !NO_NAME.has(word));
  return { key, words, text: words.join(' ') };
}

/** Whether the given names may be one person's: each the same, or the beginning of the other; some may be left out. */
function givenAlike(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const begins = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
  return few.length > 0 && begins(few[0]!, many[0]!) && few.slice(1).every((word) => many.slice(1).some((one) => begins(word, one)));
}

/** Whether one text becomes the other by one letter more, less, other, or two that changed places. */
export function differByALetter(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  const first = at < 0 ? a.length : at;
  const [one, other] = [a.slice(first), b.slice(first)];
  return (
    one.slice(1) === other ||
    other.slice(1) === one ||
    one.slice(1) === other.slice(1) ||
    (one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  );
}

function personsAlike(a: Compared, b: Compared): string | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (a.text === b.text) return 'They differ in a title, accents or full stops.';
  if (a.words.at(-1) === b.words.at(-1) && givenAlike(a.words.slice(0, -1), b.words.slice(0, -1)))
    return 'The surname is the same, and the given names may be.';
  return slip(a, b);
}

const initialsOf = ({ words }: Compared): readonly string[] => [
  words.map((word) => word[0]).join(''),
  words
    .filter((word) => !/^(?:and|of|the|for)$/.test(word))
    .map((word) => word[0])
    .join(''),
];

function organisationsAlike(a: Compared, b: Compared): string | null {
  if (a.text === '' || b.text === '') return null;
  if (a.text === b.text) return 'They differ in accents, marks, brackets or a word such as Ltd.';
  const shortOf = (one: Compared, other: Compared): boolean =>
    one.words.length === 1 && one.text.length >= 2 && other.words.length > 1 && initialsOf(other).includes(one.text);
  if (shortOf(a, b) || shortOf(b, a)) return 'One is the initials of the other.';
  return slip(a, b);
}

const slip = (a: Compared, b: Compared): string | null =>
  a.text.length >= SHORTEST_SLIP && b.text.length >= SHORTEST_SLIP && differByALetter(a.text, b.text) ? 'They differ in one letter.' : null;

/** What two names that may be one have in common, so that not every name is compared with every other. */
function* sharedBy({ words, text }: Compared, kind: 'person' | 'organisation'): Generator<string> {
  yield `= ${text}`;
  if (kind === 'person') yield `s ${words.at(-1)}`;
  else {
    for (const initials of initialsOf({ key: '', words, text })) yield `i ${initials}`;
    if (words.length === 1) yield `i ${text}`;
  }
  if (text.length < SHORTEST_SLIP - 1) return;
  yield `- ${text}`;
  for (let at = 0; at < text.length; at += 1) yield `- ${text.slice(0, at)}${text.slice(at + 1)}`;
}

/** Pairs of names that may be one, given the keys of all names; in the order of the keys. */
export function alikeAmong(keys: readonly string[], kind: 'person' | 'organisation'): readonly Alike[] {
  const compared = keys.map((key) => (kind === 'person' ? person(nameKey(key)) : organisation(nameKey(key))));
  const sharing = new Map<string, Set<number>>();
  compared.forEach((one, at) => {
    for (const shared of sharedBy(one, kind)) sharing.set(shared, (sharing.get(shared) ?? new Set()).add(at));
  });
  const found = new Map<string, Alike>();
  for (const places of sharing.values()) {
    const list = [...places];
    for (const [index, at] of list.entries())
      for (const other of list.slice(index + 1)) {
        const [a, b] = [compared[at]!, compared[other]!];
        if (a.key === b.key || found.has(`${a.key}\n${b.key}`)) continue;
        const why = kind === 'person' ? personsAlike(a, b) : organisationsAlike(a, b);
        if (why !== null) found.set(`${a.key}\n${b.key}`, { one: a.key, other: b.key, why });
      }
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => alike);
}
