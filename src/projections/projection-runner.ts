import { setImmediate } from 'node:timers/promises';
import { defer, filter, firstValueFrom, from, lastValueFrom, map, merge, race, retry, Subject, take, timer } from 'rxjs';
import { type QueryRunner } from 'typeorm';
import { type Clock, systemClock } from '../kernel/clock.js';
import { type Position, type RecordedEvent } from '../kernel/event.js';
import { type BackOff, pauseBefore } from './back-off.js';
import { asTheyCome, inBatches } from './batches.js';
import { compareReadModels, type Difference } from './compare.js';
import { type EngineOptions } from './engine-options.js';
import { dayOf } from './days.js';
import { beOfOneRecord, recordIn } from './of-one-record.js';
import { ProjectionEngine, type ProjectionStatus, type WaitOptions } from './projection-engine.js';
import { ProjectionTables } from './projection-tables.js';
import { furthestBack, isBehind, route, type Staged, type Track } from './track.js';
import { Turns } from './turns.js';

export interface RunnerOptions extends EngineOptions {
  readonly clock?: Clock;
  /** Events per transaction while catching up or rebuilding (4,000), and when live (1,000). */
  readonly batchSize?: number;
  readonly liveBatchSize?: number;
  /** Pauses before a halted or faulty projection is tried again (0.5 s, doubling up to a minute). */
  readonly backOff?: BackOff;
  /** Called when a projection halts or meets a fault, and when reading the record fails. */
  readonly onTrouble?: (trouble: { readonly projection: string | null; readonly error: string; readonly eventId?: string }) => void;
}

/** How often it is looked whether another day has begun. */
const DAY_WATCHED_MS = 15_000;

/**
 * Brings every projection to the end of the record and keeps it there.
 *
 * Two lanes. The live lane follows the subscription for the tracks that are level with it (`level`). The catch-up lane reads the log for
 * the tracks that are behind (`behind`): first builds, rebuilds, and projections that halted; all of them share one pass. A track moves
 * from the catch-up lane to the live lane while the live lane stands still, once the track has every event the live lane has had.
 *
 * Rows and checkpoints of a batch commit in one transaction. A projection that fails leaves the lanes alone and comes back by itself.
 */
export class ProjectionRunner extends ProjectionEngine {
  private readonly turns = new Turns();
  private readonly level = new Set<Track>();
  private readonly behind = new Set<Track>();
  private readonly retries = new Map<Track, NodeJS.Timeout>();
  private readonly moved = new Subject<void>();
  private readonly stopped = new AbortController();
  /** The position up to which the live lane has given its tracks everything. */
  private livePosition: Position | null = null;
  private following: Promise<unknown> = Promise.resolve();
  private catchingUp: Promise<void> | undefined;
  /** The day to which the tracks that are level have come. */
  private day: string | null = null;
  private watching: NodeJS.Timeout | undefined;
  private readFailures = 0;
  /** Why the record cannot be read just now, `null` if it can; while it cannot, tracks that are behind stay behind. */
  private readFault: string | null = null;

  private constructor(
    private readonly options: RunnerOptions,
    private readonly tables: ReadonlyMap<string, ProjectionTables>,
    /** Whether the read models say which record they are of; an empty record has no name yet. */
    private noted: boolean,
  ) {
    super();
  }

  /** Makes the tables ready, so that they can be read from now on; nothing is projected before {@link start}. */
  static async open(options: RunnerOptions): Promise<ProjectionRunner> {
    const { models, clock = systemClock } = options;
    const [head, record] = [await options.store.head(), await recordIn(options.store)];
    const tables = await models.transaction(async (run) => {
      await beOfOneRecord(run, models.dialect, record);
      const states = await models.states.read(run);
      const made = new Map<string, ProjectionTables>();
      for (const projection of models.projections) {
        const own = await ProjectionTables.prepare(run, models, projection, states.get(projection.name), clock);
        // A record restored from an older backup: what the table shows was never recorded there.
        if (isBehind(head, own.tables.live.checkpoint) && !own.tables.build) own.tables = await own.beginBuild(run);
        made.set(projection.name, own);
      }
      return made;
    });
    return new ProjectionRunner(options, tables, record !== null);
  }

