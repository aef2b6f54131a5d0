import { nameKey, nameLines } from '../../../../kernel/names.js';
import { recordRegister, type KeptRecord, type RecordRow } from '../../../../kernel/record-register.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type ActionEvent, actionEventVersions } from '../../action.events.js';
import { type Action, evolveAction, isOnTracker } from '../../action.state.js';
import { type RecordedActionStatus } from '../../action-status.js';

/** The columns an action is searched and sorted by, one row per action as it stands now. Dates are calendar dates where the body sits. */
export interface ActionSought {
  readonly actionId: string;
  readonly bodyId: string;
  readonly raisedOn: string;
  /** The meeting of the decision the action comes from; `null` where that is not in the system. */
  readonly meetingId: string | null;
  readonly decisionId: string | null;
  readonly organisation: string | null;
  readonly organisationKey: string | null;
  /** The keys of the officers' names, each in a line of its own, for finding one. */
  readonly officerLines: string;
  readonly dueKind: Deadline['kind'];
  readonly dueLatest: string | null;
  readonly dueSaidOn: string;
  readonly standing: RecordedActionStatus;
  readonly onTracker: boolean;
  readonly notedOn: string | null;
  readonly exempt: boolean;
  /** Latest day of any update: read for that day or a later one, the row's record needs no updates. */
  readonly lastChangedOn: string;
  /** When the newest update was written down: for a reader who asks what was known at that instant or later, the record holds. */
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
    organisationKey: action.organisation === undefined ? null : nameKey(action.organisation),
    officerLines: nameLines(action.officers),
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
  version: 6,
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
    organisationKey: { type: 'text', nullable: true },
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
    // For a body's sheet as at a day: the actions on the tracker, and those that left it.
    { columns: ['bodyId', 'raisedOn'], where: 'on_tracker = 1' },
    { columns: ['bodyId', 'notedOn'], where: 'on_tracker = 0' },
    // For the overdue list: all, of a body, of an organisation; the last index also holds every column an organisation's load counts.
    { columns: ['dueLatest'], where: "standing = 'open'" },
    { columns: ['bodyId', 'dueLatest'], where: "standing = 'open'" },
    {
      columns: [
        'organisationKey',
        'standing',
        'dueLatest',
        'actionId',
        'exempt',
        'bodyId',
        'raisedOn',
        'dueKind',
        'dueSaidOn',
        'organisation',
      ],
      where: 'on_tracker = 1',
    },
    // For actions due at a next meeting that has not been called yet.
    { columns: ['bodyId', 'dueSaidOn'], where: "standing = 'open' AND due_kind = 'next-meeting' AND due_latest IS NULL" },
    // For actions changed since a day in the past.
    { columns: ['lastChangedOn'] },
    { columns: ['bodyId', 'lastChangedOn'] },
    { columns: ['meetingId', 'decisionId'], where: 'meeting_id IS NOT NULL' },
  ],
  key: (event) => event.data.actionId,
});
