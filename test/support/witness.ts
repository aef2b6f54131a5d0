import { SqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.js';
import { type Position, type RecordedEvent } from '../../src/kernel/event.js';
import { derivedId } from '../../src/kernel/ids.js';
import { type Sending } from './load.js';

/** Every event by the command that recorded it, read on beside whatever runs. */
export class Witness {
  events = 0;
  private readonly byCommand = new Map<string, RecordedEvent[]>();
  private position: Position | undefined;
  private before = 0;

  constructor(private readonly directory: string) {}

  /** What stands in the record already is not the load's. */
  async begin(): Promise<void> {
    await this.readOn();
    this.before = this.byCommand.size;
  }

  async readOn(): Promise<void> {
    const store = await SqliteEventStore.open({ directory: this.directory, readOnly: true });
    try {
      for await (const event of store.readAll(this.position ? { after: this.position } : {})) {
        this.byCommand.set(event.commandId, [...(this.byCommand.get(event.commandId) ?? []), event]);
        this.position = event.position;
        this.events += 1;
      }
    } finally {
      await store.close();
    }
  }

  /** How many commands were recorded since it began. */
  get commandsSince(): number {
    return this.byCommand.size - this.before;
  }

  of = ({ key }: Sending): readonly RecordedEvent[] => this.byCommand.get(derivedId('command', key)) ?? [];
}
