import { dateInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { type RecordedEvent } from '../../../kernel/event.js';
import { type Deadline } from '../../../kernel/deadline.js';
import { type DueChange, type DueTable } from '../../../kernel/due.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type DecisionEvent } from '../events/decision.events.js';
import { bodyIdOf } from '../../../kernel/record-id.js';
import { meetingIdOf } from '../events/meeting.events.js';

const LONGEST = 200;

const ratification = ({ meetingId, decisionId }: DecisionRef) =>
  ({ kind: 'decision', recordId: `${meetingId}#${decisionId}`, clock: 'ratification' }) as const;
const own = ({ stream }: RecordedEvent, decisionId: string) => ratification({ meetingId: meetingIdOf(stream), decisionId });
const day = ({ happenedAt }: RecordedEvent): string => dateInZone(happenedAt, USUAL_TIME_ZONE);
const ended = (change: 'met' | 'dropped', event: RecordedEvent, decision: DecisionRef): DueChange[] => [
  { change, ...ratification(decision), on: day(event) },
];

/** A deadline without a day, since no rule says by when a decision is ratified. */
const undated: Deadline = { words: '', kind: 'none', explanation: 'at a quorate meeting; no rule says by when' };
const awaiting = { what: 'ratification by a quorate meeting', deadline: undated, officers: [], sort: 'ratification' } as const;

const titleOf = (paragraph: string, words: string): string =>
  `Paragraph ${paragraph}: ${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}`;

/** A decision taken without a quorum awaits ratification. `DecisionStandingFound`, by which one is found informal later, has no words. */
export const decisionDues: DueTable<DecisionEvent | Extract<MinuteEvent, { type: 'EntryStruck' }>> = {
  DecisionRecorded: ({ data: { decisionId, meetingId, bodyId, paragraph, words, standing, exempt } }) =>
    standing === 'informal'
      ? [
          {
            change: 'falls-due',
            ...ratification({ meetingId, decisionId }),
            bodyId,
            title: titleOf(paragraph, words),
            exempt,
            ...awaiting,
          },
        ]
      : [],
  DecisionStandingFound: (event) => {
    const { decisionId, standing } = event.data;
    const named = own(event, decisionId);
    if (standing !== 'informal') return [{ change: 'dropped', ...named, on: day(event) }];
    const meetingId = meetingIdOf(event.stream);
    const bodyId = bodyIdOf(meetingId);
    // The event does not say whether the decision was taken in private, so its deadline is shown as if it was.
    return [{ change: 'falls-due', ...named, bodyId, title: `Decision ${decisionId} of ${meetingId}`, exempt: true, ...awaiting }];
  },
  DecisionExemptionFound: (event) => [{ change: 'carried', ...own(event, event.data.decisionId), exempt: event.data.exempt }],
  DecisionRatified: (event) => ended('met', event, event.data.decision),
  RatificationDeclined: (event) => ended('dropped', event, event.data.decision),
  DecisionRescinded: (event) => ended('dropped', event, event.data.decision),
  DecisionSuperseded: (event) => ended('dropped', event, event.data.decision),
  EntryStruck: (event) => [{ change: 'dropped', ...own(event, event.data.entryId), on: day(event) }],
};
