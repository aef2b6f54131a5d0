import { type Command, Option } from 'commander';
import { type ActionView, overdueCsv, overdueText } from '../slices/actions/actions.words.js';
import { type Api, everyItem, expectOk } from './api.js';
import { auditReadings } from './readings/audit.js';
import { bodiesReadings } from './readings/bodies.js';
import { clocksReadings } from './readings/clocks.js';
import { directionsReadings } from './readings/directions.js';
import { participationReadings } from './readings/participation.js';
import { plansReadings } from './readings/plans.js';
import { remitsReadings } from './readings/remits.js';
import { remindersReadings } from './readings/reminders.js';
import { reportsReadings } from './readings/reports.js';
import { searchReadings } from './readings/search.js';
import { AS_AT, bodyPath, meetingPath, type Options, type Reading, today } from './readings/reading.js';
import { type Session } from './session.js';

/** Every verb that reads. Each asks one address of the API and prints what it answers. */
const READINGS: readonly Reading[] = [
  {
    usage: 'minutes <meeting>',
    summary: 'the minute of a meeting, e.g. cpp-strategic-board/2016-03-03',
    formats: ['text', 'html', 'json'],
    address: (ref) => ({ path: `${meetingPath(ref)}/minute` }),
  },
  {
    usage: 'agenda <meeting>',
    summary: 'the agenda of a meeting',
    formats: ['text', 'html', 'json'],
    address: (ref) => ({ path: `${meetingPath(ref)}/agenda` }),
  },
  {
    usage: 'quorum <meeting>',
    summary: 'who was there from when to when, and where there was a quorum',
    formats: ['text', 'json'],
    address: (ref) => ({ path: `${meetingPath(ref)}/quorum` }),
  },
  {
    usage: 'tracker <body>',
    summary: 'the action sheet of a body',
    formats: ['text', 'csv', 'json'],
    options: [AS_AT],
    address: (body, { asAt }) => ({ path: `${bodyPath(body)}/action-sheet`, query: { 'as-at': asAt } }),
  },
  {
    usage: 'overdue',
    summary: 'what is overdue, most overdue first, across bodies',
    formats: ['text', 'csv', 'json'],
    options: [
      AS_AT,
      ['--body <body>', 'only this body'],
      ['--officer <name>', 'only this officer'],
      ['--organisation <name>', 'only this organisation'],
    ],
    address: (_none, { asAt, body, officer, organisation }) => ({
      path: 'actions/overdue',
      query: { 'as-at': asAt ?? today(), body, officer, organisation },
    }),
    pages: (items: readonly ActionView[], format, { asAt }) =>
      format === 'csv' ? overdueCsv(items) : overdueText(items, typeof asAt === 'string' ? asAt : today(), false),
  },
  {
    usage: 'decisions <body>',
    summary: 'the decisions of a body',
    formats: ['text', 'csv', 'json'],
    options: [
      ['--awaiting-ratification', 'only what was resolved without a quorum and not ratified since'],
      ['--meeting <meeting>', 'only of this meeting'],
    ],
    address: (body, { awaitingRatification, meeting }) => ({
      path: `${bodyPath(body)}/decisions`,
      query: { 'awaiting-ratification': awaitingRatification ? 'true' : undefined, meeting },
    }),
    pages: true,
  },
  {
    usage: 'discrepancies <body>',
    summary: 'where the record does not agree with itself; nothing of it is mended',
    formats: ['text', 'json'],
    address: (body) => ({ path: `${bodyPath(body)}/discrepancies` }),
  },
  {
    usage: 'history <ref>',
    summary: 'the whole history of a record: body, body/meeting, body/action, body/meeting#4.4(b), principal:login',
    formats: ['text', 'json'],
    options: [
      ['--as-at <moment>', 'as it was then: a date or an instant'],
      ['--as-known-at <moment>', 'as it was known then: a date or an instant'],
    ],
    address: (ref, { asAt, asKnownAt }) => ({ path: 'history', query: { ref, 'as-at': asAt, 'as-known-at': asKnownAt } }),
  },
  ...auditReadings,
  ...bodiesReadings,
  ...reportsReadings,
  ...directionsReadings,
  ...participationReadings,
  ...plansReadings,
  ...remitsReadings,
  ...clocksReadings,
  ...remindersReadings,
  ...searchReadings,
];

export function addReadings(program: Command, session: Session): void {
  for (const reading of READINGS) {
    const { usage, summary, formats, options = [] } = reading;
    const verb = program
      .command(usage)
      .description(summary)
      .addOption(new Option('--format <format>', 'how it is printed').choices(formats).default('text'));
    for (const [flags, description] of options) verb.option(flags, description);
    verb.action(async (...given: unknown[]) => {
      const named = usage.split('<').length - 1;
      const [argument, chosen] = [given.slice(0, named).join(' '), given[named] as Options];
      // Asked for before anything is opened, so that a misnamed record is refused at once.
      reading.address(argument, chosen);
      session.print(await session.withApi((api) => read(api, reading, argument, chosen)));
    });
  }
}

async function read(api: Api, { address, pages }: Reading, argument: string, chosen: Options): Promise<string> {
  const { path, query = {} } = address(argument, chosen);
  const asked: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string') asked[name] = value;
  const format = String(chosen.format);
  if (pages && (format === 'json' || pages !== true)) {
    const items = await everyItem<never>(api, `/api/v1/${path}`, asked);
    return format === 'json' || pages === true ? JSON.stringify({ items }, null, 2) : pages(items, format, chosen);
  }
  const text = expectOk(await api.send('GET', `/api/v1/${path}?${new URLSearchParams({ ...asked, format }).toString()}`));
  return format === 'json' ? JSON.stringify(JSON.parse(text), null, 2) : text;
}
