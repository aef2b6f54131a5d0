import { type Recorded } from '../../../kernel/event.js';
import { type DiscussionEvent } from '../events/discussion.events.js';
import { insertEntry } from './entries.js';
import { type Meeting } from './meeting.state.js';

/** What comes of discussion. */
export function evolveDiscussion(meeting: Meeting, event: Recorded<DiscussionEvent>): Meeting {
  switch (event.type) {
    case 'ActionAgreed': {
      const { after, ...agreed } = event.data;
      const { actionId: entryId, sectionId } = agreed;
      const entries = insertEntry(meeting.entries, { entryId, kind: 'action', sectionId, happenedAt: event.happenedAt }, after);
      return { ...meeting, entries, agreed: [...meeting.agreed, agreed] };
    }
    case 'AgreedActionCorrected': {
      const { actionId, changes } = event.data;
      return { ...meeting, agreed: meeting.agreed.map((one) => (one.actionId === actionId ? { ...one, ...changes } : one)) };
    }
    case 'HearingRecorded': {
      const { after, ...hearing } = event.data;
      const { hearingId: entryId, sectionId } = hearing;
      const entries = insertEntry(meeting.entries, { entryId, kind: 'hearing', sectionId, happenedAt: event.happenedAt }, after);
      return { ...meeting, entries, hearings: [...meeting.hearings, hearing] };
    }
    case 'HearingCorrected':
      return ofHearing(meeting, event.data.hearingId, (one) => correctedHearing(one, event.data.changes));
    case 'HearingResolved': {
      const { hearingId, decisionId } = event.data;
      return ofHearing(meeting, hearingId, (one) => ({ ...one, decisionId }));
    }
  }
}

type Heard = Meeting['hearings'][number];

const ofHearing = (meeting: Meeting, hearingId: string, change: (one: Heard) => Heard): Meeting => ({
  ...meeting,
  hearings: meeting.hearings.map((one) => (one.hearingId === hearingId ? change(one) : one)),
});

/** What was heard after all has no reason why it was not; what was not heard has no answer, unless one is said. */
export function correctedHearing(hearing: Heard, changes: Partial<Heard>): Heard {
  const { why, answer, answeredBy, ...rest } = hearing;
  const { heard } = { ...hearing, ...changes };
  const kept = heard ? { answer, answeredBy } : { why };
  return {
    ...rest,
    ...(Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as Partial<Heard>),
    ...changes,
  };
}
