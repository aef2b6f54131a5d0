import { type CommandClass } from './command.js';
import { type History } from './decider.js';
import { type DueTable } from './due.js';
import { type DomainEvent } from './event.js';
import { type GroundTable } from './exempt.js';
import { type LinkTable } from './links.js';
import { type AnyProjection } from './projection.js';
import { type AnyTold } from './sentences.js';
import { type Upcaster } from './upcaster.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind of record has its own state
type AnyHistory = History<any, any>;

/** How each kind of record is folded, by the category of its stream. */
export type Histories = Readonly<Record<string, History<unknown>>>;

/** A module of Nest, by its class or as `forRoot` makes it: whatever can stand among a module's imports. */
export type RoomModule = (new (...args: never[]) => object) | { readonly module: new (...args: never[]) => object };

/**
 * What a slice brings to the application: everything the others need to know of its events. `E` is the union of its events, so that a
 * new event does not compile until it has its version and its sentence.
 */
export interface Room<E extends DomainEvent> {
  readonly module: RoomModule;
  readonly commands: readonly CommandClass[];
  readonly projections: readonly AnyProjection[];
  /** The newest version of every event type that the slice records. */
  readonly versions: { readonly [T in E as T['type']]: T['v'] };
  readonly upcasters?: readonly Upcaster[];
  /** How each kind of record of the slice is folded, by the category of its stream. */
  readonly histories: Readonly<Record<string, AnyHistory>>;
  /** How each event is told in the history of its record, and in the story on the record's page if that page has a story. */
  readonly told: AnyTold<E>;
  /** The deadlines that the slice's events make, change and end. */
  readonly due?: DueTable<E>;
  /** What makes the slice's records exempt beside the flags of their deadlines. */
  readonly grounds?: GroundTable<E>;
  /** Which record led to which, by the slice's events. */
  readonly links?: LinkTable<E>;
}

/** A room with the types of its events forgotten, so that different rooms can stand in one list. */
export interface AnyRoom extends Omit<Room<never>, 'versions' | 'told' | 'due' | 'grounds' | 'links'> {
  readonly versions: Readonly<Record<string, number>>;
  readonly told: object;
  readonly due?: object;
  readonly grounds?: object;
  readonly links?: object;
}

/** Declares a room: `room<ActionEvent>({ ... })`. */
export const room = <E extends DomainEvent>(declared: Room<E>): AnyRoom => declared;
