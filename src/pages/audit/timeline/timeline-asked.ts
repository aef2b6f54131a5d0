import { type PageMoment, pageMomentIn } from '../../frame/page-moment.js';
import { dayAndTime } from '../record/day-and-time.js';
import { type Only, ONLY } from './entries.js';
import { type Order, ORDERS } from './order.js';

export type Query = Readonly<Record<string, string | undefined>>;

/** The values in a timeline's address. */
export interface TimelineAsked {
  readonly then: PageMoment;
  readonly order: Order;
  readonly only: Only | undefined;
  readonly words: string;
  readonly page: number;
  readonly part: string | undefined;
  readonly partFrom: number;
  /**
   * The address of this timeline with other values; a value of `undefined` is left out. `page` and `part` are not kept: name them to go
   * there.
   */
  readonly address: (other: Query, to?: string) => string;
}

const PLACES = ['page', 'part', 'part-from', 'done'];
const THEN = ['as-at', 'as-at-time', 'as-known-at', 'as-known-at-time'];

const chosen = <T extends string>(of: readonly T[], value: string | null): T | undefined => of.find((one) => one === value);
const whole = (value: string | null): number => (value !== null && /^\d{1,6}$/.test(value) ? Number(value) : 0);

export function timelineAsked(url: string, ref: string, zone: string): TimelineAsked {
  const { pathname, searchParams } = new URL(url, 'http://here');
  const kept = new URLSearchParams([...searchParams].filter(([name]) => !PLACES.includes(name)));
  kept.set('ref', ref);
  return {
    then: pageMomentIn({ url: `${pathname}?${kept.toString()}` }, zone),
    order: chosen(ORDERS, searchParams.get('order')) ?? 'happened',
    only: chosen(ONLY, searchParams.get('only')),
    words: (searchParams.get('words') ?? '').trim().slice(0, 200),
    page: Math.max(1, whole(searchParams.get('page'))),
    part: searchParams.get('part') ?? undefined,
    partFrom: whole(searchParams.get('part-from')),
    address: (other, to = pathname) => {
      const query = new URLSearchParams(kept);
      for (const [name, value] of Object.entries(other)) {
        if (value === undefined) query.delete(name);
        else query.set(name, value);
      }
      for (const [name, value] of [...query]) if (value === '') query.delete(name);
      return `${to}?${query.toString()}`;
    },
  };
}

/** The query that turns a page back by one clock, or by both; without a moment, the query that shows it as it is now. */
export const turnedTo = ({ asAt, asKnownAt }: { readonly asAt?: string | undefined; readonly asKnownAt?: string | undefined }): Query => ({
  ...Object.fromEntries(THEN.map((name) => [name, undefined])),
  ...(asAt !== undefined && { 'as-at': asAt }),
  ...(asKnownAt !== undefined && { 'as-known-at': asKnownAt }),
});

/** The form's fields as a day and a time of day, if the address has an instant. */
export const inDays = (then: PageMoment, zone: string): PageMoment => ({
  ...then,
  typed: {
    ...then.typed,
    ...dayAndTime('as-at', then.typed['as-at'], zone),
    ...dayAndTime('as-known-at', then.typed['as-known-at'], zone),
  },
});
