import { room } from '../../kernel/room.js';
import { type CalendarEvent, calendarEventVersions } from './calendar.events.js';
import { calendarHistory } from './calendar.state.js';
import { calendarsCommands } from './calendars.commands.js';
import { CalendarsModule } from './calendars.module.js';
import { calendarSentences } from './calendar.sentences.js';

export const calendarsRoom = room<CalendarEvent>({
  module: CalendarsModule,
  commands: calendarsCommands,
  projections: [],
  versions: calendarEventVersions,
  histories: { calendar: calendarHistory },
  told: calendarSentences,
});
