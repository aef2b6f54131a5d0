import { type SearchRow } from './search.projection.js';
import { type SearchRecordRow } from './search-record.projection.js';

/** Event types whose words a correction replaces. Other events of a corrected record stand as they were told. */
const PUT_RIGHT: ReadonlySet<string> = new Set([
  'AgendaItemAdded',
  'AgendaItemCorrected',
  'AttendanceRecorded',
  'AttendanceCorrected',
  'MemberLeft',
  'MemberRejoined',
  'MotionMoved',
  'MotionSeconded',
  'MotionWithdrawn',
  'MotionFell',
  'StepCorrected',
  'VoteTaken',
  'VoteCorrected',
  'DivisionTaken',
  'DivisionCorrected',
  'ElectionHeld',
  'ElectionCorrected',
  'DecisionRecorded',
  'DecisionCorrected',
  'ActionAgreed',
  'AgreedActionCorrected',
  'HearingRecorded',
  'HearingCorrected',
  'ParagraphRecorded',
  'ParagraphCorrected',
  'ActionRaised',
  'ActionCorrected',
  'ActionSetAsAgreed',
  'ReportSubmitted',
  'ReportCorrected',
  'PlanAdopted',
  'PlanCorrected',
  'PlanItemAdded',
  'PlanItemAmended',
  'DirectionDrafted',
  'DirectionCorrected',
]);

/** When a found entry was put right, and when it was struck, if that was after it was written down. */
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
