import { type DomainEvent, type Recorded } from './event.js';
import { type Deadline } from './deadline.js';

export const DUE_KINDS = [
  'action',
  'direction',
  'participation-request',
  'report',
  'plan',
  'duty',
  'requisition',
  'body',
  'meeting',
  'decision',
] as const;
/** The kind of record that a deadline stands in. */
export type DueKind = (typeof DUE_KINDS)[number];

/** Names one deadline for good: the record it stands in, and which of that record's clocks it is (`decision`, `review`, `item-1.1.3`). */
export interface DueName {
  readonly kind: DueKind;
  /** The record's name, as everywhere: `sb-ijb/2023-eildon`. */
  readonly recordId: string;
  readonly clock: string;
}

/** What a person needs to know of a deadline. */
export interface Due extends DueName {
  readonly bodyId: string;
  /** The record's title. */
  readonly title: string;
  /** The number of the item of business it comes from, as the record has it: deadlines of one day stand in the order of their numbers. */
  readonly number?: string;
  /** What has to be done by the deadline, as a phrase: `decision notice`, `review`, `progress report published`. */
  readonly what: string;
  readonly deadline: Deadline;
  /** The day the deadline's words were used, where that is not the day the event counts from. */
  readonly saidOn?: string;
  readonly organisation?: string;
  /** The last day on which it can still be done: once that is over, nothing is due any more. */
  readonly lapsesAfter?: string;
  /** The officers who have to do what is due, as the record names them. */
  readonly officers: readonly string[];
  /** True if taken in private, or not published: the deadline is shown only to readers who may see such items. */
  readonly exempt: boolean;
  /** `to-publish`: what must be published and has not been; the date may be missing. */
  readonly sort?: 'deadline' | 'review' | 'to-publish' | 'ratification';
}

/**
 * What an event does to a deadline. `falls-due` makes the deadline, or gives it new dates and words; `carried` changes only the fields
 * named; `met` and `dropped` end the deadline; `live-again` undoes that end. A change to a deadline that does not exist does nothing.
 */
export type DueChange =
  | ({ readonly change: 'falls-due' } & Due)
  | ({ readonly change: 'carried' } & DueName &
      Partial<Pick<Due, 'title' | 'number' | 'what' | 'deadline' | 'saidOn' | 'organisation' | 'officers' | 'exempt'>>)
  | ({ readonly change: 'met' | 'dropped' | 'live-again' } & DueName & { readonly on: string });

/** By event type: the deadlines that an event makes, changes or ends. Pure: each entry sees only the event. */
export type DueTable<E extends DomainEvent> = {
  readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => readonly DueChange[];
};
