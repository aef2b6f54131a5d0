import { exemptIn } from '../exempt/exempt.js';
import { type Meeting, type Section } from '../record/meeting.state.js';
import { type StepKind, type StepSaid } from '../events/step.events.js';
import { entryOfStep, isStep, saidIn, sectionOfTold } from '../record/told-anew.js';
import { canBeStruck, STEP_FIELDS, type StepField } from './step-fields.js';

/** A step of the course that can be put right, as it is told now. */
export interface CourseStep {
  /** The number that names the step in a correction. */
  readonly step: number;
  readonly of: StepKind;
  readonly motionId: string | null;
  /** The procedural motion or the ruling, of a step of one: its entry in the record. */
  readonly entryId?: string;
  /** The item it belongs to; `null` before the first. */
  readonly section: Pick<Section, 'sectionId' | 'number' | 'heading'> | null;
  readonly said: StepSaid;
  /** The fields of the step that can be put right. */
  readonly fields: readonly StepField[];
  readonly canBeStruck: boolean;
  /** What it said before it was put right, first the first. */
  readonly corrections: readonly Corrected[];
}

interface Corrected {
  readonly was: StepSaid;
  readonly now: StepSaid | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

export interface CourseView {
  /** In the order in which they were recorded. */
  readonly steps: readonly CourseStep[];
  /** What was struck, in the order in which it was. */
  readonly struck: readonly (Pick<CourseStep, 'step' | 'of'> & Corrected)[];
}

/** The course of a meeting, for somebody who may not read what is taken in private without the steps of such items. */
export function courseOf(meeting: Meeting, may: { readonly exempt: boolean }): CourseView {
  const hidden: ReadonlySet<string> = may.exempt ? new Set() : exemptIn(meeting);
  const isHidden = (...ids: readonly unknown[]): boolean => ids.some((id) => typeof id === 'string' && hidden.has(id));
  const putRight = meeting.putRight.filter(({ sectionId, was, now }) => !isHidden(sectionId, was.itemId, now?.itemId));
  const corrected = ({ was, now, reason, at, by }: Meeting['putRight'][number]): Corrected => ({ was, now, reason, at, by: by.name });
  const steps = meeting.told.filter(isStep).flatMap((told): CourseStep[] => {
    const { revision, type, data } = told;
    const entryId = entryOfStep(told);
    if (meeting.entries.some((entry) => entry.entryId === entryId && entry.struck !== undefined)) return [];
    const section = meeting.sections.find(({ sectionId }) => sectionId === sectionOfTold(meeting, told));
    const about = [
      section?.sectionId,
      entryId,
      ...['itemId', 'motionId', 'decisionId'].map((id) => (data as Record<string, unknown>)[id]),
      ...('motionIds' in data ? data.motionIds : []),
    ];
    if (isHidden(...about)) return [];
    return [
      {
        step: revision,
        of: type,
        motionId: 'motionId' in data ? (data.motionId ?? null) : null,
        ...(entryId !== undefined && { entryId }),
        section: section ? { sectionId: section.sectionId, number: section.number, heading: section.heading } : null,
        said: saidIn(told),
        fields: STEP_FIELDS[type],
        canBeStruck: canBeStruck(type),
        corrections: putRight.filter(({ step, now }) => step === revision && now !== null).map(corrected),
      },
    ];
  });
  const struck = putRight.flatMap((one) => (one.now === null ? [{ step: one.step, of: one.of, ...corrected(one) }] : []));
  const all = [...struck, ...struckEntries(meeting, isHidden)];
  return { steps, struck: all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
}

/** Procedural motions and rulings that were struck: they are entries of the record, and stay in it as places. */
function struckEntries(meeting: Meeting, isHidden: (...ids: readonly unknown[]) => boolean): CourseView['struck'] {
  const steps = meeting.told.filter(isStep).filter(({ type }) => type === 'ProceduralMotionTaken' || type === 'RulingGiven');
  return meeting.told.flatMap((told) => {
    if (told.type !== 'EntryStruck') return [];
    const { entryId, reason } = told.data;
    const step = steps.find((one) => entryOfStep(one) === entryId);
    if (!step || isHidden(entryId, sectionOfTold(meeting, step), 'motionId' in step.data ? step.data.motionId : undefined)) return [];
    return [{ step: step.revision, of: step.type, was: saidIn(step), now: null, reason, at: told.recordedAt, by: told.by.name }];
  });
}
