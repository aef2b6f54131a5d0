import { messageOf } from '../cause.js';
import { type StoreDamage, StoreFault } from '../event-store.port.js';
import { NO_DIGEST } from '../proof.js';
import { commitOf, fromServer, type Given, isServers, placeOf } from './codec.js';
import { limitsOf, type Names } from './naming.js';
import { limitOf, prefixed, type Reading } from './reading.js';
import { type Seal, sealedOn, type Sealing } from './sealing.js';

const PAGE = 1_024;

/**
 * Proves the record whole while it goes on being written: every event's digest, the chain of digests and the revisions of each stream, the
 * seals over all of them, and that no administrator limits a stream. What came after the last seal and vanished as a whole stream, trace and
 * all, is the one thing it cannot show, nor a record and its seals rewritten together: for that, compare the digest with one kept elsewhere.
 */
export async function* verifying(reading: Reading, sealing: Sealing, names: Names): AsyncGenerator<StoreDamage, void, undefined> {
  const seals = new Map<string, Seal>();
  const ends = new Map<string, { readonly revision: number; readonly digest: string }>();
  const limits = new Map<string, string>();
  let sum: Seal = { upTo: null, count: 0, digest: NO_DIGEST };
  let sealed: Seal = sum;
  try {
    for await (const seal of sealing.all()) seals.set(seal.upTo ?? '', seal);
  } catch (fault) {
    if (!(fault instanceof StoreFault) || fault.code !== 'store.damaged') throw fault;
    yield { place: fault.place ?? 'the seals', problem: fault.message };
  }

  /** One event of the log, of the record or about it. */
  function* found(given: Given): Generator<StoreDamage, void, undefined> {
    const about = given.streamId.startsWith('$$') ? given.streamId.slice(2) : undefined;
    if (about !== undefined) {
      const limit = given.type === '$metadata' ? limitOf(given) : undefined;
      if (limit === undefined) limits.delete(about);
      else limits.set(about, limit);
      return;
    }
    const place = placeOf(given, names);
    if (isServers(given)) return yield { place, problem: 'an administrator deleted the stream' };
    if (given.streamId === names.seals) return;
    const last = ends.get(given.streamId) ?? { revision: -1, digest: NO_DIGEST };
    const revision = Number(given.revision);
    const metadata = given.metadata as { readonly digest?: string } | undefined;
    ends.set(given.streamId, { revision, digest: metadata?.digest ?? '' });
    if (revision !== last.revision + 1)
      yield { place, problem: `out of order in its stream: revision ${last.revision + 1} is due, and missing` };
    try {
      const proven = fromServer(given, names);
      sum = sealedOn(sum, proven);
      if (revision === last.revision + 1 && proven.before !== last.digest)
        yield { place, problem: 'does not continue the chain of digests: it or the event ahead of it was altered, removed or moved' };
    } catch (fault) {
      yield { place, problem: messageOf(fault) };
      sum = { ...sum, count: sum.count + 1 };
    }
    const seal = seals.get(names.toPosition(commitOf(given)));
    if (!seal) return;
    seals.delete(seal.upTo ?? '');
    if (seal.count !== sum.count || seal.digest !== sum.digest)
      yield { place: between(sealed, seal), problem: problemOf(seal.count - sum.count) };
    [sum, sealed] = [seal, seal];
  }

  const filter = prefixed([names.prefix, names.seals, limitsOf(names.prefix), limitsOf(names.seals)]);
  for (let place: bigint | undefined; ;) {
    const page = await reading.page(filter, place, PAGE, false);
    for (const given of page) yield* found(given);
    const last = page.at(-1);
    if (!last) break;
    place = commitOf(last);
  }
  for (const seal of seals.values())
    yield { place: between(sealed, seal), problem: `the event at position ${seal.upTo} was sealed, and is missing` };
  for (const [name, limit] of limits)
    yield {
      place: name === names.seals ? 'the seals' : `stream "${names.inRecord(name)}"`,
      problem: `an administrator deleted or limited it (${limit})`,
    };
}

const problemOf = (missing: number): string =>
  missing > 0 ? `${missing} of the events that were sealed are missing` : 'not the events that were sealed';

const between = (before: Seal, seal: Seal): string =>
  before.upTo === null ? `positions up to ${seal.upTo}` : `positions after ${before.upTo} up to ${seal.upTo}`;
