import { csv } from '../../../../http/csv.js';
import { longDate } from '../../../../kernel/dates.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type ReportedYear } from '../../annual-participation.state.js';
import { sha256 } from '../../notices/notice.js';
import { ACT, annualReportDue, reportingYear } from '../../participation.periods.js';
import { type ParticipationRequest } from '../../participation.state.js';

export const COUNTED = ['received', 'agreed', 'refused', 'led-to-change', 'declined', 'withdrawn'] as const;
export type Counted = (typeof COUNTED)[number];

/** `requestId` is `null` of a request that an exempt decision decided: it is counted, and the report does not say which it is. */
export interface CountedRequest {
  readonly requestId: string | null;
  readonly title: string;
  readonly on: string;
}

const IN_PRIVATE = 'A request decided in private';

/** The report of a reporting year (s.32), with the requests behind each number. */
export interface AnnualReport {
  readonly bodyId: string;
  readonly authority: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly due: Deadline;
  readonly counts: Readonly<Record<Counted, number>>;
  readonly requests: Readonly<Record<Counted, readonly CountedRequest[]>>;
  readonly promotion: string | null;
  readonly support: string | null;
  readonly published: NonNullable<ReportedYear['published']> | null;
  /** Whether the report still says, letter for letter, what was published; `null` where nothing was published. */
  readonly asPublished: boolean | null;
}

/** `hidden`: the requests that are not named in what is published. */
export function annualReport(
  body: { readonly bodyId: string; readonly name: string },
  year: number,
  requests: readonly ParticipationRequest[],
  { promotion, support, published }: ReportedYear,
  hidden: ReadonlySet<string>,
): AnnualReport {
  const { from, to } = reportingYear(year);
  const within = (day: (request: ParticipationRequest) => string | undefined): CountedRequest[] =>
    requests.flatMap((request) => {
      const on = day(request);
      if (on === undefined || on < from || on > to) return [];
      const { requestId, title } = request;
      return [hidden.has(requestId) ? { requestId: null, title: IN_PRIVATE, on } : { requestId, title, on }];
    });
  const behind: Record<Counted, readonly CountedRequest[]> = {
    received: within(({ receivedOn }) => receivedOn),
    agreed: within(({ decided }) => (decided?.kind === 'agreed' ? decided.on : undefined)),
    refused: within(({ decided }) => (decided?.kind === 'refused' ? decided.on : undefined)),
    'led-to-change': within(({ report }) => (report?.ledToChange ? report.on : undefined)),
    declined: within(({ declined }) => declined?.on),
    withdrawn: within(({ withdrawn }) => withdrawn?.on),
  };
  const counts = Object.fromEntries(COUNTED.map((name) => [name, behind[name].length])) as Record<Counted, number>;
  const report = {
    bodyId: body.bodyId,
    authority: body.name,
    year,
    from,
    to,
    due: annualReportDue(year),
    counts,
    requests: behind,
    promotion: promotion ?? null,
    support: support ?? null,
    published: published ?? null,
  };
  return { ...report, asPublished: published ? sha256(annualReportText(report)) === published.sha256 : null };
}

const HEADINGS: Readonly<Record<Counted, string>> = {
  received: 'Requests received (s.32(2)(a))',
  agreed: 'Requests agreed to (s.32(2)(b)(i))',
  refused: 'Requests refused (s.32(2)(b)(ii))',
  'led-to-change': 'Requests that resulted in changes to a public service (s.32(2)(c))',
  declined: 'Requests declined as a repeat (s.27)',
  withdrawn: 'Requests withdrawn',
};

/** The text of the report, which is published and hashed: the same before and after publication. */
export function annualReportText({ authority, from, to, counts, requests, promotion, support }: Omit<AnnualReport, 'asPublished'>): string {
  const parts = [
    `${authority}\nParticipation request report, ${longDate(from)} to ${longDate(to)} (${ACT} s.32)`,
    ...COUNTED.map((name) =>
      [
        `${HEADINGS[name]}: ${counts[name]}`,
        ...requests[name].map(({ title, requestId, on }) => `- ${title}${requestId === null ? '' : ` (${requestId})`}, ${longDate(on)}`),
      ].join('\n'),
    ),
    `Promotion of the use of participation requests (s.32(2)(d)(i))\n${promotion ?? 'Not recorded.'}`,
    `Support of bodies in making them (s.32(2)(d)(ii))\n${support ?? 'Not recorded.'}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

export const annualReportCsv = ({ year, counts, requests }: AnnualReport): string =>
  csv(
    COUNTED.flatMap((name) => [
      [year, name, counts[name], '', '', ''],
      ...requests[name].map(({ requestId, title, on }) => [year, name, '', requestId ?? '', title, on]),
    ]),
    ['year', 'what', 'number', 'request', 'title', 'on'],
  );
