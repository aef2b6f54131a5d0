import { type DueName } from '../../../../kernel/due.js';
import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { type Ground } from '../../../../kernel/exempt.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { exemptAt } from '../../../../slices/meetings/meetings.tables.js';
import { SLICES } from '../../../../slices/slices.js';

/** One row for each ground on which a record's deadlines may be hidden; whether one of them holds is asked when they are read. */
export interface DueGroundRow {
  readonly key: string;
  /** `<kind>:<recordId>`, or the id of one deadline. */
  readonly ofRecord: string;
  readonly own: boolean;
  readonly meetingId: string | null;
  /** `<meetingId>#<decision or item>` */
  readonly place: string | null;
  /** Another record, whose grounds hold here too. */
  readonly through: string | null;
}

type GroundsOf = (event: RecordedEvent) => readonly Ground[];
const TABLE = Object.assign({}, ...SLICES.map(({ grounds }) => grounds)) as Readonly<Record<string, GroundsOf>>;

const nameOf = ({ kind, recordId, clock }: Omit<DueName, 'clock'> & Partial<DueName>): string =>
  `${kind}:${recordId}${clock === undefined ? '' : `#${clock}`}`;

function rowOf(ground: Ground): DueGroundRow {
  const ofRecord = nameOf(ground);
  const none = { own: false, meetingId: null, place: null, through: null };
  if ('own' in ground) return { ...none, key: `${ofRecord} own`, ofRecord, own: ground.own };
  if ('through' in ground) return { ...none, key: `${ofRecord} ${nameOf(ground.through)}`, ofRecord, through: nameOf(ground.through) };
  const { meetingId } = ground;
  const place = `${meetingId}#${ground.place}`;
  return { ...none, key: `${ofRecord} ${place}`, ofRecord, meetingId, place };
}

const rowsOf = (event: RecordedEvent): readonly DueGroundRow[] => (TABLE[event.type]?.(event) ?? []).map(rowOf);
const reduce: Reducer<DueGroundRow, DomainEvent> = (_row, event, key) => rowsOf(event).find((row) => row.key === key);

export const dueGrounds = projection<DueGroundRow, DomainEvent>({
  name: 'due_ground',
  version: 2,
  columns: {
    key: { type: 'text' },
    ofRecord: { type: 'text' },
    own: { type: 'boolean' },
    meetingId: { type: 'text', nullable: true },
    place: { type: 'text', nullable: true },
    through: { type: 'text', nullable: true },
  },
  primaryKey: 'key',
  indexes: [{ columns: ['ofRecord'] }],
  key: (event) => rowsOf(event).map(({ key }) => key),
  on: Object.fromEntries(Object.keys(TABLE).map((type) => [type, reduce])),
});

/** SQL, true where the deadline `d` is exempt on a ground of its record, as is known now. */
export const EXEMPT_ON_GROUNDS = `EXISTS (SELECT 1 FROM due_ground g LEFT JOIN due_ground h ON h.of_record = g.through
  WHERE g.of_record IN (d.kind || ':' || d.record_id, d.due_id)
  AND (g.own = 1 OR h.own = 1 OR ${exemptAt('g.meeting_id', 'g.place')} OR ${exemptAt('h.meeting_id', 'h.place')}))`;
