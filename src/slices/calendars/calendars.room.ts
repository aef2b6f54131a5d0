import { type Room } from '../../kernel/room.js';
import { calendarEventVersions } from './calendar.events.js';
import { calendarHistory } from './calendar.state.js';
import { clocksCommands } from './calendars.commands.js';
import { ClocksModule } from './calendars.module.js';
import { clocksProjections } from '../../across/due/views/due-calendar/due-calendar.projection.js';

export const clocksRoom: Room = {
  module: ClocksModule,
  commands: clocksCommands,
  projections: clocksProjections,
  versions: calendarEventVersions,
  histories: { calendar: calendarHistory },
};
