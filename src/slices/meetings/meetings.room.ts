import { room } from '../../kernel/room.js';
import { bodyMeetings } from './over-time/views/body-meetings/body-meetings.projection.js';
import { diary } from './dating/views/diary/diary.projection.js';
import { meetingRegister } from './agenda/views/meeting-register/meeting-register.projection.js';
import { agendaCommands } from './agenda/agenda.commands.js';
import { exemptSources } from './exempt/views/exempt-source/exempt-source.projection.js';
import { meetingDues } from './agenda/notice.due.js';
import { decisionDues } from './decisions/decision.due.js';
import { decisionGrounds } from './decisions/decision.grounds.js';
import { decisionLinks } from './decisions/decision.links.js';
import { decisionSentences } from './decisions/decision.sentences.js';
import { decisionsCommands } from './decisions/decisions.commands.js';
import { decisionRegister } from './decisions/views/decision-register/decision-register.projection.js';
import { discussionCommands } from './discussion/discussion.commands.js';
import { discussionLinks } from './discussion/discussion.links.js';
import { discussionSentences } from './discussion/discussion.sentences.js';
import { discussionEventVersions } from './events/discussion.events.js';
import { MeetingsModule } from './meetings.module.js';
import { betweenCommands } from './between-meetings/between.commands.js';
import { betweenSentences } from './between-meetings/between.sentences.js';
import { receivedMinutes } from './between-meetings/views/received-minutes/received-minutes.projection.js';
import { minuteDues } from './minutes/minute.due.js';
import { minuteLinks } from './minutes/minute.links.js';
import { minuteSentences } from './minutes/minute.sentences.js';
import { minutesCommands } from './minutes/minutes.commands.js';
import { divisionSentences } from './divisions/division.sentences.js';
import { divisionsCommands } from './divisions/divisions.commands.js';
import { procedureCommands } from './procedure/procedure.commands.js';
import { procedureSentences } from './procedure/procedure.sentences.js';
import { procedureEventVersions } from './votes/procedure.events.js';
import { electionSentences } from './elections/election.sentences.js';
import { electionsCommands } from './elections/elections.commands.js';
import { electionEventVersions } from './votes/election.events.js';
import { motionSentences } from './motions/motion.sentences.js';
import { motionsCommands } from './motions/motions.commands.js';
import { motionRegister } from './motions/views/motion-register/motion-register.projection.js';
import { decisionEventVersions } from './events/decision.events.js';
import { meetingEventVersions } from './events/meeting.events.js';
import { meetingHistory, type MeetingStreamEvent } from './record/meeting.history.js';
import { meetingSentences } from './meeting.sentences.js';
import { correctionsCommands } from './corrections/step.commands.js';
import { stepSentences } from './corrections/step.sentences.js';
import { stepEventVersions } from './events/step.events.js';
import { minuteEventVersions } from './events/minute.events.js';
import { motionEventVersions } from './events/motion.events.js';
import { signedMinutes } from './reading/views/signed-minutes/signed-minutes.projection.js';
import { sederuntCommands } from './sederunt/sederunt.commands.js';

export const meetingsRoom = room<MeetingStreamEvent>({
  module: MeetingsModule,
  commands: [
    ...agendaCommands,
    ...sederuntCommands,
    ...betweenCommands,
    ...motionsCommands,
    ...divisionsCommands,
    ...electionsCommands,
    ...procedureCommands,
    ...decisionsCommands,
    ...minutesCommands,
    ...discussionCommands,
    ...correctionsCommands,
  ],
  projections: [meetingRegister, diary, bodyMeetings, motionRegister, decisionRegister, signedMinutes, exemptSources, receivedMinutes],
  versions: {
    ...meetingEventVersions,
    ...motionEventVersions,
    ...electionEventVersions,
    ...procedureEventVersions,
    ...decisionEventVersions,
    ...discussionEventVersions,
    ...minuteEventVersions,
    ...stepEventVersions,
  },
  histories: { meeting: meetingHistory },
  told: {
    ...meetingSentences,
    ...betweenSentences,
    ...motionSentences,
    ...divisionSentences,
    ...electionSentences,
    ...procedureSentences,
    ...decisionSentences,
    ...discussionSentences,
    ...minuteSentences,
    ...stepSentences,
  },
  due: { ...meetingDues, ...decisionDues, ...minuteDues },
  grounds: decisionGrounds,
  links: { ...decisionLinks, ...discussionLinks, ...minuteLinks },
});
