import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { GatherStanding } from './gather-standing.js';
import { MeetingsController } from './http/meetings.controller.js';
import { meetingDecider } from './meeting.decider.js';
import { meetingsCommands } from './meetings.commands.js';
import { MeetingAsAtHandler, MeetingAsItStandsHandler, MeetingDatesHandler } from './meetings.queries.js';
import { QuorumThroughoutHandler } from './quorum.queries.js';
import { ListMeetingsHandler, MeetingHeadHandler } from './views/meeting-register/meeting-register.query.js';

export { meetingsCommands } from './meetings.commands.js';
export { meetingsProjections } from './views/meeting-register/meeting-register.projection.js';

@Module({
  imports: [CqrsModule],
  controllers: [MeetingsController, commandController(meetingsCommands)],
  providers: [
    GatherStanding,
    ...decidedBy(meetingDecider, meetingsCommands, GatherStanding),
    MeetingAsItStandsHandler,
    MeetingAsAtHandler,
    MeetingDatesHandler,
    ListMeetingsHandler,
    MeetingHeadHandler,
    QuorumThroughoutHandler,
  ],
})
export class MeetingsModule {}
