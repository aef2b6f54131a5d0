import { isDeepStrictEqual } from 'node:util';
import { type ActionSource } from '../../action.events.js';
import { type DateMoved, type DatingFacts, type Deadline } from '../../../../kernel/deadline.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { byThen, momentOf, type Moments } from '../../../../kernel/moments.js';
import { dateMoved } from '../../../../kernel/words.js';
import { dated } from '../../../calendars/calendars.words.js';
import { type Action, type ActionUpdate, awaitsApproval, evolveAction } from '../../action.state.js';
import { type ActionStatus, statusOn, statusWords } from '../../action-status.js';
import { type ActionRegisterRow } from './action-register.projection.js';
import { type Renumbering } from './action-side.projections.js';

/** An action as a reader sees it on a day. */
export interface ActionView {
  readonly actionId: string;
  readonly bodyId: string;
  readonly raisedOn: string;
  readonly item: { readonly number: string | null; readonly title: string };
  readonly heading: string;
  readonly meetingDate: string | null;
  /** With the part's letter in brackets: `4.4(b)`. */
  readonly paragraph: string | null;
  /** The sheet's second column: `Para 4.4(b) – AGREED that ...`; `* ` before it where approval elsewhere is required. */
  readonly decision: string;
  readonly words: string;
  readonly source: ActionSource;
  readonly organisation: string | null;
  readonly officers: readonly string[];
  readonly due: Deadline;
  /** Where the action is looked at as at another moment and its deadline has another last day now; `null` where it has not, or has ended. */
  readonly dateMoved: DateMoved | null;
  readonly outcome: string;
  readonly outcomeOn: string | null;
  readonly status: ActionStatus;
  readonly statusWords: string;
  readonly daysOverdue: number;
  readonly approvalElsewhere: NonNullable<Action['approvalElsewhere']> | null;
  readonly awaitingApproval: boolean;
  readonly notedOn: string | null;
  readonly notedAt: string | null;
  readonly exempt: boolean;
}

/** A row as it is read for a day: its updates are left out where its record is how the action stood on that day. */
export type RowRead = Omit<ActionRegisterRow, 'updates'> & {
  readonly updates: readonly ActionUpdate[] | null;
  /** The paragraph's number now, where it was renumbered. */
  readonly renumbered?: string | null;
  /** Every number the paragraph was given since, where the query reads them. */
  readonly numbers?: readonly Renumbering[] | null;
};

/** A moment within a day: `happenedBy`, a time of the day where the body sits; `recordedBy`, what had been written down by then. */
export interface Exactly extends Moments {
  readonly timeZone: string;
}

/** A day as a moment: to its end where the body sits, unless `moments` names another time. */
export const exactlyOn = (date: string, timeZone = USUAL_TIME_ZONE, moments: Moments = {}): Exactly => ({
  happenedBy: momentOf(date, timeZone) ?? undefined,
  ...moments,
  timeZone,
});

/**
 * Whether an update counts for a day. An update happened on the day it says (`on`). Its instant decides only within the day asked, and only
 * where it falls on that day: a meeting's noting is of the meeting's day, whenever it was recorded.
 */
export const countsOn = (
  { data: { on }, happenedAt, recordedAt }: ActionUpdate,
  date: string,
  { happenedBy, recordedBy, timeZone }: Partial<Exactly> = {},
): boolean => {
  if (recordedBy !== undefined && recordedAt > recordedBy) return false;
  if (on !== date || happenedBy === undefined || happenedAt <= happenedBy) return on <= date;
  return dateInZone(happenedAt, timeZone ?? 'UTC') !== on;
};

/** Whether the row's record is how the action stood at the end of that day, or at `exactly`. */
export const isAsItStands = (row: RowRead, date: string, exactly?: Exactly): boolean =>
  exactly ? row.lastChangedOn < date && isKnown(row, exactly) : row.lastChangedOn <= date;

/**
 * How an action of the register stood at the end of a day, or at `exactly`; `null` before it was raised, or was known to be. Where it is
 * not as it stands, its deadline is as it was said: {@link viewOf} dates it.
 */
