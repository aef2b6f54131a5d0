/** Labels of fields whose camelCase name would read badly. */
const SAID: Readonly<Record<string, string>> = {
  after: 'Comes after the entry',
  as: 'Came as',
  asOf: 'As of',
  inHand: 'Item in hand',
  needed: 'Needed for a quorum',
  of: 'Out of',
  told: 'As it was told over time',
};

const CAMEL = /^[a-z]+(?:[A-Z][a-z0-9]*|[0-9]+)*$/;

/** A field's name as people say it: `sectionHeading` is `Section heading`. A text that is no field name, such as an id, stays as it is. */
export function labelOf(field: string): string {
  if (Object.hasOwn(SAID, field)) return SAID[field]!;
  if (!CAMEL.test(field)) return field;
  const words = field
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/ id$/, ' reference')
    .replace(/ ids$/, ' references');
  return `${words[0]!.toUpperCase()}${words.slice(1)}`;
}
