import { describe, expect, it } from '@jest/globals';
import { type EventStore } from '../../eventstore/event-store.port.js';
import { Watched } from './watched.js';

/** Only its head is asked for. */
const storeAt = (head: { now: string }): EventStore => ({ head: () => Promise.resolve(head.now) }) as unknown as EventStore;

describe('what those who watch see', () => {
  it('is put together once for all who have seen the same, and again once more is recorded', async () => {
    const head = { now: '7' };
    const watched = new Watched(storeAt(head));
    let made = 0;
    const put = (): Promise<string> => Promise.resolve(`made ${(made += 1)}`);
    expect(await Promise.all([watched.parts(['m', true], put), watched.parts(['m', true], put)])).toEqual(['made 1', 'made 1']);
    expect(await watched.parts(['m', false], put)).toBe('made 2');
    head.now = '8';
    expect(await watched.parts(['m', true], put)).toBe('made 3');
  });

  it('is not kept where it could not be put together', async () => {
    const watched = new Watched(storeAt({ now: '7' }));
    await expect(watched.parts(['m'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await watched.parts(['m'], () => Promise.resolve('made'))).toBe('made');
  });
});
