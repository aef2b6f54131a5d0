import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';

/** Stream `duty-<bodyId>/<duty>`: what a body must do again and again. Every event names body and duty. `on` is the day it counts from. */
export type DutyEvent =
  | DomainEvent<'DutyRecorded', 1, DutyRecordedData>
  /** `occurrence` is named by the day it fell due; `next` is the one after it, where the duty has not ended. */
  | DomainEvent<
      'DutyFulfilled',
      1,
      DutyNamed & {
        readonly on: string;
        readonly occurrence: string;
        readonly words: string;
        readonly link?: string;
        readonly report?: string;
        readonly next?: Deadline;
        readonly duty: DutyShown;
      }
    >
  /** The new schedule counts from `on`; what fell due before that day stays as it was. */
  | DomainEvent<
      'DutyChanged',
      1,
      DutyNamed & {
        readonly on: string;
        readonly schedule: DutySchedule;
        readonly reason: string;
        readonly next: Deadline;
        readonly duty: DutyShown;
      }
    >
  | DomainEvent<'DutyEnded', 1, DutyNamed & { readonly on: string; readonly reason: string }>;

export interface DutyNamed {
  readonly dutyId: string;
  readonly bodyId: string;
}

/** What a deadline needs to show of its duty. */
export interface DutyShown {
  readonly title: string;
  readonly what: string;
  readonly officers: readonly string[];
}

export interface DutyRecordedData extends DutyNamed {
  readonly on: string;
  readonly title: string;
  /** What must be done, as a phrase: `progress report published`. */
  readonly what: string;
  /** Act and section, or the body's own rule. */
  readonly source: string;
  readonly officers: readonly string[];
  readonly schedule: DutySchedule;
  readonly next: Deadline;
}

/** Every so many years from its first day on: a date, or so many months after the end of a year. */
export interface DutySchedule {
  readonly everyYears: number;
  readonly first:
    | { readonly by: 'date'; readonly date: string }
    /** Months counted from the last day of the year; a month without that day has its last. */
    | { readonly by: 'year-end'; readonly yearEnd: string; readonly months: number };
}

export const dutyEventVersions = {
  DutyRecorded: 1,
  DutyFulfilled: 1,
  DutyChanged: 1,
  DutyEnded: 1,
} as const satisfies { readonly [E in DutyEvent as E['type']]: E['v'] };
