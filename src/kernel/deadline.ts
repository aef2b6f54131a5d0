/** A deadline's words, and the calendar dates computed from them, both ends included. Plain JSON: events hold it as it is. */
export interface Deadline {
  /** The words used, as the record has them. */
  readonly words: string;
  /** What the words were read as; `none` where they name no time. */
  readonly kind: 'date' | 'month' | 'season' | 'range' | 'next-meeting' | 'relative' | 'recurring' | 'onward' | 'working-days' | 'none';
  /** The first day on which it may fall; absent if no date can be computed from the words. */
  readonly earliest?: string;
  /** The last day: the deadline is overdue from the day after. Absent if no date can be computed from the words. */
  readonly latest?: string;
  /** The event, in words, to which a relative deadline is tied. */
  readonly on?: string;
  /** How often it falls due again, where it does. */
  readonly recurrence?: 'yearly' | 'half-yearly' | 'quarterly' | 'monthly' | 'fortnightly' | 'weekly';
  /** The day from which the later ones are counted: the first it fell due, or the day it was said; absent where that is `latest`. */
  readonly first?: string;
  /** "and thereafter each year by end March": the day of each later year; the month's last where it has fewer days. */
  readonly thereafter?: {
    /** 1 to 12. */
    readonly month: number;
    /** Day of the month. */
    readonly day: number;
  };
  /** "To start by": the work must begin by the last day; the words name no end. */
  readonly starts?: true;
  /** How the dates were computed from the words, as a sentence. */
  readonly explanation: string;
  /** How the last day was counted, if by a calendar; a holiday recorded later may move that day. */
  readonly counted?: CountedPeriod;
  /** What in the body's diary the dates hang on; a meeting called or cancelled later may move them. Absent where dates were given. */
  readonly hangsOn?: HangsOn;
}

/**
 * The meeting that a deadline's dates hang on: the body's first after a day, or its only one within a month. `then`: so long before or
 * after that meeting. `of`: the body whose meeting it is, where that is not the body of the record.
 */
export type HangsOn = (
  | {
      /** `next`: the body's first meeting after a day; `only-in`: its only one between two days. */
      readonly meeting: 'next';
      /** The day after which that meeting is. */
      readonly after: string;
    }
  | {
      readonly meeting: 'only-in';
      /** The first day on which that meeting may be. */
      readonly earliest: string;
      /** The last day on which it may be. */
      readonly latest: string;
    }
) & {
  /** How long before or after that meeting; absent where it is the meeting itself. */
  readonly then?: LengthOfTime;
  /** The body whose meeting it is, where that is not the body of the record. */
  readonly of?: BodyMeant;
};

/** Another body that the words of a deadline name, and what was found of that name when they were said. */
export interface BodyMeant {
  /** As the words have it, without an article: `Audit Committee`. */
  readonly named: string;
  /** The body; absent where no body of that name was known, or the name fits several. */
  readonly bodyId?: string;
  /** The names of the bodies that it fits, where these are several. */
  readonly fits?: readonly string[];
}

export interface LengthOfTime {
  /** The words used: `two weeks before`. */
  readonly words: string;
  /** How many of the unit. */
  readonly count: number;
  /** What is counted; working days by the calendar of bank holidays. */
  readonly unit: 'day' | 'week' | 'month' | 'year' | 'working-day';
  /** Whether so long after that meeting, or before it. */
  readonly side: 'after' | 'before';
}

/** A deadline that has another last day than a document of it says, which was issued before and keeps the day that was known then. */
export interface DateMoved {
  /** The last day that was said; `null` where none was known. */
  readonly said: string | null;
  /** Its last day now; `null` where none is known. */
  readonly now: string | null;
  /** `date moved: now 17 December 2026`. */
  readonly words: string;
}

/** A body's meetings as deadlines look at them on a day. Calendar dates where the body sits. */
export interface Diary {
  /** The dates of the body's meetings that were held or are still to be, in order: not of those cancelled. */
  readonly meetings: readonly string[];
  /** The dates of meetings that were called and never opened nor cancelled, and whose day is over, in order. */
  readonly notHeld?: readonly string[];
}

/** The facts from which a deadline's dates follow, besides its words: the diary of the record's own body, and what else it may rest on. */
export interface DatingFacts extends Diary {
  /** Recorded holidays: those kept everywhere, and then those kept where the body sits. */
  readonly holidays: readonly RecordedHoliday[];
  /** The diaries of other bodies on whose meetings the deadlines hang, by body. */
  readonly others?: Readonly<Record<string, Diary>>;
}

/**
 * The calendars (and plain calendar days, where every day counts):
 * - `participation`: SSI 2017/39 reg 2; not Saturday, Sunday, 25 and 26 December, 1 and 2 January; nothing else, no substitutes.
 * - `scottish-bank-holidays`: not Saturday, Sunday and Scottish bank holidays, with those recorded.
 * - `weekdays`: not Saturday and Sunday; holidays count.
 * - `all-but-bank-holidays`: not Scottish bank holidays, with those recorded; weekends count.
 * - `every-day`: calendar days; nothing rolls off a weekend.
 */
export type CalendarName = 'participation' | 'scottish-bank-holidays' | 'weekdays' | 'all-but-bank-holidays' | 'every-day';

/** A period as it was counted, so that it can explain itself. All dates are calendar dates where the body sits. */
export interface CountedPeriod {
  /** The calendar by which days count. */
  readonly calendar: CalendarName;
  /** The rule as a person would say it: `30 working days beginning with the validation date`. */
  readonly rule: string;
  /** Act, regulation and section. */
  readonly source?: string;
  /** The period's length, in days that count. */
  readonly length: number;
  /** The day that set the period going. */
  readonly from: string;
  /**
   * `that-day`: the rule says "beginning with" `from`, which is day 1 if it counts. `day-after`: `from` is not counted. `day-before`: the
   * days are counted back from `from`, which is not counted. `clear-days-before`: likewise, and the last day is the one before all that are
   * counted, so that so many clear days lie between it and `from`; whether it would count itself does not matter.
   */
  readonly starts: 'that-day' | 'day-after' | 'day-before' | 'clear-days-before';
  /** The first day counted. */
  readonly firstDay: string;
  /** The days looked at that did not count, each with the reason. */
  readonly skipped: readonly {
    /** The day that did not count. */
    readonly date: string;
    /** The reason: a weekend, or the holiday. */
    readonly why: string;
  }[];
  /** The last day counted; of days counted back, the day so many days before; of clear days, the day before that. */
  readonly lastDay: string;
}

/** A holiday somebody recorded, or recorded as not kept: proclaimed once, moved, or local to a body. */
export interface RecordedHoliday {
  readonly date: string;
  readonly title: string;
  /** False for a day that would be a holiday by the rules and is not kept this year. */
  readonly kept: boolean;
}

const isDeadline = (value: object): value is Deadline =>
  'words' in value && 'kind' in value && 'explanation' in value && typeof value.words === 'string' && typeof value.explanation === 'string';

/** The other bodies on whose diaries the deadlines of some data hang, wherever in it these stand; each once. */
export const otherBodiesIn = (data: unknown): readonly string[] => [
  ...new Set(deadlinesIn(data).flatMap(({ hangsOn }) => hangsOn?.of?.bodyId ?? [])),
];

/** The deadlines that stand in some data, wherever in it, in their order: words somebody used. */
export function deadlinesIn(data: unknown): readonly Deadline[] {
  if (typeof data !== 'object' || data === null) return [];
  if (isDeadline(data)) return data.words === '' ? [] : [data];
  return Object.values(data).flatMap(deadlinesIn);
}
