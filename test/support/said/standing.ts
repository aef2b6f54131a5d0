import { isDate, longDate } from '../../../src/kernel/dates.js';
import { type RecordedEvent } from '../../../src/kernel/event.js';
import { type Leaf, leavesOf, type Said } from './filling.js';
import { ALSO_NAMED } from './not-kept.js';
import { tellingOf } from './sentence.js';
import { type Told } from './telling.js';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/**
 * Whether something said stands among these: a word that stands nowhere else, also inside a sentence; a flag, a choice or a number, which may
 * stand there for something else, under the name it was said by or one that is declared; anything else as it is.
 */
export const standsAmong = (among: readonly Leaf[], { path, value, unique, instead }: Said): boolean =>
  among.some(
    (leaf) =>
      (leaf.value === value && (instead === undefined || isNamed(leaf, path))) ||
      (unique && typeof leaf.value === 'string' && leaf.value.includes(String(value))),
  );

const isNamed = ({ path }: Leaf, said: string): boolean =>
  nameOf(path) === nameOf(said) || ALSO_NAMED[nameOf(said)]?.includes(nameOf(path)) === true;

/** The fields of a command whose words stand in none of the events it recorded. */
export const lostInEvents = ({ said, events }: Told): readonly string[] => {
  const recorded = leavesOf(events.map(({ data }) => data));
  return said.filter((one) => !standsAmong(recorded, one)).map(({ path }) => path);
};

export const PLACES = ['view', 'answer', 'history'] as const;
export type Place = (typeof PLACES)[number];

/** The fields of events, `Type.field`, that hold something said with the command and are not found in a place where the record is read. */
export const lostInPlace = (told: Told, place: Place): readonly string[] =>
  told.events.flatMap((event) =>
    heldBy(event, told.said)
      .filter((held) => !(place === 'history' && held.instead !== undefined ? isTold(event, held) : isFound(held, told[place])))
      .map(({ path }) => `${event.type}.${path}`),
  );

/** What an event holds of what was said, by its path in the event. */
const heldBy = ({ data }: RecordedEvent, said: readonly Said[]): readonly Said[] =>
  leavesOf(data).flatMap((leaf) => {
    const one = said.find((each) => standsAmong([leaf], each));
    return one ? [{ ...one, ...leaf }] : [];
  });

/** As it is, inside a sentence, or, of a day, in the words for it; a flag, a choice or a number by its name. */
function isFound(held: Said, among: readonly Leaf[]): boolean {
  const { value, path, instead } = held;
  if (instead !== undefined) return among.some((leaf) => leaf.value === value && isNamed(leaf, path));
  const words = typeof value !== 'string' ? [] : isDate(value) ? [value, longDate(value)] : [value];
  return among.some(
    (leaf) => leaf.value === value || (typeof leaf.value === 'string' && words.some((one) => String(leaf.value).includes(one))),
  );
}

/** Whether an event would be told otherwise if something else had been said. */
const isTold = (event: RecordedEvent, { path, value, instead = [] }: Said): boolean => {
  const told = JSON.stringify(tellingOf(event));
  return instead.some((other) => {
    try {
      return JSON.stringify(tellingOf({ ...event, data: replaced(event.data, path, value, other) })) !== told;
    } catch {
      // Words are sought by what was said.
      return true;
    }
  });
};

/** The same with another value in the place of one. */
function replaced<T>(data: T, path: string, value: Leaf['value'], other: Leaf['value'], at = ''): T {
  if (Array.isArray(data)) return data.map((one: unknown) => replaced(one, path, value, other, at)) as T;
  if (typeof data === 'object' && data !== null)
    return Object.fromEntries(
      Object.entries(data).map(([name, one]) => [name, replaced(one as unknown, path, value, other, at === '' ? name : `${at}.${name}`)]),
    ) as T;
  return at === path && data === value ? (other as T) : data;
}
