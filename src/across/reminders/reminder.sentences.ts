import { longDate } from '../../kernel/dates.js';
import { count } from '../../kernel/words.js';
import { type Following, type ReminderEvent } from './reminder.events.js';
import { changesOf, choice, type Labels, labelsOf, linesOf } from '../../kernel/lines.js';
import { type AnyTold, because, inHistory } from '../../kernel/sentences.js';

const many = (reminders: readonly string[]): string => `${reminders.length} ${reminders.length === 1 ? 'reminder' : 'reminders'}`;

const digestNamed = (digest: Following['digest']): string => (digest === 'each' ? 'as it arises' : digest);

/** The address is sealed: only whether there is one is told. */
const FOLLOWING: Labels<Following> = {
  address: ['Address for mail', (address) => (address === null ? 'none' : 'kept sealed')],
  names: 'Officers followed',
  bodies: 'Bodies followed',
  kinds: ['Kinds followed', (kinds) => (kinds.length === 0 ? 'all' : kinds.map(choice).join(', '))],
  leadDays: ['Due soon', (days) => `${count(days, 'day')} before the last day`],
  digest: ['Told', digestNamed],
  sendAt: 'Not before',
  quietHours: ['Quiet hours', (hours) => (hours === null ? 'none' : `from ${hours.from} to ${hours.to}`)],
  timeZone: 'Time zone',
};

export const reminderSentences: AnyTold<ReminderEvent> = {
  RemindersFollowed: ({ login, following: { names, bodies, digest, ...following } }) =>
    inHistory(
      `${login} follows ${[...names, ...bodies].join(', ')}; told ${digestNamed(digest)}`,
      ...linesOf<Following>(FOLLOWING, following),
    ),
  RemindersChanged: ({ login, changes }) =>
    inHistory(`${login} changed what is followed: ${labelsOf(FOLLOWING, changes)}`, ...changesOf(FOLLOWING, changes)),
  RemindersOptedOut: ({ login, reason }) => `${login} opted out of reminders${because(reason)}`,
  RemindersOptedInAgain: ({ login }) => `${login} opted in to reminders again`,
  ReminderRaised: ({ login, sort, dueId, date }) =>
    `Reminder to ${login}: ${dueId}${date === null ? '' : `, ${longDate(date)}`} (${sort.replaceAll('-', ' ')})`,
  RemindersLapsed: ({ reminders }) => `${many(reminders)} lapsed before being sent`,
  ReminderDigestMade: ({ login, reminders }) => `Mail to ${login} made of ${many(reminders)}`,
  ReminderSent: ({ login, reminders, attempt }) => `Mail to ${login} with ${many(reminders)} sent at attempt ${attempt}`,
  ReminderUndelivered: ({ login, why }) => `Mail to ${login} refused for good: ${why}`,
};
