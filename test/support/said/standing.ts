import { isDate, longDate } from '../../../src/kernel/dates.js';
import { type RecordedEvent } from '../../../src/kernel/event.js';
import { type Leaf, leavesOf, type Said } from './filling.js';
import { type Told } from './telling.js';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/**
 * Whether something said stands among these: as it is; a word that stands nowhere else, also inside a sentence; whether something is so,
 * under the name it was said by.
 */
export const standsAmong = (among: readonly Leaf[], { path, value, unique }: Said): boolean =>
  among.some(
    (leaf) =>
      (leaf.value === value && (typeof value !== 'boolean' || nameOf(leaf.path) === nameOf(path))) ||
      (unique && typeof leaf.value === 'string' && leaf.value.includes(String(value))),
  );

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
      .filter((leaf) => !isFound(leaf, told[place]))
      .map(({ path }) => `${event.type}.${path}`),
  );

/** What an event holds of what was said; whether something is so is told by words of its own. */
const heldBy = ({ data }: RecordedEvent, said: readonly Said[]): readonly Leaf[] =>
  leavesOf(data).filter((leaf) => typeof leaf.value !== 'boolean' && said.some((one) => standsAmong([leaf], one)));

/** As it is, inside a sentence, or, of a day, in the words for it. */
function isFound({ value }: Leaf, among: readonly Leaf[]): boolean {
  const words = typeof value !== 'string' ? [] : isDate(value) ? [value, longDate(value)] : [value];
  return among.some(
    (leaf) => leaf.value === value || (typeof leaf.value === 'string' && words.some((one) => String(leaf.value).includes(one))),
  );
}
