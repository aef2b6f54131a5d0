import { type DomainEvent } from '../../kernel/event.js';
import { type DueKind } from '../../kernel/due.js';
import { type Sealed } from '../../kernel/sealed.js';

export const REMINDER_SORTS = [
  'due-soon',
  'overdue',
  'review-due',
  'period-about-to-lapse',
  'not-yet-published',
  'awaiting-ratification',
] as const;
export type ReminderSort = (typeof REMINDER_SORTS)[number];

/** `each`: a mail for reminders as they arise. `daily`, `weekly` (on Mondays): one mail for all of them, not before `sendAt`. */
export const DIGESTS = ['each', 'daily', 'weekly'] as const;

/** What somebody follows, and how they want to be told. Times of day are of the wall clock in their time zone. */
export interface Following {
  /** The address for mail, sealed; `null` for a follower who reads the feed only. */
  readonly address: Sealed | null;
  /** Officers, as the record writes their names, whose deadlines are followed. */
  readonly names: readonly string[];
  /** Bodies all of whose deadlines are followed. */
  readonly bodies: readonly string[];
  /** The kinds followed; an empty list means every kind. */
  readonly kinds: readonly DueKind[];
  /** Calendar days before its last day from which a deadline counts as due soon. */
  readonly leadDays: number;
  /** As they arise, or one mail a day or a week. */
  readonly digest: (typeof DIGESTS)[number];
  /** `HH:mm` */
  readonly sendAt: string;
  /** No mail is sent from `from` to `to`, over midnight if `to` is the earlier. */
  readonly quietHours: {
    /** `HH:mm`: no mail from then on. */
    readonly from: string;
    /** `HH:mm`: mail again from then on. */
    readonly to: string;
  } | null;
  /** IANA time zone of those times of day. */
  readonly timeZone: string;
}

interface Named {
  /** The sign-in name of whoever is reminded. */
  readonly login: string;
}

/** One thing to be reminded of. `date` is the deadline's last day when it was raised; `null` where no date can be computed. */
export interface Reminder extends Named {
  /** The id of the reminder. */
  readonly reminderId: string;
  /** Why it is raised. */
  readonly sort: ReminderSort;
  /** The deadline it is about, as the due calendar names it. */
  readonly dueId: string;
  /** The body whose deadline it is. */
  readonly bodyId: string;
  /** The deadline's last day when it was raised; `null` where no date can be computed. */
  readonly date: string | null;
}

/**
 * Stream `reminders-<login>`. The deadline of a reminder stands in the due calendar; the stream says only that the reminder was raised, and
 * what became of it. A digest is made before it is sent, so that a mail tried again, also after a crash, is the same mail.
 */
export type ReminderEvent =
  /** Somebody asked to be told of deadlines. */
  | DomainEvent<
      'RemindersFollowed',
      1,
      Named & {
        /** What is followed, and how the follower wants to be told. */
        readonly following: Following;
      }
    >
  /** Somebody changed what they follow, or when they are told. */
  | DomainEvent<
      'RemindersChanged',
      1,
      Named & {
        /** What is otherwise from now on; what stays is absent. */
        readonly changes: Partial<Following>;
      }
    >
  /** Somebody wants no mail about deadlines any longer. */
  | DomainEvent<
      'RemindersOptedOut',
      1,
      Named & {
        /** Why no more mail is wanted, where that was said. */
        readonly reason?: string;
      }
    >
  /** Somebody wants mail about deadlines after all. */
  | DomainEvent<'RemindersOptedInAgain', 1, Named>
  /** Somebody is to be told of a deadline that they follow. */
  | DomainEvent<'ReminderRaised', 1, Reminder>
  /** The deadline was met, moved or dropped before anybody was reminded of it. */
  | DomainEvent<
      'RemindersLapsed',
      1,
      Named & {
        /** The reminders that nobody was told of, by their ids. */
        readonly reminders: readonly string[];
      }
    >
  /** A mail was made of the reminders due for somebody, and is to be sent. */
  | DomainEvent<
      'ReminderDigestMade',
      1,
      Named & {
        /** The id of the mail, the same however often it is tried. */
        readonly messageId: string;
        /** The reminders, by their ids. */
        readonly reminders: readonly string[];
      }
    >
  /** A mail server took the mail, at this attempt since the program was started. */
  | DomainEvent<
      'ReminderSent',
      1,
      Named & {
        /** The id of the mail, the same however often it is tried. */
        readonly messageId: string;
        /** The reminders, by their ids. */
        readonly reminders: readonly string[];
        /** At which attempt since the program was started, 1 the first. */
        readonly attempt: number;
      }
    >
  /** A mail server refused the mail for good. */
  | DomainEvent<
      'ReminderUndelivered',
      1,
      Named & {
        /** The id of the mail, the same however often it is tried. */
        readonly messageId: string;
        /** The reminders, by their ids. */
        readonly reminders: readonly string[];
        /** What the mail server answered. */
        readonly why: string;
      }
    >;

export const reminderEventVersions = {
  RemindersFollowed: 1,
  RemindersChanged: 1,
  RemindersOptedOut: 1,
  RemindersOptedInAgain: 1,
  ReminderRaised: 1,
  RemindersLapsed: 1,
  ReminderDigestMade: 1,
  ReminderSent: 1,
  ReminderUndelivered: 1,
} as const satisfies { readonly [E in ReminderEvent as E['type']]: E['v'] };
