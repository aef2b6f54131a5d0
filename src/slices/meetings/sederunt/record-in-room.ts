import { accept, type Decision } from '../../../kernel/decider.js';
import { plain } from '../../../kernel/plain.js';
import { type MeetingEvent } from '../record/meeting.events.js';
import { type RoomEvent } from '../record/meeting-guards.js';
import { type Meeting } from '../record/meeting.state.js';
import { withConsequences } from './consequences.js';
import { contradictedVote } from './contradicted-votes.js';

/** A change to who was in the room, the rules or a declaration: refused where it would belie a vote, else with its consequences. */
export function recordInRoom(meeting: Meeting, event: MeetingEvent, because?: string): Decision<RoomEvent> {
  const events = [plain(event)];
  return contradictedVote(meeting, events) ?? accept<RoomEvent>(withConsequences<MeetingEvent>(meeting, events, because));
}
