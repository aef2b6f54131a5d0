import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { aDirectory } from '../../../test/support/directories.js';
import { anEvent } from '../../../test/support/events.js';
import { type Outcome } from '../../eventstore/command-runner.js';
import { type BusCommand, defineCommand } from '../../kernel/command.js';
import { type EventStore } from '../../eventstore/event-store.port.js';
import { MemoryEventStore } from '../../eventstore/memory/memory-event-store.js';
import { type Position, type RecordedEvent } from '../../kernel/event.js';
import { type Refusal } from '../../kernel/refusal.js';
import { AT_ONCE } from './send-commands.js';
import { PolicyCheckpoints } from './policy-checkpoints.js';
import { PolicyRunner } from './policy-runner.js';
import { type Asked, type Policy } from './policy.js';
import { bodyScope } from '../../slices/bodies/body.scope.js';

class Nothing {}
const Greet = defineCommand({ type: 'Greet', scope: bodyScope, dto: Nothing, right: 'bodies.govern', summary: 'Greets.', example: {} });

const DONE: Outcome = { accepted: true, id: 'x', revision: 0, position: '0' as Position, repeated: false };
const REFUSED: Refusal = { accepted: false, code: 'body.unknown', rule: 'There is such a body.' };

let home: { readonly path: string; remove(): Promise<void> };
let store: EventStore;
let checkpoints: PolicyCheckpoints;
let runner: PolicyRunner | undefined;
let asked: BusCommand[];

const policy = (name: string, react: (event: RecordedEvent) => Iterable<Asked> | AsyncIterable<Asked>): Policy => ({
  name,
  sentence: `When a bell rings, ${name}.`,
  on: ['BellRung'],
  react,
});
const greet = (name: string, ...targets: string[]): Policy =>
  policy(name, (event) => targets.map((target) => ({ command: Greet, target, data: { bell: event.id } })));

const ring = async (): Promise<void> => void (await store.append('bell-1', 'any', [anEvent({ type: 'BellRung' }), anEvent()]));
const start = (policies: readonly Policy[], execute?: (command: BusCommand) => Promise<Outcome | Refusal>): PolicyRunner => {
  runner = new PolicyRunner({
    store,
    policies,
    checkpoints,
    execute: async (command) => {
      asked.push(command);
      return execute ? execute(command) : DONE;
    },
    shown: async () => true,
    backOff: { first: 1, longest: 5 },
  });
  runner.start();
  return runner;
};
const until = async (holds: () => boolean): Promise<void> => {
  for (let wait = 0; !holds(); wait += 1) {
    if (wait > 1_000) throw new Error('It did not come to that.');
    await pause(2);
  }
};
const level = (one: PolicyRunner, head: Position | null) => () => one.status().every(({ position }) => position === head);

beforeEach(async () => {
  home = await aDirectory();
  store = new MemoryEventStore();
  checkpoints = new PolicyCheckpoints(home.path);
  asked = [];
});
afterEach(async () => {
  await runner?.stop();
  checkpoints.close();
  await home.remove();
});

describe('a policy', () => {
  it('asks on account of the event, as itself, in the same correlation', async () => {
    await ring();
    const one = start([greet('greet', 'a', 'b')]);
    await until(level(one, await store.head()));
    expect(asked.map(({ target }) => target)).toEqual(['a', 'b']);
    expect(asked[0]!.envelope).toMatchObject({
      by: { principalId: 'policy:greet', name: 'When a bell rings, greet.', role: 'policy' },
      causationId: (asked[0]!.data as { bell: string }).bell,
      expected: 'current',
    });
    expect(asked[0]!.envelope.commandId).not.toBe(asked[1]!.envelope.commandId);
  });

  it('goes on where it was left, and asks the same of the same event when its checkpoint is lost', async () => {
    await ring();
    const first = start([greet('greet', 'a')]);
    await until(level(first, await store.head()));
    await first.stop();
    await ring();
    const second = start([greet('greet', 'a')]);
    await until(level(second, await store.head()));
    await second.stop();
    expect(asked).toHaveLength(2);
    checkpoints.save('greet', '~beyond the end' as Position);
    const third = start([greet('greet', 'a')]);
    await until(level(third, await store.head()));
    expect(asked.slice(2).map(({ envelope }) => envelope.commandId)).toEqual(asked.slice(0, 2).map(({ envelope }) => envelope.commandId));
  });

  it('passes over what is refused', async () => {
    await ring();
    const one = start([greet('greet', 'a', 'b')], async ({ target }) => (target === 'a' ? REFUSED : DONE));
    await until(level(one, await store.head()));
    expect(one.status()).toMatchObject([{ done: 1, refused: 1, fault: null }]);
  });

  it('that meets a fault stands still, says so, tries again, and holds up no other', async () => {
    await ring();
    const broken = { is: true };
    const one = start([greet('greet', 'a'), greet('wave', 'b')], async ({ target }) => {
      if (target === 'a' && broken.is) throw new Error('the disk is full');
      return DONE;
    });
    const head = await store.head();
    await until(() => one.status()[1]!.position === head && one.status()[0]!.fault !== null && asked.length > 4);
    expect(one.status()[0]).toMatchObject({ position: null, fault: 'the disk is full' });
    expect(checkpoints.of('greet')).toBeNull();
    broken.is = false;
    await until(level(one, head));
    expect(one.status()[0]).toMatchObject({ fault: null, done: 1 });
  });

  it('waits for the read models it asks', async () => {
    await ring();
    let shown = false;
    runner = new PolicyRunner({
      store,
      policies: [greet('greet', 'a')],
      checkpoints,
      execute: async (command) => {
        asked.push(command);
        return DONE;
      },
      shown: async () => shown,
      backOff: { first: 1, longest: 5 },
    });
    runner.start();
    await until(() => runner!.status()[0]!.fault !== null);
    expect(asked).toEqual([]);
    shown = true;
    await until(level(runner, await store.head()));
    expect(asked).toHaveLength(1);
  });

  it('runs many commands at a time and not all at once', async () => {
    await ring();
    const counted = { now: 0, most: 0 };
    const targets = Array.from({ length: 500 }, (_, index) => `t-${index}`);
    const one = start([greet('greet', ...targets)], async () => {
      counted.most = Math.max(counted.most, (counted.now += 1));
      await pause(1);
      counted.now -= 1;
      return DONE;
    });
    await until(level(one, await store.head()));
    expect(counted.most).toBe(AT_ONCE);
    expect(asked).toHaveLength(500);
  });

  it('stops in the middle of an event and takes it up again', async () => {
    await ring();
    const endless = policy('count', async function* (): AsyncIterable<Asked> {
      for (let index = 0; index < 10_000; index += 1) {
        await pause(1);
        yield { command: Greet, target: `t-${index}`, data: {} };
      }
    });
    const one = start([endless]);
    await until(() => asked.length > 5);
    await one.stop();
    expect(asked.length).toBeLessThan(10_000);
    expect(checkpoints.of('count')).toBeNull();
  });
});
