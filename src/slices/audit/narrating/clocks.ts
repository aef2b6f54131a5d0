import { type CalendarEvent } from '../../clocks/calendar.events.js';
import { because, longDate, type Sentences } from '../sentences.js';

export const clocksSentences: Sentences<CalendarEvent> = {
  HolidayRecorded: ({ date, title, kept }) =>
    `${longDate(date)} recorded as ${kept ? 'a holiday' : 'no holiday, though it is one by the rules'}: ${title}`,
  HolidayWithdrawn: ({ date, reason }) => `${longDate(date)} withdrawn from the calendar${because(reason)}`,
};
