import { type Moments, updatesBy } from '../../../../kernel/moments.js';
import { type DirectionTerms } from '../../direction.events.js';
import {
  type Direction,
  type DirectionFact,
  directionOn,
  type DirectionStatus,
  type DirectionUpdate,
  type Ending,
  evolveDirection,
  type Issue,
  statusOf,
} from '../../direction.state.js';
import { type Flags, flagsOn, type Gap, gapsOf } from '../../direction-flags.js';
import { directionIdOf, type DirectionRegisterRow } from './direction-register.projection.js';

/** A direction as a reader sees it on a day. */
export interface DirectionView extends Flags {
  readonly directionId: string;
  readonly bodyId: string;
  readonly direction: string;
  readonly reference: string | null;
  readonly state: DirectionStatus;
  readonly title: string;
  readonly terms: DirectionTerms;
  readonly draftedOn: string;
  readonly approval: NonNullable<Direction['approval']> | null;
  readonly issues: readonly Issue[];
  readonly reports: Direction['reports'];
  readonly reviews: Direction['reviews'];
  readonly review: NonNullable<Direction['review']> | null;
  /** Days that were said when it was approved, or reviewed, and have moved since. */
  readonly datesMoved: NonNullable<Direction['datesMoved']>;
  readonly timeframeMetOn: string | null;
  readonly end: Ending | null;
  readonly gaps: readonly Gap[];
  readonly exempt: boolean;
}

export interface DirectionStory extends DirectionView {
  /** The live direction approved to replace this one, or the direction that did replace it. */
  readonly replacedBy: { readonly direction: string; readonly reference: string } | null;
  /** Everything recorded of the direction up to the day, in the order it was recorded. */
  readonly story: readonly (Omit<DirectionUpdate, 'data'> & { readonly data: object })[];
  /** The direction's terms as drafted, and after each amendment and correction. */
  readonly texts: readonly { readonly on: string; readonly because: string; readonly terms: DirectionTerms }[];
}

export const viewOf = (direction: Direction, date: string): DirectionView => ({
  directionId: directionIdOf(direction),
  bodyId: direction.bodyId,
  direction: direction.direction,
  reference: direction.approval?.reference ?? null,
  state: statusOf(direction),
  title: direction.terms.title,
  terms: direction.terms,
  draftedOn: direction.draftedOn,
  approval: direction.approval ?? null,
  issues: direction.issues,
  reports: direction.reports,
  reviews: direction.reviews,
  review: direction.review ?? null,
  datesMoved: direction.datesMoved ?? { timeframes: null, review: null },
  timeframeMetOn: direction.timeframeMetOn ?? null,
  end: direction.end ?? null,
  gaps: gapsOf(direction),
  exempt: direction.exempt,
  ...flagsOn(direction, date),
});

/** How it stood at the end of a day, or by a moment of it, as it was known; `null` before it was drafted. */
export function directionAsAt({ record, updates }: DirectionRegisterRow, date: string, moments: Moments = {}): Direction | null {
  const known = updatesBy(updates, moments);
  const all = known.length === updates.length && known.every(({ data }) => data.on <= date);
  return all ? record : directionOn(known, date);
}

type Because = Partial<Record<DirectionFact['type'], string>>;
const DRAFTS: Because = { DirectionDrafted: 'drafted', DirectionDraftAmended: 'amended as a draft' };
const APPROVED: Because = { DirectionApproved: 'approved' };

/** The texts of a direction; without `drafts`, those from the approval on. */
export function textsOf(updates: readonly DirectionUpdate[], drafts: boolean): DirectionStory['texts'] {
  const texts: DirectionStory['texts'][number][] = [];
  let direction: Direction | null = null;
  for (const update of updates) {
    direction = evolveDirection(direction, update);
    const why = update.type === 'DirectionCorrected' ? `corrected: ${update.data.reason}` : (drafts ? DRAFTS : APPROVED)[update.type];
    if (direction && why !== undefined) texts.push({ on: update.data.on, because: why, terms: direction.terms });
  }
  return texts;
}
