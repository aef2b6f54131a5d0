import { plansText, type PlanSummary, dutiesText, type DutyView } from '../../slices/plans/plans.words.js';
import { Misuse } from '../api.js';
import { AS_AT, bodyPath, type Options, type Reading, recordPath, today } from './reading.js';

const asAtOf = ({ asAt }: Options): string => (typeof asAt === 'string' ? asAt : today());

export const plansReadings: readonly Reading[] = [
  {
    usage: 'plan <plan>',
    summary: 'a plan as its source prints it, e.g. cpp-strategic-board/third-sector',
    formats: ['text', 'csv', 'json'],
    options: [AS_AT],
    address: (ref, { asAt }) => ({ path: recordPath('plans', ref), query: { 'as-at': asAt } }),
  },
  {
    usage: 'plans <body>',
    summary: 'the plans a body has adopted',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (body, options) => ({ path: `${bodyPath(body)}/plans`, query: { 'as-at': asAtOf(options) } }),
    pages: (items: readonly PlanSummary[], _format, options) => plansText(items, asAtOf(options)),
  },
  {
    usage: 'plan-progress <plan>',
    summary: 'what was achieved, evaluated, changed and fell overdue in a plan in a period',
    formats: ['text', 'json'],
    options: [
      ['--from <date>', 'first day, yyyy-mm-dd'],
      ['--until <date>', 'last day; today where nothing is said'],
    ],
    address: (ref, { from, until }) => {
      if (typeof from !== 'string') throw new Misuse('the period begins with --from yyyy-mm-dd');
      return { path: `${recordPath('plans', ref)}/progress`, query: { from, until: until ?? today() } };
    },
  },
  {
    usage: 'self-evaluation <plan>',
    summary: 'how the items of a plan were last rated',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (ref, { asAt }) => ({ path: `${recordPath('plans', ref)}/self-evaluation`, query: { 'as-at': asAt } }),
  },
  {
    usage: 'duties <body>',
    summary: 'what a body must do again and again: what is due next, and what was missed',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (body, options) => ({ path: `${bodyPath(body)}/duties`, query: { 'as-at': asAtOf(options) } }),
    pages: (items: readonly DutyView[], _format, options) => dutiesText(items, asAtOf(options)),
  },
];
