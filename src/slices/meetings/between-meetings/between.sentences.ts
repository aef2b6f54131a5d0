import { longDate } from '../../../kernel/dates.js';
import { type Sentences } from '../../../kernel/sentences.js';
import { type MeetingEvent } from '../events/meeting.events.js';

type Between = Extract<MeetingEvent, { type: 'MinuteReceived' | 'NextMeetingAgreed' }>;

export const betweenSentences: Sentences<Between> = {
  MinuteReceived: ({ itemId, minuteOf, resolved, amendment, decisionId }) =>
    `The minute of ${minuteOf.body} of ${longDate(minuteOf.date)}${minuteOf.meetingId === undefined ? '' : ` (${minuteOf.meetingId})`}, item ${itemId}: ${resolved.replace('-', ' ')}${amendment === undefined ? '' : ` with an amendment: ${amendment}`}${decisionId === undefined ? '' : `, by decision ${decisionId}`}`,
  NextMeetingAgreed: ({ date, time, place, words }) =>
    `The next meeting is to be on ${longDate(date)}${time === undefined ? '' : ` at ${time}`}${place === undefined ? '' : `, ${place}`}${words === undefined ? '' : `; ${words}`}`,
};
