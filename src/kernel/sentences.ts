import { longDate } from './dates.js';
import { type DomainEvent } from './event.js';
import { type DecisionRef } from './citation.js';
import { type FactOf } from './update.js';

type DataOf<E extends DomainEvent, T extends E['type']> = Extract<E, { type: T }>['data'];

/** A sentence for each type of event, of records whose pages have no story of their own. */
export type Sentences<E extends DomainEvent> = { readonly [T in E['type']]: (data: DataOf<E, T>) => string };

/** How an event is told. */
export interface Telling {
  /** In the history, where it stands beside events of other records. */
  readonly sentence: string;
  /** In the story of its record, on the record's own page; `null` for what is no step of it. */
  readonly title: string | null;
  /** What the story says below; lines with nothing in them are left out. */
  readonly lines?: readonly (string | false | null | undefined)[];
  /** The meeting the story leads to. */
  readonly atMeeting?: string;
}

/** What a record calls somebody whom its events name by an id. */
export type NameOf = (id: string) => string;
export const byId: NameOf = (id) => id;

/** How each type of event is told, of records whose pages tell their story. */
export type Told<E extends DomainEvent> = { readonly [T in E['type']]: (data: DataOf<E, T>, nameOf: NameOf) => Telling };

/** Either of the two: a room may bring records of both kinds. */
export type AnyTold<E extends DomainEvent> = { readonly [T in E['type']]: (data: DataOf<E, T>, nameOf: NameOf) => Telling | string };

export const tell = <E extends DomainEvent>(told: Told<E>, { type, data }: FactOf<E>, nameOf: NameOf = byId): Telling =>
  told[type as E['type']](data, nameOf);

/** The words sentences are made with. */
export const officers = (names: readonly string[]): string => (names.length === 0 ? 'nobody named' : names.join(', '));
export const decision = ({ meetingId, decisionId }: DecisionRef): string => `decision ${decisionId} of ${meetingId}`;
export const quoted = (text: string, most = 160): string => `“${text.length > most ? `${text.slice(0, most).trimEnd()}…` : text}”`;
export const because = (reason?: string): string => (reason ? `: ${reason}` : '');
export { longDate };
