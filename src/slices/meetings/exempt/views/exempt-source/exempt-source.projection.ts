import { type Recorded } from '../../../../../kernel/event.js';
import { given } from '../../../../../kernel/plain.js';
import { projection } from '../../../../../kernel/projection.js';
import { type DecisionEvent } from '../../../events/decision.events.js';
import { type DiscussionEvent } from '../../../events/discussion.events.js';
import { type MeetingEvent, meetingIdOf } from '../../../events/meeting.events.js';
import { type MinuteEvent } from '../../../events/minute.events.js';
import { type MotionEvent } from '../../../events/motion.events.js';
import { type ProcedureEvent } from '../../../votes/procedure.events.js';
import { type ElectionEvent } from '../../../votes/election.events.js';
import { exemptIn, type ExemptParts } from '../../exempt.js';
import { type PrivateParts } from '../../grounds.js';
import { type CourseEvent, type CourseParts, evolvedCourse, NO_COURSE, privateParts } from './course-parts.js';

/** What of a meeting is exempt, as is known now: one row per meeting. Whatever came of a part of it is exempt as long as that part is. */
export interface ExemptSourceRow {
  readonly meetingId: string;
  /** `<meetingId>#<id>` of each item, section, decision, agreed action and motion that is exempt, with a space before, between and after them. */
  readonly places: string;
  readonly parts: Parts;
  readonly course: CourseParts;
}

/** The sections are those of the course. */
type Parts = Omit<ExemptParts, keyof PrivateParts> & Pick<PrivateParts, 'agenda'>;

type PartEvent =
  | Extract<MeetingEvent, { type: 'AgendaItemAdded' | 'AgendaItemCorrected' }>
  | Extract<DecisionEvent, { type: 'DecisionRecorded' | 'DecisionExemptionFound' }>
  | Extract<DiscussionEvent, { type: 'ActionAgreed' | 'HearingRecorded' }>
  | Extract<MinuteEvent, { type: 'EntryMoved' }>
  | Extract<MotionEvent, { type: 'MotionMoved' | 'DivisionTaken' }>
  | Extract<ElectionEvent, { type: 'ElectionHeld' }>
  | Extract<ProcedureEvent, { type: 'ProceduralMotionTaken' | 'RulingGiven' }>;

type Event = CourseEvent | PartEvent;

const NOTHING: Parts = {
  agenda: [],
  decisions: [],
  agreed: [],
  hearings: [],
  motions: [],
  divisions: [],
  elections: [],
  procedures: [],
  rulings: [],
};

function evolved(parts: Parts, { type, data }: Recorded<PartEvent>): Parts {
  const { agenda, decisions, agreed, hearings, motions, divisions, elections = [], procedures = [], rulings = [] } = parts;
  switch (type) {
    case 'AgendaItemAdded':
      return { ...parts, agenda: [...agenda, given({ itemId: data.itemId, exempt: data.exempt })] };
    case 'AgendaItemCorrected': {
      const { itemId, changes, notExempt } = data;
      const corrected = ({ exempt }: Parts['agenda'][number]) =>
        given({ itemId, exempt: changes.exempt ?? (notExempt ? undefined : exempt) });
      return { ...parts, agenda: agenda.map((item) => (item.itemId === itemId ? corrected(item) : item)) };
    }
    case 'DecisionRecorded': {
      const { decisionId, sectionId, exempt, motionId, divisionId, onLossOf } = data;
      return { ...parts, decisions: [...decisions, given({ decisionId, sectionId, exempt, motionId, divisionId, onLossOf })] };
    }
    case 'DecisionExemptionFound': {
      const { decisionId, exempt } = data;
      return { ...parts, decisions: decisions.map((one) => (one.decisionId === decisionId ? { ...one, exempt } : one)) };
    }
    case 'ActionAgreed': {
      const { actionId, sectionId } = data;
      return { ...parts, agreed: [...agreed, { actionId, sectionId }] };
    }
    case 'HearingRecorded': {
      const { hearingId, sectionId } = data;
      return { ...parts, hearings: [...hearings, { hearingId, sectionId }] };
    }
    case 'EntryMoved': {
      const { sectionId, entryIds, decisionIds, motionIds } = data;
      return {
        ...parts,
        decisions: decisions.map((one) => (decisionIds.includes(one.decisionId) ? { ...one, sectionId } : one)),
        hearings: hearings.map((one) => (entryIds.includes(one.hearingId) ? { ...one, sectionId } : one)),
        agreed: agreed.map((one) => (entryIds.includes(one.actionId) ? { ...one, sectionId } : one)),
        motions: motions.map((one) => (motionIds.includes(one.motionId) ? { ...one, sectionId } : one)),
        divisions: divisions.map((one) => (entryIds.includes(one.divisionId) ? { ...one, sectionId } : one)),
      };
    }
    case 'MotionMoved': {
      const { motionId, sectionId, amends } = data;
      return { ...parts, motions: [...motions, given({ motionId, sectionId, amends })] };
    }
    case 'DivisionTaken': {
      const { divisionId, sectionId, proposals } = data;
      const ids = proposals.map(({ proposalId }) => ({ proposalId }));
      return { ...parts, divisions: [...divisions, { divisionId, sectionId, proposals: ids }] };
    }
    case 'ProceduralMotionTaken': {
      const { procedureId, sectionId } = data;
      return { ...parts, procedures: [...procedures, { procedureId, sectionId }] };
    }
    case 'RulingGiven': {
      const { rulingId, sectionId } = data;
      return { ...parts, rulings: [...rulings, { rulingId, sectionId }] };
    }
    case 'ElectionHeld': {
      const { electionId, sectionId } = data;
      return { ...parts, elections: [...elections, { electionId, sectionId }] };
    }
  }
}

