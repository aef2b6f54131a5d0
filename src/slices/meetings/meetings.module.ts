import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { agendaCommands } from './agenda/agenda.commands.js';
import { DaysMetHandler } from './over-time/views/body-meetings/days-met.query.js';
import { DiaryChangesHandler } from './dating/views/diary/diary-changes.query.js';
import { DatingFactsOfHandler } from './dating/views/diary/dating-facts.query.js';
import { ExemptPlacesHandler } from './exempt/views/exempt-source/exempt-places.query.js';
import { MeetingsHeldSinceHandler } from './over-time/views/body-meetings/held-since.query.js';
import { JointMeetingsOfHandler } from './over-time/views/body-meetings/joint-meetings.query.js';
import { MeetingDatesHandler } from './agenda/views/meeting-register/meeting-dates.query.js';
import { MeetingEventsByHandler } from './agenda/views/meeting-register/meeting-events.query.js';
import { ListMeetingsHandler, MeetingHeadHandler } from './agenda/views/meeting-register/meeting-register.query.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { DiscussionModule } from './discussion/discussion.module.js';
import { CorrectionsModule } from './corrections/corrections.module.js';
import { meetingDecider } from './meeting.decider.js';
import { BetweenMeetingsModule } from './between-meetings/between.module.js';
import { MinutesModule } from './minutes/minutes.module.js';
import { DivisionsModule } from './divisions/divisions.module.js';
import { ProcedureModule } from './procedure/procedure.module.js';
import { ElectionsModule } from './elections/elections.module.js';
import { MotionsModule } from './motions/motions.module.js';
import { MeetingCitedHandler } from './decisions/meeting-cited.query.js';
import { MeetingAsAtHandler, MeetingAsItStandsHandler } from './reading/meeting-now.query.js';
import { SignedMeetingsHandler } from './reading/views/signed-minutes/signed-meetings.query.js';
import { GatherStanding } from './gather-standing.js';
import { AttendanceController } from './over-time/http/attendance.controller.js';
import { MeetingLiveController } from './as-it-stands/http/live.controller.js';
import { MeetingsController } from './as-it-stands/http/meetings.controller.js';
import { sederuntCommands } from './sederunt/sederunt.commands.js';
import { AttendanceOfHandler } from './over-time/views/attendance/attendance.query.js';
import { HeldMeetings } from './over-time/views/attendance/held-meetings.js';
import { QuorateMeetingsOfHandler } from './over-time/views/quorate-meetings/quorate-meetings.query.js';

const commands = [...agendaCommands, ...sederuntCommands];

/** The rooms that share a meeting's one stream. */
@Module({
  imports: [
    CqrsModule,
    BetweenMeetingsModule,
    MotionsModule,
    DivisionsModule,
    ElectionsModule,
    ProcedureModule,
    DecisionsModule,
    MinutesModule,
    DiscussionModule,
    CorrectionsModule,
  ],
  controllers: [MeetingsController, MeetingLiveController, AttendanceController, commandController(commands)],
  providers: [
    GatherStanding,
    ...decidedBy(meetingDecider, commands, GatherStanding),
    MeetingAsItStandsHandler,
    MeetingAsAtHandler,
    MeetingCitedHandler,
    MeetingDatesHandler,
    DatingFactsOfHandler,
    DiaryChangesHandler,
    MeetingEventsByHandler,
    ExemptPlacesHandler,
    DaysMetHandler,
    MeetingsHeldSinceHandler,
    JointMeetingsOfHandler,
    ListMeetingsHandler,
    MeetingHeadHandler,
    SignedMeetingsHandler,
    HeldMeetings,
    AttendanceOfHandler,
    QuorateMeetingsOfHandler,
  ],
})
export class MeetingsModule {}
