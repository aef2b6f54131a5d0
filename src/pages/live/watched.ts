import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';

const MOST_KEPT = 64;

/**
 * The changed parts for readers who only watch: hundreds ask for the same at the same moment. Parts made for one reader serve every reader
 * who has seen, and may see, the same, until something more is recorded.
 */
@Injectable()
export class Watched {
  private readonly kept = new Map<string, Promise<string>>();

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** `sameFor` names the meeting, what the reader may see of it, and what the reader has seen. */
  async parts(sameFor: readonly unknown[], put: () => Promise<string>): Promise<string> {
    const key = JSON.stringify([await this.store.head(), ...sameFor]);
    const kept = this.kept.get(key);
    if (kept) return kept;
    const made = put();
    this.kept.set(key, made);
    made.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return made;
  }
}
