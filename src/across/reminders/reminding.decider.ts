import { accept, type Decider, type Decision, type History } from '../../kernel/decider.js';
import { type ReminderEvent } from './reminder.events.js';
import { refuseReminder } from './reminder.refusals.js';
import { type Reminders, remindersHistory } from './reminder.state.js';
import { type RemindingCommand } from './reminding.commands.js';

/** Reminders are raised once, and then sent, refused for good, or lapsed. */
export const remindingDecider: Decider<Reminders, RemindingCommand, ReminderEvent> = {
  history: remindersHistory as History<Reminders>,
  decide(command, { following, optedOut, raised, waiting, mail }): Decision<ReminderEvent> {
    const login = command.target;
    if (!following) return refuseReminder('reminders.not-followed', { detail: { login } });
    if (optedOut) return refuseReminder('reminders.opted-out');
    switch (command.type) {
      case 'RaiseReminders': {
        const fresh = command.data.reminders.filter(({ reminderId }) => !raised.has(reminderId));
        if (fresh.length === 0) return refuseReminder('reminders.none-new');
        return accept<ReminderEvent>(fresh.map((reminder) => ({ type: 'ReminderRaised', v: 1, data: { login, ...reminder } })));
      }
      case 'LetRemindersLapse': {
        const reminders = command.data.reminders.filter((id) => waiting.has(id));
        if (reminders.length === 0) return refuseReminder('reminders.not-waiting');
        return accept<ReminderEvent>({ type: 'RemindersLapsed', v: 1, data: { login, reminders } });
      }
      case 'MakeReminderDigest': {
        const { messageId, reminders } = command.data;
        if (mail) return refuseReminder('reminders.mail-under-way', { detail: { messageId: mail.messageId } });
        if (reminders.length === 0 || !reminders.every((id) => waiting.has(id))) return refuseReminder('reminders.not-waiting');
        return accept<ReminderEvent>({ type: 'ReminderDigestMade', v: 1, data: { login, messageId, reminders } });
      }
      case 'NoteReminderSent': {
        const { messageId, attempt } = command.data;
        if (mail?.messageId !== messageId) return refuseReminder('reminders.not-under-way', { detail: { messageId } });
        return accept<ReminderEvent>({ type: 'ReminderSent', v: 1, data: { login, messageId, reminders: mail.reminders, attempt } });
      }
      case 'NoteReminderUndelivered': {
        const { messageId, why } = command.data;
        if (mail?.messageId !== messageId) return refuseReminder('reminders.not-under-way', { detail: { messageId } });
        return accept<ReminderEvent>({ type: 'ReminderUndelivered', v: 1, data: { login, messageId, reminders: mail.reminders, why } });
      }
    }
  },
};
