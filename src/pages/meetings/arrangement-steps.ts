import { type Choice, type StepField } from '../frame/steps/parts.js';
import { type Steps } from '../frame/steps/step.js';
import { CancelMeeting, GiveNotice, RearrangeMeeting } from '../../slices/meetings/agenda/agenda.commands.js';
import { MODES } from '../../slices/meetings/agenda/agenda.payloads.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { MODE_WORDS } from './meeting-words.js';

/** The data from which a form of the arrangements is made. */
export interface ArrangementsAt {
  readonly meeting: Meeting;
  readonly today: string;
  /** Whoever normally gives notice. */
  readonly by: string;
}

const MODE_CHOICES: readonly Choice[] = MODES.map((value) => ({ value, text: MODE_WORDS[value] }));

/** When, where and how a meeting is held. */
export const TIME: StepField = { id: 'time', as: 'time', label: 'Time' };
export const PLACE: StepField = { id: 'place', as: 'line', label: 'Place' };
export const MODE: StepField = { id: 'mode', as: 'choice', label: 'How it is held', choices: MODE_CHOICES, choose: false, width: 'unset' };

const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason', rows: 2 };
const called = ({ status }: Meeting): boolean => status === 'called';

export const ARRANGEMENT_STEPS: Steps<Meeting, ArrangementsAt> = {
  notice: {
    command: GiveNotice,
    name: 'Give notice',
    button: 'Give notice',
    done: 'Notice is given: the meeting and its agenda are published.',
    parts: () => [
      { id: 'givenOn', as: 'date', label: 'The day notice was given' },
      { id: 'by', as: 'line', label: 'Who gave it', hint: 'As the notice is signed' },
      {
        id: 'datedAsWritten',
        as: 'line',
        width: 20,
        label: 'The date the notice has on it',
        hint: 'Only where it says another day than that on which it was given',
      },
    ],
    start: ({ today, by }) => ({ givenOn: today, by }),
    offered: called,
  },
  rearrange: {
    command: RearrangeMeeting,
    name: 'Rearrange',
    button: 'Rearrange the meeting',
    done: 'The meeting is rearranged.',
    parts: () => [TIME, PLACE, MODE, REASON],
    start: ({ meeting: { time, place, mode } }) => ({ ...(time !== undefined && { time }), ...(place !== undefined && { place }), mode }),
    offered: called,
  },
  cancel: {
    command: CancelMeeting,
    name: 'Cancel the meeting',
    button: 'Cancel the meeting',
    about: 'A cancelled meeting is not held: nothing more is recorded of it. This is not undone.',
    warns: true,
    done: 'The meeting is cancelled.',
    parts: () => [REASON],
    offered: called,
  },
};
