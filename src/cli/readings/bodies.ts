import { type ListedBody } from '../../slices/bodies/bodies.queries.js';
import { AS_AT, bodyPath, type Reading } from './reading.js';

const FORMATS = ['text', 'json'] as const;
const PERIOD = [
  ['--from <date>', 'first date of the meetings, yyyy-mm-dd'],
  ['--until <date>', 'last date of the meetings, yyyy-mm-dd'],
] as const;

const listed = (bodies: readonly ListedBody[]): string => {
  const width = Math.max(0, ...bodies.map(({ bodyId }) => bodyId.length));
  const told = bodies.flatMap(({ bodyId, name, stateExplained, localities }) => [
    `${bodyId.padEnd(width)}  ${name}: ${stateExplained}`,
    ...(localities.length > 0 ? [`${' '.repeat(width)}  localities: ${localities.join(', ')}`] : []),
  ]);
  return `${told.join('\n') || 'No bodies.'}\n`;
};

export const bodiesReadings: readonly Reading[] = [
  {
    usage: 'bodies',
    summary: 'the register of bodies, with how each stands in its life',
    formats: FORMATS,
    options: [
      AS_AT,
      ['--state <state>', 'only these: proposed, active, sabbatical, dormant, dissolved'],
      ['--kind <kind>', 'only of this kind'],
    ],
    address: (_none, { asAt, state, kind }) => ({ path: 'bodies', query: { 'as-at': asAt, state, kind } }),
    pages: listed,
  },
  {
    usage: 'body-tree',
    summary: 'who reports to whom',
    formats: FORMATS,
    options: [AS_AT, ['--root <body>', 'from this body down']],
    address: (_none, { asAt, root }) => ({ path: 'bodies/tree', query: { 'as-at': asAt, root } }),
  },
  {
    usage: 'coverage <body>',
    summary: 'seats held and vacant, and the organisations and sectors at the table',
    formats: FORMATS,
    options: [AS_AT],
    address: (body, { asAt }) => ({ path: `${bodyPath(body)}/coverage`, query: { 'as-at': asAt } }),
  },
  {
    usage: 'attendance <body>',
    summary: 'who came to its meetings',
    formats: FORMATS,
    options: PERIOD,
    address: (body, { from, until }) => ({ path: `${bodyPath(body)}/attendance`, query: { from, until } }),
  },
  {
    usage: 'quorate-meetings <body>',
    summary: 'which of its meetings had a quorum, and where it was lost',
    formats: FORMATS,
    options: PERIOD,
    address: (body, { from, until }) => ({ path: `${bodyPath(body)}/quorate-meetings`, query: { from, until } }),
  },
  {
    usage: 'locality-survey <body>',
    summary: 'the questions of the survey of localities, answered out of the record',
    formats: FORMATS,
    options: [AS_AT],
    address: (body, { asAt }) => ({ path: `${bodyPath(body)}/locality-survey`, query: { 'as-at': asAt } }),
  },
];
