import { hasName, sameName } from '../../kernel/names.js';
import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { type Refusal } from '../../kernel/refusal.js';
import { stepOf, unanswered, withNotice } from './deciding-steps.js';
import {
  type AgreeLongerPeriod,
  type AskAdditionalAuthority,
  type AskedFor,
  type CorrectParticipationRequest,
  type DeclineAsRepeat,
  type NameContacts,
  type NotifyMissingItems,
  type ReceiveParticipationRequest,
  type RecordAuthorityReply,
  type SupplyMissingItems,
} from './participation.commands.js';
import { type RequestEvent } from './participation.events.js';
import { type ParticipationFacts } from './participation.facts.js';
import { missing, missingItems } from './participation.items.js';
import { agreedPeriod, decisionPeriod, firstDayOfTwoYears, replyPeriod } from './participation.periods.js';
import { refuseParticipation } from './participation.refusals.js';
import { contentsOf, evolveRequest, madeOn, type ParticipationRequest } from './participation.state.js';
import { bodyIdOf } from '../../kernel/record-id.js';

type Decided = Decision<RequestEvent>;

const erased = ({ contacts }: ParticipationFacts): Refusal | null =>
  contacts.erased.length
    ? refuseParticipation('participation.subject-erased', { field: 'contacts', detail: { subjects: contacts.erased } })
    : null;

export function receive({ target, data, facts }: AskedFor<typeof ReceiveParticipationRequest>, on: string): Decided {
  const bodyId = bodyIdOf(target);
  const { title, from, form, additionalAuthorities = [] } = data;
  const names = from.map(({ name }) => name);
  if (new Set(names).size < names.length) return refuseParticipation('participation.requester-twice', { field: 'from' });
  const ids = additionalAuthorities.map(({ authority }) => authority);
  if (ids.includes(bodyId)) return refuseParticipation('participation.authority-is-addressee', { field: 'additionalAuthorities' });
  if (new Set(ids).size < ids.length)
    return refuseParticipation('participation.authority-asked-already', { field: 'additionalAuthorities' });
  return (
    erased(facts) ??
    accept<RequestEvent>({
      type: 'ParticipationRequested',
      v: 1,
      data: {
        requestId: target,
        bodyId,
        title,
        on,
        authorityName: facts.body?.name ?? bodyId,
        from: from.map(({ name, kind, constitutionAttached, basis }) => given({ name, kind, constitutionAttached, basis })),
        form,
        ...contentsOf(data),
        additionalAuthorities: additionalAuthorities.map(({ authority, name }) => ({ authority, name })),
        contacts: facts.contacts.sealed,
      },
    })
  );
}

export function correctRequest({ data }: AskedFor<typeof CorrectParticipationRequest>, request: ParticipationRequest, on: string): Decided {
  const { title, form, reason } = data;
  const from = data.from?.map(({ name, kind, constitutionAttached, basis }) => given({ name, kind, constitutionAttached, basis }));
  const names = from?.map(({ name }) => name) ?? [];
  if (new Set(names).size < names.length) return refuseParticipation('participation.requester-twice', { field: 'from' });
  const changes = given({ title, from, form, ...contentsOf(data) });
  const event: RequestEvent = {
    type: 'ParticipationRequestCorrected',
    v: 1,
    data: { ...stepOf(request, on), ...(title !== undefined && { title }), changes, reason },
  };
  const now = evolveRequest(request, event)!;
  if (JSON.stringify(now) === JSON.stringify(request)) return refuseParticipation('participation.nothing-corrected');
  const lacking = request.stage === 'received' ? [] : missingItems(now);
  if (lacking.length) return refuseParticipation('participation.correction-incomplete', { detail: { missing: lacking } });
  return accept<RequestEvent>(event);
}

export const nameContacts = ({ facts }: AskedFor<typeof NameContacts>, request: ParticipationRequest, on: string): Decided =>
  erased(facts) ??
  accept<RequestEvent>({ type: 'RequestContactsNamed', v: 1, data: { ...stepOf(request, on), contacts: facts.contacts.sealed } });

