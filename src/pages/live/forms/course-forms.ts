import { AddAgendaItem } from '../../../slices/meetings/agenda/agenda.commands.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  ContinueInformally,
  CorrectRoll,
  DeclareQuorum,
  ExcludePublic,
  OpenMeeting,
  ReadmitPublic,
  ResumeMeeting,
  TakeItem,
} from '../../../slices/meetings/sederunt/sederunt.commands.js';
import { AgreeNextMeeting, ReceiveMinute } from '../../../slices/meetings/between-meetings/between.commands.js';
import { attendanceOf } from '../../../slices/meetings/meetings.words.js';
import { type ExtraFields, type FormSent, type LiveForms } from './live-form.js';

/** The course of the meeting: opened, its items, its quorum, its end. */
export const COURSE_FORMS: LiveForms = {
  'open-meeting': { command: OpenMeeting, mode: 'open', confirmation: 'The meeting is opened', labels: { time: 'Time' } },
  'adjourn-meeting': {
    command: AdjournMeeting,
    mode: 'adjourn',
    confirmation: 'The meeting is adjourned',
    labels: { reason: 'Why', toDate: 'On another day', toTime: 'Until', toPlace: 'At another place' },
  },
  'resume-meeting': {
    command: ResumeMeeting,
    mode: 'resume',
    confirmation: 'The meeting has resumed',
    labels: { there: 'Who is there' },
    extraFields: takenAgain,
  },
  'conclude-meeting': { command: ConcludeMeeting, mode: 'conclude', confirmation: 'The meeting is concluded', labels: { time: 'Time' } },
  'abandon-meeting': {
    command: ConcludeMeeting,
    mode: 'abandon',
    confirmation: 'The meeting is abandoned',
    labels: { time: 'Time' },
    extraFields: () => ({ abandoned: true }),
  },
  'continue-informally': {
    command: ContinueInformally,
    mode: 'informally',
    confirmation: 'The meeting goes on informally',
    labels: { words: 'Words' },
  },
  'exclude-public': {
    command: ExcludePublic,
    mode: 'exclude',
    confirmation: 'The public is excluded',
    labels: { paragraphs: 'Paragraphs of Schedule 7A', itemIds: 'Items', words: 'Words' },
  },
  'readmit-public': { command: ReadmitPublic, mode: 'readmit', confirmation: 'The public is readmitted', labels: { words: 'Words' } },
  'declare-quorum': { command: DeclareQuorum, mode: 'quorum', confirmation: 'The declaration is recorded', labels: { words: 'Words' } },
  'take-item': { command: TakeItem, mode: 'item', confirmation: 'The item is taken', labels: { heading: 'Heading', number: 'Number' } },
  'take-before-items': {
    command: TakeItem,
    mode: 'before',
    confirmation: 'Business before the first item is taken',
    labels: { heading: 'Heading' },
  },
  'add-agenda-item': {
    command: AddAgendaItem,
    mode: 'late',
    confirmation: 'The item is on the agenda',
    labels: {
      title: 'Title',
      'papers.0.title': 'Paper handed out',
      'late.reason': 'Why it was not on the agenda',
      'urgent.reason': 'Why it was not on the agenda',
    },
    extraFields: admitted,
  },
  'agree-next-meeting': {
    command: AgreeNextMeeting,
    mode: 'next-meeting',
    confirmation: 'The next meeting is recorded, and called',
    labels: { date: 'Day of the next meeting', time: 'Time', place: 'Place', words: 'Words' },
  },
  'receive-minute': {
    command: ReceiveMinute,
    mode: 'receive-minute',
    confirmation: 'What was resolved on the minute is recorded',
    labels: { itemId: 'The item that carries it', resolved: 'What was resolved', amendment: 'Amendment' },
  },
  'correct-roll': { command: CorrectRoll, mode: 'roll', confirmation: 'The roll is put right', labels: { reason: 'Why' } },
};

/**
 * How an item that was not on the agenda is admitted: as urgent, with the special circumstances, if somebody ruled so; else as late. 1973
 * Act s.50B(4)(b).
 */
function admitted({ meeting, form }: FormSent): ExtraFields {
  const reason = form.get('_reason')?.trim() ?? '';
  const paper = form.get('papers.0.title')?.trim();
  const noPaper = paper ? {} : { papers: undefined };
  if (reason === '' && meeting.notices.length > 0) return { text: 'Enter: Why it was not on the agenda', href: '#_reason' };
  const ruledBy = attendanceOf(meeting, form.get('_ruledBy') ?? '')?.person;
  if (ruledBy && reason !== '') return { ...noPaper, urgent: { reason, ruledBy: { ...ruledBy } } };
  return { ...noPaper, ...(reason !== '' && { late: { reason } }) };
}

/** Who is there counts only where the sederunt is taken again. */
function takenAgain({ form }: FormSent): ExtraFields {
  return form.get('_again') ? { there: form.getAll('there:lines') } : { there: undefined };
}