  async start(): Promise<void> {
    const head = await this.options.store.head();
    const ready: Track[] = [];
    for (const { tables } of this.tables.values()) {
      if (tables.build) this.behind.add(tables.build);
      if (!tables.maintained || isBehind(head, tables.live.checkpoint)) continue;
      if (tables.live.halted || (tables.live.checkpoint === null && head !== null)) this.behind.add(tables.live);
      else ready.push(tables.live);
    }
    const foremost = ready.reduce<Position | null>((most, { checkpoint }) => (isBehind(most, checkpoint) ? checkpoint : most), null);
    this.livePosition = ready.length > 0 ? foremost : head;
    for (const track of ready) (isBehind(track.checkpoint, foremost) ? this.behind : this.level).add(track);
    this.catchUp();
    this.following = lastValueFrom(
      defer(() => from(this.follow())).pipe(retry({ delay: (error: unknown) => this.pauseAfterReadFault(error) })),
      { defaultValue: null },
    );
    await this.beginDay();
    this.watching = setInterval(() => void this.beginDay(), DAY_WATCHED_MS).unref();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    clearInterval(this.watching);
    for (const pending of this.retries.values()) clearTimeout(pending);
    this.retries.clear();
    this.moved.next();
    await this.following;
    await this.catchingUp;
    await this.turns.take(async () => undefined);
  }

  /** Builds the table anew beside the live one, which is served and maintained meanwhile. Resolves when the building has begun. */
  async rebuild(name: string): Promise<void> {
    const own = this.named(name);
    await this.turns.take(async () => {
      if (own.tables.build) return;
      own.tables = await this.options.models.transaction((run) => own.beginBuild(run));
      this.behind.add(own.tables.build!);
    });
    this.catchUp();
  }

  /** Tries a halted or faulty projection again now. */
  resume(name: string): void {
    const { live, build, maintained } = this.named(name).tables;
    for (const track of [maintained ? live : undefined, build]) if (track && this.retries.has(track)) this.retryNow(track);
  }

  /** Whether, within the time, no projection is behind, being built, halted or faulty. */
  async settled(timeoutMs: number): Promise<boolean> {
    const head = await this.options.store.head();
    return this.when(timeoutMs, () =>
      [...this.tables.values()].every(
        ({ tables }) => !tables.build && !isBehind(tables.live.checkpoint, head) && this.level.has(tables.live),
      ),
    );
  }

  async waitFor(position: Position, { names, timeoutMs = 2_000 }: WaitOptions = {}): Promise<boolean> {
    const wanted = names ? names.map((name) => this.named(name)) : [...this.tables.values()];
    const there = () => wanted.every(({ tables: { live } }) => !isBehind(live.checkpoint, position) || (!names && live.halted !== null));
    const hopeless = () =>
      names !== undefined && wanted.some(({ tables: { live } }) => live.halted !== null && isBehind(live.checkpoint, position));
    const come = (await this.when(timeoutMs, () => there() || hopeless() || this.stopped.signal.aborted)) && there();
    await this.beginDay();
    return come;
  }

  async status(): Promise<ProjectionStatus[]> {
    const head = await this.options.store.head();
    return [...this.tables.values()].map(({ projection, tables: { live, build, version } }) => ({
      name: projection.name,
      version: projection.version,
      tableVersion: version,
      checkpoint: live.checkpoint,
      behind: isBehind(live.checkpoint, head),
      halted: live.halted ?? build?.halted ?? null,
      fault: live.fault ?? build?.fault ?? (isBehind((build ?? live).checkpoint, head) ? this.readFault : null),
      rebuilding: build ? { position: build.checkpoint } : null,
    }));
  }

  compare(names?: readonly string[]): AsyncGenerator<Difference> {
    return compareReadModels(this.options, names);
  }

  /** Tells the tracks that are level of the day, if another has begun; those that are behind are told when they are level. */
  private async beginDay(): Promise<void> {
    const { clock = systemClock } = this.options;
    if (dayOf(clock.now()) === this.day || this.stopped.signal.aborted) return;
    await this.turns.take(() => this.tellDay());
  }

