import { type QueryBus } from '@nestjs/cqrs';
import { longDate } from '../../kernel/dates.js';
import { type Meeting, entryOf } from '../../slices/meetings/meetings.words.js';
import { ListMeetings, MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The most later meetings looked at for one that approves or signs the minute. */
const MOST_LATER = 12;
const LONGEST = 110;

/** The later meetings of the body that were opened, the next first. */
export async function laterMeetings(queries: QueryBus, { bodyId, date, meetingId }: Meeting): Promise<Meeting[]> {
  const { rows } = await queries.execute(new ListMeetings({ bodyId, from: date, limit: MOST_LATER }));
  const found = await Promise.all(
    rows
      .filter((row) => row.meetingId !== meetingId && row.status !== 'called' && row.status !== 'cancelled')
      .map((row) => queries.execute(new MeetingAsItStands(row.meetingId))),
  );
  return found.flatMap((one) => (one ? [one.meeting] : []));
}

/** Decisions that can approve or correct this minute, those whose outcome names it first. The value names meeting and decision. */
export function approvingDecisions(later: readonly Meeting[], meetingId: string): Choice[] {
  const all = later.flatMap((meeting) =>
    meeting.decisions
      .filter(({ decisionId, verb }) => ['APPROVED', 'AGREED'].includes(verb) && entryOf(meeting, decisionId)?.struck === undefined)
      .map((decision) => ({ meeting, decision })),
  );
  const ofThis = ({ decision: { outcome } }: (typeof all)[number]): number =>
    outcome.kind === 'minute-approved' && outcome.meetingId === meetingId ? 0 : 1;
  return all
    .toSorted((a, b) => ofThis(a) - ofThis(b))
    .map(({ meeting, decision: { decisionId, paragraph, words } }) => ({
      value: `${meeting.meetingId} ${decisionId}`,
      text: `${longDate(meeting.date)}, paragraph ${paragraph}: ${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}`,
    }));
}

/** Everybody who presided at one of these meetings. The value names meeting and person. */
export const signersOf = (later: readonly Meeting[]): Choice[] =>
  later.flatMap((meeting) => {
    const inOffice = meeting.standings.flatMap(({ standing }) =>
      standing.offices.filter(({ office }) => office === 'chair').map(({ holder }) => holder),
    );
    const presided = meeting.chairs.length > 0 ? meeting.chairs.map(({ person }) => person) : inOffice;
    const people = [...new Map(presided.map(({ personId, name }) => [personId, name]))];
    return people.map(([personId, name]) => ({
      value: `${meeting.meetingId} ${personId}`,
      text: `${name}, presiding at the meeting of ${longDate(meeting.date)}`,
    }));
  });
