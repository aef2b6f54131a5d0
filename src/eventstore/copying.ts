import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type RecordedEvent } from '../kernel/event.js';
import { type Appended, type EventStore, type EventToAppend, StoreFault, type WrongRevision } from './event-store.port.js';

/** What was copied, and the same of both records. */
export interface Copied {
  readonly events: number;
  /** Events that stood there already, from a copying that was cut off. */
  readonly before: number;
  /** SHA-256, hex, of every event in order, without its position. */
  readonly digest: string;
  /** Whether each event has the position it had; where not, positions given out before mean nothing any more. */
  readonly samePositions: boolean;
}

/** Appends under way at the same time, where the store keeps them in the order in which they came. */
const UNDER_WAY = 256;

/**
 * Copies a record into an empty store, and proves the copy: every event equal, in the same order, with the same revision. Goes on where an
 * earlier copying of the same record was cut off. Refuses, with `store.misuse`, a store that holds anything else, before it writes.
 * `oneByOne`: the store keeps the order of what waits together only within a stream.
 */
export async function copyRecord(from: EventStore, to: EventStore, { oneByOne = false } = {}): Promise<Copied> {
  const before = await alreadyThere(from, to);
  const appending: Promise<void>[] = [];
  let seen = 0;
  for await (const append of appends(from)) {
    seen += append.length;
    if (seen <= before) continue;
    const first = append[0]!;
    const expected = first.revision === 0 ? 'none' : first.revision - 1;
    appending.push(to.append(first.stream, expected, append.map(asAppended)).then((answer) => taken(answer, first)));
    if (oneByOne || appending.length >= UNDER_WAY) await Promise.all(appending.splice(0));
  }
  await Promise.all(appending);
  return { before, ...(await compared(from, to)) };
}

const reading = (store: EventStore): AsyncIterator<RecordedEvent, undefined> =>
  store.readAll()[Symbol.asyncIterator]() as AsyncIterator<RecordedEvent, undefined>;

const asAppended = ({ stream: _, revision: __, position: ___, ...event }: RecordedEvent): EventToAppend => event;

function taken(answer: Appended | WrongRevision, { stream }: RecordedEvent): void {
  if (!answer.accepted)
    throw new StoreFault(
      'store.misuse',
      `Somebody else writes to the record that is copied to: ${stream} is at revision ${answer.actual}.`,
    );
}

/** Events that one command recorded are appended together, as they were. */
async function* appends(store: EventStore): AsyncGenerator<readonly RecordedEvent[]> {
  let together: RecordedEvent[] = [];
  for await (const event of store.readAll()) {
    const last = together.at(-1);
    if (last && (last.stream !== event.stream || last.commandId !== event.commandId)) {
      yield together;
      together = [];
    }
    together.push(event);
  }
  if (together.length > 0) yield together;
}

/** How many events of this record stand there already; refuses where anything else does. */
async function alreadyThere(from: EventStore, to: EventStore): Promise<number> {
  if ((await to.head()) === null) return 0;
  const theirs = reading(from);
  let count = 0;
  try {
    for await (const event of to.readAll()) {
      const { value, done } = await theirs.next();
      if (done === true || !isDeepStrictEqual(withoutPosition(value), withoutPosition(event)))
        throw new StoreFault('store.misuse', 'The store to copy to is not empty: it holds another record.');
      count += 1;
    }
  } finally {
    await theirs.return?.();
  }
  return count;
}

const withoutPosition = ({ position: _, ...event }: RecordedEvent): Omit<RecordedEvent, 'position'> => event;

async function compared(from: EventStore, to: EventStore): Promise<Omit<Copied, 'before'>> {
  const copies = reading(to);
  const hash = createHash('sha256');
  let [events, samePositions] = [0, true];
  try {
    for await (const event of from.readAll()) {
      const { value: copy, done } = await copies.next();
      if (done === true || !isDeepStrictEqual(withoutPosition(event), withoutPosition(copy)))
        throw new StoreFault(
          'store.damaged',
          `The copy differs from the record at ${event.position}: ${event.stream}, revision ${event.revision}.`,
        );
      samePositions &&= event.position === copy.position;
      hash.update(JSON.stringify(withoutPosition(event))).update('\n');
      events += 1;
    }
    if ((await copies.next()).done !== true) throw new StoreFault('store.damaged', 'The copy has more events than the record.');
  } finally {
    await copies.return?.();
  }
  return { events, digest: hash.digest('hex'), samePositions };
}
