import { addDays } from '../../../kernel/dates.js';
import { type SweepMark } from './sweep-marks.js';

/** A range of deadlines' last days, both ends included. */
export interface Range {
  readonly from: string;
  readonly until: string;
}

export interface Sweep {
  readonly ranges: readonly Range[];
  /** Whether deadlines without a date are looked at too. */
  readonly undated: boolean;
}

/** A new follower is told of deadlines that fell overdue up to this many days ago, and of none older. */
const LOOK_BACK_DAYS = 28;

/**
 * The days of the calendar to look at for a follower. If nothing was recorded since the last sweep: only the deadlines that have come near
 * or gone by since, however long ago that sweep was. Otherwise the whole window, since a deadline may have been put into it.
 */
export function sweepFor(mark: SweepMark | null, today: string, leadDays: number, changed: boolean): Sweep {
  const until = addDays(today, leadDays);
  if (mark === null || changed) {
    const usual = addDays(today, -LOOK_BACK_DAYS);
    return { ranges: [{ from: mark && mark.sweptOn < usual ? mark.sweptOn : usual, until }], undated: true };
  }
  if (mark.sweptOn >= today) return { ranges: [], undated: false };
  return {
    ranges: [
      { from: mark.sweptOn, until: addDays(today, -1) },
      { from: addDays(mark.sweptOn, leadDays + 1), until },
    ],
    undated: false,
  };
}
