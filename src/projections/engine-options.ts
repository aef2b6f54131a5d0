import { type EventStore } from '../eventstore/event-store.port.js';
import { type Upcast } from '../eventstore/upcasting.js';
import { type ReadModels } from './read-models.js';

export interface EngineOptions {
  /**
   * The store as it is, not the one that upcasts: an event whose newest shape cannot be made then halts only the projections that
   * handle its type, and the others pass it.
   */
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly upcast?: Upcast;
}
