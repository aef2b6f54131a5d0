import { sameName } from '../../kernel/names.js';
import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';
import {
  type Consideration,
  type Contents,
  type EarlierRequest,
  type MissingItem,
  type Modification,
  type NamedAuthority,
  type NoticeGiven,
  type OutcomeProcess,
  type ParticipationRequestedData,
  type ProcessDetails,
  type ProcessReport,
  type Publication,
  type Requester,
  type RequestEvent,
  type RequestForm,
  type RequestNamed,
  type SameMatters,
  type SealedContact,
  type RequestCorrection,
} from './participation.events.js';
import { type FactOf, type UpdateOf } from '../../kernel/update.js';

/** The status of a request by its last step, whatever is missing from it. There is no lapsed, deemed or late: a period that ends changes nothing. */
export type RecordedRequestStatus =
  | 'received'
  | 'under-consideration'
  | 'declined'
  | 'refused'
  | 'agreed-existing'
  | 'agreed-proposed'
  | 'details-given'
  | 'established'
  | 'completed'
  | 'reported'
  | 'withdrawn';

export interface AskedAuthority extends NamedAuthority {
  readonly notifiedOn: string;
  readonly replyDue: Deadline;
  readonly reply?: { readonly on: string; readonly participates: boolean; readonly reasons?: string };
}

export type RequestDecision =
  | { readonly on: string; readonly kind: 'refused'; readonly reasons: string; readonly decision?: DecisionRef }
  | {
      readonly on: string;
      readonly kind: 'agreed';
      readonly process: OutcomeProcess;
      readonly reasons?: string;
      readonly decision?: DecisionRef;
    };

/** A participation request as its events tell it. All dates are calendar dates where the authority sits. */
export interface ParticipationRequest extends RequestNamed {
  readonly authorityName: string;
  readonly stage: RecordedRequestStatus;
  readonly receivedOn: string;
  /** The day the last item was received so far: the validation date, if nothing is missing. */
  readonly lastItemOn: string;
  readonly from: readonly Requester[];
  readonly contents: Contents;
  readonly form: RequestForm;
  readonly contacts: readonly SealedContact[];
  /** Items the authority asked for by notice and was not given since. */
  readonly queried: readonly MissingItem[];
  readonly validationDate?: string;
  readonly decisionDue?: Deadline;
  readonly periodAgreed?: boolean;
  /** The additional authorities that the request names (s.22(6)). */
  readonly namedAuthorities: readonly NamedAuthority[];
  readonly authorities: readonly AskedAuthority[];
  readonly considerations: readonly { readonly on: string; readonly consideration: Consideration; readonly words: string }[];
  readonly declined?: { readonly on: string; readonly earlier: EarlierRequest; readonly matters: SameMatters; readonly reasons: string };
  readonly decided?: RequestDecision;
  readonly representationsDue?: Deadline;
  readonly representations: readonly { readonly on: string; readonly words: string }[];
  readonly finalDetailsDue?: Deadline;
  readonly details?: ProcessDetails & { readonly on: string; readonly regard?: string };
  readonly establishDue?: Deadline;
  readonly established?: { readonly on: string; readonly steps: string };
  readonly modifications: readonly (Modification & { readonly on: string })[];
  readonly completedOn?: string;
  readonly report?: ProcessReport & { readonly on: string };
  readonly publications: readonly Publication[];
  readonly notices: readonly (NoticeGiven & { readonly authority?: string })[];
  readonly withdrawn?: { readonly on: string; readonly reason?: string };
  /** Day of the last step that changed the request's stage: the next such step cannot be earlier. */
  readonly settledOn: string;
}

/** What one event changes. The event's metadata plays no part. */
export type RequestFact = FactOf<RequestEvent>;

const CONTENTS = ['service', 'outcome', 'reasons', 'experience', 'improvement', 'information'] as const;
export const contentsOf = (from: Contents): Contents =>
  Object.fromEntries(CONTENTS.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));

const requested = (data: ParticipationRequestedData): ParticipationRequest => ({
  requestId: data.requestId,
  bodyId: data.bodyId,
  title: data.title,
  authorityName: data.authorityName,
  stage: 'received',
  receivedOn: data.on,
  lastItemOn: data.on,
  from: data.from,
  contents: contentsOf(data),
  form: data.form,
  contacts: data.contacts,
  queried: [],
  namedAuthorities: data.additionalAuthorities,
  authorities: [],
  considerations: [],
  representations: [],
  modifications: [],
  publications: [],
  notices: [],
  settledOn: data.on,
});

