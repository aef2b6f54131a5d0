import { addDays } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';
import { occurrences } from '../calendars/calendars.words.js';

/** The days on which an item that recurs falls due. Calendar dates where the body sits, in order, without end. */

/** The most days between two occurrences of a recurring item: a year and a month. */
const LONGEST_WAIT = 400;

export const recurs = ({ kind, latest, recurrence }: Deadline): boolean =>
  kind === 'recurring' && latest !== undefined && recurrence !== undefined;

/** Every occurrence up to a day, that day included; nothing where the deadline does not recur by dates. */
export const occurrencesUntil = (deadline: Deadline, day: string): readonly string[] =>
  recurs(deadline) ? occurrences(deadline, day) : [];

/** The first occurrence after a day; `undefined` where the deadline does not recur by dates. */
export function occurrenceAfter(deadline: Deadline, day: string): string | undefined {
  const { latest: first } = deadline;
  if (!recurs(deadline) || first === undefined || first > day) return recurs(deadline) ? first : undefined;
  return occurrences(deadline, addDays(day, LONGEST_WAIT)).find((occurrence) => occurrence > day);
}
