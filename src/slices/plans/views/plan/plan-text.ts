import { longDate } from '../../../../kernel/dates.js';
import { tableRow, tableWidth, wrapped } from '../text-lines.js';
import { columnsOf, headingOf, isTable, standsAs } from './plan-cells.js';
import { PLAN_ITEM_STATUSES } from '../../plan-item-status.js';
import { type PlanGroupView, type PlanItemView, type PlanSummary, type PlanView } from './plan-view.js';

const WIDTH = 100;

/** A plan as it is printed: its table, or its items under their headings with their timescales. */
export function planText(plan: PlanView): string {
  const lines = [...wrapped(plan.title, WIDTH), '', `As at ${longDate(plan.asAt)}: ${countsOf(plan)}`];
  if (plan.source !== null) lines.push(...wrapped(`Source: ${plan.source}`, WIDTH));
  lines.push(...wrapped(`Adopted on ${longDate(plan.adoptedOn)}: ${adoption(plan)}`, WIDTH));
  if (plan.nextReview) lines.push(`Review: ${plan.nextReview.words}`);
  if (plan.closed) lines.push(...wrapped(`Closed on ${longDate(plan.closed.on)}: ${plan.closed.reason}`, WIDTH));
  if (plan.introduction !== null) lines.push('', ...wrapped(plan.introduction, WIDTH));
  lines.push(...(isTable(plan) ? table(plan) : list(plan)));
  if (plan.ending !== null) lines.push('', ...wrapped(plan.ending, WIDTH));
  return `${lines.join('\n')}\n`;
}

export const countsOf = ({ counts }: Pick<PlanSummary, 'counts'>): string =>
  PLAN_ITEM_STATUSES.filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status.replaceAll('-', ' ')}`)
    .join(', ') || 'no items';

const adoption = ({ adopted }: PlanView): string =>
  adopted.by === 'cited'
    ? adopted.words
    : `decision ${adopted.decision.paragraph}${adopted.decision.part === undefined ? '' : `(${adopted.decision.part})`} of ${adopted.decision.meetingId}`;

function table(plan: PlanView): string[] {
  const columns = columnsOf(plan);
  const widths = columns.map(({ width }) => width);
  const rule = (character: string): string => character.repeat(tableWidth(widths));
  const titles = columns.map(({ title }) => title);
  return plan.groups.flatMap((group) => [
    '',
    ...heading(group),
    ...(group.items.length ? ['', rule('-'), ...tableRow(titles, widths), rule('=')] : []),
    ...group.items.flatMap((item) => [
      ...tableRow(
        columns.map(({ cell }) => cell(item)),
        widths,
      ),
      rule('-'),
    ]),
  ]);
}

const heading = (group: PlanGroupView): string[] => [
  ...(group.heading === null ? [] : wrapped(headingOf(group), WIDTH)),
  ...(group.leadIn === null ? [] : ['', ...wrapped(group.leadIn, WIDTH)]),
];

const list = (plan: PlanView): string[] =>
  plan.groups.flatMap((group) => ['', ...heading(group), ...group.items.flatMap((item) => ['', ...itemLines(item)])]);

function itemLines(item: PlanItemView): string[] {
  const { number, text, lead, due, achievements } = item;
  return [
    ...wrapped(number === null ? text : `${number} ${text}`, WIDTH),
    ...(lead === '' ? [] : wrapped(`Lead: ${lead.replaceAll('\n', '; ')}`, WIDTH)),
    ...wrapped(`${due.words === '' ? 'No timescale' : `Timescale: ${due.words}`} [${standsAs(item)}]`, WIDTH),
    ...achievements.flatMap(({ on, words }) => wrapped(`${longDate(on)}: ${words}`, WIDTH, '  ')),
  ];
}

/** A body's plans, one a paragraph. */
export function plansText(plans: readonly PlanSummary[], asAt: string): string {
  if (!plans.length) return `No plans on ${longDate(asAt)}.\n`;
  const blocks = plans.map((plan) =>
    [
      ...wrapped(plan.title, WIDTH),
      `  ${plan.kind.replaceAll('-', ' ')}, adopted on ${longDate(plan.adoptedOn)}${plan.closedOn === null ? '' : `, closed on ${longDate(plan.closedOn)}`}`,
      `  ${plan.items} items: ${countsOf(plan)}`,
      `  [${plan.planId}]`,
    ].join('\n'),
  );
  return `Plans as at ${longDate(asAt)}\n\n${blocks.join('\n\n')}\n`;
}
