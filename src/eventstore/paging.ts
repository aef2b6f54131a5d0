import { setImmediate as turn } from 'node:timers/promises';

/** Reads the next page: at once, or when it has come. */
type NextPage<T> = () => readonly T[] | Promise<readonly T[]>;

/**
 * Gives out pages one item at a time, until `nextPage` answers an empty page. Only the page in hand is held in memory, and every few pages
 * everybody else in the process gets a turn.
 *
 * Written by hand because an async generator costs as much per event as reading it from the disk does.
 */
export function inPages<T>(nextPage: NextPage<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: () => new PagedIterator(nextPage) };
}

/**
 * The items before the first that cannot be decoded. Throws that item's fault only if there are none: sound items are given out before the
 * fault.
 */
export function soundPart<Row, T>(rows: readonly Row[], decode: (row: Row, index: number) => T): T[] {
  const sound: T[] = [];
  try {
    for (const row of rows) sound.push(decode(row, sound.length));
  } catch (fault) {
    if (sound.length === 0) throw fault;
  }
  return sound;
}

/** Pages given out before others get a turn: about a millisecond's work. */
const PAGES = 4;

class PagedIterator<T> implements AsyncIterator<T> {
  private page: readonly T[] = [];
  private index = 0;
  private pages = 0;
  private ended = false;
  private turning: Promise<void> | undefined;

  constructor(private readonly nextPage: NextPage<T>) {}

  next(): Promise<IteratorResult<T>> {
    if (this.index < this.page.length) return Promise.resolve({ done: false, value: this.page[this.index++] as T });
    if (this.ended) return Promise.resolve({ done: true, value: undefined });
    this.turning ??= this.turnPage().finally(() => (this.turning = undefined));
    return this.turning.then(() => this.next());
  }

  return(): Promise<IteratorResult<T>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  private async turnPage(): Promise<void> {
    try {
      if (++this.pages % PAGES === 0) await turn();
      if (this.ended) return;
      const page = this.nextPage();
      this.page = page instanceof Promise ? await page : page;
      this.index = 0;
      if (this.page.length === 0) this.ended = true;
    } catch (fault) {
      this.end();
      throw fault;
    }
  }

  private end(): void {
    this.ended = true;
    this.page = [];
    this.index = 0;
  }
}

/** Iterates `source` through `map`, one to one and in order. What `map` throws ends the source too. */
export function mapped<A, B>(source: AsyncIterable<A>, map: (item: A) => B): AsyncIterable<B> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = source[Symbol.asyncIterator]();
      const end = async (): Promise<IteratorResult<B>> => {
        await iterator.return?.();
        return { done: true, value: undefined };
      };
      const step = (result: IteratorResult<A>): IteratorResult<B> | Promise<IteratorResult<B>> => {
        if (result.done) return { done: true, value: undefined };
        try {
          return { done: false, value: map(result.value) };
        } catch (fault) {
          return end().then(() => Promise.reject(fault as Error));
        }
      };
      return { next: () => iterator.next().then(step), return: end };
    },
  };
}
