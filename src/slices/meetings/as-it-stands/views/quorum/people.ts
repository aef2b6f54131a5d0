import { type PersonNamed } from '../../../../bodies/bodies.words.js';
import { type Attendance, type Meeting, type Spell } from '../../../record/meeting.state.js';
import { momentOf, standingAt } from '../../../record/entries.js';
import { arrivalOf, departureOf, lastBegun, namedPlace } from '../../../rules/place-words.js';
import { sittingOf } from '../../../rules/judging.js';

/** One person of the sederunt, with their time in the room. */
export interface PersonInTime {
  readonly personId: string;
  readonly name: string;
  readonly as: Attendance['as'];
  readonly organisation: string | null;
  readonly role: string | null;
  readonly seatId: string | null;
  readonly seat: string | null;
  /** Whether the person's seat votes. */
  readonly voting: boolean;
  readonly substituteFor: PersonNamed | null;
  /** The item the person stands in for, where it is for one only. */
  readonly forItem: string | null;
  readonly spells: readonly TimeInRoom[];
  /** `throughout`, `to para. 6.1`, `from para. 3`, `to para. 2; from para. 5`; empty for apologies. */
  readonly words: string;
}

export interface TimeInRoom {
  readonly how: Spell['how'];
  /** First paragraph, or item, the person was there for; `null` where none is recorded yet. */
  readonly fromParagraph: string | null;
  /** True where the person was there from the beginning of the record. */
  readonly fromStart: boolean;
  /** Last paragraph, or item, the person was there for; `null` while they are there, and where they left before the first. */
  readonly toParagraph: string | null;
  readonly left: boolean;
  /** Wall-clock time they came at, where the record has it. */
  readonly cameAt: string | null;
  /** Wall-clock time they left at, where the record has it. */
  readonly time: string | null;
  /** The record's own words about this time in the room, if any. */
  readonly note: string | null;
  readonly words: string;
}

export const peopleOf = (meeting: Meeting): readonly PersonInTime[] =>
  meeting.attendances.map((one) => {
    const first = one.spells[0];
    const standing = standingAt(meeting, first ? momentOf(meeting, first.from) + 1 : 0);
    const sitting = standing && one.as === 'present' ? sittingOf(standing, one) : null;
    const seat = sitting?.seat;
    const spells = one.spells.map((spell) => timeOf(meeting, one, spell));
    const said = spells.map(({ words }) => words).filter((words) => words !== '');
    return {
      personId: one.person.personId,
      name: one.person.name,
      as: one.as,
      organisation: one.organisation ?? seat?.organisation ?? null,
      role: one.role ?? null,
      seatId: seat?.seatId ?? null,
      seat: seat?.label ?? null,
      voting: seat?.voting === true,
      substituteFor: one.substituteFor?.person ?? null,
      forItem: one.substituteFor?.itemId ?? null,
      spells,
      words: one.spells.length === 0 ? '' : said.length === 0 ? 'throughout' : said.join('; '),
    };
  });

function timeOf(meeting: Meeting, { person }: Attendance, spell: Spell): TimeInRoom {
  const { how, from, to, cameAt, time, words, sederuntNote } = spell;
  const came = arrivalOf(meeting, spell);
  const left = departureOf(meeting, person.personId, spell);
  const fromStart = from === null;
  const parts: string[] = [];
  if (!fromStart && lastBegun(meeting, { after: from }) !== null) parts.push(came === null ? 'from now' : `from ${namedPlace(came)}`);
  if (to !== undefined) parts.push(left === null ? 'left before the first paragraph' : `to ${namedPlace(left)}`);
  if (time !== undefined) parts.push(`left at ${time}`);
  return {
    how,
    fromParagraph: came?.number ?? null,
    fromStart,
    toParagraph: left?.number ?? null,
    left: to !== undefined,
    cameAt: cameAt ?? null,
    time: time ?? null,
    note: words || sederuntNote || null,
    words: parts.join(' '),
  };
}
