import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePositions, type RecordedEvent } from '../../src/kernel/event.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { type EventStore, type EventToAppend, type ExpectedRevision } from '../../src/eventstore/event-store.port.js';
import { aDirectory } from '../support/directories.js';
import { listed, someEvents } from '../support/events.js';

interface AppendStep {
  readonly kind: 'append' | 'repeat';
  readonly stream: string;
  readonly count: number;
  readonly expected: 'right' | 'any' | 'wrong';
  readonly together: boolean;
}
interface ReadStep {
  readonly kind: 'read';
  readonly stream: string;
  readonly from: number | undefined;
  readonly backwards: boolean;
  readonly limit: number | undefined;
}

const stream = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<AppendStep | ReadStep> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('append', 'append', 'repeat'),
    stream,
    count: fc.integer({ min: 1, max: 40 }),
    expected: fc.constantFrom('right', 'right', 'any', 'wrong'),
    together: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('read' as const),
    stream,
    from: fc.option(fc.nat(150), { nil: undefined }),
    backwards: fc.boolean(),
    limit: fc.option(fc.nat(150), { nil: undefined }),
  }),
);

const idsOf = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

/** The store as a list: what every adapter must agree with. */
class Model {
  readonly all: { stream: string; id: string }[] = [];
  private readonly appends = new Map<string, EventToAppend[]>();

  of = (name: string): string[] => idsOf(this.all.filter((event) => event.stream === name));

  expected({ stream: name, expected }: AppendStep): ExpectedRevision {
    const length = this.of(name).length;
    if (expected === 'any') return 'any';
    if (expected === 'wrong') return length + 3;
    return length === 0 ? 'none' : length - 1;
  }

  appended(name: string, events: EventToAppend[]): void {
    this.all.push(...events.map(({ id }) => ({ stream: name, id })));
    this.appends.set(name, events);
  }

  lastAppend = (name: string): EventToAppend[] | undefined => this.appends.get(name);
}

async function agrees(store: EventStore, steps: readonly (AppendStep | ReadStep)[]): Promise<void> {
  const model = new Model();
  let pending: Promise<void>[] = [];
  for (const next of steps) {
    if (next.kind === 'read') {
      await Promise.all(pending);
      pending = [];
      const { stream: name, from, backwards, limit } = next;
      const own = model.of(name);
      const range = backwards ? own.slice(0, (from ?? own.length) + 1).reverse() : own.slice(from ?? 0);
      expect(idsOf(await listed(store.readStream(name, { from, backwards, limit })))).toEqual(range.slice(0, limit ?? own.length));
      continue;
    }
    const repeated = next.kind === 'repeat' ? model.lastAppend(next.stream) : undefined;
    const events = repeated ?? someEvents(next.count);
    const accepted = repeated !== undefined || next.expected !== 'wrong';
    const answer = store.append(next.stream, model.expected(next), events);
    if (accepted && !repeated) model.appended(next.stream, events);
    const last = model.of(next.stream).indexOf(events.at(-1)?.id ?? '');
    const length = model.of(next.stream).length;
    const check = answer.then((given) =>
      expect(given).toMatchObject(
        accepted ? { accepted: true, revision: last } : { accepted: false, actual: length === 0 ? 'none' : length - 1 },
      ),
    );
    if (next.together) pending.push(check);
    else await check;
  }
  await Promise.all(pending);
  const all: RecordedEvent[] = await listed(store.readAll());
  expect(idsOf(all)).toEqual(idsOf(model.all));
  expect(all.map(({ position }) => position)).toEqual(all.map(({ position }) => position).sort(comparePositions));
  const middle = all[Math.floor(all.length / 2)];
  if (middle) expect(await listed(store.readAll({ after: middle.position }))).toEqual(all.slice(Math.floor(all.length / 2) + 1));
  expect(await listed(store.verify())).toEqual([]);
}

const steps = fc.array(step, { maxLength: 25 });

describe('a random sequence of appends and reads', () => {
  it('agrees with a simple list: memory', () =>
    fc.assert(
      fc.asyncProperty(steps, (some) => agrees(new MemoryEventStore(), some)),
      { numRuns: 200 },
    ));

  it('agrees with a simple list: sqlite, also after reopening', () =>
    fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 200 }), async (some, indexEvery) => {
        const directory = await aDirectory();
        try {
          const store = await SqliteEventStore.open({ directory: directory.path, indexEvery });
          await agrees(store, some);
          const before = await listed(store.readAll());
          await store.close();
          const again = await SqliteEventStore.open({ directory: directory.path });
          expect(await listed(again.readAll())).toEqual(before);
          expect(await listed(again.verify())).toEqual([]);
          await again.close();
        } finally {
          await directory.remove();
        }
      }),
      { numRuns: 40 },
    ));
});
