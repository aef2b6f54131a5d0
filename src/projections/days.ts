import { addDays, dateInZone, instantInZone, USUAL_TIME_ZONE } from '../kernel/dates.js';

export const nextDay = (day: string): string => addDays(day, 1);

/** The instant at which a day begins. */
export const beginningOf = (day: string): string => instantInZone(day, '00:00', USUAL_TIME_ZONE);

let last = { day: '', from: '', until: '' };

/** The day of an instant. Instants come in order, many of them of one day: that one is kept. */
export function dayOf(instant: string): string {
  if (instant < last.from || instant >= last.until) {
    const day = dateInZone(instant, USUAL_TIME_ZONE);
    last = { day, from: beginningOf(day), until: beginningOf(nextDay(day)) };
  }
  return last.day;
}
