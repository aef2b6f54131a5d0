import { type CalendarEvent } from './calendar.events.js';
import { because, longDate, type Sentences } from '../../kernel/sentences.js';

export const calendarSentences: Sentences<CalendarEvent> = {
  HolidayRecorded: ({ date, title, kept }) =>
    `${longDate(date)} recorded as ${kept ? 'a holiday' : 'no holiday, though it is one by the rules'}: ${title}`,
  HolidayWithdrawn: ({ date, reason }) => `${longDate(date)} withdrawn from the calendar${because(reason)}`,
};
