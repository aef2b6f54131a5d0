import { Worker } from 'node:worker_threads';

export const LATE = 'late';

/** Milliseconds between two looks of the thread that watches. */
export const LOOKS_EVERY = 50;
/** Milliseconds that the main thread has, once it is late, to say so itself: after them it is at something without end. */
const GRACE = 2_000;

/**
 * Waits for what goes on after an `await`, or while a module loads. No timer of the main thread is heard there while it loops, and no timeout
 * of `node:vm` reaches there: another thread looks on, and stops it.
 */
export class Watch {
  private readonly due = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  private thread: Worker | undefined;

  /** Puts the thread to its place, before the first wait. */
  async begin(): Promise<void> {
    if (this.thread) return;
    this.thread = new Worker(new URL('./stopping.ts', import.meta.url), { workerData: this.due });
    await new Promise((online) => this.thread!.once('online', online));
    this.thread.unref();
  }

  /**
   * What `waiting` comes to, or `LATE` after so many milliseconds; what loops without end by then has been stopped. With it go all jobs that
   * were queued: so this is no `async` function, which would return by such a job, and the timer is set before anything is awaited.
   */
  within<T>(waiting: () => Promise<T>, milliseconds: number): Promise<T | typeof LATE> {
    Atomics.store(this.due, 0, BigInt(Date.now() + Math.ceil(milliseconds) + GRACE));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<typeof LATE>((done) => (timer = setTimeout(done, milliseconds, LATE)));
    return Promise.race([waiting(), late]).finally(() => {
      Atomics.store(this.due, 0, 0n);
      clearTimeout(timer);
    });
  }
}
