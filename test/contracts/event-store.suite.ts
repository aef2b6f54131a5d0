import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { comparePositions, type Position, type RecordedEvent } from '../../src/kernel/event.js';
import { newId } from '../../src/kernel/ids.js';
import { type Appended, type EventStore, type EventToAppend, type ExpectedRevision } from '../../src/eventstore/event-store.port.js';
import { anEvent, listed, someEvents } from '../support/events.js';

/** An empty store of its own, and how to clear up after it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  dispose: () => Promise<void>;
  /** False where the store knows the ids of an append only within its stream. */
  readonly findsIdsOnOtherStreams?: boolean;
}

/** What every adapter of the port upholds. */
export function eventStoreContract(adapter: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the event store contract: ${adapter}`, () => {
    let store: EventStore;
    let dispose: () => Promise<void>;
    let findsIdsOnOtherStreams: boolean;

    beforeEach(async () => {
      const opened = await open();
      store = opened.store;
      dispose = () => opened.dispose();
      findsIdsOnOtherStreams = opened.findsIdsOnOtherStreams ?? true;
    });
    afterEach(() => dispose());

    const stored = async (stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended> => {
      const answer = await store.append(stream, expected, events);
      if (!answer.accepted) throw new Error(`Clash: ${answer.actual}`);
      return answer;
    };
    const revisions = (events: readonly RecordedEvent[]): number[] => events.map(({ revision }) => revision);

    describe('an append', () => {
      it('gives back what was put in, with its stream, revision and position', async () => {
        const events = someEvents(3);
        const answer = await stored('meeting-a', 'none', events);
        expect(answer.revision).toBe(2);
        const read = await listed(store.readStream('meeting-a'));
        expect(read).toEqual(
          events.map((event, revision) => ({ ...event, stream: 'meeting-a', revision, position: expect.any(String) as unknown as string })),
        );
        expect(read.at(-1)?.position).toBe(answer.position);
        expect(await store.head()).toBe(answer.position);
      });

      it('is accepted where the stream is as expected, and otherwise says where it is', async () => {
        expect(await store.append('s', 0, [anEvent()])).toEqual({ accepted: false, actual: 'none' });
        await stored('s', 'none', someEvents(2));
        expect(await store.append('s', 'none', [anEvent()])).toEqual({ accepted: false, actual: 1 });
        expect(await store.append('s', 0, [anEvent()])).toEqual({ accepted: false, actual: 1 });
        expect(await store.append('s', 7, [anEvent()])).toEqual({ accepted: false, actual: 1 });
        expect((await stored('s', 1, [anEvent()])).revision).toBe(2);
        expect((await stored('s', 'any', [anEvent()])).revision).toBe(3);
        expect((await stored('t', 'any', [anEvent()])).revision).toBe(0);
        expect(revisions(await listed(store.readStream('s')))).toEqual([0, 1, 2, 3]);
      });

      it('that clashes stores nothing, and disturbs no other made at the same time', async () => {
        await stored('s', 'none', [anEvent()]);
        const answers = await Promise.all([
          store.append('a', 'none', someEvents(2)),
          store.append('s', 'none', someEvents(3)),
          store.append('s', 0, someEvents(2)),
          store.append('s', 2, [anEvent()]),
        ]);
        expect(answers.map(({ accepted }) => accepted)).toEqual([true, false, true, true]);
        expect(revisions(await listed(store.readStream('s')))).toEqual([0, 1, 2, 3]);
        expect(await listed(store.readAll())).toHaveLength(6);
      });

      it('keeps any Unicode text, and text of a megabyte', async () => {
        const data = {
          text: 'Comhairle nan Eilean Siar – “quórum” \u{1F3F4} \u0000\u2028 \\ " \n e\u0301',
          broken: '\ud800',
          long: 'ab\u{1F600}'.repeat(250_000),
          constructor: 'x',
          ['__proto__x']: null,
          nested: [1.5, -0.25, true, null, { a: [] }],
        };
        await stored('Bòrd-\u{1F600}', 'none', [anEvent({ data })]);
        await stored('after', 'none', [anEvent()]);
        const [event] = await listed(store.readStream('Bòrd-\u{1F600}'));
        expect(event?.data).toEqual(data);
        expect(event?.stream).toBe('Bòrd-\u{1F600}');
        expect((await listed(store.readAll()))[0]?.data).toEqual(data);
      });

      it.each<[string, string, ExpectedRevision, readonly EventToAppend[]]>([
        ['no events', 's', 'any', []],
        ['a stream without a name', '', 'any', [anEvent()]],
        ['a control character in a name', 'a\nb', 'any', [anEvent()]],
        ['broken Unicode in a name', '\ud800', 'any', [anEvent()]],
        ['a negative revision', 's', -1, [anEvent()]],
        ['half a revision', 's', 0.5, [anEvent()]],
        ['data that is not an object', 's', 'any', [anEvent({ data: 'text' as unknown as object })]],
        ['data that is not JSON', 's', 'any', [anEvent({ data: { n: 1n } })]],
        ['a version of nothing', 's', 'any', [anEvent({ v: 0 })]],
        ['the same id twice', 's', 'any', Array.from({ length: 2 }, () => anEvent({ id: '01890000-0000-7000-8000-000000000000' }))],
      ])('of %s is misuse', async (_name, stream, expected, events) => {
        await expect(store.append(stream, expected, events)).rejects.toMatchObject({ code: 'store.misuse' });
        expect(await store.head()).toBeNull();
      });
    });

    describe('an append repeated with its event ids', () => {
      it('answers as the first time and stores nothing, whatever is expected', async () => {
        const events = someEvents(3);
        const first = await stored('s', 'none', events);
        await stored('s', 2, someEvents(2));
        for (const expected of ['none', 'any', 0, 4, 99] as const) expect(await store.append('s', expected, events)).toEqual(first);
        expect(await listed(store.readAll())).toHaveLength(5);
      });

      it('at the same time is stored once', async () => {
        const events = someEvents(2);
        const answers = await Promise.all(Array.from({ length: 5 }, () => store.append('s', 'none', events)));
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(await listed(store.readAll())).toHaveLength(2);
      });

      it('in part, with others, in another order, or on another stream where that is found, is misuse', async () => {
        const [a, b] = [anEvent(), anEvent()];
        await stored('s', 'none', [a, b]);
        await stored('t', 'none', [anEvent()]);
        const elsewhere: [string, EventToAppend[]][] = [
          ['t', [a, b]],
          ['u', [a, b]],
        ];
        const wrong: [string, EventToAppend[]][] = [
          ['s', [a]],
          ['s', [b]],
          ['s', [b, a]],
          ['s', [a, b, anEvent()]],
          ['s', [anEvent(), a]],
          ...(findsIdsOnOtherStreams ? elsewhere : []),
        ];
        for (const [stream, events] of wrong) {
          await expect(store.append(stream, 'any', events)).rejects.toMatchObject({ code: 'store.misuse' });
        }
        expect(await listed(store.readAll())).toHaveLength(3);
      });

      it('is known by ids of any spelling and order', async () => {
        const ids = ['zz', 'é', '\u{1F600}', '\uffee', newId(), 'a', newId(), 'Z', '00000000-0000-7000-8000-000000000000'];
        const events = ids.map((id) => anEvent({ id }));
        for (const event of events) await stored('s', 'any', [event]);
        for (const [revision, event] of events.entries()) expect((await stored('s', 'none', [event])).revision).toBe(revision);
        expect(await listed(store.readAll())).toHaveLength(ids.length);
      });
    });

    describe('reading a stream', () => {
      beforeEach(async () => {
        for (let append = 0; append < 30; append += 1) {
          await stored('s', 'any', someEvents(10));
          await stored(`t-${append % 4}`, 'any', someEvents(2));
        }
      });

      const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

      it('goes forwards from a revision, up to a limit', async () => {
        expect(revisions(await listed(store.readStream('s')))).toEqual(range(0, 300));
        expect(revisions(await listed(store.readStream('s', { from: 150 })))).toEqual(range(150, 300));
        expect(revisions(await listed(store.readStream('s', { from: 3, limit: 200 })))).toEqual(range(3, 203));
        expect(revisions(await listed(store.readStream('s', { from: 299 })))).toEqual([299]);
        expect(await listed(store.readStream('s', { from: 300 }))).toEqual([]);
        expect(await listed(store.readStream('s', { limit: 0 }))).toEqual([]);
      });

      it('goes backwards from a revision, up to a limit', async () => {
        expect(revisions(await listed(store.readStream('s', { backwards: true })))).toEqual(range(0, 300).reverse());
        expect(revisions(await listed(store.readStream('s', { backwards: true, limit: 1 })))).toEqual([299]);
        expect(revisions(await listed(store.readStream('s', { backwards: true, from: 150, limit: 100 })))).toEqual(
          range(51, 151).reverse(),
        );
        expect(revisions(await listed(store.readStream('s', { backwards: true, from: 9000, limit: 2 })))).toEqual([299, 298]);
        expect(revisions(await listed(store.readStream('s', { backwards: true, from: 0 })))).toEqual([0]);
        expect(await listed(store.readStream('s', { backwards: true, limit: 0 }))).toEqual([]);
      });

      it('that is unknown gives nothing', async () => {
        expect(await listed(store.readStream('unknown'))).toEqual([]);
        expect(await listed(store.readStream('unknown', { backwards: true, from: 3 }))).toEqual([]);
      });

      it('can be left in the middle, and shows what was appended meanwhile', async () => {
        for await (const event of store.readStream('s')) if (event.revision === 70) break;
        const seen: number[] = [];
        for await (const event of store.readStream('s')) {
          if (event.revision === 10) await stored('s', 'any', [anEvent()]);
          seen.push(event.revision);
        }
        expect(seen.slice(0, 300)).toEqual(range(0, 300));
      });

      it('from no revision, or with no limit, is misuse', () => {
        expect(() => store.readStream('s', { from: -1 })).toThrow(expect.objectContaining({ code: 'store.misuse' }));
        expect(() => store.readStream('s', { limit: 1.5 })).toThrow(expect.objectContaining({ code: 'store.misuse' }));
      });
    });

    describe('reading everything', () => {
      it('keeps one total order, consistent with every stream', async () => {
        await Promise.all(Array.from({ length: 300 }, (_, index) => store.append(`s-${index % 7}`, 'any', someEvents(1 + (index % 3)))));
        const all = await listed(store.readAll());
        expect(all).toHaveLength(600);
        expect(all.map(({ position }) => position)).toEqual([...new Set(all.map(({ position }) => position))].sort(comparePositions));
        for (let stream = 0; stream < 7; stream += 1) {
          const own = all.filter((event) => event.stream === `s-${stream}`);
          expect(own).toEqual(await listed(store.readStream(`s-${stream}`)));
          expect(revisions(own)).toEqual(own.map((_, index) => index));
        }
      });

      it('starts strictly after a position and stops at a limit', async () => {
        await stored('s', 'none', someEvents(200));
        const all = await listed(store.readAll());
        for (const index of [0, 63, 64, 127, 150, 198, 199]) {
          expect(await listed(store.readAll({ after: all[index]?.position }))).toEqual(all.slice(index + 1));
          expect(await listed(store.readAll({ after: all[index]?.position, limit: 65 }))).toEqual(all.slice(index + 1, index + 66));
        }
        expect(await listed(store.readAll({ limit: 0 }))).toEqual([]);
      });

      it('gives nothing of an empty store, which has no head', async () => {
        expect(await listed(store.readAll())).toEqual([]);
        expect(await store.head()).toBeNull();
      });

      it('refuses a position that is not one, or lies beyond the end', async () => {
        const { position } = await stored('s', 'none', [anEvent()]);
        const beyond = `${position.slice(0, -4)}9999` as Position;
        for (const after of ['nonsense' as Position, '' as Position, beyond]) {
          await expect(listed(store.readAll({ after }))).rejects.toMatchObject({ code: 'store.misuse' });
        }
      });
    });

    it('lets exactly one of 64 appenders win each revision of one stream', async () => {
      const goal = 100;
      const wins = await Promise.all(
        Array.from({ length: 64 }, async () => {
          const won: number[] = [];
          for (let last = -1; last < goal;) {
            const answer = await store.append('s', last === -1 ? 'none' : last, [anEvent()]);
            if (answer.accepted) won.push(answer.revision);
            last = answer.accepted ? answer.revision : answer.actual === 'none' ? -1 : answer.actual;
          }
          return won;
        }),
      );
      const all = wins.flat().sort((a, b) => a - b);
      expect(all).toEqual(all.map((_, index) => index));
      expect(revisions(await listed(store.readStream('s')))).toEqual(all);
    });

    describe('a subscription', () => {
      it('catches up, says it is live, and goes on without skipping, repeating or reordering', async () => {
        await stored('before', 'none', someEvents(150));
        const { signal } = new AbortController();
        const follow = async (): Promise<{ positions: Position[]; lives: number }> => {
          const seen = { positions: [] as Position[], lives: 0 };
          let ended = false;
          for await (const message of store.subscribe({ signal })) {
            if (message.kind === 'live') {
              seen.lives += 1;
              if (ended) break;
            } else {
              seen.positions.push(message.event.position);
              ended = message.event.stream === 'last';
              if (seen.positions.length % 37 === 0) await new Promise((resolve) => setImmediate(resolve));
            }
          }
          return seen;
        };
        const followers = [follow(), follow(), follow()];
        await Promise.all(
          Array.from({ length: 8 }, async (_, client) => {
            for (let append = 0; append < 30; append += 1) await stored(`s-${client}`, 'any', someEvents(2));
          }),
        );
        await stored('last', 'none', [anEvent()]);
        const all = (await listed(store.readAll())).map(({ position }) => position);
        expect(all).toHaveLength(150 + 8 * 60 + 1);
        for (const { positions, lives } of await Promise.all(followers)) {
          expect(positions).toEqual(all);
          expect(lives).toBeGreaterThan(0);
        }
      });

      it('resumes strictly after a position, and is live at once at the end', async () => {
        await stored('s', 'none', someEvents(5));
        const [, , third] = await listed(store.readAll());
        const messages: string[] = [];
        for await (const message of store.subscribe({ after: third?.position, signal: new AbortController().signal })) {
          messages.push(message.kind === 'live' ? 'live' : String(message.event.revision));
          if (message.kind === 'live' && messages.length === 3) await stored('s', 4, [anEvent()]);
          if (messages.length === 5) break;
        }
        expect(messages).toEqual(['3', '4', 'live', '5', 'live']);
        for await (const message of store.subscribe({ after: (await store.head()) ?? undefined, signal: new AbortController().signal })) {
          expect(message).toEqual({ kind: 'live' });
          break;
        }
      });

      it('ends when it is aborted, also while it waits', async () => {
        const ending = new AbortController();
        const seen: string[] = [];
        for await (const message of store.subscribe({ signal: ending.signal })) {
          seen.push(message.kind);
          setImmediate(() => ending.abort());
        }
        expect(seen).toEqual(['live']);
        expect(await listed(store.subscribe({ signal: AbortSignal.abort() }))).toEqual([]);
      });

      it('ends when the store closes', async () => {
        await stored('s', 'none', someEvents(100));
        const begun = Promise.withResolvers<void>();
        const waiting = (async () => {
          const seen: string[] = [];
          for await (const message of store.subscribe({ signal: new AbortController().signal })) {
            seen.push(message.kind);
            begun.resolve();
          }
          return seen;
        })();
        await begun.promise;
        const reading = (async () => {
          let seen = 0;
          for await (const message of store.subscribe({ signal: new AbortController().signal })) {
            if (message.kind === 'event') seen += 1;
            if (seen === 80) await store.close();
          }
          return seen;
        })();
        expect(await reading).toBeLessThan(101);
        expect((await waiting).at(0)).toBe('event');
      });
    });

    it('is sound when nothing has harmed it', async () => {
      expect(await listed(store.verify())).toEqual([]);
      await Promise.all(Array.from({ length: 40 }, (_, index) => store.append(`s-${index % 5}`, 'any', someEvents(3))));
      expect(await listed(store.verify())).toEqual([]);
    });

    it('finishes what was asked before it closes, and afterwards answers that it is closed', async () => {
      const asked = store.append('s', 'none', [anEvent()]);
      await store.close();
      await store.close();
      expect(await asked).toMatchObject({ accepted: true });
      const closed = { code: 'store.closed' };
      await expect(store.append('s', 'any', [anEvent()])).rejects.toMatchObject(closed);
      await expect(listed(store.readStream('s'))).rejects.toMatchObject(closed);
      await expect(listed(store.readAll())).rejects.toMatchObject(closed);
      await expect(store.head()).rejects.toMatchObject(closed);
      await expect(listed(store.verify())).rejects.toMatchObject(closed);
    });
  });
}
