import { agreedWithoutAction, itemNumbers, sheetHeadings } from './in-actions.js';
import {
  citations,
  exemptInPublic,
  noticeDates,
  quorumDeclared,
  quorumUndeclared,
  timesOutOfOrder,
  unmarkedDepartures,
} from './in-meetings.js';
import { beforeItsDay, rolls, seats, votes } from './in-rolls.js';
import { type ComparedRecord, type Discrepancy } from './discrepancy.js';
import { spellings } from './spellings.js';

/** All discrepancies of a body's record. Pure; reports and mends nothing. */
export const findDiscrepancies = (record: ComparedRecord): readonly Discrepancy[] => [
  ...noticeDates(record),
  ...sheetHeadings(record),
  ...itemNumbers(record),
  ...citations(record),
  ...agreedWithoutAction(record),
  ...spellings(record),
  ...unmarkedDepartures(record),
  ...quorumDeclared(record),
  ...quorumUndeclared(record),
  ...rolls(record),
  ...seats(record),
  ...votes(record),
  ...beforeItsDay(record),
  ...timesOutOfOrder(record),
  ...exemptInPublic(record),
];

export function renderDiscrepancies(bodyId: string, found: readonly Discrepancy[]): string {
  if (found.length === 0) return `Nothing in the record of ${bodyId} disagrees.\n`;
  const lines = found.map(({ kind, where, what, recordSays, otherSays }) =>
    [`${where} (${kind})`, `  ${what}`, `  The record says: ${recordSays}`, `  Elsewhere: ${otherSays}`].join('\n'),
  );
  return `${[`Where the record of ${bodyId} does not agree (${found.length}). It stands as the sources have it.`, ...lines].join('\n\n')}\n`;
}
