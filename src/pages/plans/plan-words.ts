import { type Tag } from '../frame/tag.js';
import { bars } from '../frame/charts/bars.js';
import { type Chart, chartOf, type Series } from '../frame/charts/chart.js';
import { count, when } from '../../kernel/words.js';
import { type PlanKind } from '../../slices/plans/plan.events.js';
import {
  type PlanItemStatus,
  columnsOf,
  headingOf,
  type PlanGroupView,
  type PlanItemView,
  type PlanView,
  type StatusCounts,
} from '../../slices/plans/plans.words.js';
import { addressOfPlan } from '../frame/addresses.js';

const CLASSES: Readonly<Record<PlanItemStatus, string>> = {
  'not-started': 'govuk-tag--grey',
  'in-progress': 'govuk-tag--blue',
  ongoing: 'govuk-tag--turquoise',
  undated: 'govuk-tag--grey',
  overdue: 'govuk-tag--red',
  achieved: 'govuk-tag--green',
  superseded: 'govuk-tag--grey',
  dropped: 'govuk-tag--grey',
};

const STATUS_WORDS: Readonly<Record<PlanItemStatus, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  ongoing: 'Ongoing',
  undated: 'No date',
  overdue: 'Overdue',
  achieved: 'Achieved',
  superseded: 'Superseded',
  dropped: 'Dropped',
};

export const tagOf = (status: PlanItemStatus): Tag => ({ text: STATUS_WORDS[status], classes: CLASSES[status] });

export const KIND_NAMES: Readonly<Record<PlanKind, string>> = {
  'improvement-plan': 'Improvement plan',
  'external-review': 'External review',
  strategy: 'Strategy',
  'action-list': 'List of actions',
  'outcome-plan': 'Outcome plan',
};

/** `3 overdue, 12 in progress`: the counts above 0, the most pressing first. */
export const countsInWords = (counts: StatusCounts): string =>
  (['overdue', 'in-progress', 'ongoing', 'not-started', 'undated', 'achieved', 'superseded', 'dropped'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status === 'undated' ? 'without a date' : STATUS_WORDS[status].toLowerCase()}`)
    .join(', ') || 'no items';

export const addressOfItem = ({ planId, itemId }: Pick<PlanItemView, 'planId' | 'itemId'>): string =>
  `${addressOfPlan(planId)}/items/${itemId}`;

/** `by 21 November 2015`; `null` if no day was computed, or if the words say that day themselves. */
export const dueBy = ({ due, dueBy: latest }: Pick<PlanItemView, 'due' | 'dueBy'>): string | null =>
  latest === null || due.words.includes(when(latest)) ? null : `by ${when(latest)}`;

/** The plan’s own columns without the status, which stands as a tag. */
export interface PlanTable {
  readonly titles: readonly string[];
  readonly groups: readonly {
    readonly heading: string;
    readonly leadIn: string | null;
    readonly inner: boolean;
    readonly rows: readonly PlanLine[];
  }[];
}

export interface PlanLine {
  readonly href: string;
  readonly cells: readonly string[];
  readonly tag: Tag;
  readonly overdue: string | null;
  readonly dueBy: string | null;
}

export function tableOf(plan: PlanView): PlanTable {
  const columns = columnsOf(plan).filter(({ title }) => title !== 'Status');
  return {
    titles: columns.map(({ title }) => title),
    groups: plan.groups.map((group) => ({
      heading: headingOf(group),
      leadIn: group.leadIn,
      inner: group.within !== null,
      rows: group.items.map((item) => ({
        href: addressOfItem(item),
        cells: columns.map(({ cell }) => cell(item)),
        tag: tagOf(item.status),
        overdue: item.status === 'overdue' ? `${count(item.daysOverdue, 'day')} overdue` : null,
        dueBy: dueBy(item),
      })),
    })),
  };
}

const PARTS: readonly (Pick<Series, 'name' | 'look'> & { readonly of: readonly PlanItemStatus[] })[] = [
  { name: 'Overdue', look: 'hatched', of: ['overdue'] },
  { name: 'Not started', look: 'dotted', of: ['not-started', 'undated'] },
  { name: 'Under way', look: 'light', of: ['in-progress', 'ongoing'] },
  { name: 'Achieved', look: 'solid', of: ['achieved'] },
];

/** The progress of a plan, heading by heading, without items that were superseded or dropped. */
export function progressChart(plan: PlanView): Chart {
  const standing = ({ items }: PlanGroupView): number => items.filter(({ status }) => PARTS.some(({ of }) => of.includes(status))).length;
  const groups = plan.groups.filter((group) => standing(group) > 0);
  return chartOf(
    {
      id: 'progress',
      title: 'How far it is',
      description: `Of ${count(
        groups.reduce((sum, group) => sum + standing(group), 0),
        'item',
      )}: ${countsInWords({ ...plan.counts, superseded: 0, dropped: 0 })}.`,
      categoryTitle: 'Heading',
      categories: groups.map((group) => ({ label: headingOf(group) || 'Without a heading' })),
      series: PARTS.map(({ name, look, of }) => ({
        name,
        look,
        values: groups.map(({ items }) => items.filter(({ status }) => of.includes(status)).length),
      })),
    },
    bars,
  );
}
