import { exemptIn } from '../agenda/views/agenda/exempt.js';
import { type Meeting, type Section } from '../record/meeting.state.js';
import { type StepKind, type StepSaid } from '../record/step.events.js';
import { isStep, saidIn, type StepTold } from '../record/told-anew.js';
import { canBeStruck, STEP_FIELDS, type StepField } from './step-fields.js';

/** A step of the course that can be put right, as it is told now. */
export interface CourseStep {
  /** What names it in a correction. */
  readonly step: number;
  readonly of: StepKind;
  readonly motionId: string | null;
  /** The item it belongs to; `null` before the first. */
  readonly section: Pick<Section, 'sectionId' | 'number' | 'heading'> | null;
  readonly said: StepSaid;
  /** What of it can be put right. */
  readonly fields: readonly StepField[];
  readonly canBeStruck: boolean;
}

/** The steps of the course in the order in which they were recorded; without those of items taken in private for who may not read these. */
export function courseOf(meeting: Meeting, may: { readonly exempt: boolean }): readonly CourseStep[] {
  const hidden: ReadonlySet<string> = may.exempt ? new Set() : exemptIn(meeting);
  return meeting.told.filter(isStep).flatMap((told): CourseStep[] => {
    const { revision, type, data } = told;
    const section = meeting.sections.find(({ sectionId }) => sectionId === sectionOf(meeting, told));
    const about = [section?.sectionId, ...['itemId', 'motionId', 'decisionId'].map((id) => (data as Record<string, unknown>)[id])];
    if (about.some((id) => typeof id === 'string' && hidden.has(id))) return [];
    return [
      {
        step: revision,
        of: type,
        motionId: 'motionId' in data ? (data.motionId ?? null) : null,
        section: section ? { sectionId: section.sectionId, number: section.number, heading: section.heading } : null,
        said: saidIn(told),
        fields: STEP_FIELDS[type],
        canBeStruck: canBeStruck(type),
      },
    ];
  });
}

function sectionOf(meeting: Meeting, { data }: StepTold): string | null | undefined {
  if ('sectionId' in data) return data.sectionId;
  if ('motionId' in data && data.motionId !== undefined)
    return meeting.motions.find(({ motionId }) => motionId === data.motionId)?.sectionId;
  if ('decisionId' in data) return meeting.decisions.find(({ decisionId }) => decisionId === data.decisionId)?.sectionId;
  return 'after' in data ? meeting.entries.find(({ entryId }) => entryId === data.after)?.sectionId : undefined;
}
