import { nameKey } from '../../../kernel/names.js';
import { type Meeting } from '../record/meeting.state.js';

/** Somebody of the meeting, with what may tell them apart from another of the same name, in the order in which it is tried. */
interface Somebody {
  readonly personId: string;
  readonly name: string;
  readonly marks: readonly (string | undefined)[];
}

/** The words that tell people of one name apart, by the id of each: their organisation, else their seat, else their role. */
export function marksOf(meeting: Meeting): ReadonlyMap<string, string> {
  const people = new Map<string, Somebody>();
  const roll = meeting.standings.flatMap(({ standing }) => standing.roll);
  for (const { person, organisation, role, seatId } of meeting.attendances) {
    const seat = roll.find((one) => one.seatId === seatId);
    people.set(person.personId, { ...person, marks: [organisation ?? seat?.organisation, seat?.label, role] });
  }
  for (const { holder, organisation, label } of roll)
    if (holder && people.get(holder.personId)?.marks[1] === undefined) {
      const before = people.get(holder.personId);
      people.set(holder.personId, { ...(before ?? holder), marks: [before?.marks[0] ?? organisation, label, before?.marks[2]] });
    }
  const marks = new Map<string, string>();
  for (const alike of Map.groupBy(people.values(), ({ name }) => nameKey(name)).values()) {
    if (alike.length < 2) continue;
    const telling = [0, 1, 2].find((kind) => new Set(alike.map((one) => nameKey(one.marks[kind] ?? ''))).size === alike.length);
    for (const one of alike) {
      const mark = telling === undefined ? one.marks.find((words) => words !== undefined) : one.marks[telling];
      if (mark !== undefined) marks.set(one.personId, mark);
    }
  }
  return marks;
}

/** The meeting with its people named so that two of one name are told apart, wherever they are named; as it is where no two are alike. */
export function toldApart(meeting: Meeting, marks: ReadonlyMap<string, string>): Meeting {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.fromEntries(Object.entries(value).map(([field, one]: [string, unknown]) => [field, named(one)]));
    const { personId, name } = fields;
    const mark = typeof personId === 'string' && typeof name === 'string' ? marks.get(personId) : undefined;
    return mark === undefined ? fields : { ...fields, name: `${String(name)} (${mark})` };
  };
  return marks.size === 0 ? meeting : (named(meeting) as Meeting);
}
