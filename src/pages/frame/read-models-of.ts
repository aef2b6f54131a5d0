import { type CommandClass } from '../../kernel/command.js';
import { type AnyRoom } from '../../kernel/room.js';

/** Knows which read models show what a command records: those of the slice that brings the command. */
export class ReadModelsOf {
  constructor(private readonly rooms: readonly AnyRoom[]) {}

  /** The names of the read models; none for a command of no slice. */
  names(command: CommandClass): readonly string[] {
    return this.rooms.find(({ commands }) => commands.includes(command))?.projections.map(({ name }) => name) ?? [];
  }
}
