import { isDate } from '../../kernel/dates.js';
import { type PageProblem } from '../frame/page-problem.js';
import { type DueKind } from '../../kernel/due.js';
import { type DueFilter } from '../../across/due/due.queries.js';
import { KIND_NAMES } from '../../across/due/due.words.js';

/** The filters in the page's address. A value that cannot be read is a problem of the page, and filters nothing. */
export interface DueAsked {
  readonly kind?: DueKind | undefined;
  readonly body?: string | undefined;
  readonly officer?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly after?: string | undefined;
  readonly problems: readonly PageProblem[];
}

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const FIELDS = ['kind', 'body', 'officer', 'from', 'until'] as const;
const DATE_NAMES = { from: 'From', until: 'Until' } as const;

export function askedIn(query: Query): DueAsked {
  const text = (name: string): string | undefined => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const problems: PageProblem[] = [];
  const date = (name: 'from' | 'until'): string | undefined => {
    const value = text(name);
    if (value === undefined || isDate(value)) return value;
    problems.push({ text: `${DATE_NAMES[name]} must be a real date, such as 2016-06-09`, href: `#${name}` });
    return undefined;
  };
  const [from, until, kind] = [date('from'), date('until'), text('kind')];
  if (from !== undefined && until !== undefined && from > until)
    problems.push({ text: 'Until must be the same day as From, or a later one', href: '#until' });
  return {
    kind: kind !== undefined && Object.hasOwn(KIND_NAMES, kind) ? (kind as DueKind) : undefined,
    body: text('body'),
    officer: text('officer'),
    from,
    until,
    after: text('after'),
    problems,
  };
}

export const filterOf = ({ kind, body, officer, from, until }: DueAsked): DueFilter => ({
  ...{ kind, officer, from, until, bodyId: body },
  standing: 'live',
});

export const isFiltered = (asked: DueAsked): boolean => FIELDS.some((name) => asked[name] !== undefined);

/** The filters as the end of an address: empty, or `?kind=plan&from=2016-06-09`. */
export function queryOf(asked: DueAsked, more: Readonly<Record<string, string>> = {}): string {
  const given = FIELDS.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]] as const]));
  const text = new URLSearchParams({ ...Object.fromEntries(given), ...more }).toString();
  return text === '' ? '' : `?${text}`;
}
