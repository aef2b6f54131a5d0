import { longDate } from '../../kernel/dates.js';
import { type ReminderEvent } from './reminder.events.js';
import { because, type Sentences } from '../../kernel/sentences.js';

const many = (reminders: readonly string[]): string => `${reminders.length} ${reminders.length === 1 ? 'reminder' : 'reminders'}`;

export const reminderSentences: Sentences<ReminderEvent> = {
  RemindersFollowed: ({ login, following: { names, bodies, digest } }) =>
    `${login} follows ${[...names, ...bodies].join(', ')}; told ${digest === 'each' ? 'as it arises' : digest}`,
  RemindersChanged: ({ login, changes }) => `${login} changed what is followed: ${Object.keys(changes).join(', ')}`,
  RemindersOptedOut: ({ login, reason }) => `${login} opted out of reminders${because(reason)}`,
  RemindersOptedInAgain: ({ login }) => `${login} opted in to reminders again`,
  ReminderRaised: ({ login, sort, dueId, date }) =>
    `Reminder to ${login}: ${dueId}${date === null ? '' : `, ${longDate(date)}`} (${sort.replaceAll('-', ' ')})`,
  RemindersLapsed: ({ reminders }) => `${many(reminders)} lapsed before being sent`,
  ReminderDigestMade: ({ login, reminders }) => `Mail to ${login} made of ${many(reminders)}`,
  ReminderSent: ({ login, reminders, attempt }) => `Mail to ${login} with ${many(reminders)} sent at attempt ${attempt}`,
  ReminderUndelivered: ({ login, why }) => `Mail to ${login} refused for good: ${why}`,
};
