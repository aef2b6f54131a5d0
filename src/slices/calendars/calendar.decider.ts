import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { bankHolidayOn } from './calendars.js';
import { type CalendarEvent, type CalendarNamed, EVERYWHERE } from './calendar.events.js';
import { refuseCalendar } from './calendar.refusals.js';
import { type Calendar, calendarHistory } from './calendar.state.js';
import { type CalendarCommand, type RecordingCommand } from './calendars.commands.js';

export const calendarDecider: Decider<Calendar, CalendarCommand, CalendarEvent> = {
  history: calendarHistory,
  decide(command, calendar): Decision<CalendarEvent> {
    const { target } = command;
    if (!command.facts.known) return refuseCalendar('calendar.body-unknown', { detail: { calendar: target } });
    const named: CalendarNamed = { calendar: target, ...(target === EVERYWHERE ? {} : { bodyId: target }) };
    if (command.type === 'RecordHoliday') return record(command, calendar, named);
    const { date, reason } = command.data;
    if (!calendar.holidays.some((holiday) => holiday.date === date)) return refuseCalendar('calendar.not-recorded', { field: 'date' });
    return accept<CalendarEvent>({ type: 'HolidayWithdrawn', v: 1, data: { ...named, date, reason } });
  },
};

function record({ data, facts }: RecordingCommand, { holidays }: Calendar, named: CalendarNamed): Decision<CalendarEvent> {
  const { date, title, kept = true, source } = data;
  if (holidays.some((holiday) => holiday.date === date)) return refuseCalendar('calendar.recorded-already', { field: 'date' });
  const keptFor = everywhereOn(date, facts.everywhere);
  if (kept && keptFor !== null) return refuseCalendar('calendar.holiday-already', { field: 'date', detail: { keptFor } });
  if (!kept && keptFor === null) return refuseCalendar('calendar.not-a-holiday', { field: 'date' });
  return accept<CalendarEvent>({
    type: 'HolidayRecorded',
    v: 1,
    data: { ...named, date, title, kept, ...(source === undefined ? {} : { source }) },
  });
}

/** The holiday a day is before the calendar's own record counts: as recorded everywhere, else by the rules; `null` where it is none. */
function everywhereOn(date: string, everywhere: RecordingCommand['facts']['everywhere']): string | null {
  const said = everywhere.find((holiday) => holiday.date === date);
  if (said) return said.kept ? said.title : null;
  return bankHolidayOn(date);
}
