import { andNames } from '../../../kernel/words.js';
import { longDate } from '../../../kernel/dates.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type Meeting } from '../record/meeting.state.js';
import { momentOf, now } from '../record/entries.js';
import { quorumAt } from '../sederunt/room.js';
import { type MinuteNote } from './minute-document.js';
import { byOffice } from './sederunt.js';
import { motionsWithoutVote } from './motions-without-vote.js';
import { sentence, spokenTime } from './wording.js';

/** A note, with the section it belongs to where that is not the one of the entry it follows. */
export interface NoteInPlace {
  readonly note: MinuteNote;
  readonly sectionId: string | undefined;
  /** The motion it is about. */
  readonly motionId?: string | undefined;
}

/**
 * The notes that follow from the record, by the moment of the entry they follow (-1 before the first), in the order they are printed.
 * `hidden` are the items and sections taken in private, for a reader who may not know the nature of an interest in them.
 */
export function notesInPlace(meeting: Meeting, hidden: ReadonlySet<string> = new Set()): ReadonlyMap<number, readonly NoteInPlace[]> {
  const notes = new Map<number, NoteInPlace[]>();
  const put = (moment: number, heading: string, text: string, sectionId?: string, motionId?: string): void => {
    const there = notes.get(moment) ?? [];
    there.push({ note: { kind: 'note', heading, text }, sectionId, motionId });
    notes.set(moment, there);
  };
  const resumed = new Set(meeting.adjournments.flatMap(({ kind, after }) => (kind === 'resumed' ? [momentOf(meeting, after)] : [])));
  const turns = quorumTurns(meeting);
  const turn = ([moment, text]: readonly [number, string]): void => put(moment, 'QUORUM', text, sectionOfTurn(meeting, moment));
  urgent(meeting, put);
  interests(meeting, put, hidden);
  comings(meeting, put);
  for (const chair of meeting.chairs) {
    const text = chair.words ?? tookChair(meeting, chair);
    if (text !== '') put(momentOf(meeting, chair.after), 'CHAIRMAN', text, chair.sectionId);
  }
  for (const { words, after, sectionId } of meeting.declarations)
    if (words !== '') put(momentOf(meeting, after), 'QUORUM', words, sectionId);
  turns.filter(([moment]) => !resumed.has(moment)).forEach(turn);
  for (const { kind, words, after, time, date, until, sectionId } of meeting.adjournments) {
    const at = `${date === undefined ? '' : ` on ${longDate(date)}`}${time === undefined ? '' : ` at ${spokenTime(time)}`}`;
    const moment = momentOf(meeting, after);
    const to = until === undefined ? '' : ` until ${until}`;
    if (kind === 'adjourned')
      put(
        moment,
        'ADJOURNMENT',
        words === '' ? sentence(`The meeting was adjourned${at}${to}`) : `The meeting was adjourned${at}${to}: ${sentence(words)}`,
        sectionId,
      );
    if (kind === 'resumed') put(moment, 'RESUMPTION', words || sentence(`The meeting resumed${at}`), sectionId);
    if (kind === 'continued-informally') put(moment, 'QUORUM', words || 'The meeting continued on an informal basis.', sectionId);
  }
  turns.filter(([moment]) => resumed.has(moment)).forEach(turn);
  for (const { moment, heading, text, sectionId, motionId } of motionsWithoutVote(meeting)) put(moment, heading, text, sectionId, motionId);
  return notes;
}

type Put = (moment: number, heading: string, text: string, sectionId?: string) => void;

/** Empty for a chair who presides from the start and is marked in the sederunt; else the sentence that says who took the chair, and why. */
function tookChair(meeting: Meeting, { person, reason, after }: Meeting['chairs'][number]): string {
  const role = meeting.attendances.find((one) => one.person.personId === person.personId)?.role;
  if (after === null && (role === undefined ? byOffice(reason) : /chair|conven|presid/i.test(role))) return '';
  return byOffice(reason) ? `${person.name} took the chair.` : `${person.name} took the chair: ${sentence(reason)}`;
}

/** The special circumstances of urgent business, which the minute states (1973 Act s.50B(4)(b)): under the item, before anything else of it. */
function urgent(meeting: Meeting, put: Put): void {
  for (const { itemId, urgent: reason, ruledUrgentBy } of meeting.agenda) {
    const sectionId = meeting.sections.find((one) => one.itemId === itemId)?.sectionId;
    const first = meeting.entries.findIndex((entry) => entry.sectionId === sectionId);
    if (reason === undefined || sectionId === undefined || first < 0) continue;
    put(
      first - 1,
      'URGENT BUSINESS',
      `${ruledUrgentBy ?? 'The Chair'} ruled that the item be taken as urgent: ${sentence(reason)}`,
      sectionId,
    );
  }
}

