import { type SearchRow } from './search.projection.js';
import { type SearchRecordRow } from './search-record.projection.js';

/** What says in words what a correction puts in other words. What else happened to the same record stays as it was told. */
const PUT_RIGHT: ReadonlySet<string> = new Set([
  'AgendaItemAdded',
  'AgendaItemCorrected',
  'AttendanceRecorded',
  'AttendanceCorrected',
  'MemberLeft',
  'MemberRejoined',
  'VoteTaken',
  'VoteCorrected',
  'DecisionRecorded',
  'DecisionCorrected',
  'ParagraphRecorded',
  'ParagraphCorrected',
  'ActionRaised',
  'ActionCorrected',
  'ReportSubmitted',
  'ReportCorrected',
  'PlanAdopted',
  'PlanCorrected',
  'PlanItemAdded',
  'PlanItemAmended',
  'DirectionDrafted',
  'DirectionCorrected',
]);

/** Whether an entry that is found was put right, or struck, after it was written down. */
export function standsCorrected(
  { type, recordedAt, ref }: Pick<SearchRow, 'type' | 'recordedAt' | 'ref'>,
  said: SearchRecordRow | undefined,
): { readonly correctedAt: string | null; readonly struckAt: string | null } {
  const since = (instant: string | null | undefined): string | null => (instant && instant > recordedAt ? instant : null);
  return {
    correctedAt: PUT_RIGHT.has(type) ? since(said?.correctedAt) : null,
    struckAt: ref.includes('#') ? since(said?.struckAt) : null,
  };
}
