import type { EventData, ResolvedEvent } from '@kurrent/kurrentdb-client';
import { type EventMetadata, type RecordedEvent } from '../../kernel/event.js';
import { type EncodedEvent } from '../encoding.js';
import { StoreFault } from '../event-store.port.js';
import { damaged, digestOf } from '../proof.js';
import { type Names, uuidOf } from './naming.js';

/**
 * What proves an event: its place in the append it came with, the digest of the stream's event ahead of it, and its own. A chain over the
 * whole record cannot be made at the append, where only the stream's order is known: it is made behind the writers, as seals.
 */
export interface Proof {
  readonly part: number;
  readonly parts: number;
  readonly before: string;
  readonly digest: string;
}

/** The server's metadata of an event: everything but its data and what the server itself keeps. */
interface Beside extends EventMetadata, Proof {
  readonly id: string;
  readonly v: number;
}

export interface Proven extends Proof {
  readonly event: RecordedEvent;
  /** Characters of its metadata and data. */
  readonly text: number;
}

/** An event on its way in, at its place in its stream. */
export interface PlacedEvent {
  readonly encoded: EncodedEvent;
  readonly stream: string;
  readonly revision: number;
  readonly part: number;
  readonly parts: number;
}

/** The digest of an event: `rest` is its metadata and data as JSON. */
const chained = (before: string, { encoded, stream, revision, part, parts }: PlacedEvent): string =>
  digestOf(
    before,
    [revision, part, parts, encoded.v],
    `${JSON.stringify(stream)} ${JSON.stringify(encoded.id)} ${JSON.stringify(encoded.type)} ${encoded.rest}`,
  );

/** The event as the server takes it, and its digest. */
export function toServer(placed: PlacedEvent, before: string): { readonly sent: EventData; readonly digest: string } {
  const { encoded, part, parts } = placed;
  const { data, ...said } = JSON.parse(encoded.rest) as EventMetadata & { data: Record<string, unknown> };
  const digest = chained(before, placed);
  const beside = { id: encoded.id, v: encoded.v, part, parts, before, digest, ...said } satisfies Beside;
  // As bytes: what is given to the driver as an object it turns to text, and the text to base64 and back.
  const metadata = BYTES.encode(JSON.stringify(beside));
  return { sent: { id: uuidOf(encoded.id), contentType: 'application/json', type: encoded.type, data, metadata }, digest };
}

const BYTES = new TextEncoder();

/** What the server gives out with an event of its log. */
export type Given = NonNullable<ResolvedEvent['event']>;

/** Events of the server's own have types with this beginning: the deletion of a stream is one. */
export const isServers = (given: Given): boolean => given.type.startsWith('$');

/** Where an event is said to be in a fault. */
export const placeOf = (given: Given, names: Names): string =>
  `${given.position ? `position ${names.toPosition(given.position.commit)}, ` : ''}stream "${names.inRecord(given.streamId)}", revision ${given.revision}`;

/** The event of the record; throws `store.damaged` if it is not what was written there. */
export function fromServer(given: Given, names: Names): Proven {
  const { streamId, type, position } = given;
  const metadata: unknown = given.metadata;
  if (isServers(given)) throw damaged(placeOf(given, names), 'an administrator deleted the stream');
  if (!position || !isBeside(metadata)) throw damaged(placeOf(given, names), 'the event was not written by this program');
  const [stream, revision] = [names.inRecord(streamId), Number(given.revision)];
  const { id, v, part, parts, before, digest, ...said } = metadata;
  const data = given.data as RecordedEvent['data'];
  const rest = JSON.stringify({ ...said, data });
  if (chained(before, { encoded: { id, type, v, rest }, stream, revision, part, parts }) !== digest)
    throw damaged(placeOf(given, names), 'the event does not match its digest');
  const event = { id, type, v, stream, revision, position: names.toPosition(position.commit), ...said, data };
  return { event, part, parts, before, digest, text: rest.length };
}

const isBeside = (metadata: unknown): metadata is Beside =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'digest' in metadata &&
  'before' in metadata &&
  'parts' in metadata &&
  'id' in metadata;

/** Where an event stands in the log. */
export const commitOf = (given: Given): bigint => {
  if (!given.position) throw new StoreFault('store.unavailable', 'The server gives out events without their positions: it is too old.');
  return given.position.commit;
};
