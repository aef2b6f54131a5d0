import { describe, expect, it } from '@jest/globals';
import { type EventToAppend } from './event-store.port.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { type Upcaster } from '../kernel/upcaster.js';
import { upcasting, upcastWith } from './upcasting.js';

const event = (v: number, data: object, type = 'ActionExtended'): EventToAppend => ({
  id: `${type}-${v}-${JSON.stringify(data)}`,
  type,
  v,
  data,
  happenedAt: '2016-03-03T14:00:00.000Z',
  recordedAt: '2016-03-03T14:00:00.000Z',
  by: { principalId: 'p', name: 'The Clerk', role: 'clerk' },
  correlationId: 'c',
  causationId: 'c',
  commandId: 'c',
  commandDigest: 'd',
});

const first: Upcaster = { type: 'ActionExtended', from: 1, up: (data) => ({ ...data, reason: 'not recorded' }) };
const second: Upcaster = {
  type: 'ActionExtended',
  from: 2,
  up: (data) => {
    const { to, ...rest } = data as { to: string };
    return { ...rest, due: { date: to } };
  },
};
const versions = { ActionExtended: 3, ActionDeclined: 1 };
const newest = { due: { date: '2016-06-09' }, reason: 'not recorded' };

describe('a vocabulary', () => {
  it.each<[string, Record<string, number>, Upcaster[]]>([
    ['lacks a step', versions, [first]],
    ['has a step twice', versions, [first, second, first]],
    ['has a step beyond the newest version', versions, [first, second, { ...first, from: 3 }]],
    ['has a step from no version', versions, [first, second, { ...first, from: 0 }]],
    ['has a step of a type it does not name', versions, [first, second, { ...first, type: 'Other' }]],
    ['has a step of a prototype name', versions, [first, second, { ...first, type: 'constructor' }]],
    ['has half a version', { ActionExtended: 1.5 }, []],
  ])('that %s is refused', (_name, known, upcasters) => {
    expect(() => upcastWith({ versions: known, upcasters })).toThrow(expect.objectContaining({ code: 'store.misuse' }));
  });
});

describe('an event read through upcasting', () => {
  it('has its newest shape, by every way of reading, and is stored as it was', async () => {
    const store = new MemoryEventStore();
    await store.append('a', 'any', [
      event(1, { to: '2016-06-09' }),
      event(2, { to: '2016-06-09', reason: 'not recorded' }),
      event(3, newest),
    ]);
    const current = upcasting(store, { versions, upcasters: [second, first] });
    for (const events of [current.readAll(), current.readStream('a'), current.readStream('a', { backwards: true })]) {
      for await (const { v, data } of events) expect({ v, data }).toEqual({ v: 3, data: newest });
    }
    let seen = 0;
    for await (const message of current.subscribe({ signal: new AbortController().signal })) {
      if (message.kind === 'live') break;
      expect(message.event).toMatchObject({ v: 3, data: newest });
      seen += 1;
    }
    expect(seen).toBe(3);
    for await (const { v, data } of store.readStream('a', { limit: 1 })) expect({ v, data }).toEqual({ v: 1, data: { to: '2016-06-09' } });
  });

  it('is the same object when it is current', async () => {
    const store = new MemoryEventStore();
    await store.append('a', 'any', [event(3, newest)]);
    const upcast = upcastWith({ versions, upcasters: [first, second] });
    for await (const stored of store.readAll()) expect(upcast(stored)).toBe(stored);
  });

  it.each([
    ['of a type nobody knows', event(1, {}, 'Mystery')],
    ['of a prototype name', event(1, {}, 'constructor')],
    ['of a version newer than known', event(4, newest)],
  ])('%s is a fault that names its place', async (_name, odd) => {
    const store = new MemoryEventStore();
    await store.append('board', 'any', [odd]);
    const current = upcasting(store, { versions, upcasters: [first, second] });
    const read = async (): Promise<void> => {
      for await (const _event of current.readAll()) throw new Error('It was given out.');
    };
    await expect(read()).rejects.toMatchObject({
      code: 'store.unknown-event',
      message: expect.stringContaining('stream "board", revision 0') as unknown as string,
    });
  });
});
