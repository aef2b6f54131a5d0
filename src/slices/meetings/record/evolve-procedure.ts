import { type Recorded } from '../../../kernel/event.js';
import { type ProcedureEvent } from '../votes/procedure.events.js';
import { insertEntry, lastEntryId } from './entries.js';
import { type Meeting } from './meeting.state.js';

/** Procedural motions and rulings: entries of the record, before the first item too. */
export function evolveProcedure(meeting: Meeting, event: Recorded<ProcedureEvent>): Meeting {
  const { happenedAt } = event;
  switch (event.type) {
    case 'ProceduralMotionTaken': {
      const { after = lastEntryId(meeting), ...motion } = event.data;
      const { procedureId: entryId, sectionId } = motion;
      const entries = insertEntry(meeting.entries, { entryId, kind: 'procedure', sectionId, happenedAt }, after);
      return { ...meeting, entries, procedures: [...meeting.procedures, motion] };
    }
    case 'RulingGiven': {
      const { after = lastEntryId(meeting), ...ruling } = event.data;
      const { rulingId: entryId, sectionId } = ruling;
      const entries = insertEntry(meeting.entries, { entryId, kind: 'ruling', sectionId, happenedAt }, after);
      return { ...meeting, entries, rulings: [...meeting.rulings, { ...ruling, dissents: [] }] };
    }
    case 'ProceduralVoteDeclaredVoid': {
      const { procedureId } = event.data;
      const procedures = meeting.procedures.map((one) => (one.procedureId === procedureId ? { ...one, declaredVoid: true as const } : one));
      return { ...meeting, procedures };
    }
    case 'RulingDissented': {
      const { rulingId, people } = event.data;
      return {
        ...meeting,
        rulings: meeting.rulings.map((one) => (one.rulingId === rulingId ? { ...one, dissents: [...one.dissents, ...people] } : one)),
      };
    }
  }
}
