import { instantInZone } from '../../kernel/dates.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';

/** The day the meeting sits on: its own, or the day it resumed on. */
export const dayOf = (meeting: Meeting): string => meeting.standings.at(-1)?.standing.asOf ?? meeting.date;

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/**
 * When something happened, from a time of the meeting's day as the body's clocks show it. `undefined` for no time: it happens now.
 * What is no time is `null`.
 */
export function instantTyped(meeting: Meeting, typed: string | null): string | undefined | null {
  if (typed === null || typed.trim() === '') return undefined;
  const [, hours, minutes] = TIME.exec(typed.trim()) ?? [];
  if (hours === undefined) return null;
  return instantInZone(dayOf(meeting), `${hours.padStart(2, '0')}:${minutes}`, meeting.timeZone);
}

/** `14:05` now, where the body sits. */
export const clockTimeIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(instant));
