import { type Room } from '../../rooms.js';
import { calendarEventVersions } from './calendar.events.js';
import { calendarHistory } from './calendar.state.js';
import { clocksCommands } from './clocks.commands.js';
import { ClocksModule } from './clocks.module.js';
import { clocksProjections } from './views/due-calendar/due-calendar.projection.js';

export const clocksRoom: Room = {
  module: ClocksModule,
  commands: clocksCommands,
  projections: clocksProjections,
  versions: calendarEventVersions,
  histories: { calendar: calendarHistory },
};
