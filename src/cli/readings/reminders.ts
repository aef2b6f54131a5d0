import { type Reading } from './reading.js';

export const remindersReadings: readonly Reading[] = [
  {
    usage: 'reminders <login>',
    summary: 'what somebody was reminded of, newest first',
    formats: ['text', 'json'],
    address: (login) => ({ path: `principals/${encodeURIComponent(login)}/reminders`, query: { limit: '200' } }),
  },
];
