import { stringify } from 'csv-stringify/sync';
import { longDate } from '../../../../kernel/dates.js';
import { type ActionView } from '../action-register/action-view.js';

const days = (count: number): string => (count === 1 ? '1 day overdue' : `${count} days overdue`);

/** What is overdue, as text: one action a paragraph, most overdue first; who it is with comes before what it is. */
export function overdueText(actions: readonly ActionView[], asAt: string, more: boolean): string {
  const blocks = actions.map((action) =>
    [
      `${days(action.daysOverdue)}: ${action.item.title}`,
      `  ${[action.officers.join(', ') || 'nobody named', action.organisation].filter(Boolean).join(', ')}; due ${action.due.words}`,
      `  ${action.decision}`,
      `  [${action.actionId}]${action.outcome ? ` ${action.outcome}` : ''}`,
    ].join('\n'),
  );
  const head = actions.length === 0 ? `Nothing is overdue on ${longDate(asAt)}.` : `Overdue on ${longDate(asAt)}`;
  return `${[head, ...blocks, ...(more ? ['There is more.'] : [])].join('\n\n')}\n`;
}

/** One line per action; cells that a spreadsheet would take for a formula get an apostrophe before them. */
export const overdueCsv = (actions: readonly ActionView[]): string =>
  stringify(
    actions.map((action) => [
      action.bodyId,
      action.actionId,
      action.item.title,
      action.decision,
      action.organisation ?? '',
      action.officers.join('; '),
      action.due.words,
      action.due.latest ?? '',
      String(action.daysOverdue),
      action.outcome,
    ]),
    {
      header: true,
      columns: ['BODY', 'ACTION', 'ITEM', 'DECISION', 'ORGANISATION', 'RESPONSIBLE OFFICER', 'DUE', 'LATEST', 'DAYS OVERDUE', 'OUTCOME'],
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
