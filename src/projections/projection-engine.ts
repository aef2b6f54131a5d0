import { type Position } from '../kernel/event.js';
import { compareReadModels, type Difference } from './compare.js';
import { type EngineOptions } from './engine-options.js';
import { type HaltedAt } from './projection-state.js';
import { shapeOf } from './read-table.js';
import { isBehind } from './track.js';

export interface ProjectionStatus {
  readonly name: string;
  /** The declared version. */
  readonly version: number;
  /** The version of the live table; another than `version` while the new table is being built. */
  readonly tableVersion: number;
  /** Position of the last event in the live table; `null` before the first. */
  readonly checkpoint: Position | null;
  /** True if events have been recorded that the live table does not show. */
  readonly behind: boolean;
  /** The event at which the projection stands until a fix; the projection tries it again from time to time, on `resume`, and on restart. */
  readonly halted: HaltedAt | null;
  /** A fault in writing; the projection tries again by itself. */
  readonly fault: string | null;
  /** How far the new table beside the live one has come, if one is being built. */
  readonly rebuilding: { readonly position: Position | null } | null;
}

export interface WaitOptions {
  /** The projections the caller is going to read; if absent, all that are not halted. */
  readonly names?: readonly string[];
  /** Milliseconds; 2,000 if absent. */
  readonly timeoutMs?: number;
}

/** What any process may ask of the projections, whether or not it is the one that projects. */
export abstract class ProjectionEngine {
  abstract start(): Promise<void>;
  /** Stops after the batch in hand. */
  abstract stop(): Promise<void>;
  abstract status(): Promise<ProjectionStatus[]>;
  /**
   * For reading one's own write: whether the projections come to the position within the time. False at once if a projection in `names` is
   * halted.
   */
  abstract waitFor(position: Position, options?: WaitOptions): Promise<boolean>;
  /** Replays the record up to the checkpoint of each live table, and yields every row that differs from the replay. */
  abstract compare(names?: readonly string[]): AsyncGenerator<Difference>;
}

const POLL_MS = 20;

/** The engine of a process beside the one that projects: sees what that process commits. */
export class ProjectionObserver extends ProjectionEngine {
  constructor(private readonly options: EngineOptions) {
    super();
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async status(): Promise<ProjectionStatus[]> {
    const { models, store } = this.options;
    const [states, head] = [await models.states.read(models.reader), await store.head()];
    return models.projections.map((projection) => {
      const state = states.get(projection.name);
      const current = state?.version === projection.version && state.shape === shapeOf(projection) && state.status !== 'rebuilding';
      return {
        name: projection.name,
        version: projection.version,
        tableVersion: state?.version ?? 0,
        checkpoint: state?.checkpoint ?? null,
        behind: isBehind(state?.checkpoint ?? null, head),
        halted: state?.halted ?? null,
        fault: null,
        rebuilding: current ? null : { position: null },
      };
    });
  }

  async waitFor(position: Position, { names, timeoutMs = 2_000 }: WaitOptions = {}): Promise<boolean> {
    const { models } = this.options;
    const until = Date.now() + timeoutMs;
    for (;;) {
      const states = await models.states.read(models.reader);
      const wanted = (names ?? models.projections.map(({ name }) => name)).map((name) => states.get(name));
      if (names && wanted.some((state) => state?.halted)) return false;
      if (wanted.every((state) => state?.halted || !isBehind(state?.checkpoint ?? null, position))) return true;
      if (Date.now() >= until) return false;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  compare(names?: readonly string[]): AsyncGenerator<Difference> {
    return compareReadModels(this.options, names);
  }
}