export function notifyMissing({ data }: AskedFor<typeof NotifyMissingItems>, request: ParticipationRequest, on: string): Decided {
  const asked = (data.items ?? []).map(({ item, of }) => missing(item, of));
  const names = request.from.map(({ name }) => name);
  const wrong = asked.findIndex(({ item, of }) =>
    item === 'constitution' || item === 'basis' ? !hasName(names, of ?? '') : of !== undefined,
  );
  if (wrong >= 0) return refuseParticipation('participation.requester-unknown', { field: `items.${wrong}.of`, detail: { names } });
  const items = missingItems({ ...request, queried: [...request.queried, ...asked] });
  if (!items.length) return refuseParticipation('participation.nothing-missing', { field: 'items' });
  return withNotice(request, 'missing-items', on, (notice) => ({
    type: 'MissingItemsNotified',
    v: 1,
    data: { ...stepOf(request, on), items, notice },
  }));
}

export function supply({ data }: AskedFor<typeof SupplyMissingItems>, request: ParticipationRequest, on: string): Decided {
  const contents = contentsOf(data);
  const { form } = data;
  const from = (data.from ?? []).map(({ name, constitutionAttached, basis }) => given({ name, constitutionAttached, basis }));
  const unknown = from.findIndex(({ name }) => !request.from.some((one) => sameName(one.name, name)));
  if (unknown >= 0) return refuseParticipation('participation.requester-unknown', { field: `from.${unknown}.name` });
  if (!Object.keys(contents).length && form === undefined && !from.some((one) => one.constitutionAttached ?? one.basis))
    return refuseParticipation('participation.nothing-supplied');
  const lacking = missingItems(request);
  const isMissing = (item: string, of?: string): boolean => lacking.some((one) => one.item === item && sameName(one.of, of));
  // Any other information (s.24(3)(b)) can be given at any time.
  const wrong = [
    ...Object.keys(contents).filter((name) => name !== 'information' && !isMissing(name)),
    ...(form !== undefined && !isMissing('form') ? ['form'] : []),
    ...from.flatMap(({ name, constitutionAttached, basis }, index) => [
      ...(constitutionAttached !== undefined && !isMissing('constitution', name) ? [`from.${index}.constitutionAttached`] : []),
      ...(basis !== undefined && !isMissing('basis', name) ? [`from.${index}.basis`] : []),
    ]),
  ];
  const [field] = wrong;
  if (field !== undefined) return refuseParticipation('participation.item-not-missing', { field, detail: { missing: lacking } });
  return accept<RequestEvent>({
    type: 'MissingItemsSupplied',
    v: 1,
    data: { ...stepOf(request, on), ...contents, ...given({ form }), ...(from.length ? { from } : {}) },
  });
}

/** The decision period begins with the day the last item came in, not with the day that was found out. */
export function validate(request: ParticipationRequest, on: string): Decided {
  const lacking = missingItems(request);
  if (lacking.length) return refuseParticipation('participation.incomplete', { detail: { missing: lacking } });
  const validationDate = request.lastItemOn;
  const decisionDue = decisionPeriod(validationDate, request.namedAuthorities.length > 0);
  return withNotice(request, 'acknowledgement', on, (notice) => ({
    type: 'ParticipationRequestValidated',
    v: 1,
    data: { ...stepOf(request, on), validationDate, decisionDue, notice },
  }));
}

