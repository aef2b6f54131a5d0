import { CommandRunner } from '../../src/eventstore/command-runner.js';
import { type BusCommand, defineCommand } from '../../src/kernel/command.js';
import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { accept, type Decider, type History } from '../../src/kernel/decider.js';
import { systemClock } from '../../src/kernel/clock.js';
import { type RecordedEvent } from '../../src/kernel/event.js';
import { type Asked, type Policy } from '../../src/across/policies/policy.js';
import { PolicyCheckpoints } from '../../src/across/policies/policy-checkpoints.js';
import { PolicyRunner } from '../../src/across/policies/policy-runner.js';
import { bodyScope } from '../../src/slices/bodies/body.scope.js';

/** A process of its own: `reacting.ts <directory>`. Answers every bell `data.answers` times; prints `done` once it is at the end of the record. */
class Nothing {}
const Answer = defineCommand({
  type: 'Answer',
  scope: bodyScope,
  dto: Nothing,
  right: 'bodies.govern',
  summary: 'Answers a bell.',
  example: {},
});

const history: History<number> = { category: 'answers', initial: 0, evolve: (count) => count + 1 };
const decider: Decider<number, never, never> = {
  history,
  decide: (({ target, data }: { target: string; data: object }) => accept({ type: 'Answered', v: 1, data: { target, ...data } })) as never,
};

/** Ten targets, so that many answers stand on one stream. */
const policy: Policy = {
  name: 'answer-bells',
  sentence: 'When a bell rings, it is answered.',
  on: ['BellRung'],
  *react({ data }: RecordedEvent): Iterable<Asked> {
    const { answers } = data as { answers: number };
    for (let index = 0; index < answers; index += 1) yield { command: Answer, target: `stream-${index % 10}`, data: { index } };
  },
};

const [directory = ''] = process.argv.slice(2);
const store = await SqliteEventStore.open({ directory });
const runner = new CommandRunner(store, systemClock);
const policies = new PolicyRunner({
  store,
  policies: [policy],
  checkpoints: new PolicyCheckpoints(directory),
  execute: (command: BusCommand) => runner.run(Answer, decider as never, command),
  shown: async () => true,
});
policies.start();
process.stdout.write('reacting\n');
for (let head = await store.head(); policies.status()[0]!.position !== head; head = await store.head()) {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await policies.stop();
await store.close();
process.stdout.write('done\n');
