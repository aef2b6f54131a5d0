import { scope } from '../../kernel/command.js';
import { EVERYWHERE } from './calendar.events.js';

/** The calendar of what is kept everywhere is nobody's in particular; any other is a body's. */
export const calendarScope = scope({
  address: 'calendars/:calendar',
  target: 'a calendar',
  parameters: { calendar: '`scotland`, or a body, for the holidays kept where it sits' },
  tag: 'calendars',
  asks: 'body',
  bodyIn: ({ calendar }) => (calendar === EVERYWHERE ? undefined : calendar),
});
