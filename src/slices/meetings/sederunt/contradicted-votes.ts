import { type Refusal } from '../../../kernel/refusal.js';
import { type VoteTakenData } from '../record/motion.events.js';
import { after } from './consequences.js';
import { type MeetingEvent } from '../record/meeting.events.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { momentOf } from '../record/entries.js';
import { entitledToVote } from './room.js';

/**
 * A change to the sederunt may not make a recorded vote impossible: a vote by somebody who would not have been entitled to it,
 * or more votes than people entitled. What was wrong with a vote before the change is not held against the change.
 */
export function contradictedVote(meeting: Meeting, events: readonly MeetingEvent[]): Refusal | null {
  const votes = meeting.motions.flatMap(({ vote }) => (vote && !struck(meeting, vote.voteId) ? [vote] : []));
  if (votes.length === 0) return null;
  const changed = after(meeting, events);
  for (const vote of votes) {
    const [were, are] = [entitledIds(meeting, vote), entitledIds(changed, vote)];
    const gone = vote.votes.filter(({ person, option }) => option !== 'absent' && were.has(person.personId) && !are.has(person.personId));
    if (gone.length > 0)
      return refuseMeeting('attendance.voted', {
        detail: { voteId: vote.voteId, motionId: vote.motionId, people: gone.map(({ person }) => person.name) },
      });
    const { yes, no, abstain, notVoting, paired } = vote.counts;
    const counted = yes + no + abstain + notVoting + paired;
    if (are.size < were.size && counted > are.size)
      return refuseMeeting('attendance.votes-outnumber', {
        detail: { voteId: vote.voteId, motionId: vote.motionId, counted, entitled: are.size },
      });
  }
  return null;
}

const struck = (meeting: Meeting, entryId: string): boolean =>
  meeting.entries.some((entry) => entry.entryId === entryId && entry.struck !== undefined);

const entitledIds = (meeting: Meeting, { voteId, sectionId }: VoteTakenData): ReadonlySet<string> =>
  new Set(entitledToVote(meeting, momentOf(meeting, voteId), sectionId).map(({ person }) => person.personId));
