import { type Meeting } from '../../../record/meeting.state.js';
import { now } from '../../../record/entries.js';
import { presidingAt } from '../../../sederunt/room.js';
import { peopleOf, type PersonInTime } from '../quorum/people.js';

/** The three lists, with who presides, interests declared, and who took the chair and why. */
export interface SederuntView {
  readonly meetingId: string;
  readonly presiding: string | null;
  readonly present: readonly PersonInTime[];
  readonly apologies: readonly PersonInTime[];
  readonly inAttendance: readonly PersonInTime[];
  readonly chairs: readonly { readonly name: string; readonly reason: string }[];
  readonly interests: readonly { readonly name: string; readonly itemId: string; readonly outcome: string; readonly nature: string }[];
}

export function sederuntView(meeting: Meeting): SederuntView {
  const people = peopleOf(meeting);
  return {
    meetingId: meeting.meetingId,
    presiding: presidingAt(meeting, now(meeting))?.name ?? null,
    present: people.filter(({ as }) => as === 'present'),
    apologies: people.filter(({ as }) => as === 'apologies'),
    inAttendance: people.filter(({ as }) => as === 'in-attendance'),
    chairs: meeting.chairs.map(({ person, reason }) => ({ name: person.name, reason })),
    interests: meeting.interests.map(({ person, itemId, outcome, nature }) => ({ name: person.name, itemId, outcome, nature })),
  };
}
