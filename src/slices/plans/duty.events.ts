import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';

/** Stream `duty-<bodyId>/<duty>`: a duty of a body. Every event names body and duty. `on` is the day the event counts from. */
export type DutyEvent =
  | DomainEvent<'DutyRecorded', 1, DutyRecordedData>
  /** `occurrence` is the day it fell due; `next` is the deadline after it, absent once the duty has ended. */
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

/** The fields of its duty that a deadline shows. */
export interface DutyShown {
  readonly title: string;
  readonly what: string;
  readonly officers: readonly string[];
}

export interface DutyRecordedData extends DutyNamed {
  readonly on: string;
  readonly title: string;
  /** The act required, as a phrase: `progress report published`. */
  readonly what: string;
  /** Act and section, or the body's own rule. */
  readonly source: string;
  readonly officers: readonly string[];
  readonly schedule: DutySchedule;
  readonly next: Deadline;
}

/** Every so many years from its first occurrence on: a date, or so many months after the end of a year. */
export interface DutySchedule {
  readonly everyYears: number;
  readonly first:
    | { readonly by: 'date'; readonly date: string }
    /** Months are counted from the last day of the year; in a month without that day its last day counts. */
    | { readonly by: 'year-end'; readonly yearEnd: string; readonly months: number };
}

export const dutyEventVersions = {
  DutyRecorded: 1,
  DutyFulfilled: 1,
  DutyChanged: 1,
  DutyEnded: 1,
} as const satisfies { readonly [E in DutyEvent as E['type']]: E['v'] };
