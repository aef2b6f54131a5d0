import {
  CorrectAttendance,
  DeclareInterest,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
  TakeChair,
  TakeSederunt,
} from '../../../slices/meetings/sederunt/sederunt.commands.js';
import { type LiveForms } from './live-form.js';
import { arrival, departure, newcomer, putRight, sederunt, substitute } from './room-additions.js';

const NAME = { 'person.name': 'Name', 'person.personId': 'Name' };
const PLACE = {
  time: 'Time',
  afterParagraph: 'After paragraph',
  fromTheStart: 'There from the beginning',
  spell: 'Which time in the room',
};
const DETAILS = { name: 'Name', organisation: 'Organisation', role: 'Role' };

/** Forms for who is in the room, and who presides. */
export const ROOM_FORMS: LiveForms = {
  'take-chair': { command: TakeChair, mode: 'chair', confirmation: 'The chair is taken', labels: { reason: 'Why' } },
  'take-sederunt': { command: TakeSederunt, mode: 'sederunt', confirmation: 'The sederunt is taken', extraFields: sederunt },
  'record-arrival': { command: RecordAttendance, mode: 'arrive', confirmation: 'The arrival is recorded', extraFields: arrival },
  'rejoin-meeting': { command: RejoinMeeting, mode: 'arrive', confirmation: 'The return is recorded' },
  'leave-meeting': { command: LeaveMeeting, mode: 'leave', confirmation: 'The leaving is recorded', extraFields: departure },
  'record-attendance': {
    command: RecordAttendance,
    mode: 'other',
    confirmation: 'The sederunt is recorded',
    labels: { ...NAME, ...PLACE },
    extraFields: newcomer,
  },
  'record-substitute': {
    command: RecordAttendance,
    mode: 'substitute',
    confirmation: 'The substitute is recorded',
    labels: { 'person.name': 'Who sits', 'person.personId': 'Who sits' },
    extraFields: substitute,
  },
  'declare-interest': {
    command: DeclareInterest,
    mode: 'interest',
    confirmation: 'The interest is recorded',
    labels: { nature: 'What the interest or connection is', outcome: 'What they did', ...PLACE },
  },
  'correct-attendance': {
    command: CorrectAttendance,
    mode: 'correct-attendance',
    confirmation: 'The sederunt is put right',
    labels: { kind: 'What is put right', reason: 'Why', ...PLACE, ...DETAILS, sederuntNote: 'The words in the sederunt' },
    extraFields: putRight,
  },
};
