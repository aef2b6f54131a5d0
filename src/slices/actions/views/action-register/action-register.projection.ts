import { recordRegister, type KeptRecord, type RecordRow } from '../../../../kernel/record-register.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type ActionEvent, actionEventVersions } from '../../action.events.js';
import { type Action, evolveAction, isOnTracker } from '../../action.state.js';
import { type ActionStanding } from '../../status.js';

/** One row per action, as it stands now, with what it is sought by. Dates are calendar dates where the body sits. */
export interface ActionSought {
  readonly actionId: string;
  readonly bodyId: string;
  readonly raisedOn: string;
  /** The decision it comes from, where that is in the system. */
  readonly meetingId: string | null;
  readonly decisionId: string | null;
  readonly organisation: string | null;
  /** The officers with a line break before, between and after them, for finding one. */
  readonly officerLines: string;
  readonly dueKind: Deadline['kind'];
  readonly dueLatest: string | null;
  readonly dueSaidOn: string;
  readonly standing: ActionStanding;
  readonly onTracker: boolean;
  readonly notedOn: string | null;
  readonly exempt: boolean;
  /** Latest day of any update: on that day and later the record is how it stands. */
  readonly lastChangedOn: string;
  /** When the newest of them was written down: known by then, the record is how it stood. */
  readonly lastRecordedAt: string;
}

export type ActionRegisterRow = RecordRow<Action, ActionEvent, ActionSought>;

const soughtBy = ({ record: action, updates }: KeptRecord<Action, ActionEvent>): ActionSought => {
  const { source } = action;
  return {
    actionId: action.actionId,
    bodyId: action.bodyId,
    raisedOn: action.raisedOn,
    meetingId: source.kind === 'decision' ? source.decision.meetingId : null,
    decisionId: source.kind === 'decision' ? source.decision.decisionId : null,
    organisation: action.organisation ?? null,
    officerLines: `\n${action.officers.join('\n')}\n`,
    dueKind: action.due.kind,
    dueLatest: action.due.latest ?? null,
    dueSaidOn: action.dueSaidOn,
    standing: action.standing,
    onTracker: isOnTracker(action),
    notedOn: action.noted?.on ?? null,
    exempt: action.exempt,
    lastChangedOn: updates.reduce((latest, { data }) => (data.on > latest ? data.on : latest), action.raisedOn),
    lastRecordedAt: updates.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), ''),
  };
};

export const rowOf = (kept: KeptRecord<Action, ActionEvent>): ActionRegisterRow => ({ ...soughtBy(kept), ...kept });

export const actionRegister = recordRegister<Action, ActionEvent, ActionSought>({
  name: 'action_register',
  version: 5,
  events: actionEventVersions,
  evolve: evolveAction,
  sought: soughtBy,
  columns: {
    actionId: { type: 'text' },
    bodyId: { type: 'text' },
    raisedOn: { type: 'date' },
    meetingId: { type: 'text', nullable: true },
    decisionId: { type: 'text', nullable: true },
    organisation: { type: 'text', nullable: true },
    officerLines: { type: 'text' },
    dueKind: { type: 'text' },
    dueLatest: { type: 'date', nullable: true },
    dueSaidOn: { type: 'date' },
    standing: { type: 'text' },
    onTracker: { type: 'boolean' },
    notedOn: { type: 'date', nullable: true },
    exempt: { type: 'boolean' },
    lastChangedOn: { type: 'date' },
    lastRecordedAt: { type: 'instant' },
  },
  primaryKey: 'actionId',
  indexes: [
    // What is on the tracker and what has left it, for a body's sheet as at a day.
    { columns: ['bodyId', 'raisedOn'], where: 'on_tracker = 1' },
    { columns: ['bodyId', 'notedOn'], where: 'on_tracker = 0' },
    // The overdue list: all, of a body, of an organisation; the last also has all that an organisation's load is counted from.
    { columns: ['dueLatest'], where: "standing = 'open'" },
    { columns: ['bodyId', 'dueLatest'], where: "standing = 'open'" },
    {
      columns: ['organisation', 'standing', 'dueLatest', 'actionId', 'exempt', 'bodyId', 'raisedOn', 'dueKind', 'dueSaidOn'],
      where: 'on_tracker = 1',
    },
    // Due at a meeting that has not been called yet.
    { columns: ['bodyId', 'dueSaidOn'], where: "standing = 'open' AND due_kind = 'next-meeting' AND due_latest IS NULL" },
    // What has changed since a day in the past.
    { columns: ['lastChangedOn'] },
    { columns: ['bodyId', 'lastChangedOn'] },
    { columns: ['meetingId', 'decisionId'], where: 'meeting_id IS NOT NULL' },
  ],
  key: (event) => event.data.actionId,
});
