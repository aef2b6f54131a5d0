import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type CalendarEvent } from './calendar.events.js';
import { type RecordedHoliday } from '../../kernel/deadline.js';

/** The holidays recorded in one calendar and not withdrawn since, in the order of the days. */
export interface Calendar {
  readonly holidays: readonly HolidayKept[];
}

export interface HolidayKept extends RecordedHoliday {
  readonly source?: string;
}

const byDate = (a: HolidayKept, b: HolidayKept): number => (a.date < b.date ? -1 : 1);

function evolve({ holidays }: Calendar, event: Recorded<CalendarEvent>): Calendar {
  const others = holidays.filter(({ date }) => date !== event.data.date);
  switch (event.type) {
    case 'HolidayRecorded': {
      const { date, title, kept, source } = event.data;
      return { holidays: [...others, { date, title, kept, ...(source === undefined ? {} : { source }) }].sort(byDate) };
    }
    case 'HolidayWithdrawn':
      return { holidays: others };
  }
}

/** Streams `calendar-scotland` and `calendar-<bodyId>`. */
export const calendarHistory: History<Calendar> = {
  category: 'calendar',
  ofBody: 'itself',
  initial: { holidays: [] },
  evolve: (calendar, event) => evolve(calendar, event as Recorded<CalendarEvent>),
};
