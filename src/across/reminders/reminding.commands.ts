import { type CommandsOf, defineCommand } from '../../kernel/command.js';
import { type Reminder } from './reminder.events.js';
import { remindersScope } from './reminders.scope.js';

/**
 * Commands that the program gives itself while it reminds people. No address leads to these: nobody else can record that a reminder was
 * raised or sent.
 */
class RaiseRemindersData {
  readonly reminders!: readonly Omit<Reminder, 'login'>[];
}
class MailData {
  readonly messageId!: string;
}
class MakeDigestData extends MailData {
  readonly reminders!: readonly string[];
}
class LetLapseData {
  readonly reminders!: readonly string[];
}
class NoteSentData extends MailData {
  readonly attempt!: number;
}
class NoteUndeliveredData extends MailData {
  readonly why!: string;
}

const OWN = { scope: remindersScope, right: 'principals.manage', creates: false } as const;

export const RaiseReminders = defineCommand({
  ...OWN,
  type: 'RaiseReminders',
  dto: RaiseRemindersData,
  summary: 'Raises the reminders among these that were not raised before.',
  example: { reminders: [] },
});

export const LetRemindersLapse = defineCommand({
  ...OWN,
  type: 'LetRemindersLapse',
  dto: LetLapseData,
  summary: 'Lets reminders lapse whose deadline was met, moved or dropped before they were sent.',
  example: { reminders: [] },
});

export const MakeReminderDigest = defineCommand({
  ...OWN,
  type: 'MakeReminderDigest',
  dto: MakeDigestData,
  summary: 'Puts reminders together that go in one mail.',
  example: { messageId: '<id@host>', reminders: [] },
});

export const NoteReminderSent = defineCommand({
  ...OWN,
  type: 'NoteReminderSent',
  dto: NoteSentData,
  summary: 'Records that a mail server took the mail.',
  example: { messageId: '<id@host>', attempt: 1 },
});

export const NoteReminderUndelivered = defineCommand({
  ...OWN,
  type: 'NoteReminderUndelivered',
  dto: NoteUndeliveredData,
  summary: 'Records that a mail server refused the mail for good.',
  example: { messageId: '<id@host>', why: '550 no such mailbox' },
});

export const remindingCommands = [
  RaiseReminders,
  LetRemindersLapse,
  MakeReminderDigest,
  NoteReminderSent,
  NoteReminderUndelivered,
] as const;

export type RemindingCommand = CommandsOf<typeof remindingCommands>;
