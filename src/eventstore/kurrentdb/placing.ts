import type { EventData } from '@kurrent/kurrentdb-client';
import { type Position } from '../../kernel/event.js';
import { type EncodedEvent, holds, isRepetition, type KnownEvent } from '../encoding.js';
import { type ExpectedRevision, StoreFault, type WrongRevision } from '../event-store.port.js';
import { toServer } from './codec.js';

export interface QueuedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  /**
   * The append expects what another of this process, asked before it, would have made and did not: even if somebody else's event has that
   * revision now, it is not what the append was judged on.
   */
  readonly isUnfounded: boolean;
}

/** An event that is in the stream. */
export interface KnownAt extends KnownEvent {
  readonly position: Position;
}

/** The end of a stream, and every event id in it. */
export interface End {
  /** -1 while there are no events. */
  readonly last: number;
  readonly digest: string;
  readonly known: Map<string, KnownAt>;
}

/** What becomes of one append: it is in the stream already, stands written with these revisions once the write is made, or is answered. */
export type Place =
  | { readonly kind: 'stored'; readonly known: KnownAt }
  | { readonly kind: 'placed'; readonly first: number; readonly revision: number }
  | { readonly kind: 'answered'; readonly answer: WrongRevision | StoreFault };

export interface Placed {
  /** One for each append. */
  readonly places: readonly Place[];
  readonly sent: readonly EventData[];
  readonly last: number;
  readonly digest: string;
  /** True where an append found its stream elsewhere: that is an answer only once nobody else can have written meanwhile. */
  readonly clashed: boolean;
}

/** Gives the appends to one stream their places, in the order they came; each sees those before it. Pure: nothing is written. */
export function placed(appends: readonly QueuedAppend[], end: End): Placed {
  const sent: EventData[] = [];
  const ahead = new Map<string, KnownEvent & { readonly index: number }>();
  const places: Place[] = [];
  let { last, digest } = end;
  let clashed = false;
  for (const [index, { stream, expected, events, isUnfounded }] of appends.entries()) {
    const known = events.map(({ id }) => end.known.get(id));
    const inBatch = events.map(({ id }) => ahead.get(id));
    try {
      const stored = known.at(-1);
      if (isRepetition(stream, known) && stored) {
        places.push({ kind: 'stored', known: stored });
        continue;
      }
      const twin = inBatch.at(-1);
      if (isRepetition(stream, inBatch) && twin) {
        places.push(places[twin.index]!);
        continue;
      }
    } catch (fault) {
      if (!(fault instanceof StoreFault)) throw fault;
      places.push({ kind: 'answered', answer: fault });
      continue;
    }
    if (isUnfounded || !holds(expected, last)) {
      clashed = true;
      places.push({ kind: 'answered', answer: { accepted: false, actual: last === -1 ? 'none' : last } });
      continue;
    }
    const first = last + 1;
    for (const [part, encoded] of events.entries()) {
      last += 1;
      const event = toServer({ encoded, stream, revision: last, part, parts: events.length }, digest);
      sent.push(event.sent);
      digest = event.digest;
      ahead.set(encoded.id, { stream, revision: last, part, parts: events.length, index });
    }
    places.push({ kind: 'placed', first, revision: last });
  }
  return { places, sent, last, digest, clashed };
}
