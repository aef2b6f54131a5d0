/** The words used, and what was computed from them: calendar dates, both ends included. Plain JSON: it stands in events as it is. */
export interface Deadline {
  readonly words: string;
  readonly kind: 'date' | 'month' | 'season' | 'range' | 'next-meeting' | 'relative' | 'recurring' | 'onward' | 'working-days' | 'none';
  readonly earliest?: string;
  /** Overdue from the day after this. Absent where the words cannot be computed. */
  readonly latest?: string;
  /** What it hangs on, when it is relative. */
  readonly on?: string;
  readonly recurrence?: 'yearly' | 'half-yearly' | 'quarterly' | 'monthly';
  /** "and thereafter each year by end March": the day of each later year; the month's last where it has fewer days. */
  readonly thereafter?: { readonly month: number; readonly day: number };
  /** "To start by": what is to be done by then is to begin; no end is said. */
  readonly starts?: true;
  readonly explanation: string;
  /** How its last day was counted, where it was counted by a calendar; another holiday may move it. */
  readonly counted?: CountedPeriod;
}

/**
 * The three calendars (and plain calendar days, where every day counts):
 * - `participation`: SSI 2017/39 reg 2; not Saturday, Sunday, 25 and 26 December, 1 and 2 January; nothing else, no substitutes.
 * - `scottish-bank-holidays`: not Saturday, Sunday and Scottish bank holidays, with those recorded.
 * - `every-day`: calendar days; nothing rolls off a weekend.
 */
export type CalendarName = 'participation' | 'scottish-bank-holidays' | 'every-day';

/** A period as it was counted, so that it can explain itself. All dates are calendar dates where the body sits. */
export interface CountedPeriod {
  readonly calendar: CalendarName;
  /** As a person would say it: `30 working days beginning with the validation date`. */
  readonly rule: string;
  /** Act, regulation and section. */
  readonly source?: string;
  /** Days that count. */
  readonly length: number;
  /** The day that set it going. */
  readonly from: string;
  /** `that-day`: "beginning with" the day, so it is day 1 if it counts. `day-after`: it is not counted. */
  readonly starts: 'that-day' | 'day-after';
  /** The first day counted. */
  readonly firstDay: string;
  /** Each day between the first day looked at and the last that did not count, and why. */
  readonly skipped: readonly { readonly date: string; readonly why: string }[];
  readonly lastDay: string;
}

/** A holiday somebody recorded, or recorded as not kept: proclaimed once, moved, or local to a body. */
export interface RecordedHoliday {
  readonly date: string;
  readonly title: string;
  /** False for a day that would be a holiday by the rules and is not kept this year. */
  readonly kept: boolean;
}