/** Nothing can happen to a request that was not received: it stays `null`. */
export function evolveRequest(request: ParticipationRequest | null, event: RequestFact): ParticipationRequest | null {
  if (event.type === 'ParticipationRequested') return requested(event.data);
  if (!request) return null;
  switch (event.type) {
    case 'ParticipationRequestCorrected':
      return corrected(request, event.data.changes);
    case 'RequestContactsNamed':
      return { ...request, contacts: event.data.contacts };
    case 'MissingItemsNotified':
      return { ...noticed(request, event.data.notice), queried: event.data.items, settledOn: event.data.on };
    case 'MissingItemsSupplied':
      return supplied(request, event.data);
    case 'ParticipationRequestValidated': {
      const { validationDate, decisionDue, notice, on } = event.data;
      return { ...noticed(request, notice), stage: 'under-consideration', validationDate, decisionDue, settledOn: on };
    }
    case 'AdditionalAuthorityAsked': {
      const { authority, name, replyDue, decisionDue, notice, on } = event.data;
      return {
        ...noticed(request, notice, authority),
        authorities: [...request.authorities, { authority, name, notifiedOn: on, replyDue }],
        decisionDue: decisionDue ?? request.decisionDue,
      };
    }
    case 'AdditionalAuthorityReplied': {
      const { authority, participates, reasons, on } = event.data;
      const reply = { on, participates, ...(reasons === undefined ? {} : { reasons }) };
      return { ...request, authorities: request.authorities.map((one) => (one.authority === authority ? { ...one, reply } : one)) };
    }
    case 'LongerPeriodAgreed':
      return { ...request, decisionDue: event.data.decisionDue, periodAgreed: true };
    case 'ParticipationRequestDeclined': {
      const { earlier, matters, reasons, notice, on } = event.data;
      return { ...noticed(request, notice), stage: 'declined', declined: { on, earlier, matters, reasons }, settledOn: on };
    }
    case 'ConsiderationRecorded': {
      const { on, consideration, words } = event.data;
      return { ...request, considerations: [...request.considerations, { on, consideration, words }] };
    }
    case 'ParticipationRequestRefused': {
      const { on, reasons, decision, notice } = event.data;
      const decided = { on, kind: 'refused' as const, reasons, ...(decision && { decision }) };
      return { ...noticed(request, notice), stage: 'refused', decided, settledOn: on };
    }
    case 'ParticipationRequestAgreed': {
      const { on, process, reasons, decision, representationsDue, finalDetailsDue, notice } = event.data;
      const decided = {
        on,
        kind: 'agreed' as const,
        process,
        ...(reasons === undefined ? {} : { reasons }),
        ...(decision && { decision }),
      };
      const stage = `agreed-${process.kind}` as const;
      return { ...noticed(request, notice), stage, decided, representationsDue, finalDetailsDue, settledOn: on };
    }
    case 'RepresentationsMade':
      return { ...request, representations: [...request.representations, { on: event.data.on, words: event.data.words }] };
    case 'ProcessDetailsGiven': {
      const { on, operation, bodyRole, othersRoles, regard, establishDue, notice } = event.data;
      const details = {
        on,
        operation,
        bodyRole,
        ...(othersRoles === undefined ? {} : { othersRoles }),
        ...(regard === undefined ? {} : { regard }),
      };
      return { ...noticed(request, notice), stage: 'details-given', details, establishDue, settledOn: on };
    }
    case 'ProcessEstablished': {
      const { on, steps } = event.data;
      return { ...request, stage: 'established', established: { on, steps }, settledOn: on };
    }
    case 'ProcessModified': {
      const { on, modification, changes, consultedOn, consultation } = event.data;
      const modified = { on, modification, changes, consultedOn, consultation };
      return { ...request, modifications: [...request.modifications, modified], settledOn: on };
    }
    case 'ProcessCompleted':
      return { ...request, stage: 'completed', completedOn: event.data.on, settledOn: event.data.on };
    case 'ProcessReported': {
      const { on, outcomes, influence, keepingInformed, viewsSoughtOn, viewsSought, views, ledToChange, notice } = event.data;
      const said = { on, outcomes, influence, keepingInformed, viewsSoughtOn, viewsSought, ledToChange };
      return {
        ...noticed(request, notice),
        stage: 'reported',
        report: { ...said, ...(views === undefined ? {} : { views }) },
        settledOn: on,
      };
    }
    case 'ParticipationPublished': {
      const { what, publishedOn, where } = event.data;
      return { ...request, publications: [...request.publications, { what, publishedOn, where }] };
    }
    case 'ParticipationRequestWithdrawn': {
      const { on, reason } = event.data;
      return { ...request, stage: 'withdrawn', withdrawn: { on, ...(reason === undefined ? {} : { reason }) }, settledOn: on };
    }
  }
}

