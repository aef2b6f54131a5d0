import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Position } from '../../kernel/event.js';
import { StoreFault } from '../event-store.port.js';

const USUAL_RECORD = 'quorate';

/**
 * The names of one record on a server that may hold others: streams stand under the record's name, so that the server itself gives out the
 * record alone. A record's name has no hyphen and no full stop, so that no record's streams begin as another's do.
 */
export class Names {
  /** What each of the record's streams begins with. */
  readonly prefix: string;
  /** Where the seals stand: not among the record's own streams. */
  readonly seals: string;
  /** Nothing is ever stored here. */
  readonly probe: string;

  constructor(readonly record: string = USUAL_RECORD) {
    if (!/^[a-z][a-z0-9_]{0,50}$/.test(record))
      throw new StoreFault('store.misuse', `"${record}" is no name of a record: small letters, digits and underscores, from a letter on.`);
    this.prefix = `${record}-`;
    this.seals = `${record}.seals`;
    this.probe = `${record}.probe`;
  }

  /** The name of a stream on the server. */
  onServer = (stream: string): string => `${this.prefix}${stream}`;

  /** The name of a stream in the record. */
  inRecord = (name: string): string => name.slice(this.prefix.length);

  /**
   * Where an event stands in the server's log, in 16 digits, so that the order of the text is the order of the log; then 8 digits that only
   * this record gives them. What is no position is so refused before the server is asked: it would answer as if the network had failed.
   */
  toPosition(commit: bigint): Position {
    const place = commit.toString(16).padStart(HEX, '0');
    return `${place}${this.check(place)}` as Position;
  }

  /** Throws `store.misuse` for what is no position of this record. */
  fromPosition(position: Position): bigint {
    const place = position.slice(0, HEX);
    if (!/^[0-9a-f]{24}$/.test(position) || this.check(place) !== position.slice(HEX))
      throw new StoreFault('store.misuse', `"${position}" is not a position of this store.`);
    return BigInt(`0x${place}`);
  }

  private check(place: string): string {
    return crc32(`${this.record} ${place}`).toString(16).padStart(8, '0');
  }
}
const HEX = 16;

/** The stream of the server's own in which an administrator limits or deletes a stream. */
export const limitsOf = (name: string): string => `$$${name}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The server knows events by UUIDs: an id that is none is known by one made from its digest (version 8). */
export function uuidOf(id: string): string {
  if (UUID.test(id)) return id;
  const hex = hash('sha256', id);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
