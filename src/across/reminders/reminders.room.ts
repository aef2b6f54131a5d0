import { room } from '../../kernel/room.js';
import { type ReminderEvent, reminderEventVersions } from './reminder.events.js';
import { remindersHistory } from './reminder.state.js';
import { remindersCommands } from './reminders.commands.js';
import { RemindersModule } from './reminders.module.js';
import { remindersProjections } from './views/reminder-register/reminder-register.projection.js';
import { reminderSentences } from './reminder.sentences.js';

export const remindersRoom = room<ReminderEvent>({
  module: RemindersModule,
  commands: remindersCommands,
  projections: remindersProjections,
  versions: reminderEventVersions,
  histories: { reminders: remindersHistory },
  told: reminderSentences,
});
