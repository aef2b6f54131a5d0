import { type DueChange } from '../../../../kernel/due.js';
import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { bodyOfTarget } from '../../../../kernel/record-id.js';
import { changesBy, dueEventTypes, dueIdOf } from './due-changes.js';

/** What an event did to a deadline, and when: `on` is the day it counts from, where the event says one. */
export interface DueStep extends Pick<RecordedEvent, 'happenedAt' | 'recordedAt'> {
  readonly change: DueChange;
  readonly on: string | null;
}

/** One row per deadline, with all that was ever done to it: a list of a day in the past is told from it. */
export interface DueStoryRow {
  readonly dueId: string;
  readonly bodyId: string;
  readonly steps: readonly DueStep[];
}

const dayOf = ({ data }: RecordedEvent): string | null => {
  const { on } = data as { readonly on?: unknown };
  return typeof on === 'string' ? on : null;
};

const reduce: Reducer<DueStoryRow, DomainEvent> = (row, event, key) => {
  const { happenedAt, recordedAt } = event;
  const changes = changesBy(event).filter((change) => dueIdOf(change) === key);
  const steps = changes.map((change): DueStep => ({ change, on: dayOf(event), happenedAt, recordedAt }));
  if (row) return { ...row, steps: [...row.steps, ...steps] };
  const begun = changes.find(({ change }) => change === 'falls-due');
  return begun && { dueId: key, bodyId: bodyOfTarget(begun.recordId), steps };
};

export const dueStories = projection<DueStoryRow, DomainEvent>({
  name: 'due_story',
  version: 1,
  columns: { dueId: { type: 'text' }, bodyId: { type: 'text' }, steps: { type: 'json' } },
  primaryKey: 'dueId',
  indexes: [{ columns: ['bodyId', 'dueId'] }],
  key: (event) => [...new Set(changesBy(event).map(dueIdOf))],
  on: Object.fromEntries(dueEventTypes.map((type) => [type, reduce])),
});
