import { type CalendarEvent } from './calendar.events.js';
import { type AnyTold, because, inHistory, longDate } from '../../kernel/sentences.js';

export const calendarSentences: AnyTold<CalendarEvent> = {
  HolidayRecorded: ({ date, title, kept, source }) =>
    inHistory(
      `${longDate(date)} recorded as ${kept ? 'a holiday' : 'no holiday, though it is one by the rules'}: ${title}`,
      source && `Source: ${source}`,
    ),
  HolidayWithdrawn: ({ date, reason }) => `${longDate(date)} withdrawn from the calendar${because(reason)}`,
};
