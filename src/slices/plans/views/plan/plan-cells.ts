import { longDate } from '../../../../kernel/dates.js';
import { type PlanKind } from '../../plan.events.js';
import { type PlanGroupView, type PlanItemView, type PlanView } from './plan-view.js';

/** The columns of a plan's table, as plans of its kind are printed: the same cells as text and as CSV. */
export interface Column {
  readonly title: string;
  /** Characters of the column, as text. */
  readonly width: number;
  readonly cell: (item: PlanItemView) => string;
}

const numbered = ({ number, text }: PlanItemView): string => (number === null ? text : `${number} ${text}`);
/** Achievements reported of the item; then words that point to another item, where no other cell has them. */
const achievements = ({ achievements: said, links, text, outcome, measure }: PlanItemView): string => {
  const pointers = links.map(({ words }) => words).filter((words) => ![text, outcome, measure].some((cell) => cell?.includes(words)));
  return [...said.map(({ words }) => words), ...pointers].join('\n');
};
const implications = (item: PlanItemView): string => item.implications.map(({ words }) => words).join('\n');

const STATUS: Column = { title: 'Status', width: 12, cell: ({ statusWords }) => statusWords };
const LEAD: Column = { title: 'Lead', width: 18, cell: ({ lead }) => lead };
const column = (title: string, width: number, cell: Column['cell']): Column => ({ title, width, cell });

const OF_ACTIONS: readonly Column[] = [
  column('Action', 44, numbered),
  LEAD,
  column('Timescale', 14, ({ due }) => due.words),
  column('Measure', 22, ({ measure }) => measure ?? ''),
  column('Outcome', 22, ({ outcome }) => outcome ?? ''),
  column('Progress', 30, achievements),
  STATUS,
];

const COLUMNS: Readonly<Record<PlanKind, readonly Column[]>> = {
  'improvement-plan': [
    column('Improvement', 34, numbered),
    LEAD,
    column('Implications [Risk, Cost, Resource]', 20, implications),
    column('Target Date', 12, ({ due }) => due.words),
    column('Measure', 22, ({ measure }) => measure ?? ''),
    column('Outcomes', 24, ({ outcome }) => outcome ?? ''),
    column('Achievements', 26, achievements),
    STATUS,
  ],
  'external-review': [
    column('Proposal', 70, numbered),
    column('Timescale', 20, ({ due }) => due.words),
    LEAD,
    column('Progress', 30, achievements),
    STATUS,
  ],
  strategy: OF_ACTIONS,
  'action-list': OF_ACTIONS,
  'outcome-plan': [column('Outcome', 30, ({ outcome }) => outcome ?? ''), ...OF_ACTIONS.filter(({ title }) => title !== 'Outcome')],
};

export const columnsOf = ({ kind }: Pick<PlanView, 'kind'>): readonly Column[] => COLUMNS[kind];

/** Improvement and outcome plans are printed as a table; other plans by headings, one item after the other. */
export const isTable = ({ kind }: Pick<PlanView, 'kind'>): boolean => kind === 'improvement-plan' || kind === 'outcome-plan';

/** `1.1 Increase Third Sector awareness`; a source that has no number has only the words. */
export const headingOf = ({ number, heading }: Pick<PlanGroupView, 'number' | 'heading'>): string =>
  [number, heading].filter((part) => part !== null).join(' ');

/** The headings an item stands under, the outer one first. */
export function headingsOver(plan: PlanView, group: PlanGroupView): string {
  const outer = group.within === null ? undefined : plan.groups.find(({ groupId }) => groupId === group.within);
  const own = headingOf(group);
  return outer ? `${headingsOver(plan, outer)} / ${own}` : own;
}

/** The next deadline and the status of an item: `by 4 August 2019, overdue by 12 days`. */
export const standsAs = ({ dueBy, statusWords }: PlanItemView): string =>
  dueBy === null ? statusWords.toLowerCase() : `by ${longDate(dueBy)}, ${statusWords.toLowerCase()}`;
