import { csv } from '../../../../http/csv.js';
import { longDate } from '../../../../kernel/dates.js';
import { type ActionView } from '../action-register/action-view.js';

const days = (count: number): string => (count === 1 ? '1 day overdue' : `${count} days overdue`);

/** Overdue actions as text: one a paragraph, most overdue first; the officers come before the words. */
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

/** One line per action. */
export const overdueCsv = (actions: readonly ActionView[]): string =>
  csv(
    actions.map((action) => [
      action.bodyId,
      action.actionId,
      action.item.title,
      action.decision,
      action.organisation ?? '',
      action.officers.join('; '),
      action.due.words,
      action.due.latest ?? '',
      action.daysOverdue,
      action.outcome,
    ]),
    ['BODY', 'ACTION', 'ITEM', 'DECISION', 'ORGANISATION', 'RESPONSIBLE OFFICER', 'DUE', 'LATEST', 'DAYS OVERDUE', 'OUTCOME'],
  );
