import {
  REQUEST_STATUSES,
  type RequestStatus,
  type ListedRequest,
  type PublicRequest,
} from '../../slices/participation/participation.words.js';

/** The filters in the register's address. State and lateness are only for readers of what is not published. */
export interface RegisterAsked {
  readonly state?: RequestStatus | undefined;
  readonly late: boolean;
  readonly text?: string | undefined;
}

const LONGEST = 200;

export function askedIn({ state, late, text }: Readonly<Record<string, unknown>>, mayRead: boolean): RegisterAsked {
  const words = typeof text === 'string' ? text.trim().slice(0, LONGEST) : '';
  return {
    state: mayRead ? REQUEST_STATUSES.find((one) => one === state) : undefined,
    late: mayRead && late === 'true',
    text: words === '' ? undefined : words,
  };
}

export const isFiltered = ({ state, late, text }: RegisterAsked): boolean => state !== undefined || late || text !== undefined;

/** The filters as the end of an address: empty, or `?late=true`. */
export function queryOf({ state, late, text }: RegisterAsked, more = ''): string {
  const query = new URLSearchParams(more);
  for (const [name, value] of Object.entries({ state, late: late ? 'true' : undefined, text }))
    if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

type Listed = ListedRequest | PublicRequest;

export const isWhole = (one: Listed): one is ListedRequest => 'state' in one;

export const fits = (one: Listed, { state, late, text }: RegisterAsked): boolean =>
  (state === undefined || (isWhole(one) && one.state === state)) &&
  (!late || (isWhole(one) && one.late)) &&
  (text === undefined || contains(one, text.toLowerCase()));

const contains = ({ title, service, outcome, from }: Listed, text: string): boolean =>
  [title, service, outcome, ...from.map(({ name }) => name)].some((one) => one?.toLowerCase().includes(text));
