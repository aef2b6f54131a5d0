import { type FastifyRequest } from 'fastify';
import { dateInZone, instantInZone, isDate } from '../../kernel/dates.js';
import { momentOf, type Moments } from '../../kernel/moments.js';
import { type PageProblem } from './page-problem.js';
import { when } from '../../kernel/words.js';

/**
 * The moments to which a page is turned back: as it was then, as it was known then, or both. The `then` component shows and asks for them.
 */
export interface PageMoment {
  /** Empty if the page shows things as they are now. */
  readonly moments: Moments;
  readonly past: boolean;
  /** `as it was on 3 March 2016, as it was known at 3.00 pm on 4 March 2016`; empty if the page is not turned back. */
  readonly words: string;
  readonly problems: readonly PageProblem[];
  readonly typed: Readonly<Record<(typeof FIELDS)[number], string>>;
  /** The page's address without the moments. */
  readonly here: string;
  /** The page's address without any query, to which the form is sent. */
  readonly path: string;
  /** The other values of the query, which the form keeps. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** The moments as a query, for links to other addresses: empty, or `as-at=2016-03-03`. */
  readonly query: string;
  /**
   * The day to which days are counted, where the body sits: that of `as-at`, or else of `as-known-at`; `null` if the page is not turned
   * back.
   */
  readonly day: string | null;
  /** Another address, turned back to the same moments. */
  readonly to: (address: string) => string;
}

const FIELDS = ['as-at', 'as-at-time', 'as-known-at', 'as-known-at-time'] as const;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Reads `as-at` and `as-known-at` of an address: each a date (its end, where the body sits), a date with a time of that day beside it
 * (`as-at-time`), or an instant. A value that is none of these is a problem of its field, and does not turn the page back.
 */
export function pageMomentIn({ url }: Pick<FastifyRequest, 'url'>, timeZone: string): PageMoment {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const asked = (name: string): string => searchParams.get(name)?.trim() ?? '';
  const typed = Object.fromEntries(FIELDS.map((name) => [name, asked(name)])) as PageMoment['typed'];
  const kept = [...searchParams].filter(([name]) => !FIELDS.includes(name as (typeof FIELDS)[number]) && name !== 'done');
  const was = readMoment('as-at', typed, timeZone);
  const known = readMoment('as-known-at', typed, timeZone);
  const moments = { ...(was.moment && { happenedBy: was.moment }), ...(known.moment && { recordedBy: known.moment }) };
  const rest = new URLSearchParams(kept).toString();
  const past = was.moment !== undefined || known.moment !== undefined;
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== '')).toString();
  const day = was.moment ?? known.moment;
  return {
    moments,
    past,
    words: [was.moment && `as it was ${was.words}`, known.moment && `as it was known ${known.words}`].filter(Boolean).join(', '),
    problems: [was, known].flatMap(({ problem }) => (problem ? [problem] : [])),
    typed,
    path: pathname,
    here: rest === '' ? pathname : `${pathname}?${rest}`,
    kept: kept.map(([name, value]) => ({ name, value })),
    query,
    day: day === undefined ? null : dateInZone(day, timeZone),
    to: (address) => (past ? behind(address, query) : address),
  };
}

function behind(address: string, query: string): string {
  const [path = '', anchor] = address.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}${query}${anchor === undefined ? '' : `#${anchor}`}`;
}

interface Read {
  readonly moment?: string;
  readonly words?: string;
  readonly problem?: PageProblem;
}

function readMoment(field: 'as-at' | 'as-known-at', typed: PageMoment['typed'], timeZone: string): Read {
  const [text, time] = [typed[field], typed[`${field}-time`]];
  if (text === '') {
    return time === '' ? {} : { problem: { text: 'Enter the date that the time belongs to', href: `#${field}` } };
  }
  if (time !== '' && !TIME.test(time)) return { problem: { text: 'Enter a time of the day, such as 15:30', href: `#${field}-time` } };
  const moment = time !== '' && isDate(text) ? instantInZone(text, time, timeZone) : momentOf(text, timeZone);
  if (moment === null) return { problem: { text: 'Enter a real date, such as 2016-03-03', href: `#${field}` } };
  const instant = new Date(moment).toISOString();
  return { moment: instant, words: time === '' && isDate(text) ? `on ${when(text)}` : `at ${when(instant, timeZone)}` };
}
