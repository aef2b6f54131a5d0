import { longDate } from '../../../../kernel/dates.js';
import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { placeOf } from './placing.js';

/** The title of a found entry's record, and whether the entry was put right or struck since. */
export interface SearchRecordRow {
  /** The name of a record, or of an entry of one. */
  readonly ref: string;
  readonly title: string | null;
  /** The instants at which the last correction, and the striking from the minute, were recorded. */
  readonly correctedAt: string | null;
  readonly struckAt: string | null;
}

type Data = Readonly<Record<string, unknown>>;

const fieldOf =
  (...path: readonly string[]) =>
  (data: Data): unknown =>
    path.reduce<unknown>((value, name) => (value as Data | undefined)?.[name], data);

/** For each event that names its record: where the name stands in its data. */
const TITLES: Readonly<Record<string, (data: Data) => unknown>> = {
  BodyEstablished: fieldOf('name'),
  BodyProposed: fieldOf('name'),
  // The day tells meetings apart, since most meetings of a body have the same title.
  MeetingCalled: ({ title, date }) => `${String(title)}, ${longDate(String(date))}`,
  ActionRaised: fieldOf('item', 'title'),
  ActionCorrected: fieldOf('changes', 'item', 'title'),
  ActionSetAsAgreed: fieldOf('changes', 'item', 'title'),
  ReportSubmitted: fieldOf('title'),
  ReportPromised: fieldOf('title'),
  ReportCorrected: fieldOf('changes', 'title'),
  PlanAdopted: fieldOf('title'),
  RemitMade: fieldOf('title'),
  RemitCorrected: fieldOf('changes', 'title'),
  RequisitionReceived: fieldOf('business'),
  PlanCorrected: fieldOf('changes', 'title'),
  DutyRecorded: fieldOf('title'),
  DirectionDrafted: fieldOf('terms', 'title'),
  DirectionDraftAmended: fieldOf('changes', 'title'),
  DirectionCorrected: fieldOf('changes', 'title'),
  ParticipationRequested: fieldOf('title'),
  ParticipationRequestCorrected: fieldOf('changes', 'title'),
  PrincipalRegistered: fieldOf('name'),
};

const CORRECTIONS: ReadonlySet<string> = new Set([
  'AgendaItemCorrected',
  'StepCorrected',
  'AttendanceCorrected',
  'VoteCorrected',
  'DivisionCorrected',
  'ElectionCorrected',
  'DecisionCorrected',
  'AgreedActionCorrected',
  'HearingCorrected',
  'ParagraphCorrected',
  'ActionCorrected',
  'ActionSetAsAgreed',
  'ReportCorrected',
  'PlanCorrected',
  'RemitCorrected',
  'PlanItemAmended',
  'DirectionCorrected',
  'ParticipationRequestCorrected',
]);

const noted: Reducer<SearchRecordRow, DomainEvent> = (row, { type, data, recordedAt }, ref) => {
  const title = TITLES[type]?.(data as Data);
  return {
    ref,
    title: typeof title === 'string' ? title : (row?.title ?? null),
    correctedAt: CORRECTIONS.has(type) ? recordedAt : (row?.correctedAt ?? null),
    struckAt:
      type === 'EntryStruck' || type === 'ActionStruck' || (type === 'StepStruck' && (data as Data).of === 'MotionMoved')
        ? recordedAt
        : (row?.struckAt ?? null),
  };
};

/** Raise `version` when a row's meaning changes: the engine rebuilds beside the old table. */
export const searchRecord = projection<SearchRecordRow, DomainEvent>({
  name: 'search_record',
  version: 2,
  columns: {
    ref: { type: 'text' },
    title: { type: 'text', nullable: true },
    correctedAt: { type: 'instant', nullable: true },
    struckAt: { type: 'instant', nullable: true },
  },
  primaryKey: 'ref',
  indexes: [],
  key: (event: RecordedEvent) => placeOf(event).ref,
  on: Object.fromEntries([...Object.keys(TITLES), ...CORRECTIONS, 'EntryStruck', 'ActionStruck'].map((type) => [type, noted])),
});
