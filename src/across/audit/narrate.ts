import { type DomainEvent } from '../../kernel/event.js';
import { SLICES } from '../../slices/slices.js';
import { remindersRoom } from '../reminders/reminders.room.js';

type Tell = (data: object) => string;

const sentences = new Map([...SLICES, remindersRoom].flatMap(({ told }) => Object.entries(told) as [string, Tell][]));

/** What an event says, as a sentence for the history of a record; each slice has one for every event of its own. */
export function narrate({ type, data }: DomainEvent): string {
  const tell = sentences.get(type);
  if (!tell) throw new Error(`No slice tells ${type}.`);
  return tell(data);
}
