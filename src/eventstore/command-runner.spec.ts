import { beforeEach, describe, expect, it } from '@jest/globals';
import { accept, type Command, type Decider } from '../kernel/decider.js';
import { type DomainEvent } from '../kernel/event.js';
import { derivedId } from '../kernel/ids.js';
import { type Refusal } from '../kernel/refusal.js';
import { CommandRunner } from './command-runner.js';
import { type CommandEnvelope, defineCommand } from '../kernel/command.js';
import { type EventStore, StoreFault } from './event-store.port.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { bodyScope } from '../slices/bodies/body.scope.js';

// Not declared: the catalogue of refusals is that of the program, whatever specifications its process has run.
const TOO_MANY: Refusal = { accepted: false, code: 'tally.too-many', rule: 'A tally ends at 100.', field: 'count' };

class Votes {
  readonly count!: number;
}
const Count = defineCommand({
  type: 'Count',
  scope: bodyScope,
  dto: Votes,
  right: 'tally.count',
  summary: 'Counts.',
  example: { count: 1 },
});
type Counted = DomainEvent<'Counted', 1, { readonly count: number }>;

const tally: Decider<number, Command<'Count', Votes>, Counted> = {
  history: { category: 'tally', initial: 0, evolve: (sum, event) => sum + (event.data as Counted['data']).count },
  decide: ({ data }, sum) =>
    sum + data.count > 100 ? TOO_MANY : accept({ type: 'Counted', v: 1, data: { count: data.count } }, `after-${sum}`),
};

const clock = { now: () => '2026-11-22T10:00:00.000Z' };
const envelope = (key: string, expected: CommandEnvelope['expected'] = 'current'): CommandEnvelope => ({
  by: { principalId: 'clerk-1', name: 'A Clerk', role: 'clerk' },
  correlationId: 'c-1',
  commandId: derivedId(key),
  expected,
});

