import { dateInZone, longDate } from '../../../../kernel/dates.js';
import { andNames } from '../../../../kernel/words.js';
import { rollChanges } from '../../../../slices/bodies/bodies.words.js';
import { impossibleVotes, type Meeting, momentOf, sittingOf, standingAt, unturned } from '../../../../slices/meetings/meetings.words.js';
import { type ComparedRecord, type Discrepancy } from './discrepancy.js';

/** Meetings that stand under another roll than the body has now for their day: such as one whose minute was signed before that was known. */
export function rolls({ about, rolls: known }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) => {
    const { meetingId, standings } = meeting;
    return standings.flatMap(({ standing }): Discrepancy[] => {
      const now = known?.get(meetingId)?.find(({ asOf }) => asOf === standing.asOf);
      const changes = now ? rollChanges(standing, unturned(meeting, now)) : [];
      if (changes.length === 0) return [];
      return [
        {
          kind: 'roll',
          where: meetingId,
          what: `The meeting stands under another roll than the body has for ${longDate(standing.asOf)}.`,
          recordSays: 'the roll as it was known when it was last taken',
          otherSays: changes.join(' '),
        },
      ];
    });
  });
}

/** People who were present for no seat by the roll, and members who are recorded as in attendance only. */
export function seats({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    meeting.attendances.flatMap((one): Discrepancy[] => {
      const { person, as, spells } = one;
      const standing = standingAt(meeting, spells[0] ? momentOf(meeting, spells[0].from) + 1 : 0);
      if (!standing || as === 'apologies') return [];
      const sitting = sittingOf(standing, one);
      if ((as === 'present') === (sitting !== null)) return [];
      return [
        {
          kind: 'attendance-seat',
          where: `${meeting.meetingId}#${person.personId}`,
          what:
            as === 'present'
              ? `${person.name} was present, and neither holds a seat that day nor may stand in for a member.`
              : `${person.name} was in attendance, and holds a seat that day.`,
          recordSays: as === 'present' ? 'present' : 'in attendance',
          otherSays: sitting
            ? `the roll has ${person.name} in the seat ${sitting.seat.label}`
            : `the roll of ${longDate(standing.asOf)} has no such seat`,
        },
      ];
    }),
  );
}

/** Votes by people who were not entitled to them, or by more than were. They stand as they were taken. */
export function votes({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    impossibleVotes(meeting).map(({ voteId, numbers, people, counted, entitled }): Discrepancy => ({
      kind: 'vote-impossible',
      where: `${meeting.meetingId}#${voteId}`,
      what:
        people.length > 0
          ? `${andNames(people.map(({ name }) => name))} voted and, by the sederunt and the roll, ${people.length === 1 ? 'was' : 'were'} not entitled to.`
          : 'More voted than, by the sederunt and the roll, were entitled to.',
      recordSays: `${counted} counted: ${numbers}`,
      otherSays: `${entitled} entitled`,
    })),
  );
}

/** Meetings opened, or gone on with, before the day the record has for it. */
export function beforeItsDay({ about }: ComparedRecord): Discrepancy[] {
  return about.flatMap((meeting) =>
    sittings(meeting).flatMap(({ day, at }): Discrepancy[] => {
      const on = dateInZone(at, meeting.timeZone);
      if (on >= day) return [];
      return [
        {
          kind: 'before-its-day',
          where: meeting.meetingId,
          what: 'The meeting was recorded as sitting before its day.',
          recordSays: `sat on ${longDate(day)}`,
          otherSays: `recorded of ${longDate(on)}`,
        },
      ];
    }),
  );
}

const sittings = ({ date, openedAt, adjournments }: Meeting): readonly { readonly day: string; readonly at: string }[] => [
  ...(openedAt === undefined ? [] : [{ day: date, at: openedAt }]),
  ...adjournments.flatMap(({ date: day, at }) => (day !== undefined && at !== undefined ? [{ day, at }] : [])),
];
