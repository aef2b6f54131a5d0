import { type DomainEvent } from '../../kernel/event.js';
import { byId, type NameOf, type Telling } from '../../kernel/sentences.js';
import { SLICES } from '../../slices/slices.js';
import { remindersRoom } from '../reminders/reminders.room.js';

type Tell = (data: object, nameOf: NameOf) => Telling | string;

const told = new Map([...SLICES, remindersRoom].flatMap((room) => Object.entries(room.told) as [string, Tell][]));

/** What an event says, as a sentence for the history of a record; each slice tells every event of its own. */
export function narrate({ type, data }: DomainEvent): string {
  const tell = told.get(type);
  if (!tell) throw new Error(`No slice tells ${type}.`);
  const telling = tell(data, byId);
  return typeof telling === 'string' ? telling : telling.sentence;
}
