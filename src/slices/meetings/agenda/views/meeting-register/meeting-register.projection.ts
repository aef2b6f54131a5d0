import { projection } from '../../../../../kernel/projection.js';
import { type DecisionEvent } from '../../../events/decision.events.js';
import { type DecisionStanding } from '../../../../../kernel/citation.js';
import { type MinuteEvent } from '../../../events/minute.events.js';
import { type MeetingEvent, type MeetingMode, meetingIdOf } from '../../../events/meeting.events.js';
import { type StepEvent } from '../../../events/step.events.js';
import { type Meeting } from '../../../record/meeting.state.js';

export const MINUTE_STATUSES = ['none', 'draft', 'circulated', 'approved', 'signed'] as const;
export type MinuteStatus = (typeof MINUTE_STATUSES)[number];

export interface MeetingRegisterRow {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly date: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode;
  /** A meeting abandoned for want of a quorum is over, and listed as such. */
  readonly status: Exclude<Meeting['status'], 'unknown'> | 'abandoned';
  /** The day of the last notice; `null` before notice is given, and the agenda is not published. */
  readonly noticeGivenOn: string | null;
  readonly shortNotice: boolean | null;
  /** Last day on which notice in time could be given, by the rule of the day. */
  readonly latestNotice: string | null;
  readonly minuteStatus: MinuteStatus;
  /** Notice was given, or the minute is signed: anybody may know of it. */
  readonly published: boolean;
  /** The quorum was declared lost, or something was resolved without one. */
  readonly quorumLost: boolean;
  readonly items: number;
  readonly decisions: number;
  /** Decisions now known to have been taken without a quorum. */
  readonly informal: number;
  /** The bodies that meet with the one that calls it, by their ids; none of most meetings. */
  readonly jointlyWith: readonly string[];
  /** How each decision stands, by id: what the counts are made of. */
  readonly standings: Readonly<Record<string, DecisionStanding>>;
  /** What was declared of the quorum, by the revision it was declared at. */
  readonly declared: Readonly<Record<string, boolean>>;
}

type RegisterEvent = MeetingEvent | DecisionEvent | MinuteEvent | StepEvent;
type Row = MeetingRegisterRow;

/** One row per meeting. */
export const meetingRegister = projection<MeetingRegisterRow, RegisterEvent>({
  name: 'meeting_register',
  version: 4,
  columns: {
    meetingId: { type: 'text' },
    bodyId: { type: 'text' },
    title: { type: 'text' },
    date: { type: 'date' },
    time: { type: 'text', nullable: true },
    place: { type: 'text', nullable: true },
    mode: { type: 'text' },
    status: { type: 'text' },
    noticeGivenOn: { type: 'date', nullable: true },
    shortNotice: { type: 'boolean', nullable: true },
    latestNotice: { type: 'date', nullable: true },
    minuteStatus: { type: 'text' },
    published: { type: 'boolean' },
    quorumLost: { type: 'boolean' },
    items: { type: 'integer' },
    decisions: { type: 'integer' },
    informal: { type: 'integer' },
    jointlyWith: { type: 'json' },
    standings: { type: 'json' },
    declared: { type: 'json' },
  },
  primaryKey: 'meetingId',
  indexes: [{ columns: ['bodyId', 'date'] }, { columns: ['date'] }, { columns: ['status', 'date'] }],
  key: (event) => meetingIdOf(event.stream),
  on: {
    MeetingCalled: (_row, { data: { meetingId, bodyId, title, date, time, place, mode, jointlyWith = [] } }) => ({
      meetingId,
      bodyId,
      title,
      date,
      time: time ?? null,
      place: place ?? null,
      mode,
      status: 'called',
      noticeGivenOn: null,
      shortNotice: null,
      latestNotice: null,
      minuteStatus: 'none',
      published: false,
      quorumLost: false,
      items: 0,
      decisions: 0,
      informal: 0,
      jointlyWith: jointlyWith.map((one) => one.bodyId),
      standings: {},
      declared: {},
    }),
    MeetingRearranged: (row, { data: { time, place, mode } }) =>
      row && { ...row, time: time ?? row.time, place: place ?? row.place, mode: mode ?? row.mode },
    MeetingCancelled: (row) => row && { ...row, status: 'cancelled' },
    AgendaItemAdded: (row) => row && { ...row, items: row.items + 1 },
    AgendaItemWithdrawn: (row) => row && { ...row, items: row.items - 1 },
    NoticeGiven: (row, { data: { givenOn, clearDays } }) =>
      row && { ...row, noticeGivenOn: givenOn, shortNotice: clearDays.short, latestNotice: clearDays.latestDay, published: true },
    MeetingOpened: (row) => row && { ...row, status: 'open' },
    MeetingAdjourned: (row) => row && unlessOver(row, 'adjourned'),
    MeetingResumed: (row) => row && unlessOver(row, 'open'),
    MeetingConcluded: (row, { data: { abandoned } }) => row && { ...row, status: abandoned ? 'abandoned' : 'concluded' },
    QuorumDeclared: (row, { revision, data: { quorate } }) => row && withDeclared(row, { ...row.declared, [revision]: quorate }),
    StepCorrected: (row, { data: { step, now } }) =>
      row && now.quorate !== undefined ? withDeclared(row, { ...row.declared, [step]: now.quorate }) : row,
    StepStruck: (row, { data: { step, of, status } }) => {
      if (!row) return row;
      const items = of === 'AgendaItemWithdrawn' ? row.items + 1 : row.items;
      return withDeclared({ ...row, items, status: status ?? row.status }, without(row.declared, String(step)));
    },
    DecisionRecorded: (row, { data: { decisionId, standing } }) => row && stands(row, decisionId, standing),
    DecisionStandingFound: (row, { data: { decisionId, standing } }) => row && stands(row, decisionId, standing),
    EntryStruck: (row, { data: { entryId } }) =>
      row && Object.hasOwn(row.standings, entryId) ? withStandings(row, without(row.standings, entryId)) : row,
    ParagraphRecorded: (row) => (row?.minuteStatus === 'none' ? { ...row, minuteStatus: 'draft' } : row),
    MinuteCirculated: (row) => row && { ...row, minuteStatus: 'circulated' },
    MinuteApproved: (row) => row && { ...row, minuteStatus: 'approved' },
    MinuteSigned: (row) => row && { ...row, minuteStatus: 'signed', published: true },
  },
});

/** An adjournment that is written down when the meeting is over leaves it over. */
const unlessOver = (row: Row, status: Row['status']): Row =>
  row.status === 'concluded' || row.status === 'abandoned' ? row : { ...row, status };

const stands = (row: Row, decisionId: string, standing: DecisionStanding): Row =>
  withStandings(row, { ...row.standings, [decisionId]: standing });

const without = <T>(all: Readonly<Record<string, T>>, left: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => id !== left));

const withDeclared = (row: Row, declared: Row['declared']): Row => withStandings({ ...row, declared }, row.standings);

function withStandings(row: Row, standings: Row['standings']): Row {
  const all = Object.values(standings);
  const informal = all.filter((standing) => standing === 'informal').length;
  return { ...row, standings, decisions: all.length, informal, quorumLost: Object.values(row.declared).includes(false) || informal > 0 };
}
