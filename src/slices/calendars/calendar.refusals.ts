import { defineRefusals } from '../../kernel/refusal.js';

const BANK_HOLIDAYS = 'Banking and Financial Dealings Act 1971 Sch 1, and days proclaimed';

export const refuseCalendar = defineRefusals({
  'calendar.body-unknown': { rule: 'A calendar is `scotland`, or that of a body that is established.' },
  'calendar.recorded-already': { rule: 'A day is recorded once in a calendar; it is withdrawn before it is recorded otherwise.' },
  'calendar.holiday-already': { rule: 'A day that is a holiday already is not recorded as one again.', source: BANK_HOLIDAYS },
  'calendar.not-a-holiday': { rule: 'Only a day that would be a holiday can be recorded as not kept.', source: BANK_HOLIDAYS },
  'calendar.not-recorded': { rule: 'Only a day that was recorded can be withdrawn.' },
  'calendar.not-found': { rule: 'There is no such calendar.' },
  'due.not-found': { rule: 'There is no such deadline that may be read.' },
  'due.too-many-then': { rule: 'A list of a day in the past, or as known at a moment, looks into so many deadlines at most; name a body.' },
  'due.reversed': { rule: 'A list of what falls due does not end before it begins.' },
});
