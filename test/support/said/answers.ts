import { isDate } from '../../../src/kernel/dates.js';
import { type RecordedEvent } from '../../../src/kernel/event.js';
import { leavesOf } from './filling.js';

/** Where the record that a stream is of is read: the addresses of the API that answer it, and its name in the history. */
export interface Read {
  readonly answers: (name: { readonly bodyId: string; readonly id: string }) => readonly string[];
  /** What else is asked for one event: the part of the record that it is about. */
  readonly ofEvent?: (event: RecordedEvent) => readonly string[];
  /** `null` for what has no name in the history. */
  readonly ref: (target: string, event: RecordedEvent) => string | null;
}

const kindBefore = (kind: string) => (target: string) => `${kind}:${target}`;
/** The days that an event names: what holds on a day is asked for that day. */
const datesIn = (data: object): readonly string[] => [
  ...new Set(leavesOf(data).flatMap(({ value }) => (typeof value === 'string' && isDate(value) ? [value] : []))),
];
const directionIn = (data: object): string => (data as { readonly direction: string }).direction;
/** The decision of another meeting that an event is about: body, meeting and id. */
function decisionsIn(data: object): readonly (readonly [string, string, string])[] {
  const { decision } = data as { readonly decision?: { readonly meetingId: string; readonly decisionId: string } };
  const [bodyId = '', meeting = ''] = decision?.meetingId.split('/') ?? [];
  return decision ? [[bodyId, meeting, decision.decisionId]] : [];
}

/** The meeting of another body whose minute was received. */
const minutesIn = (data: object): readonly string[] =>
  (data as { readonly minuteOf?: { readonly meetingId?: string } }).minuteOf?.meetingId?.split(' ') ?? [];

const asItIs = (target: string): string => target;

/** By the category of its stream. A target `body/record` gives both ids; any other is the id, and the body. */
export const READ: Readonly<Record<string, Read>> = {
  calendar: {
    answers: () => [],
    ofEvent: ({ stream, data }) =>
      datesIn(data).map((date) => `calendars/${stream.slice('calendar-'.length)}/holidays?year=${date.slice(0, 4)}`),
    ref: kindBefore('calendar'),
  },
  principal: { answers: ({ id }) => [`principals/${id}`], ref: kindBefore('principal') },
  subject: { answers: () => [], ref: kindBefore('subject') },
  person: { answers: ({ id }) => [`people/${id}`], ref: kindBefore('person') },
  organisation: { answers: ({ id }) => [`organisations/${id}`], ref: kindBefore('organisation') },
  reminders: { answers: ({ id }) => [`principals/${id}/reminders/settings`, `principals/${id}/reminders`], ref: kindBefore('reminders') },
  body: {
    answers: ({ id }) => ['', '/constitution', '/coverage', '/locality-survey'].map((part) => `bodies/${id}${part}`),
    ofEvent: ({ stream, data }) => datesIn(data).map((date) => `bodies/${stream.slice('body-'.length)}?on=${date}`),
    ref: asItIs,
  },
  meeting: {
    answers: ({ bodyId, id }) =>
      ['', '/agenda', '/sederunt', '/quorum', '/motions', '/decisions', '/minute', '/minute/changes', '/course'].map(
        (part) => `bodies/${bodyId}/meetings/${id}${part}`,
      ),
    ofEvent: ({ data }) => [
      ...decisionsIn(data).map(([bodyId, meeting, decisionId]) => `bodies/${bodyId}/meetings/${meeting}/decisions/${decisionId}`),
      ...minutesIn(data).map((meetingId) => `bodies/${meetingId.replace('/', '/meetings/')}/minute/received`),
    ],
    ref: asItIs,
  },
  action: { answers: ({ bodyId, id }) => [`bodies/${bodyId}/actions/${id}`], ref: asItIs },
  report: {
    answers: ({ bodyId, id }) => [`bodies/${bodyId}/reports/${id}`, `bodies/${bodyId}/report-promises`],
    ref: kindBefore('report'),
  },
  directions: {
    answers: () => [],
    ofEvent: ({ stream, data }) => [`bodies/${stream.slice('directions-'.length)}/directions/${directionIn(data)}`],
    ref: (target, { data }) => `direction:${target}/${directionIn(data)}`,
  },
  participation: {
    answers: ({ bodyId, id }) => [`bodies/${bodyId}/participation-requests/${id}`],
    ref: kindBefore('participation-request'),
  },
  'annual-participation': {
    answers: ({ id }) => [`bodies/${id}/participation/annual-report?year=2019`, `bodies/${id}/participation/to-publish`],
    ref: () => null,
  },
  plan: { answers: ({ bodyId, id }) => [`bodies/${bodyId}/plans/${id}`], ref: kindBefore('plan') },
  requisition: { answers: ({ bodyId, id }) => [`bodies/${bodyId}/requisitions/${id}`], ref: kindBefore('requisition') },
  remit: { answers: ({ bodyId, id }) => [`bodies/${bodyId}/remits/${id}`], ref: kindBefore('remit') },
  duty: { answers: ({ bodyId, id }) => [`bodies/${bodyId}/duties/${id}`], ref: kindBefore('duty') },
};
