import { type EventStore } from '../eventstore/event-store.port.js';
import { type Upcast } from '../eventstore/upcasting.js';
import { type ReadModels } from './read-models.js';

export interface EngineOptions {
  /**
   * The plain store, not the upcasting one: an event whose newest shape cannot be made then halts only the projections that handle its
   * type; all others pass over that event.
   */
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly upcast?: Upcast;
}