  private async tellDay(): Promise<void> {
    const day = dayOf((this.options.clock ?? systemClock).now());
    for (const track of [...this.level].filter(({ followsDays }) => followsDays)) {
      try {
        await this.options.models.transaction(async (run) => track.write(run, await track.stage(run, [], { day })));
      } catch (error) {
        this.atFault(track, error);
      }
    }
    this.day = day;
    this.moved.next();
  }

  private named(name: string): ProjectionTables {
    const own = this.tables.get(name);
    if (!own) throw new Error(`There is no projection called ${name}.`);
    return own;
  }

  private async when(timeoutMs: number, holds: () => boolean): Promise<boolean> {
    if (holds()) return true;
    const held = this.moved.pipe(
      filter(holds),
      take(1),
      map(() => true),
    );
    return firstValueFrom(merge(held, timer(timeoutMs).pipe(map(() => false))));
  }

  /** The live lane. Each batch is applied within the iteration, so that reading never runs ahead of writing. */
  private async *follow(): AsyncGenerator<Position> {
    const { store, liveBatchSize = 1_000 } = this.options;
    const { signal } = this.stopped;
    if (signal.aborted) return;
    const messages = store.subscribe({ ...(this.livePosition === null ? {} : { after: this.livePosition }), signal });
    for await (const events of asTheyCome(messages, liveBatchSize)) {
      await this.turns.take(async () => {
        await this.apply([...this.level], events);
        this.livePosition = events.at(-1)!.position;
        this.couldRead();
      });
      yield this.livePosition!;
      if (signal.aborted) return;
    }
  }

  /** Starts the catch-up lane unless it is under way. */
  private catchUp(): void {
    if (this.catchingUp || this.behind.size === 0 || this.stopped.signal.aborted) return;
    this.catchingUp = this.pass()
      .catch(async (error: unknown) => {
        await firstValueFrom(this.pauseAfterReadFault(error));
      })
      .finally(() => {
        this.catchingUp = undefined;
        this.catchUp();
      });
  }

  /** The catch-up lane: reads the log once for all tracks that are behind. */
  private async pass(): Promise<void> {
    const { store, batchSize = 4_000 } = this.options;
    const aboard = new Set(this.behind);
    let position = furthestBack([...aboard].map(({ checkpoint }) => checkpoint));
    for await (const events of inBatches(store.readAll(position === null ? {} : { after: position }), batchSize)) {
      if (this.stopped.signal.aborted) return;
      await this.turns.take(async () => {
        for (const track of aboard) if (!this.behind.has(track)) aboard.delete(track);
        // A track that fell behind meanwhile joins the pass, unless the pass has already gone by the track's checkpoint.
        for (const track of this.behind) if (!isBehind(track.checkpoint, position)) aboard.add(track);
        await this.apply([...aboard], events);
        position = events.at(-1)!.position;
      });
      if (![...aboard].some((track) => this.behind.has(track))) return;
      await setImmediate();
    }
    await this.turns.take(() => this.handOver([...aboard]));
    this.couldRead();
  }

  private couldRead(): void {
    this.readFailures = 0;
    this.readFault = null;
  }

  /** Gives the tracks what was recorded since the pass, while the live lane stands still, and moves them to that lane. */
  private async handOver(aboard: readonly Track[]): Promise<void> {
    const { store, batchSize = 4_000, models } = this.options;
    const tracks = () => aboard.filter((track) => this.behind.has(track));
    const position = furthestBack(tracks().map(({ checkpoint }) => checkpoint));
    for await (const events of inBatches(store.readAll(position === null ? {} : { after: position }), batchSize)) {
      await this.apply(tracks(), events);
    }
    for (const track of tracks()) {
      const own = this.named(track.projection.name);
      if (isBehind(track.checkpoint, this.livePosition)) continue;
      try {
        if (track.kind === 'build') {
          const replaced = own.tables.live;
          own.tables = await models.transaction((run) => own.swap(run));
          this.leave(replaced);
        }
      } catch (error) {
        this.atFault(track, error);
        continue;
      }
      this.leave(track);
      this.level.add(own.tables.live);
    }
    await this.tellDay();
  }

