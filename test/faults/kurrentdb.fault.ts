import { expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { KurrentdbEventStore } from '../../src/eventstore/kurrentdb/kurrentdb-event-store.js';
import { anEvent, listed, someEvents } from '../support/events.js';
import { describeOnOwnKurrentdb } from '../support/describe-kurrentdb.js';
import { aRecord, KurrentdbServer } from '../support/kurrentdb.js';
import { DEADLINE, Follower, withstandsFaults } from './server-store.suite.js';

describeOnOwnKurrentdb('the record on KurrentDB', () => {
  withstandsFaults(
    { start: () => KurrentdbServer.start(), aRecord, open: (place) => KurrentdbEventStore.open(place), kills: 30 },
    (around) => {
      const { open } = around;

      it('takes no append that rests on another of its process, where somebody else’s event stands in the place of that one', async () => {
        const [one, two] = [await open(), await open()];
        await one.append('s', 'none', [anEvent()]);
        await two.append('s', 0, [anEvent()]);
        const answers = await Promise.all([
          one.append('s', 0, [anEvent()]),
          one.append('s', 1, [anEvent()]),
          one.append('s', 'any', [anEvent()]),
        ]);
        expect(answers).toMatchObject([{ accepted: false, actual: 1 }, { accepted: false }, { accepted: true, revision: 2 }]);
        expect(await listed(two.readStream('s'))).toHaveLength(3);
        expect((await one.append('s', 2, [anEvent()])).accepted).toBe(true);
        expect(await listed(two.verify())).toEqual([]);
      });

      it('finds an append again that another process made', async () => {
        const [one, two] = [await open(), await open()];
        const [first, second] = [someEvents(2), someEvents(3)];
        await two.append('s', 'none', [anEvent()]);
        await one.append('s', 'any', first);
        const answer = await one.append('s', 'any', second);
        expect(await two.append('s', 0, second)).toEqual(answer);
        expect(await two.append('s', 'any', first)).toMatchObject({ accepted: true, revision: 2 });
        await expect(two.append('s', 'any', [second[0]!])).rejects.toMatchObject({ code: 'store.misuse' });
        expect(await listed(one.readStream('s'))).toHaveLength(6);
      });

      it('whose follower alone is cut off by a network that swallows everything hears of it, and misses nothing', async () => {
        const [far, near] = [await open('through the proxy'), await open()];
        await near.append('s', 'none', [anEvent()]);
        const follower = new Follower(far);
        while (follower.seen.length < 1) await pause(10);
        around.proxy.turn('black-hole');
        await near.append('s', 0, [anEvent()]);
        await pause(12_000);
        around.proxy.turn('clear');
        await near.append('s', 1, [anEvent()]);
        expect(await follower.until(3)).toEqual((await listed(near.readAll())).map(({ id }) => id));
      });

      it('is refused a server that takes too little at once, or none at all', async () => {
        const { record } = around;
        const small = await KurrentdbServer.start({ 'max-append-size': undefined });
        try {
          await expect(KurrentdbEventStore.open({ url: small.url, record })).rejects.toMatchObject({
            code: 'store.misuse',
            message: expect.stringContaining('--max-append-size') as unknown as string,
          });
          const reader = KurrentdbEventStore.open({ url: small.url, record, readOnly: true });
          await expect(reader).rejects.toMatchObject({ message: expect.stringContaining('no record') as unknown as string });
        } finally {
          await small.stop();
        }
        await expect(KurrentdbEventStore.open({ url: small.url, record, deadline: DEADLINE })).rejects.toMatchObject({
          code: 'store.unavailable',
        });
        for (const url of ['', 'http://127.0.0.1', 'kurrentdb://', 'kurrentdb://a:secret@b:c'])
          await expect(KurrentdbEventStore.open({ url, record })).rejects.toMatchObject({
            code: 'store.misuse',
            message: expect.not.stringContaining('secret') as unknown as string,
          });
      });
    },
  );
});
