import { longDate } from './dates.js';
import { type DomainEvent } from './event.js';
import { type DecisionRef } from './citation.js';
import { type FactOf } from './update.js';

type DataOf<E extends DomainEvent, T extends E['type']> = Extract<E, { type: T }>['data'];

/** A sentence for each type of event, for records whose pages have no story of their own. */
export type Sentences<E extends DomainEvent> = { readonly [T in E['type']]: (data: DataOf<E, T>) => string };

/** How an event is told. */
export interface Telling {
  /** The sentence in the history, where the event stands beside events of other records. */
  readonly sentence: string;
  /** The title in the story on the record's own page; `null` if the event is no step of that story. */
  readonly title: string | null;
  /** What else was said, a line for each: below the title of the story, and below the sentence of the history. Empty ones are left out. */
  readonly lines?: readonly (string | false | null | undefined)[];
  /** The meeting to which this step of the story leads. */
  readonly atMeeting?: string;
}

/** What a record calls somebody whom its events name by an id. */
export type NameOf = (id: string) => string;
export const byId: NameOf = (id) => id;

/** How each type of event is told, for records whose pages tell their story. */
export type Told<E extends DomainEvent> = { readonly [T in E['type']]: (data: DataOf<E, T>, nameOf: NameOf) => Telling };

/** {@link Told} or {@link Sentences}, event by event: a room may bring records of both kinds. */
export type AnyTold<E extends DomainEvent> = { readonly [T in E['type']]: (data: DataOf<E, T>, nameOf: NameOf) => Telling | string };

/** How an event is told whose record has no story on a page of its own. */
export const inHistory = (sentence: string, ...lines: NonNullable<Telling['lines']>): Telling => ({ sentence, title: null, lines });

export const tell = <E extends DomainEvent>(told: Told<E>, { type, data }: FactOf<E>, nameOf: NameOf = byId): Telling =>
  told[type as E['type']](data, nameOf);

/** The words of which sentences are made. */
export const officers = (names: readonly string[]): string => (names.length === 0 ? 'nobody named' : names.join(', '));
export const decision = ({ meetingId, decisionId }: DecisionRef): string => `decision ${decisionId} of ${meetingId}`;
/** The beginning of a text, where it is long. */
export const quoted = (text: string, most = 160): string => `“${text.length > most ? `${text.slice(0, most).trimEnd()}…` : text}”`;
/** A sentence that has only the beginning of these texts, and below it each of them that it cuts. */
export const beginning = (sentence: string, ...texts: readonly string[]): Telling =>
  inHistory(sentence, ...texts.filter((text) => !sentence.includes(text)));
export const because = (reason?: string): string => (reason ? `: ${reason}` : '');
/** The text with its full stop, which words of a person often have already. */
export const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
export { longDate };
