import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { stepOf, unanswered, withNotice } from './deciding-steps.js';
import {
  type AskedFor,
  type EstablishProcess,
  type GiveFinalDetails,
  type ModifyProcess,
  type RecordPublication,
  type RecordRepresentations,
  type ReportOnProcess,
  type WithdrawRequest,
} from './participation.commands.js';
import { type RequestEvent } from './participation.events.js';
import { establishPeriod } from './participation.periods.js';
import { refuseParticipation } from './participation.refusals.js';
import { type ParticipationRequest } from './participation.state.js';
import { publishable } from './publishing.js';

type Decided = Decision<RequestEvent>;

export function represent({ data }: AskedFor<typeof RecordRepresentations>, request: ParticipationRequest, on: string): Decided {
  const decidedOn = request.decided?.on ?? request.settledOn;
  if (on < decidedOn) return refuseParticipation('participation.before-its-last-step', { detail: { decidedOn } });
  return accept<RequestEvent>({ type: 'RepresentationsMade', v: 1, data: { ...stepOf(request, on), words: data.words } });
}

/** s.26(4)-(5). The body has its whole 28 days for representations: final details before those are over are refused. */
export function giveDetails({ data }: AskedFor<typeof GiveFinalDetails>, request: ParticipationRequest, on: string): Decided {
  const { operation, bodyRole, othersRoles, regard } = data;
  const until = request.representationsDue?.latest;
  if (until !== undefined && on <= until) return refuseParticipation('participation.representations-open', { detail: { until } });
  if (request.representations.length && regard === undefined)
    return refuseParticipation('participation.representations-not-regarded', { field: 'regard' });
  return withNotice(request, 'final-details', on, (notice) => ({
    type: 'ProcessDetailsGiven',
    v: 1,
    data: given({ ...stepOf(request, on), operation, bodyRole, othersRoles, regard, establishDue: establishPeriod(on), notice }),
  }));
}

export const establish = ({ data }: AskedFor<typeof EstablishProcess>, request: ParticipationRequest, on: string): Decided =>
  accept<RequestEvent>({ type: 'ProcessEstablished', v: 1, data: { ...stepOf(request, on), steps: data.steps } });

export function modify({ data }: AskedFor<typeof ModifyProcess>, request: ParticipationRequest, on: string): Decided {
  const { changes, consultedOn, consultation } = data;
  if (consultedOn > on) return refuseParticipation('participation.consulted-too-late', { field: 'consultedOn' });
  const modification = String(request.modifications.length + 1);
  return accept<RequestEvent>(
    { type: 'ProcessModified', v: 1, data: { ...stepOf(request, on), modification, changes, consultedOn, consultation } },
    modification,
  );
}

export const complete = (request: ParticipationRequest, on: string): Decided =>
  accept<RequestEvent>({ type: 'ProcessCompleted', v: 1, data: stepOf(request, on) });

export function reportOn({ data }: AskedFor<typeof ReportOnProcess>, request: ParticipationRequest, on: string): Decided {
  const { outcomes, influence, keepingInformed, viewsSoughtOn, viewsSought, views, ledToChange } = data;
  if (viewsSoughtOn > on) return refuseParticipation('participation.views-sought-too-late', { field: 'viewsSoughtOn' });
  return withNotice(request, 'report', on, (notice) => ({
    type: 'ProcessReported',
    v: 1,
    data: given({
      ...stepOf(request, on),
      outcomes,
      influence,
      keepingInformed,
      viewsSoughtOn,
      viewsSought,
      views,
      ledToChange,
      notice,
    }),
  }));
}

export function publish({ data }: AskedFor<typeof RecordPublication>, request: ParticipationRequest, on: string): Decided {
  const { what, where, on: publishedOn = on } = data;
  const due = publishable(request);
  const one = due.find((other) => other.what === what);
  if (!one)
    return refuseParticipation('participation.nothing-to-publish', { field: 'what', detail: { there: due.map((other) => other.what) } });
  const published = request.publications.find((other) => other.what === what);
  if (published) return refuseParticipation('participation.published-already', { field: 'what', detail: { ...published } });
  if (publishedOn > on) return refuseParticipation('participation.later-than-today', { field: 'on' });
  if (publishedOn < one.since)
    return refuseParticipation('participation.published-too-early', { field: 'on', detail: { since: one.since } });
  return accept<RequestEvent>({ type: 'ParticipationPublished', v: 1, data: { ...stepOf(request, on), what, publishedOn, where } });
}

export const withdraw = ({ data }: AskedFor<typeof WithdrawRequest>, request: ParticipationRequest, on: string): Decided =>
  accept<RequestEvent>({
    type: 'ParticipationRequestWithdrawn',
    v: 1,
    data: given({ ...stepOf(request, on), reason: data.reason, unanswered: unanswered(request) }),
  });
