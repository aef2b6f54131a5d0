import { csv } from '../../../../http/csv.js';
import { columnsOf, headingsOver } from './plan-cells.js';
import { type PlanView } from './plan-view.js';

/** One line per item: the headings it stands under, the plan's own columns, and what was computed. */
export function planCsv(plan: PlanView): string {
  const columns = columnsOf(plan);
  const lines = plan.groups.flatMap((group) =>
    group.items.map((item) => [headingsOver(plan, group), ...columns.map(({ cell }) => cell(item)), item.dueBy ?? '', item.ref]),
  );
  return csv(lines, ['Heading', ...columns.map(({ title }) => title), 'Due By', 'Ref']);
}
