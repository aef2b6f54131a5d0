import { longDate } from '../../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../../kernel/decider.js';
import { type CommandFor } from '../../../kernel/command.js';
import { given, plain } from '../../../kernel/plain.js';
import { keyOf } from '../../../kernel/record-id.js';
import { isRefusal } from '../../../kernel/refusal.js';
import { type StandingItem } from '../../bodies/bodies.words.js';
import { itemOf, nextNumber } from '../agenda/agenda.decider.js';
import { type AgendaItem, type MeetingEvent } from '../events/meeting.events.js';
import { lastEntryId, entryOf } from '../record/entries.js';
import { meetingHistory } from '../record/meeting.history.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { closed, notOpened, record, type RoomEvent } from '../rules/meeting-guards.js';
import { placeOf } from '../rules/places.js';
import { type AgreeNextMeeting, type BetweenCommand, type FillAgenda, type FillingFacts, type ReceiveMinute } from './between.commands.js';
import { refuseBetween } from './between.refusals.js';

/** What a meeting takes over from others and leaves to the next, on the meeting's own stream. */
export const betweenDecider: Decider<Meeting, BetweenCommand, RoomEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = closed(meeting);
    if (refused) return refused;
    switch (command.type) {
      case 'ReceiveMinute':
        return notOpened(meeting) ?? receive(command, meeting);
      case 'AgreeNextMeeting':
        return notOpened(meeting) ?? agree(command, meeting);
      case 'FillAgenda':
        return fill(command, meeting);
    }
  },
};

type CommandOf<C extends typeof ReceiveMinute | typeof AgreeNextMeeting | typeof FillAgenda> = CommandFor<C, FillingFacts | undefined>;

function receive({ data }: CommandOf<typeof ReceiveMinute>, meeting: Meeting): Decision<RoomEvent> {
  const { itemId, resolved, amendment, decisionId } = data;
  const item = itemOf(meeting, itemId);
  if (isRefusal(item)) return item;
  const { minuteOf } = item;
  if (!minuteOf) return refuseBetween('received.no-minute', { field: 'itemId', detail: { itemId } });
  const section = meeting.sections.find((one) => one.itemId === itemId);
  if (!section) return refuseBetween('received.not-taken', { field: 'itemId', detail: { itemId } });
  const before = meeting.received.find((one) => one.itemId === itemId);
  if (before) return refuseBetween('received.already', { field: 'itemId', detail: { resolved: before.resolved } });
  if (amendment !== undefined && resolved !== 'approved') return refuseBetween('received.amendment-misfit', { field: 'amendment' });
  const decision = decisionId === undefined ? undefined : entryOf(meeting, decisionId);
  if (decisionId !== undefined && (decision?.kind !== 'decision' || decision.struck !== undefined))
    return refuseBetween('received.no-such-decision', { field: 'decisionId', detail: { decisionId } });
  const { sectionId } = section;
  const after = lastEntryId(meeting);
  return record({ type: 'MinuteReceived', v: 1, data: { itemId, minuteOf, resolved, amendment, decisionId, after, sectionId } });
}

function agree({ data, happenedAt }: CommandOf<typeof AgreeNextMeeting>, meeting: Meeting): Decision<RoomEvent> {
  const { date, time, place: where, words, afterParagraph } = data;
  const sat = meeting.standings.at(-1)?.standing.asOf ?? meeting.date;
  if (date <= sat) return refuseBetween('next.not-later', { field: 'date', detail: { thisMeeting: sat } });
  if (meeting.nextMeeting) return refuseBetween('next.agreed-already', { field: 'date', detail: { date: meeting.nextMeeting.date } });
  // The time that is said is that of the next meeting, not the time at which it was agreed.
  const place = placeOf(meeting, given({ afterParagraph }), happenedAt);
  if (isRefusal(place)) return place;
  return record({ type: 'NextMeetingAgreed', v: 1, data: { date, time, place: where, words, ...place } });
}

function fill({ facts }: CommandOf<typeof FillAgenda>, meeting: Meeting): Decision<RoomEvent> {
  if (meeting.status !== 'called') return refuseMeeting('meeting.opened-already');
  if (meeting.notices.length > 0) return refuseMeeting('agenda.closed', { detail: { noticeGivenOn: meeting.notices[0]?.givenOn } });
  const { standingItems = [], minutes = [] } = facts ?? {};
  if (standingItems.length === 0) return refuseBetween('standing-items.none', { detail: { bodyId: meeting.bodyId } });
  const there = new Set(meeting.agenda.map(({ itemId }) => itemId));
  const items = standingItems.flatMap((item) => itemsFrom(item, minutes)).filter(({ itemId }) => !there.has(itemId));
  if (items.length === 0) return refuseBetween('standing-items.all-there');
  const first = Number(nextNumber(meeting.agenda));
  const events = items.map((item, index): MeetingEvent =>
    plain({ type: 'AgendaItemAdded', v: 1, data: { ...item, number: String(first + index), papers: [] } }),
  );
  return accept<RoomEvent>(events);
}

type Filled = Pick<AgendaItem, 'itemId' | 'title' | 'asked' | 'minutes'>;

/** The item of an agenda that a standing item becomes; for each minute that waits, an item of its own. */
function itemsFrom({ itemId, title, asked, minutes, brings }: StandingItem, waiting: FillingFacts['minutes']): readonly Filled[] {
  if (brings !== 'minutes') return [given({ itemId, title, asked, minutes })];
  return waiting.map(({ meetingId, date }) =>
    given({
      itemId: `minute-${keyOf(meetingId).slice(0, 60)}`,
      title: waiting.length === 1 ? title : `${title}: ${longDate(date)}`,
      asked: [`Approve the minute of the meeting of ${longDate(date)}.`, asked].filter(Boolean).join('\n'),
      minutes,
    }),
  );
}
