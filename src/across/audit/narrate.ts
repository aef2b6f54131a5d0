import { type DomainEvent } from '../../kernel/event.js';
import { byId, type NameOf, type Telling } from '../../kernel/sentences.js';
import { SLICES } from '../../slices/slices.js';
import { remindersRoom } from '../reminders/reminders.room.js';

type Tell = (data: object, nameOf: NameOf) => Telling | string;

const told = new Map([...SLICES, remindersRoom].flatMap((room) => Object.entries(room.told) as [string, Tell][]));

/** What the history of a record says of an event: its sentence, and whatever else was said, line by line. */
export interface Narration {
  readonly sentence: string;
  readonly lines: readonly string[];
}

/** Each slice tells every event of its own. A line that the sentence says already is left out. */
export function narration({ type, data }: DomainEvent): Narration {
  const tell = told.get(type);
  if (!tell) throw new Error(`No slice tells ${type}.`);
  const telling = tell(data, byId);
  if (typeof telling === 'string') return { sentence: telling, lines: [] };
  const { sentence, lines = [] } = telling;
  return {
    sentence,
    lines: lines.filter((line): line is string => typeof line === 'string' && line !== '' && !saysAlready(sentence, line)),
  };
}

/** Whether a sentence says a line, or quotes the words after its label. */
const saysAlready = (sentence: string, line: string): boolean =>
  sentence.toLowerCase().includes(line.toLowerCase()) || sentence.includes(`“${line.slice(line.indexOf(': ') + 2)}”`);

/** What an event says, as a sentence. */
export const narrate = (event: DomainEvent): string => narration(event).sentence;
