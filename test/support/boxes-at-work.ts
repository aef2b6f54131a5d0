import { type BoxEvent, toAppend } from './boxes.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { type Position } from '../../src/kernel/event.js';
import { type AnyProjection } from '../../src/kernel/projection.js';
import { type Difference } from '../../src/projections/compare.js';
import { type Dialect } from '../../src/projections/dialect.port.js';
import { type ProjectionStatus } from '../../src/projections/projection-engine.js';
import { ProjectionRunner, type RunnerOptions } from '../../src/projections/projection-runner.js';
import { ReadModel } from '../../src/projections/read-model.js';
import { ReadModels } from '../../src/projections/read-models.js';

/** Milliseconds nothing in a test takes. */
export const LONG = 20_000;

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
};

/** An engine over the boxes' record, and how its read models are read. */
export interface BoxesOpened {
  readonly runner: ProjectionRunner;
  readonly models: ReadModels;
  readonly read: (projection: AnyProjection) => ReadModel<Record<string, unknown>>;
}

/** A record of boxes in memory, and the engines opened over it, one after the other, in one dialect. */
export class BoxesAtWork {
  store = new MemoryEventStore();
  private readonly running: BoxesOpened[] = [];

  constructor(readonly dialect: Dialect) {}

  async record(...events: BoxEvent[]): Promise<Position> {
    const appended = await this.store.append('boxes-all', 'any', events.map(toAppend));
    if (!appended.accepted) throw new Error('not appended');
    return appended.position;
  }

  /** Records, and waits until what runs shows it. */
  async shown(...events: BoxEvent[]): Promise<void> {
    const position = await this.record(...events);
    for (const { runner } of this.running) {
      if (!(await runner.waitFor(position, { timeoutMs: LONG })))
        throw new Error(`not projected: ${JSON.stringify(await runner.status())}`);
    }
  }

  async open(projections: readonly AnyProjection[], options: Partial<RunnerOptions> = {}): Promise<BoxesOpened> {
    const models = await ReadModels.open({ dialect: this.dialect, projections });
    const runner = await ProjectionRunner.open({ store: this.store, models, backOff: { first: 5, longest: 50 }, ...options });
    const opened = { runner, models, read: (projection: AnyProjection) => new ReadModel<Record<string, unknown>>(models, projection) };
    this.running.push(opened);
    return opened;
  }

  async start(projections: readonly AnyProjection[], options: Partial<RunnerOptions> = {}): Promise<BoxesOpened> {
    const opened = await this.open(projections, options);
    await opened.runner.start();
    return opened;
  }

  async stopAll(): Promise<void> {
    for (const { runner, models } of this.running.splice(0)) {
      await runner.stop();
      await models.close();
    }
  }

  async close(): Promise<void> {
    await this.stopAll();
    await this.store.close();
  }
}

export const differences = (runner: ProjectionRunner, names?: string[]): Promise<Difference[]> => all(runner.compare(names));

export const statusOf = async (runner: ProjectionRunner, name: string): Promise<ProjectionStatus> =>
  (await runner.status()).find((status) => status.name === name)!;
