import { searchCsv, searchText } from '../../across/audit/audit.words.js';
import { type FoundEntry } from '../../across/audit/audit.queries.js';
import { type Reading } from './reading.js';

export const searchReadings: readonly Reading[] = [
  {
    usage: 'search <words>',
    summary: 'everything recorded that has all of the words, a phrase in quotes; corrected and struck words too',
    formats: ['text', 'csv', 'json'],
    options: [
      ['--body <body>', 'only of this body'],
      ['--kind <kind>', 'only about this kind of record: decision, motion, minute, action, ...'],
      ['--by <login>', 'only what this login recorded'],
      ['--happened-from <date>', 'only what happened on that day or later'],
      ['--happened-to <date>', 'only what happened on that day or earlier'],
      ['--recorded-from <date>', 'only what was written down on that day or later'],
      ['--recorded-to <date>', 'only what was written down on that day or earlier'],
      ['--sort <sort>', 'best, newest or oldest; best where nothing is said'],
    ],
    address: (words, { body, kind, by, happenedFrom, happenedTo, recordedFrom, recordedTo, sort }) => ({
      path: 'search',
      query: {
        words: words === '' ? undefined : words,
        body,
        kind,
        by,
        'happened-from': happenedFrom,
        'happened-to': happenedTo,
        'recorded-from': recordedFrom,
        'recorded-to': recordedTo,
        sort,
      },
    }),
    pages: (items: readonly FoundEntry[], format) => (format === 'csv' ? searchCsv(items) : searchText(items)),
  },
];
