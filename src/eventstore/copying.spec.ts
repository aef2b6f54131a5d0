import { describe, expect, it } from '@jest/globals';
import { anEvent } from '../../test/support/events.js';
import { all } from '../../test/support/boxes-at-work.js';
import { copyRecord } from './copying.js';
import { type EventStore } from './event-store.port.js';
import { MemoryEventStore } from './memory/memory-event-store.js';

/** Three commands on two streams, one of two events, and an event of no command before them. */
async function aRecord(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  await store.append('meeting-a', 'none', [anEvent({ commandId: 'c-1' }), anEvent({ commandId: 'c-1' })]);
  await store.append('action-b', 'none', [anEvent({ commandId: 'c-2' })]);
  await store.append('meeting-a', 1, [anEvent({ commandId: 'c-3' })]);
  return store;
}

const eventsIn = (store: EventStore): Promise<readonly object[]> => all(store.readAll());

describe('a copy of a record', () => {
  it('has every event as it was', async () => {
    const [from, to] = [await aRecord(), new MemoryEventStore()];
    const { digest, ...copied } = await copyRecord(from, to);
    expect(copied).toEqual({ events: 4, before: 0, samePositions: true });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await eventsIn(to)).toEqual(await eventsIn(from));
  });

  it('goes on where it was cut off, between two appends', async () => {
    const [from, to] = [await aRecord(), new MemoryEventStore()];
    const first: object[] = [];
    for await (const { stream: _, revision: __, position: ___, ...event } of from.readAll({ limit: 2 })) first.push(event);
    await to.append('meeting-a', 'none', first as never);
    expect(await copyRecord(from, to)).toMatchObject({ events: 4, before: 2 });
    expect(await copyRecord(from, to)).toMatchObject({ events: 4, before: 4 });
    expect(await eventsIn(to)).toEqual(await eventsIn(from));
  });

  it('is not made into a store that holds anything else, which stays as it was', async () => {
    const to = new MemoryEventStore();
    await to.append('meeting-a', 'none', [anEvent()]);
    await expect(copyRecord(await aRecord(), to)).rejects.toMatchObject({
      code: 'store.misuse',
      message: expect.stringMatching(/not empty/),
    });
    expect(await eventsIn(to)).toHaveLength(1);
  });

  it('is not made anew of a record that has less than the copy', async () => {
    const [from, to] = [await aRecord(), new MemoryEventStore()];
    await copyRecord(from, to);
    await to.append('meeting-a', 2, [anEvent()]);
    await expect(copyRecord(from, to)).rejects.toMatchObject({ code: 'store.misuse' });
  });

  it('is not taken for one where somebody else writes meanwhile', async () => {
    const [from, to] = [await aRecord(), new MemoryEventStore()];
    const append = to.append.bind(to);
    to.append = async (stream, expected, events) => {
      if (stream === 'action-b') await append('action-b', 'none', [anEvent()]);
      return append(stream, expected, events);
    };
    await expect(copyRecord(from, to)).rejects.toThrow(/Somebody else writes to the record that is copied to: action-b is at revision 0/);
  });
});
