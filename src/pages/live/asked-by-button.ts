import { type CommandClass } from '../../kernel/command.js';
import { type Standing, organisationSaid } from '../../slices/bodies/bodies.words.js';
import { type Meeting, attendanceOf } from '../../slices/meetings/meetings.words.js';
import {
  ContinueInformally,
  DeclareQuorum,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
  TakeChair,
  TakeItem,
} from '../../slices/meetings/sederunt/sederunt.commands.js';
import { chairReason } from './live-people.js';
import { quorumView } from './live-quorum.js';

/** The command that one button gives, with its fields. */
export interface AskedByButton {
  readonly command: CommandClass;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The confirmation shown to the person who pressed the button. */
  readonly confirmation: string;
  /** The composer that puts the recorded thing right, as the query of its address. */
  readonly undo?: string;
}

/** Reads the value of a button: `arrived j-brown`, `take minute`. `null` if it stands for no command, or for nobody the meeting knows. */
export function askedByButton(button: string, meeting: Meeting, standing: Standing | null): AskedByButton | null {
  const asked = commandOf(button, meeting, standing);
  const [verb = '', first, second] = button.split(' ');
  return asked && OF_SOMEBODY.has(verb) ? { ...asked, undo: `mode=correct-attendance&person=${second ?? first}` } : asked;
}

/** Buttons whose record is put right by correcting the attendance of the person that the button names last. */
const OF_SOMEBODY = new Set(['arrived', 'left', 'apologies', 'substitute']);

function commandOf(button: string, meeting: Meeting, standing: Standing | null): AskedByButton | null {
  const [verb = '', first = '', second = ''] = button.split(' ');
  const held = standing?.roll.find(({ holder }) => holder?.personId === first);
  const attendance = attendanceOf(meeting, first);
  const person = held?.holder ?? attendance?.person;
  const organisation = held && organisationSaid(standing, held);
  const beside = organisation === undefined ? {} : { organisation };
  switch (verb) {
    case 'arrived':
      if (attendance && attendance.as !== 'apologies')
        return { command: RejoinMeeting, fields: { personId: first }, confirmation: `${attendance.person.name} came back` };
      return person
        ? { command: RecordAttendance, fields: { person: { ...person }, as: 'present', ...beside }, confirmation: `${person.name} arrived` }
        : null;
    case 'apologies':
      return person
        ? {
            command: RecordAttendance,
            fields: { person: { ...person }, as: 'apologies', ...beside },
            confirmation: `Apologies from ${person.name}`,
          }
        : null;
    case 'left':
      return person ? { command: LeaveMeeting, fields: { personId: first }, confirmation: `${person.name} left` } : null;
    case 'substitute': {
      const seat = standing?.roll.find(({ seatId }) => seatId === first);
      const substitute = seat?.substitutes.find(({ personId }) => personId === second);
      if (!seat || !substitute) return null;
      const back = attendanceOf(meeting, second);
      if (back && back.as !== 'apologies')
        return { command: RejoinMeeting, fields: { personId: second }, confirmation: `${substitute.name} came back` };
      const from = organisationSaid(standing, seat);
      return {
        command: RecordAttendance,
        fields: { person: { ...substitute }, as: 'present', seatId: seat.seatId, ...(from !== undefined && { organisation: from }) },
        confirmation: `${substitute.name} sits for ${seat.holder?.name ?? seat.label}`,
      };
    }
    case 'chair': {
      const reason = standing && chairReason(meeting, standing, first);
      return person && reason
        ? { command: TakeChair, fields: { personId: first, reason }, confirmation: `${person.name} took the chair` }
        : null;
    }
    case 'take': {
      const title =
        meeting.agenda.find(({ itemId }) => itemId === first)?.title ??
        meeting.sections.find(({ sectionId }) => sectionId === first)?.heading;
      return title === undefined ? null : { command: TakeItem, fields: { itemId: first }, confirmation: `Item taken: ${title}` };
    }
    case 'quorum-lost':
      if (!quorumView(meeting).undeclared) return null;
      return {
        command: DeclareQuorum,
        fields: { quorate: false, words: 'The meeting was inquorate from this point onwards.' },
        confirmation: 'The quorum is declared lost',
      };
    case 'quorum-regained':
      if (!quorumView(meeting).metAgain) return null;
      return {
        command: DeclareQuorum,
        fields: { quorate: true, words: 'The meeting was quorate from this point onwards.' },
        confirmation: 'The quorum is declared regained',
      };
    case 'informally':
      return {
        command: ContinueInformally,
        fields: { words: 'The meeting continued on an informal basis.' },
        confirmation: 'The meeting goes on informally',
      };
    default:
      return null;
  }
}
