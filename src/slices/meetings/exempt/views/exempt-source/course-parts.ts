import { type Recorded } from '../../../../../kernel/event.js';
import { given } from '../../../../../kernel/plain.js';
import { type DecisionEvent } from '../../../events/decision.events.js';
import { type DiscussionEvent } from '../../../events/discussion.events.js';
import { type MeetingEvent } from '../../../events/meeting.events.js';
import { type MinuteEvent } from '../../../events/minute.events.js';
import { type MotionEvent } from '../../../events/motion.events.js';
import { type StepEvent } from '../../../events/step.events.js';
import { insertEntry, keepingPlace, moveEntries } from '../../../record/entries.js';
import { type PublicTurn } from '../../../record/meeting.state.js';
import { type ElectionEvent } from '../../../votes/election.events.js';
import { type ProcedureEvent } from '../../../votes/procedure.events.js';
import { type PrivateParts } from '../../grounds.js';

/**
 * The course of a meeting, as far as it tells for what the public was excluded. Each step has the revision of its event, by which it is
 * struck.
 */
export interface CourseParts {
  /** In the order of the record. */
  readonly entries: readonly { readonly entryId: string }[];
  readonly turns: readonly (Omit<PublicTurn, 'words' | 'decisionId' | 'sectionId'> & { readonly revision: number })[];
  readonly taken: readonly {
    readonly sectionId: string;
    readonly itemId?: string;
    readonly after: string | null;
    readonly revision: number;
  }[];
  /** When items were last found not to be exempt, by their ids. */
  readonly opened: Readonly<Record<string, number>>;
  readonly concluded?: number;
}

export const NO_COURSE: CourseParts = { entries: [], turns: [], taken: [], opened: {} };

export type CourseEvent =
  | Extract<MeetingEvent, { type: 'AgendaItemCorrected' | 'ItemTaken' | 'PublicExcluded' | 'PublicReadmitted' | 'MeetingConcluded' }>
  | Extract<StepEvent, { type: 'StepStruck' }>
  | EntryEvent
  | Extract<MinuteEvent, { type: 'EntryMoved' }>;

type EntryEvent =
  | Extract<MinuteEvent, { type: 'ParagraphRecorded' | 'AnnotationRecorded' }>
  | Extract<DecisionEvent, { type: 'DecisionRecorded' }>
  | Extract<DiscussionEvent, { type: 'ActionAgreed' | 'HearingRecorded' }>
  | Extract<MotionEvent, { type: 'VoteTaken' | 'DivisionTaken' }>
  | Extract<ElectionEvent, { type: 'ElectionHeld' | 'ElectionRoundTaken' }>
  | Extract<ProcedureEvent, { type: 'ProceduralMotionTaken' | 'RulingGiven' }>;

export function evolvedCourse(course: CourseParts, { type, data, revision }: Recorded<CourseEvent>): CourseParts {
  const { entries, turns, taken, opened, concluded } = course;
  const last = entries.at(-1)?.entryId ?? null;
  const entry = (entryId: string, after: string | null = last): CourseParts => ({
    ...course,
    entries: insertEntry(entries, { entryId }, after),
  });
  switch (type) {
    case 'AgendaItemCorrected':
      return data.notExempt ? { ...course, opened: { ...opened, [data.itemId]: revision } } : course;
    case 'ItemTaken': {
      const { sectionId, itemId } = data;
      return { ...course, taken: [...taken, { ...given({ sectionId, itemId }), after: last, revision }] };
    }
    case 'PublicExcluded': {
      const { itemIds, paragraphs, after } = data;
      return { ...course, turns: [...turns, { kind: 'excluded', itemIds, paragraphs, after, revision }] };
    }
    case 'PublicReadmitted':
      return { ...course, turns: [...turns, { kind: 'readmitted', after: data.after, revision }] };
    case 'MeetingConcluded':
      return { ...course, concluded: revision };
    case 'StepStruck': {
      const stands = (one: { readonly revision: number }): boolean => one.revision !== data.step;
      const { concluded: _concluded, ...open } = course;
      return { ...(concluded === data.step ? open : course), turns: turns.filter(stands), taken: taken.filter(stands) };
    }
    case 'EntryMoved':
      return {
        ...course,
        entries: moveEntries(entries, data),
        turns: keepingPlace(turns, entries, data.entryIds),
        taken: keepingPlace(taken, entries, data.entryIds),
      };
    case 'ParagraphRecorded':
      return entry(data.paragraphId, data.after);
    case 'AnnotationRecorded':
      return entry(data.annotationId, data.after);
    case 'DecisionRecorded':
      return entry(data.decisionId, data.after);
    case 'ActionAgreed':
      return entry(data.actionId, data.after);
    case 'HearingRecorded':
      return entry(data.hearingId, data.after);
    case 'VoteTaken':
      return entry(data.voteId, data.after);
    case 'DivisionTaken':
      return entry(data.divisionId, data.after);
    case 'ElectionHeld':
      return entry(data.electionId, data.after);
    case 'ElectionRoundTaken':
      return entry(data.round.roundId, data.after);
    case 'ProceduralMotionTaken':
      return entry(data.procedureId, data.after);
    case 'RulingGiven':
      return entry(data.rulingId, data.after);
  }
}

/** What the course makes of an agenda: as the state of the meeting has it. */
export function privateParts(
  { entries, turns, taken, opened, concluded = Infinity }: CourseParts,
  items: PrivateParts['agenda'],
): PrivateParts {
  const first = new Map([...taken].reverse().map((one) => [one.sectionId, one]));
  return {
    agenda: items.map((item) => {
      const openedAt = opened[item.itemId];
      return openedAt === undefined ? item : { ...item, openAfter: turns.filter(({ revision }) => revision < openedAt).length };
    }),
    sections: [...first.values()].map(({ sectionId, itemId }) => given({ sectionId, itemId })),
    entries,
    takings: taken.filter((one) => first.get(one.sectionId) === one || one.revision < concluded),
    exclusions: turns,
  };
}
