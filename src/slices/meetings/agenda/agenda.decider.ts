import { plain } from '../../../kernel/plain.js';
import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { numbered } from '../../../kernel/names.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { clearDays, noticePeriod, noticeRuleOf } from './clear-days.js';
import { type DecisionEvent } from '../events/decision.events.js';
import { groundsOf } from '../exempt/grounds.js';
import { type ItemFacts, minuteCarried, remitRefused, requisitionNamed } from '../rules/brought.js';
import { record, type RoomEvent } from '../rules/meeting-guards.js';
import { type PaperDto } from './agenda.payloads.js';
import { type BodyCalled, type Paper } from '../events/meeting.events.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import {
  type AddAgendaItem,
  type AgendaCommand,
  type CallingCommand,
  type ChangeOrderOfBusiness,
  type CorrectAgendaItem,
  type GiveNotice,
  type RearrangeMeeting,
  type StandingFacts,
} from './agenda.commands.js';
import { idsOf } from '../../../kernel/record-id.js';
import { andNames } from '../../../kernel/words.js';

type Item = Meeting['agenda'][number];

/** The key is the part after the body's id. */
export function callMeeting({ target, data, facts }: CallingCommand, meeting: Meeting): Decision<RoomEvent> {
  if (meeting.status !== 'unknown') return refuseMeeting('meeting.called-already');
  const ids = idsOf(target);
  if (!ids) return refuseMeeting('meeting.reference-malformed', { detail: { reference: target } });
  const { bodyId } = ids;
  const { body } = facts;
  if (!body) return refuseMeeting('meeting.no-such-body', { detail: { bodyId } });
  if (body.dissolvedOn !== undefined && data.date >= body.dissolvedOn)
    return refuseMeeting('meeting.body-dissolved', { field: 'date', detail: { bodyId, dissolvedOn: body.dissolvedOn } });
  const requisition = requisitionNamed(data.requisition, facts.requisition, bodyId);
  if (isRefusal(requisition)) return requisition;
  const jointlyWith = bodiesJoined(data, facts.others ?? [], bodyId);
  if (isRefusal(jointlyWith)) return jointlyWith;
  const { title = titleOf(body.name, jointlyWith), mode = 'in-person', requisition: _requisition, jointlyWith: _others, ...when } = data;
  const notice = noticeNeeded(when.date, facts);
  return record({
    type: 'MeetingCalled',
    v: 1,
    data: { meetingId: target, bodyId, title, mode, timeZone: body.timeZone, ...when, requisition, jointlyWith, notice },
  });
}

/** The bodies that meet with the one that calls a joint meeting, each another and in being that day. */
function bodiesJoined(
  { jointlyWith, date }: CallingCommand['data'],
  others: NonNullable<CallingCommand['facts']['others']>,
  calling: string,
): readonly BodyCalled[] | undefined | Refusal {
  if (jointlyWith === undefined) return undefined;
  const named: BodyCalled[] = [];
  for (const [index, bodyId] of jointlyWith.entries()) {
    const field = `jointlyWith.${index}`;
    const body = others[index];
    if (!body) return refuseMeeting('meeting.no-such-body', { field, detail: { bodyId } });
    if (bodyId === calling || named.some((one) => one.bodyId === bodyId))
      return refuseMeeting('meeting.jointly-twice', { field, detail: { bodyId } });
    if (body.dissolvedOn !== undefined && date >= body.dissolvedOn)
      return refuseMeeting('meeting.body-dissolved', { field, detail: { bodyId, dissolvedOn: body.dissolvedOn } });
    named.push({ bodyId, name: body.name });
  }
  return named;
}

/** The name of the body; of a joint meeting, that of each: `Joint Meeting of the Audit Committee and the Police Board`. */
const titleOf = (name: string, others: readonly BodyCalled[] = []): string =>
  others.length === 0
    ? name
    : `Joint Meeting of ${andNames([name, ...others.map((one) => one.name)].map((one) => `the ${one.replace(/^the /i, '')}`))}`;

