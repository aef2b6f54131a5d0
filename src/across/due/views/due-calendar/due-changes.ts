import { type DueChange, type DueName } from '../../../../kernel/due.js';
import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { SLICES } from '../../../../slices/slices.js';

type Reader = (event: never) => readonly DueChange[];

const readers = new Map<string, Reader[]>();
for (const { due = {} } of SLICES) {
  for (const [type, read] of Object.entries(due)) readers.set(type, [...(readers.get(type) ?? []), read as Reader]);
}

/** The event types that make, change or end a deadline. */
export const dueEventTypes: readonly string[] = [...readers.keys()];

/** What an event does to deadlines, of all kinds; nothing for an event that no table names. */
export const changesBy = (event: RecordedEvent<DomainEvent>): readonly DueChange[] =>
  (readers.get(event.type) ?? []).flatMap((read) => read(event as never));

/** `action:cpp-strategic-board/2016-03-03-adaptations#due`. */
export const dueIdOf = ({ kind, recordId, clock }: DueName): string => `${kind}:${recordId}#${clock}`;