export const actionAsAt = (row: RowRead, date: string, exactly?: Exactly): Action | null => {
  if (isAsItStands(row, date, exactly)) return asExempt({ ...row.record, due: row.due }, row);
  if (!row.updates) throw new Error(`The updates of ${row.actionId} were not read.`);
  return asExempt(row.updates.filter((update) => countsOn(update, date, exactly)).reduce<Action | null>(evolveAction, null), row);
};

/** Whether an action is exempt is told as is known now, by its own flag or its source’s, on whatever day it is looked at. */
const asExempt = (action: Action | null, { exempt }: RowRead): Action | null =>
  action && exempt && !action.exempt ? { ...action, exempt } : action;

/**
 * Whether every update was written down by then, and nothing has moved the deadline since. Rows made before the column existed have no
 * instant: their updates are read.
 */
const isKnown = ({ lastRecordedAt, datedAt }: RowRead, { happenedBy, recordedBy }: Exactly): boolean =>
  (recordedBy === undefined || (lastRecordedAt !== null && lastRecordedAt <= recordedBy)) &&
  [happenedBy, recordedBy].every((by) => by === undefined || datedAt === null || datedAt <= by);

/** The number the paragraph had been given by then; `null` where it still had the number the action was raised with. */
export const numberThen = ({ numbers, renumbered }: RowRead, exactly?: Exactly): string | null =>
  exactly && numbers ? (numbers.findLast((one) => byThen(exactly, one))?.to ?? null) : (renumbered ?? null);

/** The deadline as it follows from the facts. */
export const dueWith = ({ due, dueSaidOn }: Action, facts?: DatingFacts): Deadline => (facts ? dated(due, dueSaidOn, facts) : due);

/** The action as a row of the register has it at the end of a day, or at `exactly`, with what its deadline has become since. */
export function viewThen(row: RowRead, action: Action, date: string, facts?: DatingFacts, exactly?: Exactly): ActionView {
  // A deadline that had ended by then has the day it ended with, which the row keeps.
  const ended = action.standing !== 'open' && row.standing !== 'open' && isDeepStrictEqual(action.due, row.record.due);
  const view = ended
    ? viewOf({ ...action, due: row.due }, date, undefined, numberThen(row, exactly))
    : viewOf(action, date, facts, numberThen(row, exactly));
  return row.standing === 'open' && action.standing === 'open' ? { ...view, dateMoved: dateMoved(view.due.latest, row.due.latest) } : view;
}

/** `facts`: what the deadline follows from; none where it is dated already. */
export function viewOf(action: Action, date: string, facts?: DatingFacts, renumbered?: string | null): ActionView {
  const { source } = action;
  const due = dueWith(action, facts);
  const status = statusOn(action.standing, due.latest, date);
  const number = renumbered ?? source.paragraph;
  const paragraph =
    number === undefined ? null : source.kind === 'decision' && source.part !== undefined ? `${number}(${source.part})` : number;
  const mark = action.approvalElsewhere ? '* ' : '';
  const awaitingApproval = awaitsApproval(action);
  return {
    actionId: action.actionId,
    bodyId: action.bodyId,
    raisedOn: action.raisedOn,
    item: { number: action.item.number ?? null, title: action.item.title },
    heading: source.heading,
    meetingDate: source.meetingDate ?? null,
    paragraph,
    decision: `${mark}${paragraph === null ? '' : `Para ${paragraph} ${source.dash ?? '–'} `}${action.words}`,
    words: action.words,
    source,
    organisation: action.organisation ?? null,
    officers: action.officers,
    due,
    dateMoved: null,
    outcome: action.outcome?.words ?? '',
    outcomeOn: action.outcome?.on ?? null,
    ...status,
    statusWords: statusWords(status, awaitingApproval),
    approvalElsewhere: action.approvalElsewhere ?? null,
    awaitingApproval,
    notedOn: action.noted?.on ?? null,
    notedAt: action.noted?.atMeeting ?? null,
    exempt: action.exempt,
  };
}
