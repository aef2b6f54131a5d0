import { type LinkTable } from '../../../kernel/links.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { meetingIdOf } from '../events/meeting.events.js';

const ref = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;

/** From a meeting to the later decision that approved or corrected its minute. */
export const minuteLinks: LinkTable<MinuteEvent> = {
  MinuteApproved: ({ stream, data: { by } }) => [{ from: meetingIdOf(stream), to: ref(by), how: 'minute approved' }],
  SignedMinuteCorrected: ({ stream, data: { by } }) => [{ from: meetingIdOf(stream), to: ref(by), how: 'minute corrected' }],
};
