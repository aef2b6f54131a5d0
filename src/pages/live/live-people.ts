import { bodiesMeeting, constitutionOf, type PersonNamed, type RollSeat, type Standing } from '../../slices/bodies/bodies.words.js';
import {
  type Attendance,
  type Meeting,
  now,
  attendanceOf,
  hasWithdrawn,
  isThere,
  presidingAt,
} from '../../slices/meetings/meetings.words.js';

/** Somebody in the sederunt, or who may yet come, with what can be recorded of them now. */
export interface PersonRow {
  readonly personId: string;
  readonly name: string;
  /** Organisation, seat or role, shown beside the name. */
  readonly of: string;
  readonly state: 'here' | 'left' | 'apologies' | 'not-here';
  /** The state of the person, in words. */
  readonly words: string;
  readonly presiding: boolean;
  readonly withdrew: boolean;
  readonly voting: boolean;
  /** Buttons that record at one press; `do` is read by `asked-by-button.ts`. */
  readonly buttons: readonly { readonly do: string; readonly text: string }[];
  /** Links to the composers for what takes more words. */
  readonly links: readonly { readonly mode: string; readonly text: string }[];
}

/** The members in the order of the roll, then everybody else in the room. Before the meeting is opened only apologies are offered. */
export function peopleInTheRoom(meeting: Meeting, standing: Standing | null): readonly PersonRow[] {
  const held = standing?.roll.flatMap((seat) => (seat.holder ? [{ seat, person: seat.holder }] : [])) ?? [];
  const members = new Map<string, { seat: RollSeat; person: PersonNamed }>();
  for (const one of held) if (!members.has(one.person.personId)) members.set(one.person.personId, one);
  const others = meeting.attendances.filter(({ person }) => !members.has(person.personId));
  return [
    ...[...members.values()].map(({ seat, person }) => memberRow(meeting, standing, seat, person)),
    ...others.map((one) => otherRow(meeting, one)),
  ];
}

const stateOf = (meeting: Meeting, attendance: Attendance | undefined): PersonRow['state'] => {
  if (!attendance) return 'not-here';
  if (isThere(meeting, attendance, now(meeting))) return 'here';
  return attendance.as === 'apologies' ? 'apologies' : attendance.spells.length > 0 ? 'left' : 'not-here';
};

const WORDS: Readonly<Record<PersonRow['state'], string>> = {
  here: 'Present',
  left: 'Left',
  apologies: 'Apologies',
  'not-here': 'Not recorded',
};

function memberRow(meeting: Meeting, standing: Standing | null, seat: RollSeat, person: PersonNamed): PersonRow {
  const { personId } = person;
  const attendance = attendanceOf(meeting, personId);
  const state = stateOf(meeting, attendance);
  const opened = meeting.openedAt !== undefined;
  const { allowed } = standing ? constitutionOf(standing, seat).substitutes : { allowed: 'none' };
  const sits = meeting.attendances.find((one) => one.substituteFor?.person.personId === personId && isThere(meeting, one, now(meeting)));
  const named = opened && state !== 'here' && !sits && allowed === 'full' ? seat.substitutes : [];
  const office = standing?.offices.find((one) => one.holder.personId === personId && one.office !== 'clerk')?.office;
  return {
    ...common(meeting, person, state),
    of: [office && `${office[0]?.toUpperCase()}${office.slice(1)}`, seat.organisation ?? seat.label, ...bodiesOf(standing, personId)]
      .filter(Boolean)
      .join(', '),
    voting: seat.voting,
    words: sits ? `${WORDS[state]}: ${sits.person.name} sits` : wordsOf(meeting, person, state),
    buttons: [
      ...arrivals(personId, state, opened),
      ...named.map((one) => ({ do: `substitute ${seat.seatId} ${one.personId}`, text: `Substitute: ${one.name}` })),
      ...chairing(meeting, standing, personId, state),
    ],
    links: [
      ...inRoom(state),
      ...arriving(state, opened),
      ...(opened && state !== 'here' && !sits && allowed !== 'none'
        ? [{ mode: 'substitute', text: named.length === 0 ? 'Substitute' : 'Substitute, with details' }]
        : []),
      ...(opened ? [{ mode: 'end-membership', text: 'Membership ends' }] : []),
      ...(attendance ? [{ mode: 'correct-attendance', text: 'Correct' }] : []),
      ...(state === 'here' && chairing(meeting, standing, personId, state).length === 0 && !isPresiding(meeting, personId)
        ? [{ mode: 'chair', text: 'In the chair' }]
        : []),
    ],
  };
}

