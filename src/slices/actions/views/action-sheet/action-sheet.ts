import { longDate } from '../../../../kernel/dates.js';
import { type DatingFacts } from '../../../../kernel/deadline.js';
import { inOrder as inNameOrder } from '../../../../kernel/names.js';
import { actionAsAt, type ActionView, type Exactly, type RowRead, viewThen } from '../action-register/action-view.js';

/** A body's action sheet as at a day, as it is printed. */
export interface ActionSheet {
  readonly bodyId: string;
  /** The lines above the table: the parent body, `ACTION SHEET`, the body's own name. */
  readonly title: readonly string[];
  readonly asAt: string;
  readonly notes: readonly string[];
  /** By meeting, earliest first. */
  readonly groups: readonly { readonly heading: string; readonly meetingDate: string | null; readonly actions: readonly ActionView[] }[];
  readonly key: readonly { readonly status: string; readonly meaning: string }[];
  /** Places where the record does not agree with itself; reported, never mended. */
  readonly disagreements: readonly string[];
}

export interface SheetHead {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly parentName: string | null;
  /** As in `November 2012 onwards`. */
  readonly since?: string;
}

export const NOTES = [
  'Paragraphs Marked with a * require full Council approval before action can be taken',
  'Items for which no actions are required are not included',
] as const;

/** The source's key, with words for the symbols that were lost. */
export const KEY = [
  { status: 'Not yet due', meaning: 'Deadline not reached' },
  { status: 'Overdue', meaning: 'Overdue' },
  { status: 'Due within a week', meaning: '<1 week to deadline' },
  { status: 'Reported complete', meaning: 'Complete – items removed from tracker once noted as complete at meeting.' },
] as const;

export const COLUMN_TITLES = [
  'AGENDA ITEM NO. AND TITLE',
  'DECISION REQUIRING ACTION',
  'ORGANISATION',
  'RESPONSIBLE OFFICER',
  'OUTCOME',
  'STATUS',
] as const;

export const cellsOf = ({ item, decision, organisation, officers, outcome, statusWords }: ActionView): readonly string[] => [
  [item.number, item.title].filter((text) => text !== null).join(' '),
  decision,
  organisation ?? '',
  officers.join(', '),
  outcome,
  statusWords,
];

/** Actions raised on the day or before, and not noted complete before it: a meeting's own sheet still shows the actions it notes. */
export function onSheet(rows: readonly RowRead[], date: string, facts?: DatingFacts, exactly?: Exactly): ActionView[] {
  return rows.flatMap((row) => {
    const action = actionAsAt(row, date, exactly);
    if (!action || action.standing === 'struck' || (action.noted && action.noted.on < date)) return [];
    return [viewThen(row, action, date, facts, exactly)];
  });
}

export function buildSheet(actions: readonly ActionView[], asAt: string, { bodyId, bodyName, parentName, since }: SheetHead): ActionSheet {
  const groups = new Map<string, ActionView[]>();
  for (const action of [...actions].sort(inOrder)) {
    const key = `${groupDate(action)} ${action.heading}`;
    groups.set(key, [...(groups.get(key) ?? []), action]);
  }
  const name = bodyName.toUpperCase();
  return {
    bodyId,
    title: [...(parentName === null ? [] : [parentName.toUpperCase()]), 'ACTION SHEET', since === undefined ? name : `${name} - ${since}`],
    asAt,
    notes: NOTES,
    groups: [...groups.values()].map((list) => ({ heading: list[0]!.heading, meetingDate: list[0]!.meetingDate, actions: list })),
    key: KEY,
    disagreements: [...new Set(actions.flatMap(disagreement))],
  };
}

const groupDate = ({ meetingDate, raisedOn }: ActionView): string => meetingDate ?? raisedOn;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Orders item numbers such as `5.`, `9(b).`, `12.`: by the number they begin with, where they begin with one. */
const byNumber = (a: ActionView, b: ActionView): number => {
  const [x, y] = [a, b].map(({ item }) => Number.parseInt(item.number ?? '', 10));
  return (Number.isNaN(x) ? Infinity : x!) - (Number.isNaN(y) ? Infinity : y!) || inNameOrder(a.item.number ?? '', b.item.number ?? '');
};
const inOrder = (a: ActionView, b: ActionView): number =>
  byText(groupDate(a), groupDate(b)) ||
  byText(a.heading, b.heading) ||
  byNumber(a, b) ||
  inNameOrder(a.item.title, b.item.title) ||
  inNameOrder(a.actionId, b.actionId);

const disagreement = ({ heading, meetingDate }: ActionView): string[] =>
  meetingDate !== null && heading !== longDate(meetingDate)
    ? [`The sheet heads a group "${heading}"; the meeting was on ${longDate(meetingDate)}. The heading stands as the source has it.`]
    : [];