/** The latest day of notice by the rule and holidays known when the meeting is called; the notice is judged by those of its own day. */
function noticeNeeded(date: string, { standing, holidays }: CallingCommand['facts']) {
  const counted = noticePeriod(date, noticeRuleOf(standing ?? null), holidays);
  if (!counted) return undefined;
  const { length, lastDay, source } = counted;
  return { clearDays: length, latestDay: lastDay, ...(source === undefined ? {} : { source }), counted };
}

export function decideAgenda(command: AgendaCommand, meeting: Meeting): Decision<RoomEvent> {
  switch (command.type) {
    case 'RearrangeMeeting':
      return rearrange(command, meeting);
    case 'CancelMeeting':
      return openedAlready(meeting) ?? cancel(command.data.reason, meeting);
    case 'GiveNotice':
      return giveNotice(command, meeting);
    case 'AddAgendaItem':
      return addItem(command, meeting);
    case 'CorrectAgendaItem':
      return correctItem(command, meeting);
    case 'WithdrawAgendaItem': {
      const { itemId, reason } = command.data;
      const item = itemOf(meeting, itemId);
      if (isRefusal(item)) return item;
      if (meeting.sections.some((section) => section.itemId === itemId)) return refuseMeeting('agenda.item-taken', { field: 'itemId' });
      return record({ type: 'AgendaItemWithdrawn', v: 1, data: { itemId, reason } });
    }
    case 'ChangeOrderOfBusiness':
      return changeOrder(command, meeting);
  }
}

const openedAlready = (meeting: Meeting): Refusal | null => (meeting.status === 'called' ? null : refuseMeeting('meeting.opened-already'));

const cancel = (reason: string, { jointlyWith }: Meeting): Decision<RoomEvent> =>
  record({ type: 'MeetingCancelled', v: 1, data: { reason, jointlyWith: jointlyWith?.map(({ bodyId }) => bodyId) } });

function rearrange({ data }: CommandFor<typeof RearrangeMeeting>, meeting: Meeting): Decision<RoomEvent> {
  const { reason, time, place, mode } = data;
  const same = [time ?? meeting.time, place ?? meeting.place, mode ?? meeting.mode];
  if (same.every((one, index) => one === [meeting.time, meeting.place, meeting.mode][index]))
    return refuseMeeting('meeting.nothing-changed');
  return openedAlready(meeting) ?? record({ type: 'MeetingRearranged', v: 1, data: { time, place, mode, reason } });
}

/** A notice's own date is kept as written, however odd. Where the body has no rule in force, no clear days are required. */
function giveNotice({ data, facts }: CommandFor<typeof GiveNotice, StandingFacts>, meeting: Meeting): Decision<RoomEvent> {
  const { givenOn, by, datedAsWritten } = data;
  const rule = noticeRuleOf(facts.standing);
  return record({
    type: 'NoticeGiven',
    v: 1,
    data: { givenOn, by, datedAsWritten, clearDays: clearDays(givenOn, meeting.date, rule, facts.holidays) },
  });
}

function addItem(
  { data, facts, commandId }: CommandFor<typeof AddAgendaItem, ItemFacts | undefined>,
  meeting: Meeting,
): Decision<RoomEvent> {
  const { itemId = shortId('i', commandId), number = nextNumber(meeting.agenda), title, asked, minutes, exempt, late, urgent } = data;
  if (meeting.agenda.some((item) => item.itemId === itemId))
    return refuseMeeting('agenda.item-exists', { field: 'itemId', detail: { itemId } });
  const refused =
    numberTaken(meeting, number) ?? pagesOutOfOrder(data.papers) ?? remitRefused(data.remit, exempt !== undefined, facts, meeting);
  if (refused) return refused;
  const minuteOf = minuteCarried(data.minuteOf, facts, meeting);
  if (isRefusal(minuteOf)) return minuteOf;
  if (meeting.notices.length > 0 && !late && !urgent)
    return refuseMeeting('agenda.closed', { detail: { noticeGivenOn: meeting.notices[0]?.givenOn } });
  const papers: readonly Paper[] = data.papers ?? [];
  return record(
    {
      type: 'AgendaItemAdded',
      v: 1,
      data: { itemId, number, title, asked, papers, minutes, exempt, late, urgent, remit: data.remit, minuteOf },
    },
    itemId,
  );
}

