import { AS_AT, bodyPath, type Reading, recordPath } from './reading.js';

export const reportsReadings: readonly Reading[] = [
  {
    usage: 'report <report>',
    summary: 'a report with what became of its recommendations, e.g. sb-ijb/2023-05-17-cigs',
    formats: ['text', 'json'],
    address: (ref) => ({ path: recordPath('reports', ref) }),
  },
  {
    usage: 'reports <body>',
    summary: 'the reports to a body',
    formats: ['text', 'json'],
    options: [
      ['--undecided', 'only those with a recommendation still to be decided'],
      ['--meeting <meeting>', 'only those before this meeting'],
    ],
    address: (body, { undecided, meeting }) => ({
      path: `${bodyPath(body)}/reports`,
      query: { undecided: undecided ? 'true' : undefined, meeting },
    }),
    pages: (items: readonly ReportLine[]) =>
      list(items, ({ title, reportId, date, submittedOn, undecided }) => [
        `${date ?? submittedOn}  ${title}  [report:${reportId}]${undecided > 0 ? `  ${undecided} undecided` : ''}`,
      ]),
  },
  {
    usage: 'recommendations <body>',
    summary: 'recommendations of a body’s reports and what became of them',
    formats: ['text', 'json'],
    options: [['--state <state>', 'undecided, or without-consequence: approved, and nothing came of it']],
    address: (body, { state }) => ({ path: `${bodyPath(body)}/recommendations`, query: { state } }),
    pages: (items: readonly RecommendationLine[]) =>
      list(items, ({ reportId, label, words, state, ledTo }) => [
        `${label} ${words}  [report:${reportId}]`,
        `    ${state}${ledTo.length > 0 ? `; led to ${ledTo.join(', ')}` : ''}`,
      ]),
  },
  {
    usage: 'report-promises <body>',
    summary: 'reports that were promised to a body, and whether they were brought back',
    formats: ['text', 'json'],
    options: [AS_AT, ['--outstanding', 'only those never brought back']],
    address: (body, { asAt, outstanding }) => ({
      path: `${bodyPath(body)}/report-promises`,
      query: { 'as-at': asAt, outstanding: outstanding ? 'true' : undefined },
    }),
    pages: (items: readonly PromiseLine[]) =>
      list(items, ({ title, words, promiseId, due, state, daysOverdue }) => [
        `${title}  [report:${promiseId}]`,
        `    ${state}, due ${due.words || 'at no time named'}${daysOverdue > 0 ? `, ${daysOverdue} days overdue` : ''}: ${words}`,
      ]),
  },
  {
    usage: 'report-contradictions <body>',
    summary: 'where reports do not agree with themselves; nothing of it is mended',
    formats: ['text', 'json'],
    address: (body) => ({ path: `${bodyPath(body)}/report-contradictions` }),
    pages: (items: readonly ContradictionLine[]) =>
      list(items, ({ title, reportId, what, oneSays, otherSays }) => [
        `${title}  [report:${reportId}]`,
        `    ${what} (${oneSays} | ${otherSays})`,
      ]),
  },
  {
    usage: 'chain <ref>',
    summary: 'what led to a record and what came of it: body/meeting#4.4(b), body/action, report:body/id, direction:body/id, plan:body/id',
    formats: ['text', 'json'],
    options: [['--depth <steps>', 'steps in either direction, 8 where nothing is said']],
    address: (ref, { depth }) => ({ path: 'chain', query: { ref, depth } }),
  },
];

interface ReportLine {
  readonly title: string;
  readonly reportId: string;
  readonly date?: string;
  readonly submittedOn: string;
  readonly undecided: number;
}
interface RecommendationLine {
  readonly reportId: string;
  readonly label: string;
  readonly words: string;
  readonly state: string;
  readonly ledTo: readonly string[];
}
interface PromiseLine {
  readonly title: string;
  readonly words: string;
  readonly promiseId: string;
  readonly due: { readonly words: string };
  readonly state: string;
  readonly daysOverdue: number;
}
interface ContradictionLine {
  readonly title: string;
  readonly reportId: string;
  readonly what: string;
  readonly oneSays: string;
  readonly otherSays: string;
}

const list = <T>(items: readonly T[], show: (item: T) => readonly string[]): string =>
  items.length === 0 ? 'Nothing.\n' : `${items.flatMap(show).join('\n')}\n`;
