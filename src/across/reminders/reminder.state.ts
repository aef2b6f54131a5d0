import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { ById } from './ids.js';
import { type Following, type Reminder, type ReminderEvent } from './reminder.events.js';

/** A mail under way: made, and neither sent nor refused for good. */
export interface MailUnderWay {
  readonly messageId: string;
  readonly reminders: readonly string[];
}

/** What somebody follows and what they are still to be told. Instants are ISO 8601 UTC. */
export interface Reminders {
  readonly following: Following | null;
  /** Revision of the event that last changed what is followed. */
  readonly followingSince: number;
  readonly optedOut: boolean;
  /** All reminders ever raised that have not lapsed: none of them is raised again. */
  readonly raised: ById<true>;
  /** Reminders raised that are in no mail yet sent or refused. */
  readonly waiting: ById<Reminder>;
  readonly mail: MailUnderWay | null;
  readonly lastDigestAt: string | null;
}

export const remindersHistory: History<Reminders, ReminderEvent> = {
  category: 'reminders',
  initial: {
    following: null,
    followingSince: -1,
    optedOut: false,
    raised: ById.empty(),
    waiting: ById.empty(),
    mail: null,
    lastDigestAt: null,
  },
  evolve(state, event: Recorded<ReminderEvent>): Reminders {
    const { revision, recordedAt } = event;
    switch (event.type) {
      case 'RemindersFollowed':
        return { ...state, following: event.data.following, followingSince: revision, optedOut: false };
      case 'RemindersChanged':
        return state.following ? { ...state, following: { ...state.following, ...event.data.changes }, followingSince: revision } : state;
      case 'RemindersOptedOut':
        return { ...state, optedOut: true, waiting: ById.empty(), mail: null };
      case 'RemindersOptedInAgain':
        return { ...state, optedOut: false, followingSince: revision };
      case 'ReminderRaised': {
        const { reminderId } = event.data;
        return { ...state, raised: state.raised.with(reminderId, true), waiting: state.waiting.with(reminderId, event.data) };
      }
      case 'RemindersLapsed': {
        const { reminders } = event.data;
        const left = state.mail?.reminders.filter((id) => !reminders.includes(id)) ?? [];
        const mail = state.mail && left.length > 0 ? { ...state.mail, reminders: left } : null;
        return { ...state, raised: state.raised.without(reminders), waiting: state.waiting.without(reminders), mail };
      }
      case 'ReminderDigestMade': {
        const { messageId, reminders } = event.data;
        return { ...state, mail: { messageId, reminders }, lastDigestAt: recordedAt };
      }
      case 'ReminderSent':
      case 'ReminderUndelivered':
        return { ...state, mail: null, waiting: state.waiting.without(event.data.reminders) };
    }
  },
};
