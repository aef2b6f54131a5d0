import { type Decider, type Decision } from '../../kernel/decider.js';
import { callMeeting, decideAgenda } from './agenda/agenda.decider.js';
import { decideCourse } from './sederunt/course.decider.js';
import { closed, type RoomEvent } from './rules/meeting-guards.js';
import { meetingHistory } from './record/meeting.history.js';
import { type Meeting } from './record/meeting.state.js';
import { type AgendaCommand, type CallingCommand } from './agenda/agenda.commands.js';
import { type CourseCommand, type SederuntCommand } from './sederunt/sederunt.commands.js';
import { decideSederunt } from './sederunt/sederunt.decider.js';

type MeetingCommand = CallingCommand | AgendaCommand | SederuntCommand | CourseCommand;

/**
 * Decides notice, agenda, attendance, the quorum and the course of a meeting. Motions, decisions and minutes are decided on the same stream
 * by deciders of their own. A command that changes who was in the room also records what that changes for decisions already recorded.
 */
export const meetingDecider: Decider<Meeting, MeetingCommand, RoomEvent> = {
  history: meetingHistory,
  decide: (command, meeting) => {
    if (command.type === 'CallMeeting') return callMeeting(command, meeting);
    return closed(meeting) ?? decideOpen(command, meeting);
  },
};

function decideOpen(command: Exclude<MeetingCommand, { type: 'CallMeeting' }>, meeting: Meeting): Decision<RoomEvent> {
  switch (command.type) {
    case 'RearrangeMeeting':
    case 'CancelMeeting':
    case 'AddAgendaItem':
    case 'CorrectAgendaItem':
    case 'WithdrawAgendaItem':
    case 'ChangeOrderOfBusiness':
    case 'GiveNotice':
      return decideAgenda(command, meeting);
    case 'RecordAttendance':
    case 'TakeSederunt':
    case 'LeaveMeeting':
    case 'RejoinMeeting':
    case 'CorrectAttendance':
    case 'TakeChair':
    case 'DeclareInterest':
      return decideSederunt(command, meeting);
    case 'OpenMeeting':
    case 'CorrectRoll':
    case 'JudgeRollAnew':
    case 'TakeItem':
    case 'DeclareQuorum':
    case 'AdjournMeeting':
    case 'ResumeMeeting':
    case 'ContinueInformally':
    case 'ExcludePublic':
    case 'ReadmitPublic':
    case 'ConcludeMeeting':
      return decideCourse(command, meeting);
  }
}
