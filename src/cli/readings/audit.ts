import { type Reading } from './reading.js';

export const auditReadings: readonly Reading[] = [
  {
    usage: 'difference <ref>',
    summary: 'what is different in a record between two moments, and what happened between them',
    formats: ['text', 'json'],
    options: [
      ['--from <moment>', 'the one moment, a date or an instant; its beginning where nothing is said'],
      ['--to <moment>', 'the other moment; now where nothing is said'],
      ['--known', 'what was known by then, instead of what had happened'],
    ],
    address: (ref, { from, to, known }) => ({ path: 'difference', query: { ref, from, to, clock: known ? 'known' : 'happened' } }),
  },
];
