import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';

/** Stream `duty-<bodyId>/<duty>`: a duty of a body. Every event names body and duty. `on` is the day the event counts from. */
export type DutyEvent =
  /** The body owes something every so often by law, such as a yearly report. */
  | DomainEvent<'DutyRecorded', 1, DutyRecordedData>
  /** One occurrence of the duty was met. */
  | DomainEvent<
      'DutyFulfilled',
      1,
      DutyNamed & {
        /** The day it was fulfilled. */
        readonly on: string;
        /** The occurrence, by the day it was due. */
        readonly occurrence: string;
        /** How it was fulfilled. */
        readonly words: string;
        /** Where it is published. */
        readonly link?: string;
        /** The report it was fulfilled by, `body/report`. */
        readonly report?: string;
        /** The deadline after it; absent once the duty has ended. */
        readonly next?: Deadline;
        /** What its deadlines show. */
        readonly duty: DutyShown;
      }
    >
  /** What is to be done every so often falls due on other days from then on. */
  | DomainEvent<
      'DutyChanged',
      1,
      DutyNamed & {
        /** The day from which the new schedule counts. */
        readonly on: string;
        /** How often it falls due from now on. */
        readonly schedule: DutySchedule;
        /** Why it falls due otherwise. */
        readonly reason: string;
        /** The next deadline. */
        readonly next: Deadline;
        /** What its deadlines show. */
        readonly duty: DutyShown;
      }
    >
  /** The duty is owed no longer; no more occurrences of it fall due. */
  | DomainEvent<
      'DutyEnded',
      1,
      DutyNamed & {
        /** The day from which it is owed no longer. */
        readonly on: string;
        /** Why it is owed no longer. */
        readonly reason: string;
      }
    >;

export interface DutyNamed {
  /** `body/duty`. */
  readonly dutyId: string;
  /** The body that owes it. */
  readonly bodyId: string;
}

/** The fields of its duty that a deadline shows. */
export interface DutyShown {
  /** What the duty is called. */
  readonly title: string;
  /** The act required, as a phrase. */
  readonly what: string;
  /** Who has to see to it. */
  readonly officers: readonly string[];
}

export interface DutyRecordedData extends DutyNamed {
  /** The day from which it is owed. */
  readonly on: string;
  /** What the duty is called. */
  readonly title: string;
  /** The act required, as a phrase: `progress report published`. */
  readonly what: string;
  /** Act and section, or the body's own rule. */
  readonly source: string;
  /** Who has to see to it. */
  readonly officers: readonly string[];
  /** How often it falls due. */
  readonly schedule: DutySchedule;
  /** The next deadline. */
  readonly next: Deadline;
}

/** Every so many years from its first occurrence on: a date, or so many months after the end of a year. */
export interface DutySchedule {
  /** How many years lie between two occurrences. */
  readonly everyYears: number;
  /** The first occurrence, from which the others are counted. */
  readonly first:
    | {
        /** A date, or so many months after a year's end. */
        readonly by: 'date';
        /** The day it first falls due. */
        readonly date: string;
      }
    /** Months are counted from the last day of the year; in a month without that day its last day counts. */
    | {
        readonly by: 'year-end';
        /** The last day of the first year it is owed for. */
        readonly yearEnd: string;
        /** Months after that day. */
        readonly months: number;
      };
}

export const dutyEventVersions = {
  DutyRecorded: 1,
  DutyFulfilled: 1,
  DutyChanged: 1,
  DutyEnded: 1,
} as const satisfies { readonly [E in DutyEvent as E['type']]: E['v'] };
