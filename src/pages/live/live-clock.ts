import { instantInZone } from '../../kernel/dates.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';

/** The day the meeting sits on: its own, or the day it resumed on. */
export const dayOf = (meeting: Meeting): string => meeting.standings.at(-1)?.standing.asOf ?? meeting.date;

const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/**
 * The instant of a typed time on the meeting's day, by the body's clocks. `undefined` if nothing was typed: it happens now. `null` if the
 * text is no time.
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
