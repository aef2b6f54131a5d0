import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { actionDues } from '../../../../slices/actions/action.due.js';
import { bodyDues } from '../../../../slices/bodies/body.due.js';
import { decisionDues } from '../../../../slices/meetings/decisions/decision.due.js';
import { directionDues } from '../../../../slices/directions/direction.due.js';
import { meetingDues } from '../../../../slices/meetings/agenda/notice.due.js';
import { minuteDues } from '../../../../slices/meetings/minutes/minute.due.js';
import { participationDues } from '../../../../slices/participation/participation.due.js';
import { planDues } from '../../../../slices/plans/plan.due.js';
import { reportDues } from '../../../../slices/reports/report.due.js';
import { type DueChange, type DueName } from '../../../../kernel/due.js';

type Reader = (event: never) => readonly DueChange[];

/** Every slice’s table of what falls due by its events. */
const TABLES: readonly Readonly<Record<string, unknown>>[] = [
  actionDues,
  bodyDues,
  decisionDues,
  directionDues,
  meetingDues,
  minuteDues,
  participationDues,
  planDues,
  reportDues,
];

const readers = new Map<string, Reader[]>();
for (const table of TABLES) {
  for (const [type, read] of Object.entries(table)) readers.set(type, [...(readers.get(type) ?? []), read as Reader]);
}

/** The event types that make, change or end a deadline. */
export const dueEventTypes: readonly string[] = [...readers.keys()];

/** What an event does to deadlines, of all kinds; nothing for an event that no table names. */
export const changesBy = (event: RecordedEvent<DomainEvent>): readonly DueChange[] =>
  (readers.get(event.type) ?? []).flatMap((read) => read(event as never));

/** `action:cpp-strategic-board/2016-03-03-adaptations#due`. */
export const dueIdOf = ({ kind, recordId, clock }: DueName): string => `${kind}:${recordId}#${clock}`;
