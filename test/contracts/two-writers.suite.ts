import { describe, expect, it } from '@jest/globals';
import { type EventStore } from '../../src/eventstore/event-store.port.js';
import { anEvent } from '../support/events.js';

/** What every store upholds that several processes write to. `open` opens one more on the same record. */
export function twoWritersContract(name: string, record: () => string, open: (record: string) => Promise<EventStore>): void {
  describe(`two writers on ${name}`, () => {
    const both = async (work: (here: EventStore, there: EventStore) => Promise<void>): Promise<void> => {
      const where = record();
      const stores = [await open(where), await open(where)] as const;
      try {
        await work(...stores);
      } finally {
        for (const store of stores) await store.close();
      }
    };
    const ids = async (store: EventStore): Promise<string[]> => {
      const found: string[] = [];
      for await (const { id } of store.readStream('s')) found.push(id);
      return found;
    };

    it('clash where the other was first, and so does whatever rests on what was not stored, though the revision is there now', () =>
      both(async (here, there) => {
        const [first, theirs] = [anEvent(), anEvent()];
        expect(await here.append('s', 'none', [first])).toMatchObject({ accepted: true, revision: 0 });
        expect(await there.append('s', 0, [theirs])).toMatchObject({ accepted: true, revision: 1 });
        // All three are under way at once, each resting on the one before it, as commands are judged.
        const answers = await Promise.all([
          here.append('s', 0, [anEvent()]),
          here.append('s', 1, [anEvent()]),
          here.append('s', 2, [anEvent()]),
        ]);
        expect(answers).toEqual([
          { accepted: false, actual: 1 },
          { accepted: false, actual: 1 },
          { accepted: false, actual: 1 },
        ]);
        const again = anEvent();
        expect(await here.append('s', 1, [again])).toMatchObject({ accepted: true, revision: 2 });
        expect(await ids(there)).toEqual([first.id, theirs.id, again.id]);
      }));

    it('lose nothing and store nothing twice, each going on where it finds the stream', () =>
      both(async (...stores) => {
        const all = await Promise.all(
          stores.map(async (store) => {
            const mine: string[] = [];
            for (let last = -1; mine.length < 40;) {
              const event = anEvent();
              const answer = await store.append('s', last === -1 ? 'none' : last, [event]);
              if (answer.accepted) mine.push(event.id);
              last = answer.accepted ? answer.revision : answer.actual === 'none' ? -1 : answer.actual;
            }
            return mine;
          }),
        );
        const stored = await ids(stores[0]);
        expect(new Set(stored).size).toBe(80);
        expect([...stored].sort()).toEqual(all.flat().sort());
        for (const mine of all) expect(stored.filter((id) => mine.includes(id))).toEqual(mine);
      }));
  });
}