describe('the command runner', () => {
  let store: EventStore;
  let runner: CommandRunner;
  const run = (key: string, count = 1, expected?: CommandEnvelope['expected'], on = runner) =>
    on.run(Count, tally, new Count('t', { count }, envelope(key, expected)));
  const total = async () => (await new CommandRunner(store, clock).load(tally.history, 't')).state;

  beforeEach(() => {
    store = new MemoryEventStore();
    runner = new CommandRunner(store, clock);
  });

  it('records what is decided, and says where', async () => {
    expect(await run('a')).toMatchObject({ accepted: true, id: 'after-0', revision: 0, repeated: false });
    expect(await run('b')).toMatchObject({ accepted: true, id: 'after-1', revision: 1 });
    expect(await total()).toBe(2);
  });

  it('gives a repeated command its first outcome, also after a restart', async () => {
    const first = await run('a', 5);
    await run('b', 1);
    const restarted = new CommandRunner(store, clock);
    for (const again of [await run('a', 5), await run('a', 5, undefined, restarted)]) expect(again).toEqual({ ...first, repeated: true });
    expect(await total()).toBe(6);
  });

  it('refuses a key used again for another command', async () => {
    await run('a', 5);
    const reused = { accepted: false, code: 'command.key-reused', detail: { usedFor: { stream: 'tally-t', type: 'Counted' } } };
    expect(await run('a', 6)).toMatchObject(reused);
    expect(await run('a', 6, undefined, new CommandRunner(store, clock))).toMatchObject(reused);
  });

  it('refuses a key used for another record, and one of two that use it at once', async () => {
    const on = (target: string, key: string, to = runner) => to.run(Count, tally, new Count(target, { count: 1 }, envelope(key)));
    await on('t', 'a');
    expect(await on('u', 'a')).toMatchObject({ code: 'command.key-reused', detail: { usedFor: { stream: 'tally-t' } } });
    const both = await Promise.all([on('v', 'b'), on('w', 'b')]);
    expect(both.map(({ accepted }) => accepted).sort()).toEqual([false, true]);
    const known = new CommandRunner(store, clock, async () => ({ stream: 'tally-t', type: 'Counted', recordedAt: 'then', by: 'p' }));
    expect(await on('u', 'c', known)).toMatchObject({ code: 'command.key-reused' });
    expect(await on('t', 'c', known)).toMatchObject({ accepted: true });
  });

  it('leaves a key free where a record refused it', async () => {
    await run('a', 101);
    expect(await runner.run(Count, tally, new Count('u', { count: 1 }, envelope('a')))).toMatchObject({ accepted: true });
  });

  it('returns a refusal as a value, records nothing, and leaves the key free', async () => {
    expect(await run('a', 101)).toMatchObject({ accepted: false, code: 'tally.too-many', field: 'count' });
    expect(await store.head()).toBeNull();
    expect(await run('a', 1)).toMatchObject({ accepted: true });
  });

  it('says what changed since when the revision named is not the last', async () => {
    await run('a');
    await run('b');
    expect(await run('c', 1, 0)).toMatchObject({
      accepted: false,
      code: 'stream.clash',
      detail: { expected: 0, actual: 1, since: [{ type: 'Counted', revision: 1, by: 'A Clerk' }] },
    });
    expect(await run('c', 1, 1)).toMatchObject({ accepted: true, revision: 2 });
  });

  it('judges every one of many commands at once on the state its event follows', async () => {
    const outcomes = await Promise.all(Array.from({ length: 150 }, (_, index) => run(`k${index}`)));
    expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(100);
    expect(await total()).toBe(100);
  });

  it('judges again when another process was quicker', async () => {
    const other = new CommandRunner(store, clock);
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => run(`k${index}`, 1, undefined, index % 2 ? other : runner)),
    );
    expect(outcomes.every(({ accepted }) => accepted)).toBe(true);
    expect(await total()).toBe(60);
  });

  it.each(['failed', 'failed but was saved'])('records once when the append %s and the command is sent again', async (fault) => {
    await run('a');
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      if (fault === 'failed but was saved') await append(stream, expected, events);
      throw new StoreFault('store.unavailable', 'the reply was lost');
    };
    await expect(run('b')).rejects.toThrow('the reply was lost');
    store.append = append;
    expect(await run('b')).toMatchObject({ accepted: true, id: 'after-1', revision: 1, repeated: fault === 'failed but was saved' });
    expect(await total()).toBe(2);
  });

  describe('with an append under way', () => {
    let release: (() => void)[];
    let failing: boolean;
    /** Holds every append until it is released, and then fails it where `failing` says so. */
    const hold = (): void => {
      release = [];
      failing = false;
      const append = store.append.bind(store);
      store.append = async (stream, expected, events) => {
        const fails = await new Promise<boolean>((resolve) => release.push(() => resolve(failing)));
        if (fails) throw new StoreFault('store.disk-full', 'no room');
        return append(stream, expected, events);
      };
    };
    const turns = async (count = 20): Promise<void> => {
      for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
    };
    /** Lets everything go that is held, until nothing more comes. */
    const letGo = async (): Promise<void> => {
      for (let rounds = 0; rounds < 50; rounds += 1) {
        for (const go of release.splice(0)) go();
        await turns();
      }
    };

    it('judges the next command without waiting for the disk, and answers neither before it is stored', async () => {
      hold();
      const answers: string[] = [];
      const both = Promise.all([run('a').then(() => answers.push('a')), run('b').then(() => answers.push('b'))]);
      await turns();
      expect(release).toHaveLength(2);
      expect(answers).toEqual([]);
      await letGo();
      await both;
      expect(await total()).toBe(2);
    });

    it('judges again what was judged on an append that then failed', async () => {
      hold();
      const first = run('a', 60);
      const second = run('b', 60);
      const refused = run('c', 60);
      await turns();
      failing = true;
      release.shift()?.();
      await expect(first).rejects.toThrow('no room');
      failing = false;
      await letGo();
      const outcomes = await Promise.all([second, refused]);
      expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1);
      expect(await total()).toBe(60);
    });

    it('gives a command sent twice at once one outcome', async () => {
      hold();
      const both = Promise.all([run('a', 5), run('a', 5)]);
      await turns();
      await letGo();
      const [first, second] = await both;
      expect(second).toEqual({ ...first, repeated: true });
      expect(await total()).toBe(5);
    });

    it('shows a reader only what is stored', async () => {
      hold();
      const writing = run('a', 7);
      await turns();
      const reading = runner.load(tally.history, 't');
      failing = true;
      await letGo();
      await expect(writing).rejects.toThrow('no room');
      expect(await reading).toEqual({ state: 0, revision: 'none' });
    });
  });
});
