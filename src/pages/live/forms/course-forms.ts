import { AddAgendaItem } from '../../../slices/meetings/agenda/agenda.commands.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  ContinueInformally,
  CorrectRoll,
  DeclareQuorum,
  OpenMeeting,
  ResumeMeeting,
  TakeItem,
} from '../../../slices/meetings/sederunt/sederunt.commands.js';
import { admitted } from './course-additions.js';
import { type LiveForms } from './live-form.js';

/** The course of the meeting: opened, its items, its quorum, its end. */
export const COURSE_FORMS: LiveForms = {
  'open-meeting': { command: OpenMeeting, mode: 'open', said: 'The meeting is opened', labels: { time: 'Time' } },
  'adjourn-meeting': { command: AdjournMeeting, mode: 'adjourn', said: 'The meeting is adjourned', labels: { reason: 'Why' } },
  'resume-meeting': { command: ResumeMeeting, mode: 'resume', said: 'The meeting has resumed' },
  'conclude-meeting': { command: ConcludeMeeting, mode: 'conclude', said: 'The meeting is concluded', labels: { time: 'Time' } },
  'continue-informally': {
    command: ContinueInformally,
    mode: 'informally',
    said: 'The meeting goes on informally',
    labels: { words: 'Words' },
  },
  'declare-quorum': { command: DeclareQuorum, mode: 'quorum', said: 'The declaration is recorded', labels: { words: 'Words' } },
  'take-item': { command: TakeItem, mode: 'item', said: 'The item is taken', labels: { heading: 'Heading', number: 'Number' } },
  'add-agenda-item': {
    command: AddAgendaItem,
    mode: 'late',
    said: 'The item is on the agenda',
    labels: {
      title: 'Title',
      'papers.0.title': 'Paper handed out',
      'late.reason': 'Why it was not on the agenda',
      'urgent.reason': 'Why it was not on the agenda',
    },
    also: admitted,
  },
  'correct-roll': { command: CorrectRoll, mode: 'roll', said: 'The roll is put right', labels: { reason: 'Why' } },
};