/** What each event tells of: of the parts, of the course, or of both. */
const TELLS: { readonly [T in Event['type']]: 'part' | 'course' | 'both' } = {
  AgendaItemAdded: 'part',
  AgendaItemCorrected: 'both',
  ItemTaken: 'course',
  PublicExcluded: 'course',
  PublicReadmitted: 'course',
  MeetingConcluded: 'course',
  StepStruck: 'course',
  ParagraphRecorded: 'course',
  AnnotationRecorded: 'course',
  DecisionRecorded: 'both',
  DecisionExemptionFound: 'part',
  ActionAgreed: 'both',
  HearingRecorded: 'both',
  MotionMoved: 'part',
  VoteTaken: 'course',
  DivisionTaken: 'both',
  ElectionHeld: 'both',
  ElectionRoundTaken: 'course',
  ProceduralMotionTaken: 'both',
  RulingGiven: 'both',
  EntryMoved: 'both',
};

const isOfParts = (event: Recorded<Event>): event is Recorded<PartEvent> => TELLS[event.type] !== 'course';
const isOfCourse = (event: Recorded<Event>): event is Recorded<CourseEvent> => TELLS[event.type] !== 'part';

function changed(row: ExemptSourceRow | undefined, event: Recorded<Event>, meetingId: string): ExemptSourceRow {
  const { parts: was, course: before } = row ?? { parts: NOTHING, course: NO_COURSE };
  const parts = isOfParts(event) ? evolved(was, event) : was;
  const course = isOfCourse(event) ? evolvedCourse(before, event) : before;
  const places = [...exemptIn({ ...parts, ...privateParts(course, parts.agenda) })].map((id) => `${meetingId}#${id}`);
  return { meetingId, places: places.length === 0 ? '' : ` ${places.join(' ')} `, parts, course };
}

/** The name of the read model, for a question that waits for it. */
export const EXEMPT_SOURCE = 'exempt_source';

export const exemptSources = projection<ExemptSourceRow, Event>({
  name: EXEMPT_SOURCE,
  version: 5,
  columns: { meetingId: { type: 'text' }, places: { type: 'text' }, parts: { type: 'json' }, course: { type: 'json' } },
  primaryKey: 'meetingId',
  indexes: [],
  key: ({ stream }) => meetingIdOf(stream),
  on: Object.fromEntries(Object.keys(TELLS).map((type) => [type, changed])),
});

/**
 * SQL, true where a place is exempt. `meetingId` and `place` (`<meetingId>#<id>`) are SQL themselves; false where either is NULL, as for what
 * came of a meeting that is not in the record.
 */
export const exemptAt = (meetingId: string, place: string): string =>
  `EXISTS (SELECT 1 FROM exempt_source x WHERE x.meeting_id = ${meetingId} AND REPLACE(x.places, ' ' || ${place} || ' ', '') <> x.places)`;