function interests(meeting: Meeting, put: Put, hidden: ReadonlySet<string>): void {
  for (const { moment, sectionId, there: declared } of grouped(meeting, meeting.interests)) {
    const texts = declared.map(({ person, itemId, outcome, nature }) => {
      const number =
        meeting.sections.find((one) => one.itemId === itemId || one.sectionId === itemId)?.number ??
        meeting.agenda.find((one) => one.itemId === itemId)?.number;
      const item = number === undefined ? 'the item' : `item ${number}`;
      const why = nature === '' || hidden.has(itemId) ? '' : ` (${nature})`;
      switch (outcome) {
        case 'connection-only':
          return `${person.name} stated a connection with ${item}${why}.`;
        case 'declared-and-stayed':
          return `${person.name} declared an interest in ${item}${why} and took part in its consideration.`;
        case 'declared-and-withdrew':
          return `${person.name} declared an interest in ${item}${why} and withdrew during its consideration.`;
      }
    });
    put(moment, 'DECLARATIONS OF INTEREST', texts.join(' '), sectionId);
  }
}

/** Members who left, came late or came back. Where the record gives its own words those stand; the others share one sentence. */
function comings(meeting: Meeting, put: Put): void {
  const moves = meeting.attendances.flatMap(({ person, as, spells }) =>
    spells.flatMap((spell, index) => {
      const member = as === 'present';
      const came =
        spell.from === null
          ? []
          : [
              {
                person,
                after: spell.from,
                sectionId: spell.cameIn,
                verb: index === 0 ? 'joined' : 'rejoined',
                how: spell.how === 'remote' ? ' remotely' : '',
                words: member ? undefined : '',
              },
            ];
      const left =
        spell.to === undefined
          ? []
          : [
              {
                person,
                after: spell.to,
                sectionId: spell.leftIn,
                verb: 'left',
                how: '',
                words: spell.words ?? (member ? undefined : ''),
              },
            ];
      return [...came, ...left];
    }),
  );
  for (const { moment, sectionId, there } of grouped(meeting, moves)) {
    const named: PersonNamed[] = [];
    const texts: string[] = [];
    for (const [verb, how] of [
      ['left', ''],
      ['joined', ''],
      ['joined', ' remotely'],
      ['rejoined', ''],
      ['rejoined', ' remotely'],
    ] as const) {
      const those = there.filter((one) => one.verb === verb && one.how === how);
      const plain = those.filter(({ words }) => words === undefined);
      const worded = those.filter(({ words }) => words !== undefined && words !== '');
      if (plain.length > 0) texts.push(`${andNames(plain.map(({ person }) => person.name))} ${verb} the meeting${how}.`);
      for (const { words } of worded) texts.push(words ?? '');
      named.push(...plain.map(({ person }) => person), ...worded.map(({ person }) => person));
    }
    if (texts.length > 0) put(moment, named.length === 1 ? 'MEMBER' : 'MEMBERS', texts.join(' '), sectionId);
  }
}

/** The places where the sum failed or was met again and nobody declared it, each with its sentence; only where the rule is known. */
function quorumTurns(meeting: Meeting): readonly (readonly [number, string])[] {
  const turns: (readonly [number, string])[] = [];
  const declaredAfter = new Set(meeting.declarations.map(({ after }) => momentOf(meeting, after)));
  const last = meeting.status === 'concluded' ? now(meeting) - 1 : now(meeting);
  let quorate = true;
  for (let moment = 0; moment <= last; moment += 1) {
    const sectionId = meeting.entries[moment]?.sectionId ?? meeting.inHand;
    const sum = quorumAt(meeting, moment, sectionId);
    if (sum.quorate === null || sum.quorate === quorate) continue;
    quorate = sum.quorate;
    if (sum.declared || declaredAfter.has(moment - 1)) continue;
    turns.push([moment - 1, `The meeting was ${quorate ? 'quorate' : 'inquorate'} from this point onwards.`]);
  }
  return turns;
}

/** The section where the quorum turned: where somebody came or went, if anybody did; else the next item, from which somebody withdrew. */
function sectionOfTurn(meeting: Meeting, moment: number): string | undefined {
  const here = (after: string | null | undefined): boolean => after !== undefined && momentOf(meeting, after) === moment;
  const spells = meeting.attendances.flatMap((one) => one.spells);
  const moves = spells.flatMap(({ from, to, cameIn, leftIn }) => [...(here(from) ? [cameIn] : []), ...(here(to) ? [leftIn] : [])]);
  if (moment >= 0 && moves.length > 0) return moves.findLast((sectionId) => sectionId !== undefined);
  return moment < 0 && !meeting.interests.some(({ outcome }) => outcome === 'declared-and-withdrew')
    ? undefined
    : (meeting.entries[moment + 1]?.sectionId ?? undefined);
}

interface Placed {
  readonly after: string | null;
  readonly sectionId?: string | undefined;
}

/** By the place they happened at, earliest first. */
function grouped<T extends Placed>(
  meeting: Meeting,
  things: readonly T[],
): readonly { readonly moment: number; readonly sectionId: string | undefined; readonly there: readonly T[] }[] {
  const places = new Map<string, { moment: number; sectionId: string | undefined; there: T[] }>();
  for (const thing of things) {
    const { after, sectionId } = thing;
    const moment = momentOf(meeting, after);
    const key = `${moment} ${sectionId ?? ''}`;
    const place = places.get(key) ?? { moment, sectionId, there: [] };
    place.there.push(thing);
    places.set(key, place);
  }
  return [...places.values()].sort((a, b) => a.moment - b.moment);
}
