import { Misuse } from '../api.js';
import { registerCsv, registerText, type ListedRequest } from '../../slices/participation/participation.words.js';
import { AS_AT, bodyPath, type Reading, recordPath } from './reading.js';

const REQUESTS = 'participation-requests';

export const participationReadings: readonly Reading[] = [
  {
    usage: 'participation <body>',
    summary: 'the participation requests made to an authority, with each clock and what is late',
    formats: ['text', 'csv', 'json'],
    options: [AS_AT, ['--state <state>', 'only those that stand so'], ['--late', 'only those in which something is late']],
    address: (body, { asAt, state, late }) => ({
      path: `${bodyPath(body)}/${REQUESTS}`,
      query: { 'as-at': asAt, state, late: late ? 'true' : undefined },
    }),
    pages: (items: readonly ListedRequest[], format) => (format === 'csv' ? registerCsv(items) : registerText(items)),
  },
  {
    usage: 'participation-request <request>',
    summary: 'one participation request, e.g. scottish-borders-council/2024-westmuir-path: its clocks as they were counted, and its story',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (ref, { asAt }) => ({ path: recordPath(REQUESTS, ref), query: { 'as-at': asAt } }),
  },
  {
    usage: 'participation-notice <request>',
    summary: 'a notice of a participation request as text, given or still to be given',
    formats: ['text', 'json'],
    options: [
      ['--notice <kind>', 'missing-items, acknowledgement, additional-authority, declined, decision, final-details or report'],
      ['--authority <authority>', 'the additional authority it is to'],
    ],
    address: (ref, { notice, authority }) => {
      if (typeof notice !== 'string') throw new Misuse('which notice is said with --notice, such as --notice decision');
      return { path: `${recordPath(REQUESTS, ref)}/notices/${encodeURIComponent(notice)}`, query: { authority } };
    },
  },
  {
    usage: 'participation-similar <request>',
    summary: 'earlier requests of the two years before that may be on the same matters',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (ref, { asAt }) => ({ path: `${recordPath(REQUESTS, ref)}/similar`, query: { 'as-at': asAt } }),
  },
  {
    usage: 'participation-to-publish <body>',
    summary: 'what must be published of participation requests and has not been',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (body, { asAt }) => ({ path: `${bodyPath(body)}/participation/to-publish`, query: { 'as-at': asAt } }),
  },
  {
    usage: 'participation-report <body>',
    summary: 'the participation request report of a year from 1 April',
    formats: ['text', 'csv', 'json'],
    options: [['--year <year>', 'the year it begins in; the one today is in where nothing is said']],
    address: (body, { year }) => ({ path: `${bodyPath(body)}/participation/annual-report`, query: { year } }),
  },
];
