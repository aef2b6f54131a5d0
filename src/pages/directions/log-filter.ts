import { inOrder } from '../../kernel/names.js';
import { filterQuery, said, standsIn } from '../frame/filters.js';
import { LOG_STATUSES, type LogStatus, type DirectionView } from '../../slices/directions/directions.words.js';
import { unreported } from './direction-words.js';

/** The log's own headings, and one for directions whose recipients have made no report. */
export type LogHeading = LogStatus | 'not-reported';

export const HEADINGS: readonly { readonly value: LogHeading; readonly text: string; readonly drafts?: true }[] = [
  { value: 'all', text: 'All' },
  { value: 'live', text: 'Current' },
  { value: 'not-acknowledged', text: 'Awaiting acknowledgement' },
  { value: 'not-reported', text: 'Awaiting a first report' },
  { value: 'review-overdue', text: 'Review overdue' },
  { value: 'revised', text: 'Revised' },
  { value: 'superseded', text: 'Superseded' },
  { value: 'revoked', text: 'Revoked' },
  { value: 'completed', text: 'Completed' },
  { value: 'drafted', text: 'Drafts', drafts: true },
  { value: 'withdrawn', text: 'Withdrawn drafts', drafts: true },
];

/** The filters in the log's address. */
export interface LogAsked {
  readonly state: LogHeading;
  /** The recipient's id. */
  readonly recipient?: string | undefined;
  readonly text?: string | undefined;
}

export const askedIn = (query: Readonly<Record<string, unknown>>): LogAsked => ({
  state: HEADINGS.find(({ value }) => value === query.state)?.value ?? 'all',
  recipient: said(query.recipient),
  text: said(query.text),
});

export const isFiltered = ({ state, recipient, text }: LogAsked): boolean =>
  state !== 'all' || recipient !== undefined || text !== undefined;

/** The filters as the end of an address: empty, or `?state=live`. */
export const queryOf = ({ state, recipient, text }: LogAsked, more = ''): string =>
  filterQuery({ state: state === 'all' ? undefined : state, recipient, text }, more);

/** The heading for the log when printed or downloaded; `all` for a heading that the log itself does not have. */
export const headingOf = ({ state }: LogAsked): LogStatus => LOG_STATUSES.find((one) => one === state) ?? 'all';

function isUnder(heading: LogHeading, view: DirectionView): boolean {
  switch (heading) {
    case 'all':
      return true;
    case 'live':
      return view.live;
    case 'review-overdue':
      return view.reviewOverdue;
    case 'not-acknowledged':
      return view.notAcknowledged.length > 0;
    case 'not-reported':
      return unreported(view).length > 0;
    case 'completed':
    case 'drafted':
    case 'revised':
    case 'revoked':
    case 'superseded':
    case 'withdrawn':
      return view.state === heading;
  }
}

export const fits = (view: DirectionView, { state, recipient, text }: LogAsked): boolean =>
  isUnder(state, view) &&
  (recipient === undefined || view.terms.recipients.some((one) => one.recipient === recipient)) &&
  (text === undefined || contains(view, text));

const contains = ({ reference, title, terms }: DirectionView, text: string): boolean =>
  standsIn([reference, title, terms.text, terms.functions?.words, terms.outcomes], text);

/** The recipients of a body's directions, each once, in alphabetical order. */
export const recipientsIn = (views: readonly DirectionView[]): readonly { readonly value: string; readonly text: string }[] =>
  [...new Map(views.flatMap(({ terms }) => terms.recipients).map(({ recipient, name }) => [recipient, name]))]
    .map(([value, text]) => ({ value, text }))
    .sort((a, b) => inOrder(a.text, b.text));
