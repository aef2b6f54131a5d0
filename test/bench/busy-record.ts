import { EVENT_STORE, type EventStore, type EventToAppend } from '../../src/eventstore/event-store.port.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { addDays } from '../../src/kernel/dates.js';
import { newId } from '../../src/kernel/ids.js';
import { rules, somebody } from '../support/a-clerk.js';
import { HandClock, TestApp } from '../support/app.js';
import { MEMBERS } from '../support/live-board.js';

const BODY = 'template-body';
const MEETING = 'template-meeting';
const DAY = '2016-03-03';
const ACTIONS = 20;
/** Three months after the day. */
const DUE = '2016-06-03';
const ITEMS = 10;
const BATCH = 200;
const PROSE =
  'There had been circulated copies of a report by the Chief Officer which set out how the work had gone and what it would cost. ';

/** A meeting as they are: six members, ten items, each with two paragraphs and a decision in two parts, and an action out of each part. */
async function oneMeeting(): Promise<{ readonly body: readonly RecordedEvent[]; readonly meeting: readonly RecordedEvent[] }> {
  const app = await TestApp.open({ clock: new HandClock(`${DAY}T20:00:00.000Z`) });
  try {
    const body = `bodies/${BODY}`;
    const from = '2000-01-01';
    const store = app.nest.get<EventStore>(EVENT_STORE);
    await app.record(`${body}/establish-body`, { name: `Board ${BODY}`, kind: 'joint-board', on: from });
    await app.record(
      `${body}/adopt-constitution`,
      rules(from, { quorum: { kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 2 } } }),
    );
    for (const { personId, name } of MEMBERS) {
      await app.record(`${body}/create-seat`, { seatId: `seat-${personId}`, label: name, voting: true, from });
      await app.record(`${body}/fill-seat`, { seatId: `seat-${personId}`, holder: somebody(name), from });
    }
    const ofBody = await everything(store);
    const at = `${body}/meetings/${MEETING}`;
    const happenedAt = `${DAY}T14:00:00.000Z`;
    await app.record(`${at}/call-meeting`, { date: DAY, time: '14:00', place: 'Valley Hall', happenedAt: `${DAY}T13:00:00.000Z` });
    for (let item = 0; item < ITEMS; item += 1)
      await app.record(`${at}/add-agenda-item`, { itemId: `item-${item}`, title: `Report ${item}`, happenedAt: `${DAY}T13:30:00.000Z` });
    await app.record(`${at}/open-meeting`, { time: '14:00' });
    for (const person of MEMBERS) await app.record(`${at}/record-attendance`, { person, as: 'present', happenedAt });
    await app.record(`${at}/take-chair`, { personId: MEMBERS[0]!.personId, reason: 'Chair', happenedAt });
    for (let item = 0; item < ITEMS; item += 1) {
      await app.record(`${at}/take-item`, { itemId: `item-${item}` });
      for (const part of ['', 'Members discussed it. '])
        await app.record(`${at}/record-paragraph`, { text: (part + PROSE.repeat(3)).trim() });
      const decided = await app.record(`${at}/record-decision`, {
        words: `AGREED:\n(a) to note report ${item}; and\n(b) to ask for another.`,
      });
      const decision = { meetingId: `${BODY}/${MEETING}`, decisionId: decided.id };
      for (const part of ['a', 'b'])
        await app.record(`${body}/actions/act-${item}${part}-${MEETING}/raise-action`, {
          source: { decision, part },
          item: { number: `${item + 1}`, title: `Report ${item}` },
          organisation: `Organisation ${item % 4}`,
          officers: [`Officer ${item}`],
          due: 'within 3 months',
        });
    }
    const actions = Array.from({ length: ACTIONS - 2 }, (_, index) => `act-${Math.floor(index / 2)}${'ab'[index % 2]}-${MEETING}`);
    for (const action of actions) await app.record(`${body}/actions/${action}/report-action-complete`, { words: 'Done as asked.' });
    // What is complete is off the tracker once a meeting has noted it.
    for (const action of actions) await app.record(`${body}/actions/${action}/note-action-complete`, { atMeeting: `${BODY}/${MEETING}` });
    await app.record(`${at}/conclude-meeting`, { time: '16:00' });
    const all = await everything(store);
    return { body: ofBody, meeting: all.slice(ofBody.length) };
  } finally {
    await app.close();
  }
}

async function everything(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  return events;
}

/** Records so many such meetings, three weeks apart, in so many bodies: `body-0` first. Answers how many meetings, actions and events. */
export async function recordBusily(
  directory: string,
  meetings: number,
  bodies: number,
): Promise<{ readonly actions: number; readonly events: number }> {
  const template = await oneMeeting();
  const store = await SqliteEventStore.open({ directory });
  const each = Math.ceil(meetings / bodies);
  let events = 0;
  const append = async (all: readonly RecordedEvent[]) => {
    const streams = new Map<string, EventToAppend[]>();
    for (const { position: _position, revision: _revision, stream, ...event } of all)
      streams.set(stream, [...(streams.get(stream) ?? []), { ...event, id: newId() }]);
    await Promise.all([...streams].map(([stream, mine]) => store.append(stream, 'none', mine)));
    events += all.length;
  };
  const waiting: Promise<void>[] = [];
  for (let body = 0; body < bodies; body += 1) {
    await append(JSON.parse(JSON.stringify(template.body).replaceAll(BODY, `body-${body}`)) as RecordedEvent[]);
    for (let meeting = 0; meeting < each && body * each + meeting < meetings; meeting += 1) {
      const day = addDays('2024-11-20', -21 * (each - meeting));
      const text = JSON.stringify(template.meeting)
        .replaceAll(BODY, `body-${body}`)
        .replaceAll(MEETING, `m-${meeting}`)
        .replaceAll(DAY, day)
        .replaceAll(DUE, addDays(day, 92));
      waiting.push(append(JSON.parse(text) as RecordedEvent[]));
      if (waiting.length >= BATCH) await Promise.all(waiting.splice(0));
    }
  }
  await Promise.all(waiting);
  await store.close();
  return { actions: meetings * ACTIONS, events };
}
