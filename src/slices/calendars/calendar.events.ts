import { type DomainEvent } from '../../kernel/event.js';

/** The calendar of what is kept everywhere. Every other calendar is a body's, for the holidays kept where it sits. */
export const EVERYWHERE = 'scotland';

/**
 * Stream `calendar-scotland`, or `calendar-<bodyId>` for the holidays local to where a body sits. `bodyId` is missing for what is kept everywhere.
 * Only the calendar of bank holidays looks at them: the working days of SSI 2017/39 reg 2 know no others.
 */
export type CalendarEvent =
  | DomainEvent<
      'HolidayRecorded',
      1,
      CalendarNamed & {
        readonly date: string;
        readonly title: string;
        /** False for a day that is a holiday by the rules and is not kept that year. */
        readonly kept: boolean;
        readonly source?: string;
      }
    >
  | DomainEvent<'HolidayWithdrawn', 1, CalendarNamed & { readonly date: string; readonly reason: string }>;

export interface CalendarNamed {
  readonly calendar: string;
  readonly bodyId?: string;
}

export const calendarEventVersions = {
  HolidayRecorded: 1,
  HolidayWithdrawn: 1,
} as const satisfies { readonly [E in CalendarEvent as E['type']]: E['v'] };
