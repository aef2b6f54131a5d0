import {
  CorrectAttendance,
  DeclareInterest,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
  TakeChair,
} from '../../../slices/meetings/sederunt/sederunt.commands.js';
import { type LiveForms } from './live-form.js';
import { arrival, departure, newcomer, putRight, substitute } from './room-additions.js';

const NAME = { 'person.name': 'Name', 'person.personId': 'Name' };

/** Who is in the room, and who presides. */
export const ROOM_FORMS: LiveForms = {
  'take-chair': { command: TakeChair, mode: 'chair', said: 'The chair is taken', labels: { reason: 'Why' } },
  'record-arrival': { command: RecordAttendance, mode: 'arrive', said: 'The arrival is recorded', also: arrival },
  'rejoin-meeting': { command: RejoinMeeting, mode: 'arrive', said: 'The return is recorded' },
  'leave-meeting': { command: LeaveMeeting, mode: 'leave', said: 'The leaving is recorded', also: departure },
  'record-attendance': { command: RecordAttendance, mode: 'other', said: 'The sederunt is recorded', labels: NAME, also: newcomer },
  'record-substitute': {
    command: RecordAttendance,
    mode: 'substitute',
    said: 'The substitute is recorded',
    labels: { 'person.name': 'Who sits', 'person.personId': 'Who sits' },
    also: substitute,
  },
  'declare-interest': {
    command: DeclareInterest,
    mode: 'interest',
    said: 'The interest is recorded',
    labels: { nature: 'What the interest or connection is', outcome: 'What they did' },
  },
  'correct-attendance': {
    command: CorrectAttendance,
    mode: 'correct-attendance',
    said: 'The sederunt is put right',
    labels: { kind: 'What is put right', reason: 'Why', afterParagraph: 'After paragraph' },
    also: putRight,
  },
};
