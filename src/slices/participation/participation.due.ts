import { type Deadline } from '../../kernel/deadline.js';
import { type Due, type DueChange, type DueName, type DueTable } from '../../kernel/due.js';
import { type ParticipationEvent, type RequestStep } from './participation.events.js';
import { annualReportDue, reportingYearOf } from './participation.periods.js';
import { PUBLISHING } from './publishing.js';

const name = (recordId: string, clock: string): DueName => ({ kind: 'participation-request', recordId, clock });

/** Nothing unpublished of a request is public: its deadlines are shown only to readers of the request. */
const fallsDue = (
  { requestId, bodyId, title }: RequestStep,
  clock: string,
  what: string,
  deadline: Deadline,
  more: Partial<Due> = {},
): DueChange => ({
  change: 'falls-due',
  ...name(requestId, clock),
  bodyId,
  title,
  what,
  deadline,
  officers: [],
  exempt: true,
  ...more,
});
const ended = (
  change: 'met' | 'dropped',
  { requestId, on }: Pick<RequestStep, 'requestId' | 'on'>,
  ...clocks: readonly string[]
): DueChange[] => clocks.map((clock) => ({ change, ...name(requestId, clock), on }));

const publish = (step: RequestStep, what: string, { what: words, source }: { readonly what: string; readonly source: string }): DueChange =>
  fallsDue(
    step,
    `publish-${what}`,
    `${words} published`,
    { words: 'must be published; no period is set', kind: 'none', explanation: `It must be published (${source}); no period is set.` },
    { sort: 'to-publish' },
  );

const waiting = (authorities: readonly string[]): string[] => authorities.map((authority) => `additional-${authority}`);
const PERIODS = ['decision', 'representations', 'final-details', 'establish'] as const;
const annual = (bodyId: string, year: number): DueName => ({ kind: 'body', recordId: bodyId, clock: `participation-report-${year}` });

const annualFallsDue = (bodyId: string, year: number): DueChange => ({
  change: 'falls-due',
  ...annual(bodyId, year),
  bodyId,
  title: `Participation requests, 1 April ${year} to 31 March ${year + 1}`,
  what: 'participation request report published',
  deadline: annualReportDue(year),
  officers: [],
  exempt: false,
  sort: 'to-publish',
});

/** The deadlines these events begin, change or end. */
export const participationDues: DueTable<ParticipationEvent> = {
  ParticipationRequestCorrected: ({ data: { requestId, changes } }) =>
    changes.title === undefined
      ? []
      : [...PERIODS, ...Object.keys(PUBLISHING).map((what) => `publish-${what}`)].map((clock): DueChange => ({
          change: 'carried',
          ...name(requestId, clock),
          title: changes.title!,
        })),
  ParticipationRequested: ({ data }) => [annualFallsDue(data.bodyId, reportingYearOf(data.on))],
  ParticipationRequestValidated: ({ data }) => [fallsDue(data, 'decision', 'decision notice', data.decisionDue)],
  AdditionalAuthorityAsked: ({ data }) => [
    fallsDue(data, `additional-${data.authority}`, `reply of ${data.name}`, data.replyDue, { organisation: data.name }),
    ...(data.decisionDue ? [fallsDue(data, 'decision', 'decision notice', data.decisionDue)] : []),
  ],
  AdditionalAuthorityReplied: ({ data }) => ended('met', data, `additional-${data.authority}`),
  LongerPeriodAgreed: ({ data }) => [fallsDue(data, 'decision', 'decision notice', data.decisionDue)],
  ParticipationRequestDeclined: ({ data }) => ended('dropped', data, 'decision', ...waiting(data.unanswered)),
  ParticipationRequestRefused: ({ data }) => [
    ...ended('met', data, 'decision'),
    ...ended('dropped', data, ...waiting(data.unanswered)),
    publish(data, 'decision-notice', PUBLISHING['decision-notice']),
  ],
  ParticipationRequestAgreed: ({ data }) => [
    ...ended('met', data, 'decision'),
    ...ended('dropped', data, ...waiting(data.unanswered)),
    publish(data, 'decision-notice', PUBLISHING['decision-notice']),
    ...(data.representationsDue
      ? [fallsDue(data, 'representations', 'representations on the proposed process', data.representationsDue)]
      : []),
    ...(data.finalDetailsDue ? [fallsDue(data, 'final-details', 'notice of the details of the process', data.finalDetailsDue)] : []),
  ],
  RepresentationsMade: ({ data }) => ended('met', data, 'representations'),
  ProcessDetailsGiven: ({ data }) => [
    ...ended('dropped', data, 'representations'),
    ...ended('met', data, 'final-details'),
    publish(data, 'final-process', PUBLISHING['final-process']),
    fallsDue(data, 'establish', 'process established', data.establishDue),
  ],
  ProcessEstablished: ({ data }) => ended('met', data, 'establish'),
  ProcessModified: ({ data }) => [publish(data, `modification-${data.modification}`, PUBLISHING.modification)],
  ProcessReported: ({ data }) => [publish(data, 'report', PUBLISHING.report)],
  ParticipationPublished: ({ data }) => ended('met', { requestId: data.requestId, on: data.publishedOn }, `publish-${data.what}`),
  ParticipationRequestWithdrawn: ({ data }) => ended('dropped', data, ...PERIODS, ...waiting(data.unanswered)),
  PromotionAndSupportRecorded: ({ data }) => [annualFallsDue(data.bodyId, data.year)],
  ParticipationReportPublished: ({ data }) => [{ change: 'met', ...annual(data.bodyId, data.year), on: data.publishedOn }],
};
