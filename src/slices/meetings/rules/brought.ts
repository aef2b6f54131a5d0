import { longDate } from '../../../kernel/dates.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { andNames } from '../../../kernel/words.js';
import { type MinuteOf, type RequisitionCalledOn } from '../events/meeting.events.js';
import { type RemitCited, type RequisitionCited } from '../reading/what-is-named.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';

/** What a new item brings: the remit and the minute it names; `null` where there is none of that name. */
export interface ItemFacts {
  readonly remit?: RemitCited | null;
  /** The meeting whose minute it names; `null` where none was called. */
  readonly minuteOf?: {
    readonly bodyId: string;
    readonly body: string;
    readonly date: string;
    readonly opened: boolean;
  } | null;
}

/**
 * A remit stands on the agenda of the body it goes to, and its answer on that of the body it came from. What is exempt there is brought by an
 * item that is exempt itself, `inPrivate`, so that the agenda does not publish it.
 */
export function remitRefused(
  remit: string | undefined,
  inPrivate: boolean,
  facts: ItemFacts | undefined,
  { bodyId }: Meeting,
): Refusal | null {
  if (remit === undefined) return null;
  const named = facts?.remit;
  if (!named) return refuseMeeting('agenda.no-such-remit', { field: 'remit', detail: { remit } });
  const { bodyId: from, toBodyId: to, exempt } = named;
  if (from !== bodyId && to !== bodyId)
    return refuseMeeting('agenda.remit-of-others', {
      field: 'remit',
      detail: { remit, bodyId: from, ...(to !== undefined && { toBodyId: to }) },
    });
  return exempt && !inPrivate ? refuseMeeting('agenda.remit-exempt', { field: 'exempt', detail: { remit } }) : null;
}

/** The minute that an item carries: of a meeting of another body that was held, or of one that is named with its day. */
export function minuteCarried(
  named: Partial<MinuteOf> | undefined,
  facts: ItemFacts | undefined,
  { bodyId }: Meeting,
): MinuteOf | undefined | Refusal {
  if (!named) return undefined;
  const { meetingId, body, date } = named;
  if (meetingId === undefined)
    return body !== undefined && date !== undefined ? { body, date } : refuseMeeting('agenda.minute-of-nobody', { field: 'minuteOf' });
  const field = 'minuteOf.meetingId';
  const minuteOf = facts?.minuteOf;
  if (!minuteOf) return refuseMeeting('agenda.minute-meeting-unknown', { field, detail: { meetingId } });
  if (minuteOf.bodyId === bodyId) return refuseMeeting('agenda.minute-own', { field, detail: { meetingId } });
  return minuteOf.opened
    ? { meetingId, body: body ?? minuteOf.body, date: minuteOf.date }
    : refuseMeeting('agenda.minute-not-held', { field, detail: { meetingId } });
}

/** A meeting is called on a requisition of its own body's members, of whom enough asked. */
export function requisitionNamed(
  requisitionId: string | undefined,
  requisition: RequisitionCited | null | undefined,
  bodyId: string,
): RequisitionCalledOn | undefined | Refusal {
  if (requisitionId === undefined) return undefined;
  const field = 'requisition';
  if (!requisition || requisition.bodyId !== bodyId || requisition.ended)
    return refuseMeeting('meeting.no-such-requisition', { field, detail: { requisitionId } });
  if (!requisition.enough) return refuseMeeting('meeting.requisition-too-few', { field, detail: { requisitionId } });
  const { askedBy, receivedOn, business } = requisition;
  return { requisitionId, askedBy, receivedOn, business };
}

/** `This special meeting is called on the requisition of A, B and C, received on 3 March 2026: to consider ...` */
export const requisitionWords = ({ askedBy, receivedOn, business }: RequisitionCalledOn, was = 'is'): string =>
  `This special meeting ${was} called on the requisition of ${andNames(askedBy.map(({ name }) => name))}, received on ${longDate(receivedOn)}: ${/[.!?]$/.test(business) ? business : `${business}.`}`;
