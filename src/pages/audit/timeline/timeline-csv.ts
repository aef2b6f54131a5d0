import { csv } from '../../../http/csv.js';
import { type HistoryEntry } from '../../../across/audit/audit.queries.js';
import { timelineEntry } from './entries.js';

const COLUMNS = [
  'HAPPENED',
  'RECORDED',
  'WHAT',
  'WHY',
  'SAID',
  'BY',
  'ROLE',
  'LOGIN',
  'TYPE',
  'STREAM',
  'REVISION',
  'POSITION',
  'EVENT',
  'COMMAND',
];

/** One line for each event, in the order they were recorded; instants in UTC. */
export const timelineCsv = (entries: readonly HistoryEntry[], zone: string): string =>
  csv(
    entries.map((entry) => {
      const { what, why, lines } = timelineEntry(entry, zone);
      const { happenedAt, recordedAt, by, type, stream, revision, position, eventId, commandId } = entry;
      return [
        happenedAt,
        recordedAt,
        what,
        why ?? '',
        lines.join('\n'),
        by.name,
        by.role,
        by.principalId,
        type,
        stream,
        revision,
        position,
        eventId,
        commandId,
      ];
    }),
    COLUMNS,
  );
