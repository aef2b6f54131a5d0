import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type ActionEvent, type ActionSource } from '../../action.events.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type Action, type ActionFact, type ActionUpdate, awaitsApproval, evolveAction, isOnTracker } from '../../action.state.js';
import { type ActionStanding } from '../../status.js';

/** One row per action, as it stands now; `updates` has what an earlier day needs. Dates are calendar dates where the body sits. */
export interface ActionRegisterRow {
  readonly actionId: string;
  readonly bodyId: string;
  readonly raisedOn: string;
  readonly itemNumber: string | null;
  readonly itemTitle: string;
  /** Heading the sheet groups by: the meeting's date in words, or as the source cites it. */
  readonly heading: string;
  readonly meetingDate: string | null;
  /** The decision it comes from, where that is in the system. */
  readonly meetingId: string | null;
  readonly decisionId: string | null;
  /** As it was when the action was raised; a paragraph renumbered since has its new number in `action_paragraph`. */
  readonly paragraph: string | null;
  readonly source: ActionSource;
  readonly words: string;
  readonly organisation: string | null;
  readonly officers: readonly string[];
  /** The officers with a line break before, between and after them, for finding one. */
  readonly officerLines: string;
  readonly due: Deadline;
  readonly dueKind: Deadline['kind'];
  readonly dueEarliest: string | null;
  readonly dueLatest: string | null;
  readonly dueSaidOn: string;
  readonly approvalElsewhere: Action['approvalElsewhere'] | null;
  readonly awaitingApproval: boolean;
  readonly standing: ActionStanding;
  readonly onTracker: boolean;
  readonly outcome: string | null;
  readonly outcomeOn: string | null;
  readonly reportedCompleteOn: string | null;
  readonly notedOn: string | null;
  readonly notedAt: string | null;
  readonly settledOn: string;
  readonly exempt: boolean;
  /** Latest day of any update: on that day and later the columns say how it stands. */
  readonly lastChangedOn: string;
  /** When the newest of them was written down: known by then, the columns say how it stood. */
  readonly lastRecordedAt: string;
  readonly updates: readonly ActionUpdate[];
}

export const officerLines = (officers: readonly string[]): string => `\n${officers.join('\n')}\n`;

export const rowOf = (action: Action, updates: readonly ActionUpdate[]): ActionRegisterRow => ({
  actionId: action.actionId,
  bodyId: action.bodyId,
  raisedOn: action.raisedOn,
  itemNumber: action.item.number ?? null,
  itemTitle: action.item.title,
  heading: action.source.heading,
  meetingDate: action.source.meetingDate ?? null,
  meetingId: action.source.kind === 'decision' ? action.source.decision.meetingId : null,
  decisionId: action.source.kind === 'decision' ? action.source.decision.decisionId : null,
  paragraph: action.source.paragraph ?? null,
  source: action.source,
  words: action.words,
  organisation: action.organisation ?? null,
  officers: action.officers,
  officerLines: officerLines(action.officers),
  due: action.due,
  dueKind: action.due.kind,
  dueEarliest: action.due.earliest ?? null,
  dueLatest: action.due.latest ?? null,
  dueSaidOn: action.dueSaidOn,
  approvalElsewhere: action.approvalElsewhere ?? null,
  awaitingApproval: awaitsApproval(action),
  standing: action.standing,
  onTracker: isOnTracker(action),
  outcome: action.outcome?.words ?? null,
  outcomeOn: action.outcome?.on ?? null,
  reportedCompleteOn: action.reportedCompleteOn ?? null,
  notedOn: action.noted?.on ?? null,
  notedAt: action.noted?.atMeeting ?? null,
  settledOn: action.settledOn,
  exempt: action.exempt,
  lastChangedOn: updates.reduce((latest, { data }) => (data.on > latest ? data.on : latest), action.raisedOn),
  lastRecordedAt: updates.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), ''),
  updates,
});

/** The action as its row's columns have it; a row read without its updates will do. */
export const actionOfRow = (row: Omit<ActionRegisterRow, 'updates'>): Action => ({
  actionId: row.actionId,
  bodyId: row.bodyId,
  raisedOn: row.raisedOn,
  source: row.source,
  item: { title: row.itemTitle, ...(row.itemNumber === null ? {} : { number: row.itemNumber }) },
  words: row.words,
  organisation: row.organisation ?? undefined,
  officers: row.officers,
  due: row.due,
  dueSaidOn: row.dueSaidOn,
  approvalElsewhere: row.approvalElsewhere ?? undefined,
  exempt: row.exempt,
  standing: row.standing,
  outcome: row.outcome === null || row.outcomeOn === null ? undefined : { on: row.outcomeOn, words: row.outcome },
  reportedCompleteOn: row.reportedCompleteOn ?? undefined,
  noted: row.notedOn === null || row.notedAt === null ? undefined : { on: row.notedOn, atMeeting: row.notedAt },
  settledOn: row.settledOn,
});

const changed = (row: ActionRegisterRow | undefined, event: Recorded<ActionEvent>): ActionRegisterRow => {
  const { happenedAt, recordedAt, by } = event;
  const fact = { type: event.type, data: event.data } as ActionFact;
  const update: ActionUpdate = { ...fact, happenedAt, recordedAt, by: { name: by.name, role: by.role } };
  const action = evolveAction(row ? actionOfRow(row) : null, fact);
  if (!action) throw new Error(`${event.type} of an action that was never raised: ${event.data.actionId}`);
  return rowOf(action, [...(row?.updates ?? []), update]);
};

export const actionRegister = projection<ActionRegisterRow, ActionEvent>({
  name: 'action_register',
  version: 4,
  columns: {
    actionId: { type: 'text' },
    bodyId: { type: 'text' },
    raisedOn: { type: 'date' },
    itemNumber: { type: 'text', nullable: true },
    itemTitle: { type: 'text' },
    heading: { type: 'text' },
    meetingDate: { type: 'date', nullable: true },
    meetingId: { type: 'text', nullable: true },
    decisionId: { type: 'text', nullable: true },
    paragraph: { type: 'text', nullable: true },
    source: { type: 'json' },
    words: { type: 'text' },
    organisation: { type: 'text', nullable: true },
    officers: { type: 'json' },
    officerLines: { type: 'text' },
    due: { type: 'json' },
    dueKind: { type: 'text' },
    dueEarliest: { type: 'date', nullable: true },
    dueLatest: { type: 'date', nullable: true },
    dueSaidOn: { type: 'date' },
    approvalElsewhere: { type: 'json', nullable: true },
    awaitingApproval: { type: 'boolean' },
    standing: { type: 'text' },
    onTracker: { type: 'boolean' },
    outcome: { type: 'text', nullable: true },
    outcomeOn: { type: 'date', nullable: true },
    reportedCompleteOn: { type: 'date', nullable: true },
    notedOn: { type: 'date', nullable: true },
    notedAt: { type: 'text', nullable: true },
    settledOn: { type: 'date' },
    exempt: { type: 'boolean' },
    lastChangedOn: { type: 'date' },
    lastRecordedAt: { type: 'instant' },
    updates: { type: 'json' },
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
  on: {
    ActionRaised: changed,
    ProgressReported: changed,
    ActionExtended: changed,
    ActionTransferred: changed,
    ActionReportedComplete: changed,
    ActionNotedComplete: changed,
    ActionReopened: changed,
    ActionDeclined: changed,
    ApprovalElsewhereGiven: changed,
    ActionCorrected: changed,
    ActionDueRecounted: changed,
  },
});
