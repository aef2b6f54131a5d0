import { type ColumnType } from '../kernel/projection.js';

export type Ordering = readonly {
  readonly property: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly direction: 'ASC' | 'DESC';
}[];

/**
 * The condition for rows strictly after a given one. If every column has a value and all columns go one way, the condition compares whole
 * tuples, which an index answers exactly; otherwise it spells the comparison out, with the first column's bound in front for the index.
 */
export function beyond(
  order: Ordering,
  row: Readonly<Record<string, unknown>>,
): { readonly text: string; readonly parameters: Record<string, unknown> } {
  const parameters = Object.fromEntries(order.map(({ property }) => [`after_${property}`, row[property] ?? null]));
  const [first] = order;
  if (order.every(({ nullable, direction }) => !nullable && direction === first?.direction)) {
    const names = order.map(({ property }) => `r.${property}`).join(', ');
    const values = order.map(({ property }) => `:after_${property}`).join(', ');
    return { text: `(${names}) ${first?.direction === 'DESC' ? '<' : '>'} (${values})`, parameters };
  }
  const alternatives = order.map((column, at) => {
    const equal = order.slice(0, at).map((earlier) => equals(earlier.property, parameters));
    return `(${[...equal, follows(column, parameters)].join(' AND ')})`;
  });
  const bound =
    first && first.direction === 'ASC' && parameters[`after_${first.property}`] !== null
      ? `r.${first.property} >= :after_${first.property} AND `
      : '';
  return { text: `${bound}(${alternatives.join(' OR ')})`, parameters };
}

const equals = (property: string, parameters: Record<string, unknown>): string =>
  parameters[`after_${property}`] === null ? `r.${property} IS NULL` : `r.${property} = :after_${property}`;

/** No value sorts before every value. */
function follows({ property, nullable, direction }: Ordering[number], parameters: Record<string, unknown>): string {
  const missing = parameters[`after_${property}`] === null;
  if (direction === 'ASC') return missing ? `r.${property} IS NOT NULL` : `r.${property} > :after_${property}`;
  if (missing) return '1 = 0';
  return nullable ? `(r.${property} < :after_${property} OR r.${property} IS NULL)` : `r.${property} < :after_${property}`;
}