function correctItem({ data }: CommandFor<typeof CorrectAgendaItem>, meeting: Meeting): Decision<RoomEvent> {
  const { itemId, reason, number, title, asked, papers, minutes, exempt, notExempt } = data;
  if (exempt && notExempt) return refuseMeeting('agenda.exempt-or-not', { field: 'notExempt' });
  const item = itemOf(meeting, itemId);
  if (isRefusal(item)) return item;
  const refused = (number === undefined ? null : numberTaken(meeting, number, itemId)) ?? pagesOutOfOrder(papers);
  if (refused) return refused;
  const asks: Partial<Record<string, unknown>> = { number, title, asked, papers, minutes, exempt };
  const changes = Object.entries(asks).filter(
    ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(item[key as keyof Item]),
  );
  const opened = notExempt === true && groundsOf(meeting).has(itemId);
  if (changes.length === 0 && !opened) return refuseMeeting('meeting.nothing-changed');
  const corrected: RoomEvent = {
    type: 'AgendaItemCorrected',
    v: 1,
    data: { itemId, changes: Object.fromEntries(changes), ...(opened && { notExempt: true }), reason },
  };
  return accept<RoomEvent>([plain(corrected), ...exemptions(meeting, itemId, opened ? false : exempt ? true : null, reason)]);
}

/** Decisions already recorded on an item become exempt, or public, with the item. */
function exemptions(meeting: Meeting, itemId: string, exempt: boolean | null, because: string): readonly DecisionEvent[] {
  const sections = new Set(meeting.sections.filter((one) => one.itemId === itemId).map(({ sectionId }) => sectionId));
  return meeting.decisions.flatMap(({ decisionId, sectionId, exempt: was }): DecisionEvent[] =>
    exempt === null || was === exempt || !sections.has(sectionId)
      ? []
      : [{ type: 'DecisionExemptionFound', v: 1, data: { decisionId, exempt, because } }],
  );
}

function changeOrder({ data }: CommandFor<typeof ChangeOrderOfBusiness>, meeting: Meeting): Decision<RoomEvent> {
  const { order, reason } = data;
  for (const [index, itemId] of order.entries()) {
    const field = `order.${index}`;
    const item = itemOf(meeting, itemId, field);
    if (isRefusal(item)) return item;
    if (order.indexOf(itemId) !== index) return refuseMeeting('agenda.order-repeats', { field, detail: { itemId } });
  }
  // What is not named follows in the order it has.
  if (order.every((itemId, index) => itemId === meeting.agenda[index]?.itemId)) return refuseMeeting('meeting.nothing-changed');
  return record({ type: 'OrderOfBusinessChanged', v: 1, data: { order, reason } });
}

/** An item of the agenda that still stands. */
export function itemOf(meeting: Meeting, itemId: string, field = 'itemId'): Item | Refusal {
  const item = meeting.agenda.find((one) => one.itemId === itemId);
  if (!item) return refuseMeeting('agenda.no-such-item', { field, detail: { itemId } });
  if (item.withdrawn !== undefined) return refuseMeeting('agenda.item-withdrawn', { field, detail: { itemId, reason: item.withdrawn } });
  return item;
}

/** An item keeps its own number, however it is written now. */
function numberTaken(meeting: Meeting, number: string, own?: string): Refusal | null {
  const others = meeting.agenda.filter((item) => item.itemId !== own && item.withdrawn === undefined);
  const by = numbered(others, number);
  return by ? refuseMeeting('agenda.number-taken', { field: 'number', detail: { number, by: by.itemId, as: by.number } }) : null;
}

function pagesOutOfOrder(papers: readonly PaperDto[] = []): Refusal | null {
  const wrong = papers.findIndex(({ pages }) => pages && pages.last < pages.first);
  return wrong < 0 ? null : refuseMeeting('agenda.pages-out-of-order', { field: `papers.${wrong}.pages` });
}

/** One more than the greatest whole number in use. */
export const nextNumber = (list: readonly { readonly number: string }[]): string =>
  String(list.reduce((most, { number }) => Math.max(most, Number.parseInt(number, 10) || 0), 0) + 1);
