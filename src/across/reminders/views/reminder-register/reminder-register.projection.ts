import { type AnyProjection, projection } from '../../../../kernel/projection.js';
import { type ReminderEvent, type ReminderSort } from '../../reminder.events.js';

/** One row per reminder that was ever raised. Instants are ISO 8601 UTC. */
export interface ReminderRow {
  readonly reminderId: string;
  readonly login: string;
  readonly sort: ReminderSort;
  readonly dueId: string;
  readonly bodyId: string;
  readonly date: string | null;
  readonly raisedAt: string;
  readonly status: 'raised' | 'sent' | 'lapsed' | 'undelivered';
  readonly sentAt: string | null;
}

export const reminderRegister = projection<ReminderRow, ReminderEvent>({
  name: 'reminder_register',
  version: 1,
  columns: {
    reminderId: { type: 'text' },
    login: { type: 'text' },
    sort: { type: 'text' },
    dueId: { type: 'text' },
    bodyId: { type: 'text' },
    date: { type: 'date', nullable: true },
    raisedAt: { type: 'instant' },
    status: { type: 'text' },
    sentAt: { type: 'instant', nullable: true },
  },
  primaryKey: 'reminderId',
  indexes: [{ columns: ['login', 'raisedAt'] }],
  key: (event) => {
    if (event.type === 'ReminderRaised') return event.data.reminderId;
    return 'reminders' in event.data ? event.data.reminders : [];
  },
  on: {
    ReminderRaised: (_row, { data: { reminderId, login, sort, dueId, bodyId, date }, recordedAt }) => ({
      ...{ reminderId, login, sort, dueId, bodyId, date },
      ...{ raisedAt: recordedAt, status: 'raised', sentAt: null },
    }),
    RemindersLapsed: (row) => row && { ...row, status: 'lapsed' },
    ReminderSent: (row, { recordedAt }) => row && { ...row, status: 'sent', sentAt: recordedAt },
    ReminderUndelivered: (row) => row && { ...row, status: 'undelivered' },
  },
});

/** Everybody who has ever followed something. */
export interface FollowerRow {
  readonly login: string;
  readonly optedOut: boolean;
}

export const reminderFollowers = projection<FollowerRow, ReminderEvent>({
  name: 'reminder_follower',
  version: 1,
  columns: { login: { type: 'text' }, optedOut: { type: 'boolean' } },
  primaryKey: 'login',
  indexes: [],
  key: ({ data }) => data.login,
  on: {
    RemindersFollowed: (_row, { data }) => ({ login: data.login, optedOut: false }),
    RemindersOptedOut: (row) => row && { ...row, optedOut: true },
    RemindersOptedInAgain: (row) => row && { ...row, optedOut: false },
  },
});

export const remindersProjections: readonly AnyProjection[] = [reminderRegister, reminderFollowers];
