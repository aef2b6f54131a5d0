import { longDate } from '../../kernel/dates.js';
import { type ListedMeeting } from '../../slices/meetings/meetings.queries.js';
import { type ShownDecision } from '../../slices/meetings/meetings.words.js';
import { type Choice, start } from './composer-choices.js';

/** Business that earlier meetings left and that a decision may deal with. */
export interface EarlierBusiness {
  /** Meetings whose minute awaits approval. */
  readonly minutes: readonly Choice[];
  /** Informal decisions that nobody has ratified. */
  readonly informal: readonly Choice[];
  /** Decisions that stand, newest first; a motion may be to rescind one of them. */
  readonly standing: readonly Choice[];
}

export function earlierBusiness(
  meetingId: string,
  meetings: readonly ListedMeeting[],
  awaiting: readonly ShownDecision[],
  decisions: readonly ShownDecision[],
): EarlierBusiness {
  return {
    minutes: meetings
      .filter((one) => one.meetingId !== meetingId && (one.minuteStatus === 'draft' || one.minuteStatus === 'circulated'))
      .map((one) => ({ value: `minute-approved ${one.meetingId}`, text: `Approves the minute of ${longDate(one.date)}` })),
    informal: awaiting.map(asChoice),
    standing: decisions.filter((one) => one.rescindedBy === null && one.supersededBy === null).map(asChoice),
  };
}

const asChoice = ({ meetingId, decisionId, meetingDate, paragraph, words }: ShownDecision): Choice => ({
  value: `${meetingId} ${decisionId}`,
  text: start(`${longDate(meetingDate)}, ${paragraph}: ${words}`),
});
