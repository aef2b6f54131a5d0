import { projection } from '../../../../kernel/projection.js';
import { type MeetingEvent, meetingIdOf } from '../../../meetings/events/meeting.events.js';
import { type MinuteEvent } from '../../../meetings/events/minute.events.js';
import { type ReportEvent } from '../../report.events.js';

/** The facts of a body's meetings that readers of reports need; a cancelled meeting has no row. */
export interface ReportMeetingRow {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly date: string;
  /** Notice was given: the agenda and its reports are open to everybody (1973 Act s.50B). */
  readonly published: boolean;
  /** The minute is signed: what was decided is open to everybody. */
  readonly signed: boolean;
}

export const reportMeetings = projection<ReportMeetingRow, MeetingEvent | MinuteEvent>({
  name: 'report_meeting',
  version: 1,
  columns: {
    meetingId: { type: 'text' },
    bodyId: { type: 'text' },
    date: { type: 'date' },
    published: { type: 'boolean' },
    signed: { type: 'boolean' },
  },
  primaryKey: 'meetingId',
  indexes: [{ columns: ['bodyId', 'date'] }],
  key: ({ stream }) => meetingIdOf(stream),
  on: {
    MeetingCalled: (_row, { data: { meetingId, bodyId, date } }) => ({ meetingId, bodyId, date, published: false, signed: false }),
    NoticeGiven: (row) => row && { ...row, published: true },
    MinuteSigned: (row) => row && { ...row, published: true, signed: true },
    MeetingCancelled: () => undefined,
  },
});

/** Where a report or a promise stands in meetings: an agenda item, or a decision. */
export interface ReportPlaceRow {
  readonly key: string;
  readonly recordId: string;
  readonly meetingId: string;
  /** `<meetingId>#<item or decision>`; the meeting's id alone for a report before the meeting under no item. */
  readonly place: string;
  readonly agenda: boolean;
}

type PlacedEvent = Extract<ReportEvent, { type: 'ReportPutOnAgenda' | 'RecommendationDecided' | 'ReportPromised' }>;
const places = (event: { readonly type: string; readonly data: PlacedEvent['data'] }): Omit<ReportPlaceRow, 'key'>[] => {
  const { data } = event as PlacedEvent;
  if ('source' in data) {
    if (data.source.kind === 'report') return [];
    const { meetingId, decisionId } = data.source.decision;
    return [{ recordId: data.promiseId, meetingId, place: `${meetingId}#${decisionId}`, agenda: false }];
  }
  if ('outcome' in data) {
    const { meetingId, decisionId } = data.decision;
    return [{ recordId: data.reportId, meetingId, place: `${meetingId}#${decisionId}`, agenda: false }];
  }
  const { meetingId, itemId } = data;
  return [{ recordId: data.reportId, meetingId, place: itemId === undefined ? meetingId : `${meetingId}#${itemId}`, agenda: true }];
};
const keyOf = ({ recordId, place }: Omit<ReportPlaceRow, 'key'>): string => `${recordId} ${place}`;
const placed = (
  _row: ReportPlaceRow | undefined,
  event: { readonly type: string; readonly data: PlacedEvent['data'] },
  key: string,
): ReportPlaceRow | undefined => {
  const place = places(event).find((one) => keyOf(one) === key);
  return place && { key, ...place };
};

export const reportPlaces = projection<ReportPlaceRow, PlacedEvent>({
  name: 'report_place',
  version: 1,
  columns: {
    key: { type: 'text' },
    recordId: { type: 'text' },
    meetingId: { type: 'text' },
    place: { type: 'text' },
    agenda: { type: 'boolean' },
  },
  primaryKey: 'key',
  indexes: [{ columns: ['recordId'] }, { columns: ['meetingId'] }],
  key: (event) => places(event).map(keyOf),
  on: { ReportPutOnAgenda: placed, RecommendationDecided: placed, ReportPromised: placed },
});
