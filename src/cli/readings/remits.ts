import { type RemitView, remitsText } from '../../slices/remits/remits.words.js';
import { type RequisitionView, requisitionsText } from '../../slices/requisitions/requisitions.words.js';
import { AS_AT, bodyPath, type Options, type Reading, today } from './reading.js';

const asAtOf = ({ asAt }: Options): string => (typeof asAt === 'string' ? asAt : today());

export const remitsReadings: readonly Reading[] = [
  {
    usage: 'remits <body>',
    summary: 'what a body remitted to others, and where each stands',
    formats: ['text', 'json'],
    options: [['--received', 'what came to the body instead'], AS_AT],
    address: (body, options) => ({
      path: `${bodyPath(body)}/remits`,
      query: { 'as-at': asAtOf(options), way: options.received ? 'received' : 'made' },
    }),
    pages: (items: readonly RemitView[]) => remitsText(items),
  },
  {
    usage: 'requisitions <body>',
    summary: 'the special meetings that members of a body asked for',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (body, options) => ({ path: `${bodyPath(body)}/requisitions`, query: { 'as-at': asAtOf(options) } }),
    pages: (items: readonly RequisitionView[]) => requisitionsText(items),
  },
];
