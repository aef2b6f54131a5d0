import { addDays } from '../../../kernel/dates.js';
import { type SweepMark } from './sweep-marks.js';

/** Last days of deadlines, both ends included. */
export interface Range {
  readonly from: string;
  readonly until: string;
}

export interface Sweep {
  readonly ranges: readonly Range[];
  /** Whether what has no date is looked at too. */
  readonly undated: boolean;
}

/** What fell overdue so many days before somebody began to follow it is told of; what is older is left in peace. */
const LOOK_BACK_DAYS = 28;

/**
 * Which days of the calendar are to be looked at for somebody. Where nothing was recorded since the last time, only those that have
 * newly come near or have newly gone by, however long ago that time was; else the whole window, for a deadline may have been put into it.
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
