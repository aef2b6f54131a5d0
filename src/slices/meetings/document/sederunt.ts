import { sameName } from '../../../kernel/names.js';
import { type MeetingMode } from '../events/meeting.events.js';
import { type Attendance, type Meeting } from '../record/meeting.state.js';
import { lastEntryId, minuteStyleOf, standingAt } from '../record/entries.js';
import { arrivalOf, departureOf, namedPlace } from '../rules/place-words.js';
import { type SederuntEntry, type SederuntOfBody } from './minute-document.js';
import { bodiesMeeting } from '../../bodies/bodies.words.js';
import { sittingsOf } from '../rules/judging.js';
import { sumAt } from '../sederunt/room.js';

/** `marks` tell people of one name apart; the sederunt does not say a mark twice that it prints in brackets anyway. */
export const sederuntOf = (
  meeting: Meeting,
  as: Attendance['as'],
  marks: ReadonlyMap<string, string> = new Map(),
): readonly SederuntEntry[] =>
  inOrderOf(
    meeting,
    meeting.attendances.filter((one) => one.as === as),
  ).map((one) => ({
    personId: one.person.personId,
    name: nameIn(meeting, one, marks.get(one.person.personId)),
    ...(one.organisation === undefined ? {} : { organisation: one.organisation }),
    ...roleOf(meeting, one),
    ...(one.seatId === undefined ? {} : { seatId: one.seatId }),
    ...(one.substituteFor ? { substituteFor: one.substituteFor.person.name } : {}),
    how: one.spells.length > 0 && one.spells.every(({ how }) => how === 'remote') ? 'remote' : 'in-room',
    note: [substituteNote(meeting, one), attendanceNote(meeting, one), memberNote(meeting, one)].filter((note) => note !== '').join(' '),
  }));

/** Those present at a joint meeting by the body they sit for, with its quorum when the meeting began; nothing of a meeting of one body. */
export function sederuntByBody(meeting: Meeting, present: readonly SederuntEntry[]): readonly SederuntOfBody[] | undefined {
  const standing = standingAt(meeting, 0);
  const sums = sumAt(meeting, 0, null).bodies;
  if (!standing || !sums) return undefined;
  return bodiesMeeting(standing).map(({ bodyId, bodyName, roll }, index) => {
    const seats = new Set(roll.map(({ seatId }) => seatId));
    const sits = (personId: string): boolean =>
      meeting.attendances.some(
        (one) => one.person.personId === personId && sittingsOf(standing, one).some(({ seat }) => seats.has(seat.seatId)),
      );
    return {
      bodyId,
      bodyName,
      present: present.filter(({ personId }) => sits(personId)),
      quorum: `Quorum: ${sums[index]?.explanation ?? ''}.`,
    };
  });
}