/** At a joint meeting, the bodies in which somebody has a seat. */
function bodiesOf(standing: Standing | null, personId: string): readonly string[] {
  const bodies = standing ? bodiesMeeting(standing) : [];
  return bodies.length < 2
    ? []
    : bodies.filter(({ roll }) => roll.some(({ holder }) => holder?.personId === personId)).map(({ bodyName }) => bodyName);
}

function otherRow(meeting: Meeting, attendance: Attendance): PersonRow {
  const { person, organisation, role, substituteFor, as } = attendance;
  const state = stateOf(meeting, attendance);
  const beside = substituteFor
    ? `for ${substituteFor.person.name}`
    : (organisation ?? role ?? (as === 'in-attendance' ? 'In attendance' : ''));
  return {
    ...common(meeting, person, state),
    of: beside,
    voting: substituteFor !== undefined,
    words: state === 'here' && as === 'in-attendance' ? 'In attendance' : wordsOf(meeting, person, state),
    buttons: as === 'apologies' ? [] : arrivals(person.personId, state, true),
    links: [
      ...inRoom(state),
      ...(as === 'apologies' ? [] : arriving(state, true)),
      ...(substituteFor && state === 'here' && !isPresiding(meeting, person.personId) ? [{ mode: 'chair', text: 'In the chair' }] : []),
      ...(as === 'in-attendance' && state === 'here' && !isPresiding(meeting, person.personId)
        ? [{ mode: 'chair', text: 'In the chair until it is elected' }]
        : []),
      { mode: 'correct-attendance', text: 'Correct' },
    ],
  };
}

const isPresiding = (meeting: Meeting, personId: string): boolean => presidingAt(meeting, now(meeting))?.personId === personId;

const common = (meeting: Meeting, { personId, name }: PersonNamed, state: PersonRow['state']) => ({
  personId,
  name,
  state,
  presiding: isPresiding(meeting, personId),
  withdrew: state === 'here' && hasWithdrawn(meeting, personId, meeting.inHand, now(meeting)),
});

const wordsOf = (meeting: Meeting, { personId }: PersonNamed, state: PersonRow['state']): string => {
  if (state !== 'here') return WORDS[state];
  return hasWithdrawn(meeting, personId, meeting.inHand, now(meeting)) ? 'Withdrew from this item' : WORDS.here;
};

function arrivals(personId: string, state: PersonRow['state'], opened: boolean): PersonRow['buttons'] {
  switch (state) {
    case 'here':
      return [{ do: `left ${personId}`, text: 'Left' }];
    case 'left':
      return [{ do: `arrived ${personId}`, text: 'Came back' }];
    case 'apologies':
      return opened ? [{ do: `arrived ${personId}`, text: 'Arrived' }] : [];
    case 'not-here':
      return [...(opened ? [{ do: `arrived ${personId}`, text: 'Arrived' }] : []), { do: `apologies ${personId}`, text: 'Apologies' }];
  }
}

const inRoom = (state: PersonRow['state']): PersonRow['links'] =>
  state === 'here'
    ? [
        { mode: 'interest', text: 'Interest' },
        { mode: 'leave', text: 'Left, with details' },
      ]
    : [];

const arriving = (state: PersonRow['state'], opened: boolean): PersonRow['links'] =>
  opened && state !== 'here' ? [{ mode: 'arrive', text: `${state === 'left' ? 'Came back' : 'Arrived'}, with details` }] : [];

/** The button that puts a person in the chair, if their office gives the reason; anybody else needs the composer, which asks for it. */
function chairing(meeting: Meeting, standing: Standing | null, personId: string, state: PersonRow['state']): PersonRow['buttons'] {
  if (state !== 'here' || !standing || isPresiding(meeting, personId)) return [];
  return chairReason(meeting, standing, personId) === null ? [] : [{ do: `chair ${personId}`, text: 'In the chair' }];
}

/** The reason a person presides, if it follows from the offices and from who is there; `null` if it must be typed. */
export function chairReason(meeting: Meeting, { offices }: Standing, personId: string): string | null {
  const holds = (office: string): PersonNamed | undefined => offices.find((one) => one.office === office)?.holder;
  const chair = holds('chair');
  if (chair?.personId === personId) return 'Chair';
  const there = chair && attendanceOf(meeting, chair.personId);
  if (there && isThere(meeting, there, now(meeting))) return null;
  if (holds('vice-chair')?.personId === personId) return chair ? `In the absence of the Chair (${chair.name})` : 'Vice-chair';
  return null;
}
