import { csv } from '../../../../http/csv.js';
import { SEARCH_KINDS } from './kinds.js';
import { type FoundEntry } from './search.query.js';

const COLUMNS = ['HAPPENED', 'RECORDED', 'KIND', 'RECORD', 'TITLE', 'WHAT', 'WORDS', 'BY', 'ROLE', 'LOGIN', 'CORRECTED', 'STRUCK', 'EVENT'];

/** One line for each entry, in the order found; instants in UTC. */
export const searchCsv = (found: readonly FoundEntry[]): string =>
  csv(
    found.map(({ happenedAt, recordedAt, kind, ref, title, what, words, by, correctedAt, struckAt, eventId }) => [
      happenedAt,
      recordedAt,
      SEARCH_KINDS[kind],
      ref,
      title ?? '',
      what,
      words ?? '',
      by.name,
      by.role,
      by.principalId,
      correctedAt ?? '',
      struckAt ?? '',
      eventId,
    ]),
    COLUMNS,
  );

const LONGEST = 400;
const oneLine = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST).trimEnd()}…` : flat;
};

export const searchText = (found: readonly FoundEntry[]): string =>
  found.length === 0
    ? 'Nothing found.\n'
    : found
        .map(({ happenedAt, recordedAt, kind, ref, what, words, by, correctedAt, struckAt }) =>
          [
            `${happenedAt.slice(0, 16).replace('T', ' ')}  ${SEARCH_KINDS[kind]}: ${oneLine(what)}  [${ref}]`,
            ...(words === null ? [] : [`    ${oneLine(words)}`]),
            `    recorded ${recordedAt.slice(0, 16).replace('T', ' ')} by ${by.name}${struckAt ? '; struck since' : correctedAt ? '; corrected since' : ''}`,
            '',
          ].join('\n'),
        )
        .join('');
