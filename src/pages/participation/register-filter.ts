import { filterQuery, said, standsIn } from '../frame/filters.js';
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

export const askedIn = ({ state, late, text }: Readonly<Record<string, unknown>>, mayRead: boolean): RegisterAsked => ({
  state: mayRead ? REQUEST_STATUSES.find((one) => one === state) : undefined,
  late: mayRead && late === 'true',
  text: said(text),
});

export const isFiltered = ({ state, late, text }: RegisterAsked): boolean => state !== undefined || late || text !== undefined;

/** The filters as the end of an address: empty, or `?late=true`. */
export const queryOf = ({ state, late, text }: RegisterAsked, more = ''): string =>
  filterQuery({ state, late: late ? 'true' : undefined, text }, more);

type Listed = ListedRequest | PublicRequest;

export const isWhole = (one: Listed): one is ListedRequest => 'state' in one;

export const fits = (one: Listed, { state, late, text }: RegisterAsked): boolean =>
  (state === undefined || (isWhole(one) && one.state === state)) &&
  (!late || (isWhole(one) && one.late)) &&
  (text === undefined || contains(one, text));

const contains = ({ title, service, outcome, from }: Listed, text: string): boolean =>
  standsIn([title, service, outcome, ...from.map(({ name }) => name)], text);
