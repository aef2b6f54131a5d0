import { nameKey, sameName } from '../../kernel/names.js';

/** `2023-05-17` as `170523`. */
const ddmmyy = (date: string): string => `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(2, 4)}`;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Two references are one however they are written. */
export const sameReference = sameName;
export const referenceKey = nameKey;

/**
 * The next reference in a body's format, such as `SBIJB-{ddmmyy}-{seq}`: one more than the highest among those that differ from it in the
 * number alone. So numbers count by the day of approval where the format has the day, and by the year where it has only the year.
 */
export function nextReference(format: string, approvedOn: string, taken: readonly string[]): string {
  const dated = format
    .replaceAll('{ddmmyy}', ddmmyy(approvedOn))
    .replaceAll('{yyyy}', approvedOn.slice(0, 4))
    .replaceAll('{date}', approvedOn);
  const [before = '', ...after] = dated.split('{seq}');
  // A number that stands in the format twice is the same number.
  const alike = new RegExp(`^${literal(before)}(\\d{1,9})${after.map(literal).join('\\1')}$`, 'i');
  const numbers = taken.flatMap((reference) => {
    const match = alike.exec(reference.trim());
    return match ? [Number(match[1])] : [];
  });
  return dated.replaceAll('{seq}', String(Math.max(0, ...numbers) + 1));
}
