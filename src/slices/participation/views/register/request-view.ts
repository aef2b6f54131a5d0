import {
  type ContactDetails,
  type Contents,
  type MissingItem,
  type NoticeGiven,
  type Publication,
  type Requester,
} from '../../participation.events.js';
import { missingItems, type RequestStatus, statusOf } from '../../participation.items.js';
import { type AskedAuthority, madeOn, type ParticipationRequest, type RequestDecision } from '../../participation.state.js';
import { isPublished, type Publishable, toPublish } from '../../publishing.js';
import { clocksOf, daysLate, type RunningClock } from '../../running-clocks.js';

/** A request in a list, as somebody who may read it sees it on a day. */
export interface ListedRequest {
  readonly requestId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly state: RequestStatus;
  readonly from: readonly Requester[];
  readonly service: string | null;
  readonly outcome: string | null;
  readonly receivedOn: string;
  readonly madeOn: string;
  readonly validationDate: string | null;
  readonly decisionDueOn: string | null;
  readonly decidedOn: string | null;
  /** Whether an open clock is late; `daysLate` is the most days any of them is. */
  readonly late: boolean;
  readonly daysLate: number;
  readonly clocks: readonly RunningClock[];
  readonly published: boolean;
}

/** A contact as a reader gets it: `apart` for who may not read it, `erased` for everybody once the key is gone. */
export type ContactShown =
  { readonly subject: string; readonly apart: true } | { readonly subject: string; readonly erased: true } | ContactDetails;

/** The whole of a request on a day. */
export interface RequestShown extends ListedRequest {
  readonly contents: Contents;
  readonly contacts: readonly ContactShown[];
  readonly missing: readonly MissingItem[];
  readonly authorities: readonly AskedAuthority[];
  readonly considerations: ParticipationRequest['considerations'];
  readonly declined: NonNullable<ParticipationRequest['declined']> | null;
  readonly decision: RequestDecision | null;
  readonly representations: readonly { readonly on: string; readonly words: string; readonly late: boolean }[];
  readonly details: NonNullable<ParticipationRequest['details']> | null;
  readonly established: NonNullable<ParticipationRequest['established']> | null;
  readonly modifications: ParticipationRequest['modifications'];
  readonly completedOn: string | null;
  readonly report: NonNullable<ParticipationRequest['report']> | null;
  readonly withdrawn: NonNullable<ParticipationRequest['withdrawn']> | null;
  readonly notices: readonly (NoticeGiven & { readonly authority?: string })[];
  readonly publications: readonly Publication[];
  readonly toPublish: readonly Publishable[];
}

/** A request for the public: its published parts, and nothing else. */
export interface PublicRequest {
  readonly requestId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly from: readonly { readonly name: string; readonly kind: Requester['kind'] }[];
  readonly service: string | null;
  readonly outcome: string | null;
  readonly decision: Omit<RequestDecision, 'decision'> | null;
  readonly details: Omit<NonNullable<ParticipationRequest['details']>, 'regard'> | null;
  readonly modifications: readonly { readonly on: string; readonly modification: string; readonly changes: string }[];
  readonly report: NonNullable<ParticipationRequest['report']> | null;
  readonly publications: readonly Publication[];
}

export function listed(request: ParticipationRequest, asAt: string): ListedRequest {
  const clocks = clocksOf(request, asAt);
  const late = daysLate(clocks);
  const { requestId, bodyId, title, from, contents, receivedOn, validationDate, decisionDue, decided } = request;
  return {
    requestId,
    bodyId,
    title,
    state: statusOf(request),
    from,
    service: contents.service ?? null,
    outcome: contents.outcome ?? null,
    receivedOn,
    madeOn: madeOn(request),
    validationDate: validationDate ?? null,
    decisionDueOn: decisionDue?.latest ?? null,
    decidedOn: decided?.on ?? null,
    late: late > 0,
    daysLate: late,
    clocks,
    published: isPublished(request, 'decision-notice', asAt),
  };
}

export function shown(request: ParticipationRequest, asAt: string, contacts: readonly ContactShown[]): RequestShown {
  const until = request.representationsDue?.latest;
  return {
    ...listed(request, asAt),
    contents: request.contents,
    contacts,
    missing: missingItems(request),
    authorities: request.authorities,
    considerations: request.considerations,
    declined: request.declined ?? null,
    decision: request.decided ?? null,
    representations: request.representations.map((one) => ({ ...one, late: until !== undefined && one.on > until })),
    details: request.details ?? null,
    established: request.established ?? null,
    modifications: request.modifications,
    completedOn: request.completedOn ?? null,
    report: request.report ?? null,
    withdrawn: request.withdrawn ?? null,
    notices: request.notices,
    publications: request.publications,
    toPublish: toPublish(request, asAt),
  };
}

/** `null` while the decision notice is not published: until then nothing of a request is public. */
export function publicView(request: ParticipationRequest, asAt: string): PublicRequest | null {
  const published = (what: string): boolean => isPublished(request, what, asAt);
  if (!published('decision-notice') || !request.decided) return null;
  const { requestId, bodyId, title, from, contents, decided, details, modifications, report, publications } = request;
  const { decision: _meeting, ...decision } = decided;
  const { regard: _regard, ...open } = details ?? {};
  return {
    requestId,
    bodyId,
    title,
    from: from.map(({ name, kind }) => ({ name, kind })),
    service: contents.service ?? null,
    outcome: contents.outcome ?? null,
    decision,
    details: details && published('final-process') ? (open as PublicRequest['details']) : null,
    modifications: modifications
      .filter(({ modification }) => published(`modification-${modification}`))
      .map(({ on, modification, changes }) => ({ on, modification, changes })),
    report: report && published('report') ? report : null,
    publications: publications.filter(({ publishedOn }) => publishedOn <= asAt),
  };
}
