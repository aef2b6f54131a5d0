import { longDate } from '../../../../kernel/dates.js';
import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { placeOf } from './placing.js';

/** What is said beside an entry that is found: what its record is called, and whether its words were put right or struck since. */
export interface SearchRecordRow {
  /** Of a record or of an entry of one. */
  readonly ref: string;
  readonly title: string | null;
  /** When it was last put right, and when it was struck from the minute: instants at which that was recorded. */
  readonly correctedAt: string | null;
  readonly struckAt: string | null;
}

type Data = Readonly<Record<string, unknown>>;

const fieldOf =
  (...path: readonly string[]) =>
  (data: Data): unknown =>
    path.reduce<unknown>((value, name) => (value as Data | undefined)?.[name], data);

/** Where each event that names its record has the name. */
const TITLES: Readonly<Record<string, (data: Data) => unknown>> = {
  BodyEstablished: fieldOf('name'),
  BodyProposed: fieldOf('name'),
  // Most meetings of a body are called the same.
  MeetingCalled: ({ title, date }) => `${String(title)}, ${longDate(String(date))}`,
  ActionRaised: fieldOf('item', 'title'),
  ActionCorrected: fieldOf('changes', 'item', 'title'),
  ReportSubmitted: fieldOf('title'),
  ReportPromised: fieldOf('title'),
  ReportCorrected: fieldOf('changes', 'title'),
  PlanAdopted: fieldOf('title'),
  PlanCorrected: fieldOf('changes', 'title'),
  DutyRecorded: fieldOf('title'),
  DirectionDrafted: fieldOf('terms', 'title'),
  DirectionDraftAmended: fieldOf('changes', 'title'),
  DirectionCorrected: fieldOf('changes', 'title'),
  ParticipationRequested: fieldOf('title'),
  PrincipalRegistered: fieldOf('name'),
};

const CORRECTIONS: ReadonlySet<string> = new Set([
  'AgendaItemCorrected',
  'AttendanceCorrected',
  'VoteCorrected',
  'DecisionCorrected',
  'ParagraphCorrected',
  'ActionCorrected',
  'ReportCorrected',
  'PlanCorrected',
  'PlanItemAmended',
  'DirectionCorrected',
]);

const noted: Reducer<SearchRecordRow, DomainEvent> = (row, { type, data, recordedAt }, ref) => {
  const title = TITLES[type]?.(data as Data);
  return {
    ref,
    title: typeof title === 'string' ? title : (row?.title ?? null),
    correctedAt: CORRECTIONS.has(type) ? recordedAt : (row?.correctedAt ?? null),
    struckAt: type === 'EntryStruck' ? recordedAt : (row?.struckAt ?? null),
  };
};

/** Raise `version` when a row's meaning changes: the engine rebuilds beside the old table. */
export const searchRecord = projection<SearchRecordRow, DomainEvent>({
  name: 'search_record',
  version: 1,
  columns: {
    ref: { type: 'text' },
    title: { type: 'text', nullable: true },
    correctedAt: { type: 'instant', nullable: true },
    struckAt: { type: 'instant', nullable: true },
  },
  primaryKey: 'ref',
  indexes: [],
  key: (event: RecordedEvent) => placeOf(event).ref,
  on: Object.fromEntries([...Object.keys(TITLES), ...CORRECTIONS, 'EntryStruck'].map((type) => [type, noted])),
});