const noticed = (request: ParticipationRequest, notice: NoticeGiven, authority?: string): ParticipationRequest => ({
  ...request,
  notices: [...request.notices, { ...notice, ...(authority === undefined ? {} : { authority }) }],
});

/** A correction says what had been received with the request: an item asked for by notice that was there all along is missing no more. */
function corrected(
  request: ParticipationRequest,
  { title = request.title, from = request.from, form = request.form, ...contents }: RequestCorrection,
) {
  const isThere = ({ item, of }: MissingItem): boolean => {
    const requester = from.find(({ name }) => name === of);
    if (item === 'form') return form !== request.form && form !== 'other';
    if (item === 'constitution') return requester?.constitutionAttached === true && from !== request.from;
    if (item === 'basis') return requester?.basis !== undefined && from !== request.from;
    return contents[item] !== undefined;
  };
  const isOf = ({ of }: MissingItem): boolean => of === undefined || from.some(({ name }) => name === of);
  return {
    ...request,
    title,
    from,
    form,
    contents: { ...request.contents, ...contents },
    queried: request.queried.filter((one) => isOf(one) && !isThere(one)),
  };
}

type Supplied = Extract<RequestFact, { type: 'MissingItemsSupplied' }>['data'];

function supplied(request: ParticipationRequest, data: Supplied): ParticipationRequest {
  const from = request.from.map((one) => {
    const now = data.from?.find(({ name }) => sameName(name, one.name));
    const { constitutionAttached, basis } = now ?? {};
    return { ...one, ...(constitutionAttached === undefined ? {} : { constitutionAttached }), ...(basis === undefined ? {} : { basis }) };
  });
  const isSupplied = ({ item, of }: MissingItem): boolean => {
    if (item === 'form') return data.form !== undefined;
    if (item === 'constitution')
      return data.from?.some(({ name, constitutionAttached }) => sameName(name, of) && constitutionAttached) ?? false;
    if (item === 'basis') return data.from?.some(({ name, basis }) => sameName(name, of) && basis !== undefined) ?? false;
    return data[item] !== undefined;
  };
  return {
    ...request,
    from,
    contents: { ...request.contents, ...contentsOf(data) },
    form: data.form ?? request.form,
    queried: request.queried.filter((one) => !isSupplied(one)),
    lastItemOn: data.on,
    settledOn: data.on,
  };
}

/** Stream `participation-<bodyId>/<request>`. */
export const participationHistory: History<ParticipationRequest | null> = {
  category: 'participation',
  ofBody: 'record',
  initial: null,
  evolve: (request, event) => evolveRequest(request, event as Recorded<RequestEvent>),
};

/** An update as the register keeps it. */
export type RequestUpdate = UpdateOf<RequestEvent>;

/** The request as it stood at the end of a day, by what is known of it since; `null` before it was received. */
export const requestOn = (updates: readonly RequestFact[], date: string): ParticipationRequest | null =>
  updates
    .filter(({ type, data }) => data.on <= date || type === 'ParticipationRequestCorrected')
    .reduce<ParticipationRequest | null>(evolveRequest, null);

/** Reg 5: the day a request is taken to have been made; until it is valid, the day its last item came in. */
export const madeOn = ({ validationDate, lastItemOn }: Pick<ParticipationRequest, 'validationDate' | 'lastItemOn'>): string =>
  validationDate ?? lastItemOn;
