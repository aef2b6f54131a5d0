import { type Room } from '../../kernel/room.js';
import { reminderEventVersions } from './reminder.events.js';
import { remindersHistory } from './reminder.state.js';
import { remindersCommands } from './reminders.commands.js';
import { RemindersModule } from './reminders.module.js';
import { remindersProjections } from './views/reminder-register/reminder-register.projection.js';

export const remindersRoom: Room = {
  module: RemindersModule,
  commands: remindersCommands,
  projections: remindersProjections,
  versions: reminderEventVersions,
  histories: { reminders: remindersHistory },
};
