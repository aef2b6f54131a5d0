import { type DomainEvent } from '../../kernel/event.js';

/** The calendar of what is kept everywhere. Every other calendar is a body's, for the holidays kept where it sits. */
export const EVERYWHERE = 'scotland';

/**
 * Stream `calendar-scotland`, or `calendar-<bodyId>` for the holidays local to where a body sits. `bodyId` is missing for what is kept everywhere.
 * Only the calendar of bank holidays looks at them: the working days of SSI 2017/39 reg 2 know no others.
 */
export type CalendarEvent =
  /** A day was recorded as a holiday of the calendar; deadlines counted by it may move. */
  | DomainEvent<
      'HolidayRecorded',
      1,
      CalendarNamed & {
        /** The day. */
        readonly date: string;
        /** What it is kept for, or why it is not kept. */
        readonly title: string;
        /** False for a day that is a holiday by the rules and is not kept that year. */
        readonly kept: boolean;
        /** Where that is laid down. */
        readonly source?: string;
      }
    >
  /** A recorded holiday was no holiday; deadlines counted by the calendar may move. */
  | DomainEvent<
      'HolidayWithdrawn',
      1,
      CalendarNamed & {
        /** The day that was recorded. */
        readonly date: string;
        /** Why it is withdrawn. */
        readonly reason: string;
      }
    >;

export interface CalendarNamed {
  /** `scotland` for what is kept everywhere, or the id of a body for what is kept where it sits. */
  readonly calendar: string;
  /** The body where the holiday is kept; absent where it is kept everywhere. */
  readonly bodyId?: string;
}

export const calendarEventVersions = {
  HolidayRecorded: 1,
  HolidayWithdrawn: 1,
} as const satisfies { readonly [E in CalendarEvent as E['type']]: E['v'] };
