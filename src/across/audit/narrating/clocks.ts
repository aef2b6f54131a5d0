import { type CalendarEvent } from '../../../slices/calendars/calendar.events.js';
import { because, longDate, type Sentences } from '../../../kernel/sentences.js';

export const clocksSentences: Sentences<CalendarEvent> = {
  HolidayRecorded: ({ date, title, kept }) =>
    `${longDate(date)} recorded as ${kept ? 'a holiday' : 'no holiday, though it is one by the rules'}: ${title}`,
  HolidayWithdrawn: ({ date, reason }) => `${longDate(date)} withdrawn from the calendar${because(reason)}`,
};
