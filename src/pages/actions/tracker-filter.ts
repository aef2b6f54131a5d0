import { inOrder, isAsked, type NameAsked, namesOnce, sameName } from '../../kernel/names.js';
import { filterQuery, said, standsIn } from '../frame/filters.js';
import { type ActionStatus, ACTION_STATUSES, type ActionView } from '../../slices/actions/actions.words.js';

export const VIEWS = ['sheet', 'overdue', 'over-time'] as const;
export type TrackerView = (typeof VIEWS)[number];

/** The filters in the tracker's address; any may be absent. */
export interface TrackerAsked {
  readonly view: TrackerView;
  readonly officer?: string;
  readonly organisation?: string;
  /** The heading of the action's group, as the sheet has it. */
  readonly meeting?: string;
  readonly state?: ActionStatus;
  readonly text?: string;
  readonly page: number;
}

type Asked = Readonly<Record<string, unknown>>;

export function askedIn(query: Asked): TrackerAsked {
  const page = Number(said(query.page) ?? 1);
  return {
    view: VIEWS.find((one) => one === query.view) ?? 'sheet',
    officer: said(query.officer),
    organisation: said(query.organisation),
    meeting: said(query.meeting),
    state: ACTION_STATUSES.find((one) => one === query.state),
    text: said(query.text),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The tracker's address with some filters changed and the others kept. */
export function addressOf(at: string, asked: TrackerAsked, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const { view, officer, organisation, meeting, state, text } = asked;
  const kept = { view: view === 'sheet' ? undefined : view, officer, organisation, meeting, state, text, ...changes };
  return `${at}${filterQuery(kept)}`;
}

export const isFiltered = ({ officer, organisation, meeting, state, text }: TrackerAsked): boolean =>
  [officer, organisation, meeting, state, text].some((one) => one !== undefined);

/** `names`: with all spellings of the officer and the organisation that are asked for. */
export const fits = (
  action: ActionView,
  { view, officer, organisation, meeting, state, text }: TrackerAsked,
  names: { readonly officer?: NameAsked | undefined; readonly organisation?: NameAsked | undefined } = { officer, organisation },
): boolean =>
  (view !== 'overdue' || action.status === 'overdue') &&
  (names.officer === undefined || action.officers.some((one) => isAsked(names.officer!, one))) &&
  (names.organisation === undefined || isAsked(names.organisation, action.organisation)) &&
  (meeting === undefined || sameName(action.heading, meeting)) &&
  (state === undefined || action.status === state) &&
  (text === undefined || contains(action, text));

const contains = ({ item, decision, officers, organisation, outcome, due }: ActionView, text: string): boolean =>
  standsIn([item.number, item.title, decision, ...officers, organisation, outcome, due.words], text);

/** The filters with each name as the list to choose from has it, so that the list shows what was chosen. */
export const asChosen = (asked: TrackerAsked, { officers, organisations, meetings }: ReturnType<typeof choicesOf>): TrackerAsked => {
  const written = (name: string | undefined, names: readonly string[]) => names.find((one) => sameName(one, name)) ?? name;
  return {
    ...asked,
    officer: written(asked.officer, officers),
    organisation: written(asked.organisation, organisations),
    meeting: written(asked.meeting, meetings),
  };
};

/**
 * The values to choose from: each officer and organisation on the tracker once, in alphabetical order; meetings in the order of the sheet.
 */
export const choicesOf = (actions: readonly ActionView[]) => ({
  officers: namesOnce(actions.flatMap(({ officers }) => officers)).sort(inOrder),
  organisations: namesOnce(actions.flatMap(({ organisation }) => organisation ?? [])).sort(inOrder),
  meetings: namesOnce(actions.map(({ heading }) => heading)),
});
