import { accept, type Decider, type Decision, type History } from '../../kernel/decider.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type ChangeRemindersDto, type FollowRemindersDto } from './reminders.payloads.js';
import { type Following, type ReminderEvent } from './reminder.events.js';
import { refuseReminder } from './reminder.refusals.js';
import { type Reminders, remindersHistory } from './reminder.state.js';
import {
  type AskedFor,
  type ChangeReminders,
  type FollowerCommand,
  type FollowerFacts,
  type FollowReminders,
} from './reminders.commands.js';

/** One address, without a name or a comment beside it: a header that holds it must not be able to say more than where mail goes. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

const isTimeZone = (name: string): boolean => {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const followerDecider: Decider<Reminders, FollowerCommand, ReminderEvent> = {
  history: remindersHistory as History<Reminders>,
  decide(command, reminders): Decision<ReminderEvent> {
    const { target: login, facts, by } = command;
    if (by.principalId !== login && !facts.forOthers) return refuseReminder('reminders.of-another', { detail: { login } });
    if (!facts.known) return refuseReminder('reminders.nobody', { detail: { login } });
    if (command.type === 'FollowReminders') return follow(command);
    if (!reminders.following) return refuseReminder('reminders.not-followed', { detail: { login } });
    switch (command.type) {
      case 'ChangeReminders':
        return change(command, reminders.following);
      case 'OptOutOfReminders':
        if (reminders.optedOut) return refuseReminder('reminders.opted-out');
        return accept<ReminderEvent>({ type: 'RemindersOptedOut', v: 1, data: { login, ...command.data } });
      case 'OptInAgain':
        if (!reminders.optedOut) return refuseReminder('reminders.not-opted-out');
        return accept<ReminderEvent>({ type: 'RemindersOptedInAgain', v: 1, data: { login } });
    }
  },
};

function follow({ target: login, data, facts }: AskedFor<typeof FollowReminders>): Decision<ReminderEvent> {
  const given = asGiven(data, facts);
  if ('code' in given) return given;
  const whole: Following = {
    address: null,
    names: [],
    bodies: [],
    kinds: [],
    leadDays: 7,
    digest: 'daily',
    sendAt: '08:00',
    quietHours: null,
    timeZone: 'Europe/London',
    ...given,
  };
  if (whole.names.length + whole.bodies.length === 0) return refuseReminder('reminders.nothing-followed', { field: 'names' });
  return accept<ReminderEvent>({ type: 'RemindersFollowed', v: 1, data: { login, following: whole } });
}

function change({ target: login, data, facts }: AskedFor<typeof ChangeReminders>, following: Following): Decision<ReminderEvent> {
  const given = asGiven(data, facts);
  if ('code' in given) return given;
  // An address is sealed anew each time, so a repeated address looks like another one: naming an address is always a change.
  const changes = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => JSON.stringify(following[name as keyof Following]) !== JSON.stringify(value)),
  ) as Partial<Following>;
  if (Object.keys(changes).length === 0) return refuseReminder('reminders.nothing-changed');
  const after = { ...following, ...changes };
  if (after.names.length + after.bodies.length === 0) return refuseReminder('reminders.nothing-followed', { field: 'names' });
  return accept<ReminderEvent>({ type: 'RemindersChanged', v: 1, data: { login, changes } });
}

/** The fields of a payload in the shape in which the event keeps them. */
function asGiven(data: FollowRemindersDto & ChangeRemindersDto, facts: FollowerFacts): Partial<Following> | Refusal {
  const { address, noAddress, noQuietHours, quietHours, timeZone, ...rest } = data;
  if (address !== undefined && !ADDRESS.test(address)) return refuseReminder('reminders.address-invalid', { field: 'address' });
  if (facts.address === 'erased') return refuseReminder('reminders.erased', { field: 'address' });
  if (timeZone !== undefined && !isTimeZone(timeZone)) return refuseReminder('reminders.time-zone-unknown', { field: 'timeZone' });
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    ...(facts.address === undefined ? {} : { address: facts.address }),
    ...(noAddress === true ? { address: null } : {}),
    ...(quietHours === undefined ? {} : { quietHours: { from: quietHours.from, to: quietHours.to } }),
    ...(noQuietHours === true ? { quietHours: null } : {}),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}
