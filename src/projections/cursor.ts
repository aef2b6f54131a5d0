import { type Ordering } from './keyset.js';

/** Thrown for a cursor that was not given out for this order. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  constructor() {
    super('The cursor is not one that this list has given out for this order.');
  }
}

/** The ordered values of a page's last row, with the order they belong to. */
export const encodeCursor = (order: Ordering, row: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify([spelled(order), order.map(({ property }) => row[property])])).toString('base64url');

export function decodeCursor(order: Ordering, cursor: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new InvalidCursor();
  }
  if (!Array.isArray(content) || content[0] !== spelled(order) || !Array.isArray(content[1]) || content[1].length !== order.length)
    throw new InvalidCursor();
  const values = content[1] as unknown[];
  order.forEach(({ type, nullable }, i) => {
    const value = values[i];
    const fits = value === null ? nullable : typeof value === (type === 'integer' ? 'number' : type === 'boolean' ? 'boolean' : 'string');
    if (!fits) throw new InvalidCursor();
  });
  return Object.fromEntries(order.map(({ property }, i) => [property, values[i]]));
}

const spelled = (order: Ordering): string => order.map(({ property, direction }) => `${property} ${direction}`).join(',');
