import { dateInZone } from '../../../kernel/dates.js';
import { type Deadline } from '../../../kernel/deadline.js';
import { type DueTable } from '../../../kernel/due.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { bodyIdOf } from '../../../kernel/record-id.js';
import { meetingIdOf } from '../events/meeting.events.js';

const USUAL_TIME_ZONE = 'Europe/London';

const agreement = (stream: string) => ({ kind: 'meeting', recordId: meetingIdOf(stream), clock: 'minute' }) as const;

const NEXT_MEETING: Deadline = {
  words: 'next meeting',
  kind: 'next-meeting',
  explanation: 'a minute goes to the next meeting for agreement',
};

/** A minute that was circulated goes to the next meeting for agreement. */
export const minuteDues: DueTable<MinuteEvent> = {
  MinuteCirculated: ({ stream }) => {
    const named = agreement(stream);
    const { recordId } = named;
    const bodyId = bodyIdOf(recordId);
    return [
      {
        change: 'falls-due',
        ...named,
        bodyId,
        title: `Minute of ${recordId}`,
        what: 'minute agreed',
        deadline: NEXT_MEETING,
        officers: [],
        exempt: false,
      },
    ];
  },
  MinuteApproved: ({ stream, happenedAt }) => [{ change: 'met', ...agreement(stream), on: dateInZone(happenedAt, USUAL_TIME_ZONE) }],
};
