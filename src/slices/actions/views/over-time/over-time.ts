import { addDays } from '../../../../kernel/dates.js';
import { type DatingFacts } from '../../../../kernel/deadline.js';
import { actionAsAt, dueWith, type Exactly, type RowRead } from '../action-register/action-view.js';
import { statusOn } from '../../action-status.js';

/** The number of actions in each standing at the end of a day. */
export interface Tally {
  readonly on: string;
  /** Open actions that are not overdue. */
  readonly open: number;
  readonly overdue: number;
  /** Reported complete or declined, and still on the tracker. */
  readonly awaitingNoting: number;
  /** Noted complete since the day before this one in the list. */
  readonly noted: number;
}

/** The last day of each of so many months, earliest first; the month of `asAt` is the last, and ends with `asAt`. */
export function monthEnds(asAt: string, months: number): readonly string[] {
  const days = [asAt];
  while (days.length < months) days.unshift(addDays(`${days[0]!.slice(0, 7)}-01`, -1));
  return days;
}

/** Tallies of the rows on each of the days; `from` is the day before the first of them begins. */
export function talliesOf(
  rows: readonly RowRead[],
  days: readonly string[],
  from: string,
  facts?: DatingFacts,
  exactly?: Exactly,
): readonly Tally[] {
  return days.map((on, index) => {
    const before = days[index - 1] ?? from;
    const tally = { on, open: 0, overdue: 0, awaitingNoting: 0, noted: 0 };
    for (const row of rows) {
      const action = actionAsAt(row, on, exactly);
      if (!action || action.standing === 'struck') continue;
      if (action.noted) {
        if (action.noted.on > before) tally.noted += 1;
        continue;
      }
      const { status } = statusOn(action.standing, dueWith(action, facts).latest, on);
      if (status === 'overdue') tally.overdue += 1;
      else if (action.standing === 'open') tally.open += 1;
      else tally.awaitingNoting += 1;
    }
    return tally;
  });
}
