import { type PageMoment, pageMomentIn } from '../../frame/page-moment.js';
import { dayAndTime } from '../record/day-and-time.js';
import { type Only, ONLY } from './entries.js';
import { type Order, ORDERS } from './order.js';

export type Query = Readonly<Record<string, string | undefined>>;

/** What the address of a timeline asks for. */
export interface TimelineAsked {
  readonly then: PageMoment;
  readonly order: Order;
  readonly only: Only | undefined;
  readonly words: string;
  readonly page: number;
  readonly part: string | undefined;
  readonly partFrom: number;
  /** This timeline with other values; what is `undefined` is left out. Another page or part is gone to only where it is named. */
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

/** Turned back to a moment by either clock; by neither where it is left out. */
export const turnedTo = ({ asAt, asKnownAt }: { readonly asAt?: string | undefined; readonly asKnownAt?: string | undefined }): Query => ({
  ...Object.fromEntries(THEN.map((name) => [name, undefined])),
  ...(asAt !== undefined && { 'as-at': asAt }),
  ...(asKnownAt !== undefined && { 'as-known-at': asKnownAt }),
});

/** The fields of the form as a day and a time of it, where the address has an instant. */
export const inDays = (then: PageMoment, zone: string): PageMoment => ({
  ...then,
  typed: {
    ...then.typed,
    ...dayAndTime('as-at', then.typed['as-at'], zone),
    ...dayAndTime('as-known-at', then.typed['as-known-at'], zone),
  },
});
