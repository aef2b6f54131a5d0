import { type Appended, type StoreFault, type WrongRevision } from './event-store.port.js';

/** An append, and how it is answered. */
export interface Waiting<A> {
  append: A;
  readonly resolve: (answer: Appended | WrongRevision) => void;
  readonly reject: (fault: StoreFault) => void;
}

/** Appends in the order in which they came, worked off batch after batch: what one turn of the event loop brings shares a batch. */
export class WaitingLine<A> {
  private line: Waiting<A>[] = [];
  private working: Promise<void> | undefined;

  constructor(
    /** The first of those that wait which is too many for a batch, by its place; -1 if all of them fit. */
    private readonly tooMany: (waiting: readonly Waiting<A>[]) => number,
    /** Answers a batch, in whatever way; never throws. */
    private readonly work: (batch: readonly Waiting<A>[]) => Promise<void>,
  ) {}

  /** Those that wait behind the batch in hand. */
  get behind(): readonly Waiting<A>[] {
    return this.line;
  }

  get isIdle(): boolean {
    return this.working === undefined;
  }

  add(append: A): Promise<Appended | WrongRevision> {
    return new Promise((resolve, reject) => {
      this.line.push({ append, resolve, reject });
      this.working ??= this.workOff();
    });
  }

  /** Until everything that waits is answered. */
  async settled(): Promise<void> {
    while (this.working) await this.working;
  }

  private async workOff(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.line.length > 0) {
      const most = this.tooMany(this.line);
      await this.work(this.line.splice(0, most < 0 ? this.line.length : most));
    }
    this.working = undefined;
  }
}
