type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that may name an item, in the order tried; a person is named by their `name`. */
const NAMES = 'title heading name label office person holder substitute words text movedBy reason why what subject versionId'.split(' ');
const LONGEST = 90;

/** The name of a list's item, made of its own fields: `3. Roads`, `Councillor D. Parker`; `null` if no field names it. */
export function nameOf(item: unknown): string | null {
  if (!isFields(item)) return null;
  const number = [item.number, item.letter, item.paragraph].find((one) => typeof one === 'string' && one !== '') as string | undefined;
  const words = NAMES.map((field) => (isFields(item[field]) ? item[field].name : item[field])).find(
    (one): one is string => typeof one === 'string' && one !== '' && !one.startsWith('sealed:'),
  );
  if (words === undefined) return number ?? byDetails(item) ?? ownId(item);
  const line = words.replace(/\s+/g, ' ');
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
  if (number === undefined) return short;
  return `${/^\d+(\.\d+)*$/.test(number) ? `${number}.` : `(${number})`} ${short}`;
}

const byDetails = (item: Fields): string | null => (isFields(item.details) ? nameOf(item.details) : null);

const ownId = (item: Fields): string | null => {
  const [, id] = Object.entries(item).find(([field]) => field.endsWith('Id')) ?? [];
  return typeof id === 'string' ? id : null;
};

/** Fields that identify an item within its list, in the order tried: its own id, or the id of its subject. */
const IDS: readonly (readonly string[])[] = [
  ...'entryId decisionId motionId voteId divisionId paragraphId annotationId itemId sectionId seatId budgetId phaseId localityId versionId personId actionId reportId letter condition direction subject authority groupId office'
    .split(' ')
    .map((field) => [field]),
  ['person.personId'],
  ['person.personId', 'itemId'],
  ['holder.personId'],
  ['seatId', 'from'],
];

const at = (item: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (isFields(value) ? value[step] : undefined), item);

export type IdOf = (item: unknown) => string;

/**
 * How to identify the items of these lists: by the first fields that every item has and no two in a list share; `null` if there are none.
 */
export function idOfItems(...lists: readonly (readonly unknown[])[]): IdOf | null {
  if (lists.every((list) => list.length === 0)) return null;
  for (const paths of IDS) {
    const idOf = (item: unknown): string => JSON.stringify(paths.map((path) => at(item, path)));
    const named = (item: unknown): boolean => paths.every((path) => typeof at(item, path) === 'string');
    if (lists.every((list) => list.every(named) && new Set(list.map(idOf)).size === list.length)) return idOf;
  }
  return null;
}