/** As it was recorded; or in the order in which councils print it: the chair, the vice-chair, then the roll in its own order, then all others. */
function inOrderOf(meeting: Meeting, list: readonly Attendance[]): readonly Attendance[] {
  if (minuteStyleOf(meeting).order === 'as-recorded') return list;
  const { offices = [], roll = [] } = meeting.standings[0]?.standing ?? {};
  const holds = (office: string, { person }: Attendance): boolean =>
    offices.some((one) => one.office === office && one.holder.personId === person.personId);
  const rank = (one: Attendance): number => {
    if (holds('chair', one)) return -2;
    if (holds('vice-chair', one)) return -1;
    const seat = roll.findIndex(({ seatId, holder }) => seatId === one.seatId || holder?.personId === one.person.personId);
    return seat < 0 ? roll.length : seat;
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
}

function nameIn(meeting: Meeting, one: Attendance, mark: string | undefined): string {
  const { name } = one.person;
  return mark !== undefined && sameName(mark, one.organisation ?? roleOf(meeting, one).role) ? name.slice(0, -` (${mark})`.length) : name;
}

/**
 * The paragraphs somebody was there for: `(to para.6.1)`, `(from para.3)`, `(to para.2; from para.5)`. Empty for somebody there throughout.
 * Where the record gives its own note that stands instead, even an empty one.
 */
function attendanceNote(meeting: Meeting, { person, spells }: Attendance): string {
  const mixed = new Set(spells.map(({ how }) => how)).size > 1;
  const notes = spells.flatMap((spell): string[] => {
    const arrived = spell.from === null ? null : arrivalOf(meeting, spell);
    const remotely = mixed && spell.how === 'remote' ? ' remotely' : '';
    const from = arrived === null ? (remotely === '' ? [] : ['remotely']) : [`from ${namedPlace(arrived, '')}${remotely}`];
    if (spell.sederuntNote !== undefined) return [...from, spell.sederuntNote.replace(/^\((.*)\)$/, '$1')];
    if (spell.to === undefined || (meeting.status === 'concluded' && spell.to === lastEntryId(meeting))) return from;
    const left = departureOf(meeting, person.personId, spell);
    return [...from, left === null ? 'before the first item' : `to ${namedPlace(left, '')}`];
  });
  const text = notes.filter((note) => note !== '').join('; ');
  return text === '' ? '' : `(${text})`;
}

/** Of somebody in attendance who was elected a member in the meeting. */
function memberNote({ turns }: Meeting, { person, as }: Attendance): string {
  const elected = turns.some(({ seatId, holder }) => seatId !== undefined && holder?.personId === person.personId);
  return elected && as === 'in-attendance' ? '(elected a member during the meeting)' : '';
}

const OFFICE = /^(vice-?)?(chair|chairman|chairwoman|chairperson|convener)$/i;

/** Whether a reason for presiding is the office of chair or vice-chair, and no other reason. */
export const byOffice = (reason: string): boolean => OFFICE.test(reason);

/** The role the record gives; without one, a person who presides by office from the beginning is marked with that office. */
function roleOf({ chairs }: Meeting, { person, role }: Attendance): { readonly role?: string } {
  if (role !== undefined) return { role };
  const chair = chairs.find((one) => one.after === null && one.person.personId === person.personId && one.words === undefined);
  return chair && byOffice(chair.reason) ? { role: chair.reason } : {};
}

/** `(substitute for Mr A. McKinnon)`, and for which item; where the record gives its own note that stands instead, even an empty one. */
function substituteNote(meeting: Meeting, { substituteFor, sederuntNote }: Attendance): string {
  if (sederuntNote !== undefined) return sederuntNote;
  if (!substituteFor) return '';
  const { person, itemId } = substituteFor;
  const number = (meeting.sections.find((one) => one.itemId === itemId) ?? meeting.agenda.find((one) => one.itemId === itemId))?.number;
  return `(substitute for ${person.name}${itemId === undefined ? '' : number === undefined ? ', for one item' : `, for item ${number}`})`;
}

const COUNCILLOR = 'Councillor ';

/**
 * One list of the sederunt as it is printed. Councillors who sit for no other organisation stand together:
 * `Councillors J. Brown (Chairman), S. Bell, C. Bhatia`, two of them `Councillors D. Parker and M. Cook`; then `Name (Organisation)(note)`.
 */
export function sederuntLine(entries: readonly SederuntEntry[], mode: MeetingMode): string {
  const groups: SederuntEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    if (group && isPlainCouncillor(entry) && group.every(isPlainCouncillor)) group.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => printedGroup(group, mode)).join('; ');
}

const isPlainCouncillor = ({ name, organisation }: SederuntEntry): boolean => organisation === undefined && name.startsWith(COUNCILLOR);

/** The sederunt as a column: a line for each, in full. */
export const sederuntColumn = (entries: readonly SederuntEntry[], mode: MeetingMode): string =>
  entries.map((one) => printed(one, one.name, mode)).join('\n');

function printedGroup(group: readonly SederuntEntry[], mode: MeetingMode): string {
  if (group.length === 1) return group.map((one) => printed(one, one.name, mode)).join('');
  const names = group.map((one) => printed(one, one.name.slice(COUNCILLOR.length), mode));
  return `Councillors ${names.length === 2 ? names.join(' and ') : names.join(', ')}`;
}

/** Whether the minute says of somebody that they took part remotely: only where others sat in a room. */
export const saysRemotely = (how: SederuntEntry['how'], mode: MeetingMode): boolean => how === 'remote' && mode !== 'remote';

function printed({ organisation, role, note, how }: SederuntEntry, name: string, mode: MeetingMode): string {
  const bracket = organisation ?? role;
  const after = organisation !== undefined && role !== undefined ? `, ${role}` : '';
  const remotely = saysRemotely(how, mode) ? ' (remotely)' : '';
  return `${name}${bracket === undefined ? '' : ` (${bracket})`}${note === '' ? '' : bracket === undefined ? ` ${note}` : note}${remotely}${after}`;
}