  /** Writes a batch to the tracks in one transaction; if that fails, to each track in its own, so that one cannot hold up the others. */
  private async apply(tracks: readonly Track[], events: readonly RecordedEvent[]): Promise<void> {
    if (tracks.length === 0) return;
    let staged: Map<Track, Staged>;
    try {
      staged = await this.options.models.transaction((run) => this.write(run, tracks, events));
    } catch (error) {
      if (tracks.length > 1) for (const track of tracks) await this.apply([track], events);
      else this.atFault(tracks[0]!, error);
      return;
    }
    this.noted = true;
    for (const [track, outcome] of staged) this.settle(track, outcome, events);
    this.moved.next();
  }

  private async write(run: QueryRunner, tracks: readonly Track[], events: readonly RecordedEvent[]): Promise<Map<Track, Staged>> {
    const { models, upcast, clock = systemClock } = this.options;
    const now = clock.now();
    const outcomes = new Map<Track, Staged>();
    const checkpoints = new Map<Position, string[]>();
    for (const [track, deliveries] of route(tracks, events, upcast)) {
      const { name } = track.projection;
      const staged = await track.stage(run, deliveries);
      await track.write(run, staged);
      outcomes.set(track, staged);
      const checkpoint = reached(track, staged, events);
      if (track.kind === 'live' && checkpoint !== null && checkpoint !== track.checkpoint) {
        checkpoints.set(checkpoint, [...(checkpoints.get(checkpoint) ?? []), name]);
      }
      if (staged.stopped || track.halted) await models.states.saveHalted(run, this.named(name).state(staged.stopped?.halted ?? null), now);
      if (events.length > 100) await setImmediate();
    }
    for (const [checkpoint, names] of checkpoints) await models.states.saveCheckpoint(run, names, checkpoint, now);
    // A record that was empty when it was opened has its first event now.
    if (!this.noted) await beOfOneRecord(run, models.dialect, await recordIn(this.options.store));
    return outcomes;
  }

  private settle(track: Track, staged: Staged, events: readonly RecordedEvent[]): void {
    track.checkpoint = reached(track, staged, events);
    track.fault = null;
    track.halted = staged.stopped?.halted ?? null;
    if (!track.halted) {
      track.failures = 0;
      return;
    }
    this.options.onTrouble?.({ projection: track.projection.name, error: track.halted.error, eventId: track.halted.eventId });
    this.tryLater(track);
  }

  private atFault(track: Track, error: unknown): void {
    track.fault = error instanceof Error ? error.message : String(error);
    this.options.onTrouble?.({ projection: track.projection.name, error: track.fault });
    this.tryLater(track);
    this.moved.next();
  }

  private tryLater(track: Track): void {
    this.leave(track);
    track.failures += 1;
    if (this.stopped.signal.aborted) return;
    this.retries.set(track, setTimeout(() => this.retryNow(track), pauseBefore(this.backOff, track.failures)).unref());
  }

  private retryNow(track: Track): void {
    clearTimeout(this.retries.get(track));
    this.retries.delete(track);
    this.behind.add(track);
    this.catchUp();
  }

  private leave(track: Track): void {
    clearTimeout(this.retries.get(track));
    this.retries.delete(track);
    this.level.delete(track);
    this.behind.delete(track);
  }

  private get backOff(): BackOff {
    return this.options.backOff ?? { first: 500, longest: 60_000 };
  }

  private pauseAfterReadFault(error: unknown) {
    this.readFailures += 1;
    if (!this.stopped.signal.aborted) {
      this.readFault = error instanceof Error ? error.message : String(error);
      this.options.onTrouble?.({ projection: null, error: this.readFault });
    }
    const aborted = this.moved.pipe(filter(() => this.stopped.signal.aborted));
    return race(timer(this.stopped.signal.aborted ? 0 : pauseBefore(this.backOff, this.readFailures)), aborted).pipe(take(1));
  }
}

/** How far a batch brings a track: to its end, or to the event before the one that could not be applied. */
function reached(track: Track, { stopped }: Staged, events: readonly RecordedEvent[]): Position | null {
  const last = events[(stopped?.at ?? events.length) - 1]?.position ?? null;
  return isBehind(track.checkpoint, last) ? last : track.checkpoint;
}
