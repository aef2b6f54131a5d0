import { type RecordedEvent } from '../../../kernel/event.js';
import { type Moments } from '../../../kernel/moments.js';
import { CORRECTIONS } from '../events/meeting.events.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting, noMeeting } from '../record/meeting.state.js';

/**
 * A meeting as at a moment, as known at a moment. An event that had happened may follow, in the stream, one that had not happened yet: a
 * place in the record that did not exist then becomes the nearest place before it that did.
 */
export function meetingAsAt(events: readonly RecordedEvent[], asAt: Moments): Meeting | null {
  const meeting = fold(meetingEventsAsAt(events, asAt));
  return meeting.status === 'unknown' ? null : meeting;
}

/** The events by which the meeting is told at those moments. */
export function meetingEventsAsAt(events: readonly RecordedEvent[], { happenedBy, recordedBy }: Moments): readonly RecordedEvent[] {
  const known = events.filter((event) => recordedBy === undefined || event.recordedAt <= recordedBy);
  const happened = happenedBefore(known, happenedBy);
  const order = happened.length === known.length ? null : fold(known).entries.map(({ entryId }) => entryId);
  return order ? replaced(happened, order) : happened;
}

/** The events that had happened by then, and later corrections, with everything recorded by the same command. */
function happenedBefore(events: readonly RecordedEvent[], happenedBy: string | undefined): readonly RecordedEvent[] {
  if (happenedBy === undefined) return events;
  const opened = events.some(({ type, happenedAt }) => type === 'MeetingOpened' && happenedAt <= happenedBy);
  const correcting = new Set(
    events.flatMap(({ type, commandId }) => (CORRECTIONS.includes(type) && (opened || type !== 'RollCorrected') ? [commandId] : [])),
  );
  return events.filter(({ happenedAt, commandId }) => happenedAt <= happenedBy || correcting.has(commandId));
}

const fold = (events: readonly RecordedEvent[]): Meeting =>
  events.reduce<Meeting>((meeting, event) => meetingHistory.evolve(meeting, event), noMeeting);

const ENTRY_IDS: Readonly<Record<string, string>> = {
  ParagraphRecorded: 'paragraphId',
  DecisionRecorded: 'decisionId',
  AnnotationRecorded: 'annotationId',
  VoteTaken: 'voteId',
  DivisionTaken: 'divisionId',
  ActionAgreed: 'actionId',
  HearingRecorded: 'hearingId',
  ElectionHeld: 'electionId',
  ProceduralMotionTaken: 'procedureId',
  RulingGiven: 'rulingId',
};

function replaced(events: readonly RecordedEvent[], order: readonly string[]): readonly RecordedEvent[] {
  const there = new Set(
    events.flatMap(({ type, data }) => {
      const field = ENTRY_IDS[type];
      if (type === 'ElectionRoundTaken') return [(data as { readonly round: { readonly roundId: string } }).round.roundId];
      return field === undefined ? [] : [(data as Record<string, string>)[field]];
    }),
  );
  const nearest = (entryId: string): string | null => order.slice(0, order.indexOf(entryId) + 1).findLast((one) => there.has(one)) ?? null;
  const place = (data: object): object => {
    const { after } = data as { readonly after?: unknown };
    return typeof after === 'string' ? { ...data, after: nearest(after) } : data;
  };
  return events.map((event) => {
    const { data } = event;
    const correction = 'correction' in data ? { correction: place(data.correction as object) } : {};
    return { ...event, data: { ...place(data), ...correction } };
  });
}
