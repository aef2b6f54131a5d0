import { bodyOf, type EncodedEvent, holds, isRepetition, type KnownEvent } from '../encoding.js';
import { type Appended, type ExpectedRevision, StoreFault, type WrongRevision } from '../event-store.port.js';
import { checksumOf, digestOf, toPosition } from '../proof.js';

export interface QueuedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  /** What becomes of the append. */
  readonly fate: Fate;
  /**
   * Of the appends of this process, asked before this one and not answered then, that were to make the revision this one expects. Where none
   * of them was stored, somebody else's event may have the revision: it is not what this one was judged on.
   */
  readonly restsOn: readonly Fate[];
}

/** Whether an append was answered without being stored, or failed. */
export interface Fate {
  fell: boolean;
}

/** The end of the record. */
export interface Head {
  readonly position: number;
  readonly crc: number;
  readonly digest: string;
}

/** An event as its row is written: the columns in their order. */
export type NewRow = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  part: number,
  parts: number,
  crcBefore: number,
  crc: number,
  digest: Buffer,
  body: string,
];

/** An event that is in the record, with its place. */
export interface KnownAt extends KnownEvent {
  readonly position: number;
}

export type Answer = Appended | WrongRevision | StoreFault;

export interface Placed {
  readonly rows: readonly NewRow[];
  /** One for each append. */
  readonly answers: readonly Answer[];
  readonly head: Head;
  /** The streams written to, with the revisions of their new ends. */
  readonly ends: ReadonlyMap<string, number>;
  /** True where an append found its stream elsewhere: by the contract that is an answer only once its ids are known to be new. */
  readonly clashed: boolean;
}

/** Facts that placing needs: where the record and the streams end (-1: no events), and the events there that have an id of the appends. */
export interface Facts {
  readonly head: Head;
  readonly ends: ReadonlyMap<string, number>;
  readonly known: ReadonlyMap<string, KnownAt>;
}

/** Gives each append its place, in the order they came; each sees those before it. Pure: nothing is written. */
export function placed(appends: readonly QueuedAppend[], { head: before, ends: endsBefore, known: inRecord }: Facts): Placed {
  const rows: NewRow[] = [];
  const ends = new Map<string, number>();
  const known = new Map(inRecord);
  const fell = new Set<Fate>();
  let head = before;
  let clashed = false;

  const write = ({ stream, events }: QueuedAppend, last: number): Appended => {
    const parts = events.length;
    for (const [part, event] of events.entries()) {
      const [position, revision] = [head.position + 1, last + 1 + part];
      const body = bodyOf(event, stream, revision, toPosition(position));
      const crc = checksumOf(head.crc, body);
      const digest = digestOf(head.digest, [position, revision, head.crc, crc, part, parts], body);
      rows.push([position, stream, revision, event.id, part, parts, head.crc, crc, Buffer.from(digest, 'hex'), body]);
      known.set(event.id, { stream, revision, part, parts, position });
      head = { position, crc, digest };
    }
    ends.set(stream, last + parts);
    return { accepted: true, revision: last + parts, position: toPosition(head.position) };
  };

  const answers = appends.map((append): Answer => {
    const { stream, expected, events, fate, restsOn } = append;
    const found = events.map(({ id }) => known.get(id));
    try {
      const last = found.at(-1);
      if (isRepetition(stream, found) && last) return { accepted: true, revision: last.revision, position: toPosition(last.position) };
    } catch (fault) {
      if (fault instanceof StoreFault) return fault;
      throw fault;
    }
    const last = ends.get(stream) ?? endsBefore.get(stream) ?? -1;
    const isUnfounded = restsOn.length > 0 && restsOn.every((one) => one.fell || fell.has(one));
    if (!isUnfounded && holds(expected, last)) return write(append, last);
    fell.add(fate);
    clashed = true;
    return { accepted: false, actual: last === -1 ? 'none' : last };
  });
  return { rows, answers, head, ends, clashed };
}