export function askAuthority({ data }: AskedFor<typeof AskAdditionalAuthority>, request: ParticipationRequest, on: string): Decided {
  const { authority, name } = data;
  if (authority === request.bodyId) return refuseParticipation('participation.authority-is-addressee', { field: 'authority' });
  if (request.authorities.some((one) => one.authority === authority))
    return refuseParticipation('participation.authority-asked-already', { field: 'authority' });
  const first = !request.authorities.length && !request.namedAuthorities.length;
  const longer = first && request.validationDate !== undefined ? decisionPeriod(request.validationDate, true) : undefined;
  // A period agreed with the body stands, unless the one the regulations give now is longer.
  const changes = longer && (!request.periodAgreed || longer.latest! > request.decisionDue!.latest!);
  return withNotice(
    request,
    'additional-authority',
    on,
    (notice) => ({
      type: 'AdditionalAuthorityAsked',
      v: 1,
      data: { ...stepOf(request, on), authority, name, replyDue: replyPeriod(on), ...(changes ? { decisionDue: longer } : {}), notice },
    }),
    authority,
  );
}

export function reply({ data }: AskedFor<typeof RecordAuthorityReply>, request: ParticipationRequest, on: string): Decided {
  const { authority, participates, reasons } = data;
  const asked = request.authorities.find((one) => one.authority === authority);
  if (!asked) return refuseParticipation('participation.authority-not-asked', { field: 'authority' });
  if (asked.reply)
    return refuseParticipation('participation.authority-replied-already', { field: 'authority', detail: { on: asked.reply.on } });
  if (on < asked.notifiedOn) return refuseParticipation('participation.before-its-last-step', { detail: { notifiedOn: asked.notifiedOn } });
  if (!participates && reasons === undefined) return refuseParticipation('participation.reply-without-reasons', { field: 'reasons' });
  return accept<RequestEvent>({
    type: 'AdditionalAuthorityReplied',
    v: 1,
    data: given({ ...stepOf(request, on), authority, participates, reasons }),
  });
}

export function agreeLonger({ data }: AskedFor<typeof AgreeLongerPeriod>, request: ParticipationRequest, on: string): Decided {
  const { until, agreedOn = on } = data;
  const { decisionDue, validationDate = request.receivedOn } = request;
  if (agreedOn > on) return refuseParticipation('participation.later-than-today', { field: 'agreedOn' });
  if (agreedOn < validationDate)
    return refuseParticipation('participation.before-its-last-step', { field: 'agreedOn', detail: { validationDate } });
  if (!decisionDue?.latest || until <= decisionDue.latest)
    return refuseParticipation('participation.period-not-longer', { field: 'until', detail: { now: decisionDue?.latest } });
  return accept<RequestEvent>({
    type: 'LongerPeriodAgreed',
    v: 1,
    data: { ...stepOf(request, on), agreedOn, decisionDue: agreedPeriod(until, agreedOn, decisionDue) },
  });
}

/** s.27: a request on the same matters, to the same authority, within the two years; either may be by another body. */
export function declineRepeat(
  { data, facts: { earlier } }: AskedFor<typeof DeclineAsRepeat>,
  request: ParticipationRequest,
  on: string,
): Decided {
  const { matters, reasons } = data;
  const field = 'earlier';
  if (!earlier) return refuseParticipation('participation.earlier-unknown', { field });
  if (earlier.bodyId !== request.bodyId)
    return refuseParticipation('participation.earlier-of-another-authority', { field, detail: { bodyId: earlier.bodyId } });
  const made = madeOn(request);
  const first = firstDayOfTwoYears(made);
  const detail = { earlierMadeOn: earlier.madeOn, madeOn: made, firstDayOfTheTwoYears: first };
  if (earlier.requestId === request.requestId || earlier.madeOn > made)
    return refuseParticipation('participation.earlier-not-earlier', { field, detail });
  if (earlier.madeOn < first) return refuseParticipation('participation.earlier-too-old', { field, detail });
  const { requestId, title, madeOn: earlierMadeOn } = earlier;
  return withNotice(request, 'declined', on, (notice) => ({
    type: 'ParticipationRequestDeclined',
    v: 1,
    data: {
      ...stepOf(request, on),
      earlier: { requestId, title, madeOn: earlierMadeOn },
      matters,
      reasons,
      unanswered: unanswered(request),
      notice,
    },
  }));
}
