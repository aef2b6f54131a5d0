import { Misuse } from '../api.js';
import { AS_AT, type Reading } from './reading.js';

const CALENDAR = /^[a-z0-9][a-z0-9.-]{0,79}$/;

const calendarPath = (calendar: unknown, otherwise: string): string => {
  const name = calendar ?? otherwise;
  if (typeof name !== 'string' || !CALENDAR.test(name))
    throw new Misuse(`a calendar is named such as ${otherwise}; this is ${JSON.stringify(name)}`);
  return `calendars/${name}`;
};

export const clocksReadings: readonly Reading[] = [
  {
    usage: 'due',
    summary: 'what falls due across bodies and kinds, by its last day',
    formats: ['text', 'csv', 'ics', 'json'],
    options: [
      AS_AT,
      ['--body <body>', 'only of this body'],
      ['--officer <name>', 'only with this officer'],
      ['--organisation <name>', 'only with this organisation'],
      ['--kind <kind>', 'only of this kind of record: action, direction, participation-request, report, plan, duty, meeting, decision'],
      ['--from <date>', 'due on this day or later'],
      ['--until <date>', 'due on this day or before'],
      ['--undated', 'what has no computed date, instead of what has one'],
      ['--overdue', 'only what is late'],
      ['--all', 'also what was met or dropped'],
    ],
    address: (_none, { asAt, body, officer, organisation, kind, from, until, undated, overdue, all }) => {
      if (overdue && all) throw new Misuse('either --overdue or --all');
      return {
        path: 'due',
        query: {
          'as-at': asAt,
          ...{ body, officer, organisation, kind, from, until },
          undated: undated ? 'true' : undefined,
          standing: overdue ? 'overdue' : all ? 'all' : undefined,
        },
      };
    },
    pages: true,
  },
  {
    usage: 'explain <due>',
    summary: 'how a deadline came to its day, e.g. action:cpp-strategic-board/2016-03-03-adaptations#due',
    formats: ['text', 'json'],
    options: [AS_AT],
    address: (due, { asAt }) => ({ path: 'due/explain', query: { due, 'as-at': asAt } }),
  },
  {
    usage: 'holidays <year>',
    summary: 'the holidays of a year: those of the rules and those recorded',
    formats: ['text', 'json'],
    options: [['--calendar <calendar>', 'scotland (unless told), participation, or a body']],
    address: (year, { calendar }) => ({ path: `${calendarPath(calendar, 'scotland')}/holidays`, query: { year } }),
  },
  {
    usage: 'working-days <from> <length>',
    summary: 'counts so many working days from a day and says how, e.g. working-days 2026-12-18 30',
    formats: ['text', 'json'],
    options: [
      ['--calendar <calendar>', 'participation (unless told), scottish-bank-holidays or every-day'],
      ['--starts <which>', 'that-day (unless told): "beginning with" the day; day-after: the day itself is not counted'],
      ['--body <body>', 'with the holidays recorded for where this body sits'],
    ],
    address: (words, { calendar, starts, body }) => {
      const [from, days] = words.split(' ');
      return { path: `${calendarPath(calendar, 'participation')}/count`, query: { from, days, starts, body } };
    },
  },
];
