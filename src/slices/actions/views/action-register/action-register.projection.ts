import { nameKey, nameLines } from '../../../../kernel/names.js';
import { recordRegister, type KeptRecord, type RecordRow } from '../../../../kernel/record-register.js';
import { type Recorded } from '../../../../kernel/event.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type DatedApart, datedApart, UNDATED } from '../../../meetings/meetings.tables.js';
import { type ActionEvent, actionEventVersions, type ActionSource } from '../../action.events.js';
import { type Action, evolveAction, isOnTracker } from '../../action.state.js';
import { type RecordedActionStatus } from '../../action-status.js';

/** The columns an action is searched and sorted by, one row per action as it stands now. Dates are calendar dates where the body sits. */
export interface ActionSought {
  readonly actionId: string;
  readonly bodyId: string;
  readonly raisedOn: string;
  /** The meeting the action comes from; `null` where that is not in the system. */
  readonly meetingId: string | null;
  /** What of the meeting it comes from: the decision, or the entry by which it was agreed in discussion. */
  readonly place: string | null;
  readonly organisation: string | null;
  readonly organisationKey: string | null;
  /** The keys of the officers' names, each in a line of its own, for finding one. */
  readonly officerLines: string;
  /**
   * The deadline as it was said, or with the dates it ended with. One that is open and rests on the calendar or the diary is dated apart, in
   * `action_dating`.
   */
  readonly due: Deadline;
  readonly dueSaidOn: string;
  readonly dueLatest: string | null;
  readonly standing: RecordedActionStatus;
  readonly onTracker: boolean;
  readonly notedOn: string | null;
  /** The action's own flag; the decision or item that the action comes from may make it exempt as well. */
  readonly exempt: boolean;
  /** Latest day of any update: read for that day or a later one, the row's record needs no updates. */
  readonly lastChangedOn: string;
  /** When the newest update was written down: for a reader who asks what was known at that instant or later, the record holds. */
  readonly lastRecordedAt: string;
}

export type ActionRegisterRow = RecordRow<Action, ActionEvent, ActionSought> & DatedApart;

/** The deadline to be dated while the action is open; once it is not, the deadline stays as it was dated last, unless it is corrected. */
const dueOf = (action: Action, before: ActionSought | undefined, event: Recorded<ActionEvent> | undefined): Deadline => {
  const anew = (event?.type === 'ActionCorrected' || event?.type === 'ActionSetAsAgreed') && event.data.changes.due !== undefined;
  return action.standing === 'open' || !before || anew ? action.due : before.due;
};

function placeOf(source: ActionSource): Pick<ActionSought, 'meetingId' | 'place'> {
  switch (source.kind) {
    case 'decision':
      return { meetingId: source.decision.meetingId, place: source.decision.decisionId };
    case 'discussion':
      return { meetingId: source.meetingId, place: source.entryId };
    case 'cited':
      return { meetingId: null, place: null };
  }
}

const soughtBy = (
  { record: action, updates }: KeptRecord<Action, ActionEvent>,
  before?: ActionSought,
  event?: Recorded<ActionEvent>,
): ActionSought => {
  const { source } = action;
  const due = dueOf(action, before, event);
  return {
    actionId: action.actionId,
    bodyId: action.bodyId,
    raisedOn: action.raisedOn,
    ...placeOf(source),
    organisation: action.organisation ?? null,
    organisationKey: action.organisation === undefined ? null : nameKey(action.organisation),
    officerLines: nameLines(action.officers),
    due,
    dueSaidOn: action.dueSaidOn,
    dueLatest: due.latest ?? null,
    standing: action.standing,
    onTracker: isOnTracker(action),
    notedOn: action.noted?.on ?? null,
    exempt: action.exempt,
    lastChangedOn: updates.reduce((latest, { data }) => (data.on > latest ? data.on : latest), action.raisedOn),
    lastRecordedAt: updates.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), ''),
  };
};

type Row = RecordRow<Action, ActionEvent, ActionSought>;

const register = recordRegister<Action, ActionEvent, ActionSought>({
  name: 'action_register',
  version: 9,
  events: actionEventVersions,
  evolve: evolveAction,
  sought: soughtBy,
  columns: {
    actionId: { type: 'text' },
    bodyId: { type: 'text' },
    raisedOn: { type: 'date' },
    meetingId: { type: 'text', nullable: true },
    place: { type: 'text', nullable: true },
    organisation: { type: 'text', nullable: true },
    organisationKey: { type: 'text', nullable: true },
    officerLines: { type: 'text' },
    due: { type: 'json' },
    dueSaidOn: { type: 'date' },
    dueLatest: { type: 'date', nullable: true },
    standing: { type: 'text' },
    onTracker: { type: 'boolean' },
    notedOn: { type: 'date', nullable: true },
    exempt: { type: 'boolean' },
    lastChangedOn: { type: 'date' },
    lastRecordedAt: { type: 'instant' },
  },
  primaryKey: 'actionId',
  indexes: [
    // For a body's sheet as at a day: the actions on the tracker, and those that left it.
    { columns: ['bodyId', 'raisedOn'], where: 'on_tracker = 1' },
    { columns: ['bodyId', 'notedOn'], where: 'on_tracker = 0' },
    // For the overdue list: all, of a body.
    { columns: ['dueLatest'], where: "standing = 'open' AND dating IS NULL" },
    { columns: ['bodyId', 'dueLatest'], where: "standing = 'open' AND dating IS NULL" },
    // For actions changed since a day in the past.
    { columns: ['lastChangedOn'] },
    { columns: ['bodyId', 'lastChangedOn'] },
    { columns: ['meetingId', 'place'], where: 'meeting_id IS NOT NULL' },
  ],
  key: (event) => event.data.actionId,
});

export const rowOf = (kept: KeptRecord<Action, ActionEvent>): ActionRegisterRow => ({ ...UNDATED, ...soughtBy(kept), ...kept });

export const actionRegister = datedApart<Row, ActionEvent>(register, {
  said: ({ actionId, bodyId, due, dueSaidOn }) => ({ name: actionId, kind: 'action', bodyId, deadline: due, saidOn: dueSaidOn }),
  live: ({ standing }) => standing === 'open',
  date: (row, again) => {
    const due = again(row.due, row.dueSaidOn);
    return due === row.due ? row : { ...row, due, dueLatest: due.latest ?? null };
  },
  indexes: [
    // For the overdue list of an organisation; it also holds every column an organisation's load counts.
    {
      columns: [
        'organisationKey',
        'standing',
        'dating',
        'dueLatest',
        'actionId',
        'exempt',
        'meetingId',
        'place',
        'bodyId',
        'raisedOn',
        'organisation',
      ],
      where: 'on_tracker = 1',
    },
    // Open actions of a dating, with all that decides whether one is listed.
    {
      columns: ['dating', 'organisationKey', 'lastChangedOn', 'onTracker', 'exempt', 'meetingId', 'place', 'bodyId'],
      where: 'dating IS NOT NULL',
    },
  ],
});
