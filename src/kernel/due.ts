import { type DomainEvent, type Recorded } from './event.js';
import { type Deadline } from './deadline.js';

/** What kind of record something falls due in. */
export type DueKind = 'action' | 'direction' | 'participation-request' | 'report' | 'plan' | 'duty' | 'body' | 'meeting' | 'decision';

/** Names one deadline for good: the record it stands in, and which of that record's clocks it is (`decision`, `review`, `item-1.1.3`). */
export interface DueName {
  readonly kind: DueKind;
  /** As the record is named everywhere: `sb-ijb/2023-eildon`. */
  readonly recordId: string;
  readonly clock: string;
}

/** What a person needs to know of a deadline. */
export interface Due extends DueName {
  readonly bodyId: string;
  /** The record's title. */
  readonly title: string;
  /** What has to be done by then, as a phrase: `decision notice`, `review`, `progress report published`. */
  readonly what: string;
  readonly deadline: Deadline;
  readonly organisation?: string;
  /** The people who have to do it, as the record names them. */
  readonly officers: readonly string[];
  /** Taken in private, or not published: shown only to those who may read such. */
  readonly exempt: boolean;
  /** `to-publish`: what must be published and has not been; the date may be missing. */
  readonly sort?: 'deadline' | 'review' | 'to-publish' | 'ratification';
}

/**
 * What an event does to a deadline. `falls-due` makes it, or puts it anew with other dates or words; `carried` changes only what is named;
 * `met` and `dropped` end it; `live-again` undoes that. A change of one that is not there is nothing.
 */
export type DueChange =
  | ({ readonly change: 'falls-due' } & Due)
  | ({ readonly change: 'carried' } & DueName & Partial<Pick<Due, 'title' | 'what' | 'deadline' | 'organisation' | 'officers' | 'exempt'>>)
  | ({ readonly change: 'met' | 'dropped' | 'live-again' } & DueName & { readonly on: string });

/** By event type: what falls due by it, and what is met. Pure: it sees only the event. */
export type DueTable<E extends DomainEvent> = {
  readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => readonly DueChange[];
};
