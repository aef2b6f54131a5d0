import { type RaisedAction } from '../../../../slices/actions/actions.queries.js';
import { type PersonNamed, type Standing } from '../../../../slices/bodies/bodies.words.js';
import { type Meeting } from '../../../../slices/meetings/meetings.words.js';

/** Two places of a record that do not agree. The record stands as it is: nothing here is ever mended. */
export interface Discrepancy {
  readonly kind: DiscrepancyKind;
  /** Meeting, paragraph, action or person concerned: `cpp-strategic-board/2016-03-03#4.4(a)`. */
  readonly where: string;
  /** What does not agree, as a sentence. */
  readonly what: string;
  readonly recordSays: string;
  readonly otherSays: string;
}

export type DiscrepancyKind =
  | 'notice-date'
  | 'sheet-heading'
  | 'sheet-item-number'
  | 'citation-missing'
  | 'citation-outside'
  | 'agreed-without-action'
  | 'spelling'
  | 'unmarked-departure'
  | 'quorum-declared'
  | 'quorum-undeclared'
  | 'roll'
  | 'attendance-seat'
  | 'vote-impossible'
  | 'before-its-day'
  | 'times-out-of-order'
  | 'exempt-in-public';

/** The parts of a body's record that are compared. */
export interface ComparedRecord {
  readonly bodyId: string;
  /** Oldest first. */
  readonly meetings: readonly Meeting[];
  /** The meetings whose discrepancies are reported; all others are only compared with. */
  readonly about: readonly Meeting[];
  /** Whether the body raises actions at all. */
  readonly keepsSheet: boolean;
  readonly actions: readonly RaisedAction[];
  /** What each meeting in question would stand under by the record of the body now, for each day it sat. */
  readonly rolls?: ReadonlyMap<string, readonly Standing[]>;
  /** Everybody named on a roll or in a sederunt, once for every name written there. */
  readonly people: readonly PersonNamed[];
  /** The id that stands for all spellings of a person, where some were declared the same. */
  readonly canonical: ReadonlyMap<string, string>;
  /** Pairs of spellings declared to be two people, by their canonical ids: `one other`. */
  readonly apart: ReadonlySet<string>;
}
