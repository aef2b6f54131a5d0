import { inOrder, nameKey } from '../../kernel/names.js';
import { bars } from '../frame/charts/bars.js';
import { type Chart, chartOf } from '../frame/charts/chart.js';
import { columns } from '../frame/charts/columns.js';
import { when } from '../../kernel/words.js';
import { type ActionView, type Tally } from '../../slices/actions/actions.words.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A month's short name, with the year below the first one shown and below each January. */
const shortMonth = (date: string, index: number): readonly string[] => {
  const month = Number(date.slice(5, 7)) - 1;
  return [MONTHS[month]!, ...(index === 0 || month === 0 ? [date.slice(0, 4)] : [])];
};

/** Open, overdue and completed at the end of each month. */
export function overTimeChart(tallies: readonly Tally[]): Chart {
  const last = tallies.at(-1);
  const seen = last
    ? `On ${when(last.on)}, ${last.overdue} overdue, ${last.open} open and not overdue, ${last.awaitingNoting} waiting to be noted. In all these months ${tallies.reduce((sum, { noted }) => sum + noted, 0)} noted complete.`
    : '';
  return chartOf(
    {
      id: 'over-time',
      title: 'Actions at the end of each month',
      description: seen,
      categoryTitle: 'At the end of',
      categories: tallies.map(({ on }, index) => ({ label: when(on), short: shortMonth(on, index) })),
      series: [
        { name: 'Overdue', look: 'hatched', values: tallies.map(({ overdue }) => overdue) },
        { name: 'Open, not overdue', look: 'solid', values: tallies.map(({ open }) => open) },
        { name: 'Waiting to be noted', look: 'dotted', values: tallies.map(({ awaitingNoting }) => awaitingNoting) },
        { name: 'Noted complete in the month', look: 'light', values: tallies.map(({ noted }) => noted) },
      ],
    },
    columns,
  );
}

/** The most organisations in the picture, those with the most actions first; the others are counted together. */
const MOST_SHOWN = 15;

/** The number of each organisation's actions on the tracker. */
export function loadChart(actions: readonly ActionView[]): Chart {
  const on = actions.filter(({ status }) => status !== 'noted-complete');
  const nameOf = ({ organisation }: ActionView): string => organisation ?? 'No organisation named';
  const sorted = [...Map.groupBy(on, (action) => nameKey(nameOf(action))).values()]
    .map((list) => [nameOf(list[0]!), list] as const)
    .sort(([a, x], [b, y]) => y.length - x.length || inOrder(a, b));
  const rest = sorted.slice(MOST_SHOWN).flatMap(([, list]) => list);
  const shown = [...sorted.slice(0, MOST_SHOWN), ...(rest.length > 0 ? [['All others', rest] as const] : [])];
  const counted = (...states: readonly string[]): number[] =>
    shown.map(([, list]) => list.filter(({ status }) => states.includes(status)).length);
  const overdue = counted('overdue');
  return chartOf(
    {
      id: 'load',
      title: 'What each organisation has on the tracker',
      description: shown.map(([name, list], index) => `${name}: ${list.length}, ${overdue[index]} of them overdue`).join('. '),
      categoryTitle: 'Organisation',
      categories: shown.map(([name]) => ({ label: name })),
      series: [
        { name: 'Overdue', look: 'hatched', values: overdue },
        { name: 'Due within a week', look: 'light', values: counted('due-within-a-week') },
        { name: 'Not yet due', look: 'solid', values: counted('not-yet-due') },
        { name: 'Waiting to be noted', look: 'dotted', values: counted('reported-complete', 'declined') },
      ],
    },
    bars,
  );
}
