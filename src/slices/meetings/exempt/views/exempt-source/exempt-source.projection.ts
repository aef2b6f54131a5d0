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

/** What of a meeting is exempt, as is known now: one row per meeting. Whatever came of a part of it is exempt as long as that part is. */
export interface ExemptSourceRow {
  readonly meetingId: string;
  /** `<meetingId>#<id>` of each item, section, decision, agreed action and motion that is exempt, with a space before, between and after them. */
  readonly places: string;
  readonly parts: ExemptParts;
}

type Event =
  | Extract<MeetingEvent, { type: 'AgendaItemAdded' | 'AgendaItemCorrected' | 'ItemTaken' }>
  | Extract<DecisionEvent, { type: 'DecisionRecorded' | 'DecisionExemptionFound' }>
  | Extract<DiscussionEvent, { type: 'ActionAgreed' | 'HearingRecorded' }>
  | Extract<MinuteEvent, { type: 'EntryMoved' }>
  | Extract<MotionEvent, { type: 'MotionMoved' | 'DivisionTaken' }>
  | Extract<ElectionEvent, { type: 'ElectionHeld' }>
  | Extract<ProcedureEvent, { type: 'ProceduralMotionTaken' | 'RulingGiven' }>;

const NOTHING: ExemptParts = {
  agenda: [],
  sections: [],
  decisions: [],
  agreed: [],
  hearings: [],
  motions: [],
  divisions: [],
  elections: [],
  procedures: [],
  rulings: [],
};

function evolved(parts: ExemptParts, { type, data }: Recorded<Event>): ExemptParts {
  const { agenda, sections, decisions, agreed, hearings, motions, divisions, elections = [], procedures = [], rulings = [] } = parts;
  switch (type) {
    case 'AgendaItemAdded':
      return { ...parts, agenda: [...agenda, { itemId: data.itemId, exempt: data.exempt !== undefined }] };
    case 'AgendaItemCorrected': {
      const { itemId, changes, notExempt } = data;
      const found = (was: boolean): boolean => changes.exempt !== undefined || (was && !notExempt);
      return { ...parts, agenda: agenda.map((item) => (item.itemId === itemId ? { itemId, exempt: found(item.exempt === true) } : item)) };
    }
    case 'ItemTaken': {
      const { sectionId, itemId } = data;
      const taken = sections.some((one) => one.sectionId === sectionId);
      return taken ? parts : { ...parts, sections: [...sections, given({ sectionId, itemId })] };
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

function changed(row: ExemptSourceRow | undefined, event: Recorded<Event>, meetingId: string): ExemptSourceRow {
  const parts = evolved(row?.parts ?? NOTHING, event);
  const places = [...exemptIn(parts)].map((id) => `${meetingId}#${id}`);
  return { meetingId, places: places.length === 0 ? '' : ` ${places.join(' ')} `, parts };
}

/** The name of the read model, for a question that waits for it. */
export const EXEMPT_SOURCE = 'exempt_source';

export const exemptSources = projection<ExemptSourceRow, Event>({
  name: EXEMPT_SOURCE,
  version: 4,
  columns: { meetingId: { type: 'text' }, places: { type: 'text' }, parts: { type: 'json' } },
  primaryKey: 'meetingId',
  indexes: [],
  key: ({ stream }) => meetingIdOf(stream),
  on: {
    AgendaItemAdded: changed,
    AgendaItemCorrected: changed,
    ItemTaken: changed,
    DecisionRecorded: changed,
    DecisionExemptionFound: changed,
    ActionAgreed: changed,
    HearingRecorded: changed,
    MotionMoved: changed,
    DivisionTaken: changed,
    ElectionHeld: changed,
    ProceduralMotionTaken: changed,
    RulingGiven: changed,
    EntryMoved: changed,
  },
});

/**
 * SQL, true where a place is exempt. `meetingId` and `place` (`<meetingId>#<id>`) are SQL themselves; false where either is NULL, as for what
 * came of a meeting that is not in the record.
 */
export const exemptAt = (meetingId: string, place: string): string =>
  `EXISTS (SELECT 1 FROM exempt_source x WHERE x.meeting_id = ${meetingId} AND REPLACE(x.places, ' ' || ${place} || ' ', '') <> x.places)`;
