import { AS_AT, bodyPath, type Reading } from './reading.js';

export const directionsReadings: readonly Reading[] = [
  {
    usage: 'direction <reference>',
    summary: 'a direction as its form is printed, e.g. SBIJB-170523-2',
    formats: ['text', 'html', 'json'],
    options: [AS_AT, ['--body <body>', 'of this body, where several use the same reference']],
    address: (reference, { asAt, body }) => ({ path: `directions/${encodeURIComponent(reference)}`, query: { 'as-at': asAt, body } }),
  },
  {
    usage: 'directions <body>',
    summary: 'the log of a body’s directions',
    formats: ['text', 'csv', 'json'],
    options: [
      ['--state <state>', 'live, drafted, completed, revised, superseded, revoked, withdrawn, review-overdue, not-acknowledged or all'],
      AS_AT,
    ],
    address: (body, { state, asAt }) => ({ path: `${bodyPath(body)}/directions`, query: { state, 'as-at': asAt } }),
  },
  {
    usage: 'directions-performance <body>',
    summary: 'what became of a body’s directions in a period, and the reports made on them',
    formats: ['text', 'json'],
    options: [
      ['--from <date>', 'first day of the period, yyyy-mm-dd'],
      ['--until <date>', 'last day of the period, yyyy-mm-dd'],
    ],
    address: (body, { from, until }) => ({ path: `${bodyPath(body)}/directions/performance`, query: { from, until } }),
  },
];
