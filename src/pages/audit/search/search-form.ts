import { SLUG } from '../../../http/fields.js';
import { isDate } from '../../../kernel/dates.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { type SearchAddress, isSearchKind } from '../../../across/audit/audit.words.js';
import { SEARCH_SORTS } from '../../../across/audit/audit.queries.js';

/** The fields of the form, in the order in which they stand. */
export const SEARCH_FIELDS = [
  'words',
  'body',
  'kind',
  'by',
  'happened-from',
  'happened-to',
  'recorded-from',
  'recorded-to',
  'sort',
] as const;
type Field = (typeof SEARCH_FIELDS)[number];

export interface SearchTyped {
  /** The values as they were typed, for the fields. */
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  /** The values that can be searched by: those that are valid. */
  readonly address: SearchAddress;
  readonly problems: readonly PageProblem[];
  /** Whether the address has anything to search by; an order alone is nothing. */
  readonly asks: boolean;
  /** Whether any field besides the words narrows the search. */
  readonly narrowed: boolean;
}

const LONGEST = 300;
const DAYS = [
  ['happened-from', 'happened-to', 'Happened'],
  ['recorded-from', 'recorded-to', 'Written down'],
] as const;

const said = (value: unknown): string | undefined => {
  const text =
    typeof value === 'string'
      ? value
          .replace(/\p{Cc}+/gu, ' ')
          .trim()
          .slice(0, LONGEST)
      : '';
  return text === '' || !text.isWellFormed() ? undefined : text;
};

/** Reads an address. A day that cannot be read is a problem of its field; no unreadable value is searched by. */
export function searchTyped(query: Readonly<Record<string, unknown>>): SearchTyped {
  const typed: Partial<Record<Field, string>> = {};
  for (const field of SEARCH_FIELDS) {
    const text = said(query[field]);
    if (text !== undefined) typed[field] = text;
  }
  const problems = DAYS.flatMap(([from, to, name]) => dayProblems(typed, from, to, name));
  const day = (field: Field): string | undefined => (problems.some(({ href }) => href === `#${field}`) ? undefined : typed[field]);
  const address: SearchAddress = {
    words: typed.words,
    body: typed.body !== undefined && SLUG.test(typed.body) ? typed.body : undefined,
    kind: isSearchKind(typed.kind) ? typed.kind : undefined,
    by: typed.by,
    'happened-from': day('happened-from'),
    'happened-to': day('happened-to'),
    'recorded-from': day('recorded-from'),
    'recorded-to': day('recorded-to'),
    sort: SEARCH_SORTS.find((one) => one === typed.sort),
  };
  const { words, sort: _sort, ...rest } = address;
  const narrowed = Object.values(rest).some((one) => one !== undefined);
  return { typed, address, problems, asks: words !== undefined || narrowed, narrowed };
}

function dayProblems(typed: SearchTyped['typed'], from: Field, to: Field, name: string): PageProblem[] {
  const wrong = [from, to].filter((field) => typed[field] !== undefined && !isDay(typed[field]));
  if (wrong.length > 0)
    return wrong.map((field) => ({
      text: `${name} ${field === from ? 'from' : 'to'} must be a date that exists, such as 2016-03-03`,
      href: `#${field}`,
    }));
  const [first, last] = [typed[from], typed[to]];
  return first !== undefined && last !== undefined && first > last
    ? [{ text: `${name} to must not lie before ${name.toLowerCase()} from`, href: `#${to}` }]
    : [];
}

const isDay = (text: string): boolean => isDate(text) && text >= '1800' && text < '2200';

/** The address of the same search with some values changed, or as another page: the next page, another order, a file. */
export function searchAddress(
  { typed }: Pick<SearchTyped, 'typed'>,
  at = '/search',
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const kept = Object.entries({ ...typed, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return kept.length === 0 ? at : `${at}?${new URLSearchParams(kept).toString()}`;
}

const ORDERS = [
  { sort: 'best', text: 'Best match' },
  { sort: 'newest', text: 'Latest first' },
  { sort: 'oldest', text: 'Earliest first' },
] as const;

/** Links to the same search in each order; without words there is no best match. */
export function ordersOf(asked: SearchTyped) {
  const { words, sort } = asked.address;
  const usual = words === undefined ? 'newest' : 'best';
  return ORDERS.filter((one) => words !== undefined || one.sort !== 'best').map((one) => ({
    text: one.text,
    href: searchAddress(asked, '/search', { sort: one.sort === usual ? undefined : one.sort }),
    active: one.sort === (sort ?? usual),
  }));
}
