import { instantInZone, isDate } from '../../../kernel/dates.js';
import { momentOf } from '../../../kernel/moments.js';
import { when } from '../../../kernel/words.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { dayAndTime } from '../record/day-and-time.js';
import { type Clock, CLOCKS } from '../../../across/audit/audit.queries.js';

type Query = Readonly<Record<string, string | undefined>>;

const FIELDS = ['from', 'from-time', 'to', 'to-time'] as const;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The two moments in the address. */
export interface DifferenceAsked {
  readonly clock: Clock;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Whether the address names a moment or a clock at all. */
  readonly chosen: boolean;
  readonly typed: Readonly<Record<(typeof FIELDS)[number], string>>;
  /** The moments as days and times of day, for the form. */
  readonly days: DifferenceAsked['typed'];
  /** From when to when, in words. */
  readonly words: { readonly from: string; readonly to: string };
  readonly problems: readonly PageProblem[];
  /** The same moments as a query, for links to other addresses. */
  readonly query: string;
}

/**
 * Reads the two moments. Each is a date (its end), a date with a time of day beside it, or an instant; without the first, the record's
 * beginning; without the second, now.
 */
export function differenceAsked(query: Query, zone: string): DifferenceAsked {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, String(query[name] ?? '').trim()])) as DifferenceAsked['typed'];
  const [from, to] = [momentIn('from', typed, zone), momentIn('to', typed, zone)];
  const clock = CLOCKS.find((one) => one === query.clock) ?? 'happened';
  const kept = Object.entries({ clock, ...typed }).filter(([, value]) => value !== '');
  return {
    clock,
    from: from.moment,
    to: to.moment,
    chosen: query.clock !== undefined || FIELDS.some((name) => typed[name] !== ''),
    typed,
    days: { ...typed, ...dayAndTime('from', typed.from, zone, 'beginning'), ...dayAndTime('to', typed.to, zone) },
    words: { from: inWords(typed.from, from.moment, zone) ?? 'its beginning', to: inWords(typed.to, to.moment, zone) ?? 'now' },
    problems: [from, to].flatMap(({ problem }) => (problem ? [problem] : [])),
    query: new URLSearchParams(kept).toString(),
  };
}

const inWords = (typed: string, moment: string | undefined, zone: string): string | undefined => {
  if (moment === undefined) return undefined;
  return momentOf(typed, zone) === moment && isDate(typed) ? `the end of ${when(typed)}` : when(moment, zone);
};

function momentIn(
  field: 'from' | 'to',
  typed: DifferenceAsked['typed'],
  zone: string,
): { readonly moment?: string; readonly problem?: PageProblem } {
  const [text, time] = [typed[field], typed[`${field}-time`]];
  if (text === '') return time === '' ? {} : { problem: { text: 'Enter the date that the time belongs to', href: `#${field}` } };
  if (time !== '' && !TIME.test(time)) return { problem: { text: 'Enter a time of the day, such as 15:30', href: `#${field}-time` } };
  if (momentOf(text, zone) === null) return { problem: { text: 'Enter a real date, such as 2016-03-03', href: `#${field}` } };
  return { moment: time !== '' && isDate(text) ? instantInZone(text, time, zone) : momentOf(text, zone)! };
}
