import { ROOMS } from '../../../src/app.module.js';
import { type RecordedEvent } from '../../../src/kernel/event.js';
import { byId, type NameOf, type Telling } from '../../../src/kernel/sentences.js';

type Tell = (data: object, nameOf: NameOf) => Telling | string;
const TELLS = new Map(ROOMS.flatMap(({ told }) => Object.entries(told) as [string, Tell][]));
/** How an event is told: its sentence, and the title and lines of the story on the page of its record. */
export const tellingOf = ({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): Telling | string => TELLS.get(type)!(data, byId);
